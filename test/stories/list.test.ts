import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, doAct, timber } from "./people.ts";
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
  // The heading is there before the rows have come again with what it heads.
  await page.getByRole("cell", { name: "部门检查" }).first().waitFor();

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

test("one form is sent for several rows, and each row has its own result", async () => {
  const search = `?q=${encodeURIComponent("批量销号")}`;
  const brought = [];
  for (const title of ["批量销号甲", "批量销号乙", "批量销号丙"])
    brought.push(await bring(timber, title, "countersign"));
  const page = await visitor(timber.head, `/registers/hazard${search}`);
  await page.getByText("共 3 条").waitFor();
  await page.getByRole("checkbox", { name: "选择本页全部" }).check();
  const bar = page.getByRole("region", { name: "批量办理" });
  await bar.getByText("已选 3 条").waitFor();
  // Somebody else is quicker with one of them, while the form is open.
  await bar.getByRole("button", { name: "销号", exact: true }).click();
  const form = page.getByRole("dialog", { name: "销号（3 条）" });
  await doAct(timber.head, brought[1]?.id ?? "", "close", { closeOpinion: "已核" });
  await form.getByLabel("销号意见").fill("同意销号");
  await form.getByRole("button", { name: "办理 3 条" }).click();
  await form.getByText("已办理 2 条，未办理 1 条").waitFor();
  const rows = form.getByRole("list", { name: "所选条目" }).getByRole("listitem");
  expect(await rows.filter({ hasText: "批量销号乙" }).textContent()).toContain("该条目已由他人更新");
  expect(await rows.filter({ hasText: "批量销号丙" }).textContent()).toContain("已办理");
  expect(await findingsOn(page)).toEqual([]);
  await form.getByRole("button", { name: "关闭", exact: true }).last().click();
  await expect.poll(() => page.getByRole("cell", { name: "已销号" }).count()).toBe(3);
});
