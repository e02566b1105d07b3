import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { bring, highland, meat, send, timber, today } from "./people.ts";
import { actButton, desk, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const submit = (page: Page) => page.getByRole("button", { name: "提交", exact: true });
const rows = (page: Page) => page.getByRole("table").getByRole("row");

test("a list follows what is typed, keeps its rows meanwhile, and gives up what was overtaken", async () => {
  await bring(meat, "烫毛池护栏松动");
  const page = await visitor(meat.head, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  const before = await rows(page).count();
  expect(before).toBeGreaterThan(2);
  const isFor = (q: string) => (url: URL) =>
    url.pathname.endsWith("/hazard/entries") && url.searchParams.get("q") === q;
  await page.route(isFor("烫"), () => undefined);
  const box = page.getByLabel("关键词");
  const asked = page.waitForRequest((request) => isFor("烫")(new URL(request.url())));
  await box.fill("烫");
  const overtaken = await asked;
  expect(await rows(page).count()).toBe(before);
  const given = page.waitForEvent("requestfailed", (request) => request === overtaken);
  await box.fill("烫毛池");
  await page.getByText("共 1 条").waitFor();
  await given;
  expect(await rows(page).count()).toBe(2);
  expect(new URL(page.url()).searchParams.get("q")).toBe("烫毛池");
  expect(await box.inputValue()).toBe("烫毛池");
  await box.fill("");
  await rows(page)
    .nth(before - 1)
    .waitFor();
  expect(await rows(page).count()).toBe(before);
});

test("a list does not follow what an input method still composes", async () => {
  const page = await visitor(meat.head, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  const box = page.getByLabel("关键词");
  await box.focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "tang", selectionStart: 4, selectionEnd: 4 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // Longer than the typing is given to rest.
  await page.waitForTimeout(600);
  expect(asked.filter((url) => url.includes("/entries"))).toEqual([]);
  await input.send("Input.insertText", { text: "没有这样的名称" });
  await page.getByText("没有符合条件的条目").waitFor();
});

test("a name of 300 characters is not cut: the form says how long it may be and how long it is", async () => {
  const page = await visitor(highland.safety, "/registers/hazard/new/find");
  const title = page.getByLabel("隐患名称");
  await title.fill("长".repeat(300));
  expect(await title.inputValue()).toHaveLength(300);
  await page.getByText("300 / 120").waitFor();
  await submit(page).click();
  await page.getByText("最多 120 字，现有 300 字").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await title.fill("酒库通风口被遮挡");
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "酒库通风口被遮挡" }).waitFor();
});

test.each([
  { story: "Chinese", title: "长".repeat(120) },
  { story: "one word without a place to break", title: "W".repeat(120) },
])("the longest title breaks no page: $story", async ({ title }) => {
  const { path, number } = await bring(highland, title);
  const page = await visitor(highland.safety, path);
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    for (const where of ["/", `/registers/hazard?q=${number}`, path, `${path}/life`]) {
      await page.goto(`${address}${where}`);
      await page.getByText(title).filter({ visible: true }).first().waitFor();
      expect(await findingsOn(page), `${where} at ${size.width}`).toEqual([]);
    }
  }
  await page.emulateMedia({ media: "print" });
  // The width of a sheet between its margins.
  await page.setViewportSize({ width: 680, height: 960 });
  expect(await findingsOn(page)).toEqual([]);
});

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC",
  "base64",
);
const pictures = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `现场照片${at + 1}.png`,
    mimeType: "image/png",
    buffer: Buffer.concat([picture, Buffer.from(String(at))]),
  }));

