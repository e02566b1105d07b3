import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { timber } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const headings = async (page: Page) =>
  (await page.getByRole("columnheader").allTextContents()).map((text) => text.replace(/[↑↓↕]/, ""));

async function openColumns(page: Page) {
  await page.getByRole("button", { name: "列设置" }).click();
  return page.getByRole("dialog", { name: "列设置" });
}

test("the columns of a list are chosen, ordered and kept, and the usual ones come back", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  const usual = await headings(page);
  expect(usual).toContain("所在地区");
  expect(usual).not.toContain("隐患来源");

  const dialog = await openColumns(page);
  expect(await dialog.getByRole("button", { name: "不显示“隐患名称”" }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "不显示“所在地区”" }).click();
  await dialog.getByRole("combobox", { name: "添加一列" }).fill("来源");
  await dialog.getByText("隐患来源", { exact: true }).click();
  await dialog.getByRole("button", { name: "“隐患来源”前移" }).click();
  await dialog.getByRole("button", { name: "保存" }).click();

  const source = page.getByRole("columnheader", { name: "隐患来源" });
  await source.waitFor();
  const chosen = await headings(page);
  expect(chosen).not.toContain("所在地区");
  expect(chosen.indexOf("隐患来源")).toBe(chosen.length - 2);
  expect(await page.getByRole("cell", { name: "部门检查" }).count()).toBeGreaterThan(0);

  await page.reload();
  await source.waitFor();
  const again = await openColumns(page);
  await again.getByRole("button", { name: "恢复默认" }).click();
  await page.getByRole("columnheader", { name: "所在地区" }).waitFor();
  expect(await headings(page)).toEqual(usual);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, the choice of columns can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await visitor(timber.safety, "/registers/enterprise", size);
  await page.goto(`${address}/registers/enterprise`);
  await page.getByText(/^共 \d+ 条$/).waitFor();
  await openColumns(page);
  expect(await findingsOn(page)).toEqual([]);
});

test("a narrowed list is kept under a name, opened again by it, silenced and removed", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  const openSearches = async () => {
    await page.getByRole("button", { name: "我的筛选" }).click();
    return page.getByRole("dialog", { name: "我的筛选" });
  };
  const nothing = await openSearches();
  await nothing.getByText("先按条件查询").waitFor();
  await page.keyboard.press("Escape");

  await page.goto(`${address}/registers/hazard?level=major&state=closed`);
  const narrowed = await page.getByText(/^共 \d+ 条$/).textContent();
  const dialog = await openSearches();
  await dialog.getByRole("textbox", { name: "将当前条件保存为" }).fill("已销号的重大隐患");
  await dialog.getByRole("button", { name: "保存" }).click();
  const link = dialog.getByRole("link", { name: "已销号的重大隐患" });
  await link.waitFor();
  expect(await findingsOn(page)).toEqual([]);

  await page.goto(`${address}/registers/hazard`);
  await (await openSearches()).getByRole("link", { name: "已销号的重大隐患" }).click();
  await page.waitForURL(/level=major/);
  await page.getByText(narrowed ?? "", { exact: true }).waitFor();

  const again = await openSearches();
  await again.getByRole("checkbox", { name: "有新条目时提醒", exact: true }).uncheck();
  await expect.poll(() => again.getByRole("checkbox").first().isChecked()).toBe(false);
  await again.getByRole("button", { name: "删除“已销号的重大隐患”" }).click();
  await again.getByText("还没有保存的筛选").waitFor();
});
