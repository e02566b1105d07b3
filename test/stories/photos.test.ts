import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { jpegTaken } from "../support/jpeg.ts";
import { png } from "../support/uploads.ts";
import { bring, doAct, highland } from "./people.ts";
import { desk, phone, setStage, wide } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, become, visitor } = setStage();

const answer = z.object({ file: z.object({ id: z.string() }) });

async function upload(page: Page, name: string, bytes: Buffer): Promise<string> {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(name) };
  const response = await page.request.post(`${address}/api/files`, { headers, data: bytes });
  return answer.parse(await response.json()).file.id;
}

/** A hazard whose rectification is shown: two pictures of the find, one of what was made of it. */
async function shownInPictures(page: Page, title: string): Promise<string> {
  const { id, path } = await bring(highland, title, "start");
  const taken = jpegTaken({ at: "2026:03:10 09:12:00", longitude: 99.7, latitude: 27.83 });
  const photos = [
    await upload(page, "配电室.jpg", Buffer.concat([taken, Buffer.from(title)])),
    await upload(page, "走廊.png", png(`${title} 走廊`)),
  ];
  const afterPhotos = [await upload(page, "配电室整改后.png", png(`${title} 整改后`))];
  await doAct(highland.safety, id, "selfAccept", {
    acceptanceReport: "已落实",
    acceptancePersons: "张三、李四",
    photos,
    afterPhotos,
  });
  return path;
}

test("pictures of before and after stand beside each other, are turned by the arrow keys and enlarged", async () => {
  const page = await visitor(highland.safety);
  const path = await shownInPictures(page, "前后对比的隐患");
  await become(page, highland.inspector, path);
  const pairs = page.getByRole("region", { name: "整改前后对比" });
  const first = pairs.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "第 1 组" }) });
  const said = await first.textContent();
  expect(said).toContain("拍摄于 2026-03-10 09:12:00");
  expect(said).toContain("位置 99.7, 27.83");
  expect(said).toMatch(/提交/);
  expect(said).toContain("未记录拍摄时间");
  await pairs.getByText("没有对应的照片").waitFor();

  const dialog = page.getByRole("dialog", { name: "查看照片" });
  await pairs.getByRole("button", { name: "放大对比第 1 组照片：整改前照片" }).press("Enter");
  await dialog.getByText("1 / 2").waitFor();
  expect(await dialog.getByRole("img").count()).toBe(2);
  await dialog.getByRole("img", { name: "整改后照片 1：前后对比的隐患" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await dialog.getByText("2 / 2").waitFor();
  expect(await dialog.getByRole("img").count()).toBe(1);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("+");
  await dialog.getByText("当前 150%").waitFor();
  await page.keyboard.press("0");
  await dialog.getByText("当前 100%").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog.isVisible()).toBe(false);
  const opener = pairs.getByRole("button", { name: "放大对比第 1 组照片：整改前照片" });
  expect(await opener.and(page.locator(":focus")).count()).toBe(1);
});

test("pictures can be looked at by everybody, on every screen", async () => {
  const page = await visitor(highland.safety);
  const path = await shownInPictures(page, "人人可看的照片");
  for (const size of [wide, desk, phone]) {
    await page.setViewportSize(size);
    await page.goto(`${address}${path}`);
    const pairs = page.getByRole("region", { name: "整改前后对比" });
    await pairs.waitFor();
    expect(await findingsOn(page), String(size.width)).toEqual([]);
    await pairs.getByRole("button").first().click();
    await page.getByRole("dialog", { name: "查看照片" }).getByRole("button", { name: "放大" }).click();
    expect(await findingsOn(page), `${size.width}, enlarged`).toEqual([]);
  }
});
