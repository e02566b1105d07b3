import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, timber } from "./people.ts";
import { desk, phone, setStage, tabTo, wide } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, become, visitor } = setStage();

const absent = "0190a000-0000-7000-8000-000000000001";

const bar = (page: Page) => page.getByRole("navigation", { name: "已打开的页面" });
const names = (page: Page) => bar(page).getByRole("link").allTextContents();

async function openFromList(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

test("lists and entries stay open, and a list is found again with its filters and where it was scrolled", async () => {
  const titles = ["同时打开甲", "同时打开乙"];
  for (const title of titles) await bring(timber, title);
  const page = await visitor(timber.inspector, "/plan");
  expect(await bar(page).count()).toBe(0);
  const search = `?q=${encodeURIComponent("同时打开")}&sort=foundOn`;
  await page.setViewportSize({ width: desk.width, height: 420 });
  await page.goto(`${address}/registers/hazard${search}`);
  await page.getByText("共 2 条").waitFor();
  await page.evaluate("scrollTo(0, 240)");
  await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(100);
  await openFromList(page, "同时打开甲");
  await bar(page).getByRole("link", { name: "事故隐患" }).click();
  await page.getByText("共 2 条").waitFor();
  expect(new URL(page.url()).searchParams.get("sort")).toBe("foundOn");
  await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(100);
  await openFromList(page, "同时打开乙");
  expect(await names(page)).toEqual(["事故隐患", ...titles]);
  expect(await bar(page).locator("[aria-current=page]").textContent()).toBe("同时打开乙");

  await page.reload();
  await page.getByRole("heading", { level: 1, name: "同时打开乙" }).waitFor();
  expect(await names(page)).toEqual(["事故隐患", ...titles]);
});

test("a tab is closed by keyboard, and the keyboard stays in the bar", async () => {
  const { path } = await bring(timber, "键盘关闭的条目");
  const page = await visitor(timber.inspector, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  await page.goto(`${address}${path}`);
  await page.getByRole("heading", { level: 1, name: "键盘关闭的条目" }).waitFor();
  const close = bar(page).getByRole("button", { name: "关闭“键盘关闭的条目”" });
  await tabTo(page, close);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "事故隐患" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/registers/hazard");
  expect(await names(page)).toEqual(["事故隐患"]);
  const link = bar(page).getByRole("link", { name: "事故隐患" });
  expect(await link.and(page.locator(":focus")).count()).toBe(1);
  await page.keyboard.press("Delete");
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "您好" }).waitFor();
  expect(await bar(page).count()).toBe(0);
});

test("an entry out of sight loses its tab, and nobody finds another person's tabs", async () => {
  const { id, path } = await bring(timber, "后来看不到的条目");
  const page = await visitor(timber.inspector, path);
  expect(await names(page)).toEqual(["后来看不到的条目"]);
  // As if the entry had been handed on meanwhile: under this id the person finds nothing.
  await page.evaluate(`for (const [key, text] of Object.entries(sessionStorage))
    if (key.startsWith("zhiben.tabs/")) sessionStorage.setItem(key, text.replace("${id}", "${absent}"))`);
  await page.goto(`${address}/registers/hazard`);
  await page.getByText(/^共 \d+ 条$/).waitFor();
  expect(await names(page)).toEqual(["后来看不到的条目", "事故隐患"]);
  await bar(page).getByRole("link", { name: "后来看不到的条目" }).click();
  await page.getByText("不存在，或不在您的数据范围内").waitFor();
  await expect.poll(() => names(page)).toEqual(["事故隐患"]);

  await become(page, "park", "/registers/enterprise");
  await expect.poll(() => names(page)).toEqual(["企业"]);
});

test("a phone has no bar; on a large screen it can be used by everybody", async () => {
  const { path } = await bring(timber, "手机上没有标签栏");
  const page = await visitor(timber.inspector, path, phone);
  expect(await bar(page).isVisible()).toBe(false);
  await page.setViewportSize(wide);
  await bar(page).waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