test("ten thousand attachments are refused with the figures, and as many as there may be are shown", async () => {
  const input = {
    title: "附件过多的隐患",
    organisation: idOfName(`demonstration-enterprise:${highland.enterprise}`),
    source: "selfCheck",
    foundOn: today,
    photos: Array.from({ length: 10_000 }, (_, at) => idOfName(`no file ${at}`)),
  };
  await expect(
    send(highland.safety, "POST", "registers/hazard/entries", { act: "find", input }),
  ).rejects.toThrow("最多 20 个，现有 10000 个");

  const page = await visitor(highland.safety, "/registers/hazard/new/find");
  await page.getByLabel("隐患名称").fill("照片很多的隐患");
  await page.locator("input[type=file]").first().setInputFiles(pictures(23));
  await page.getByText("最多 20 个，另有 3 个未添加").waitFor();
  await page.getByText("现场照片20.png").waitFor();
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "照片很多的隐患" }).waitFor();
  const thumbnails = page.locator(".thumbnail img");
  await expect.poll(() => thumbnails.count()).toBe(20);
  for (const thumbnail of await thumbnails.all())
    expect(await thumbnail.getAttribute("loading")).toBe("lazy");
});

test("an entry that moves out of sight says so, and what was being written can be taken along", async () => {
  // Supervised by another bureau: to this one's people it is shown by its place alone.
  const id = idOfName("demonstration-enterprise:weixi-water");
  const path = `/registers/enterprise/entries/${id}`;
  const page = await visitor(timber.inspector, path);
  const form = await openForm(page, "更正");
  await form.getByLabel("理由").fill("厂区搬迁后重新核对");
  const shape = z.object({ entry: z.object({ version: z.number() }) });
  const { entry } = shape.parse(await send(timber.head, "GET", `registers/enterprise/entries/${id}`));
  const supervisedBy = organisationId("xianggelila-zhujian");
  const input = { region: "533401101", supervisedBy, reason: "迁址" };
  await send(timber.head, "POST", `registers/enterprise/entries/${id}/acts/amend`, {
    version: entry.version,
    input,
  });
  await form.locator("button[type=submit]").click();
  await form.getByText("该条目已不在您的数据范围内").waitFor();
  const kept = form.getByLabel("填写但未提交的内容");
  expect(await kept.inputValue()).toContain("厂区搬迁后重新核对");
  await form.getByRole("button", { name: "复制" }).click();
  await form.getByText("已复制").waitFor();

  await page.reload();
  await page.getByRole("heading", { name: "该条目已不在您的数据范围内" }).waitFor();
  expect(await page.getByLabel("填写但未提交的内容").inputValue()).toContain("厂区搬迁后重新核对");
  expect(await findingsOn(page)).toEqual([]);
});

test("a request whose answer was lost is sent again, and recorded once", async () => {
  const page = await visitor(highland.safety, "/registers/hazard/new/find");
  await page.getByLabel("隐患名称").fill("蒸馏釜压力表过期");
  const keys: string[] = [];
  let lost = 0;
  await page.route("**/api/registers/hazard/entries", async (route) => {
    keys.push((await route.request().headerValue("idempotency-key")) ?? "");
    if (lost > 0) return route.continue();
    lost += 1;
    // It arrives and is recorded; only its answer does not come back.
    await route.fetch();
    await route.abort("connectionreset");
  });
  await submit(page).click();
  await page.getByText("网络中断，未收到结果").waitFor();
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "蒸馏釜压力表过期" }).waitFor();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  await page.goto(`${address}/registers/hazard?q=${encodeURIComponent("蒸馏釜压力表")}`);
  await page.getByText("共 1 条").waitFor();
});

test("an open entry that is no longer in sight offers nothing to do", async () => {
  const { path } = await bring(highland, "配电箱前堆放酒糟");
  const page = await visitor(highland.safety, path);
  await actButton(page, "拟判为一般隐患").waitFor();
  const gone = JSON.stringify({
    type: "/problems/not-found",
    title: "不存在",
    status: 404,
    code: "not-found",
  });
  await page.route("**/api/registers/hazard/entries/*", (route) =>
    route.fulfill({ status: 404, contentType: "application/problem+json", body: gone }),
  );
  // Whoever comes back to a tab reads anew what it shows.
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.getByText("以下是您最后看到的内容").waitFor();
  expect(await page.getByRole("region", { name: "可办理事项" }).count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
});
