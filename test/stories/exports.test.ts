import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { cellsOf, csvRows } from "../support/workbook.ts";
import { bring, timber } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

async function openExport(page: Page): Promise<Locator> {
  await page.getByText(/^共 \d+ 条$/).waitFor();
  await page.getByRole("button", { name: "导出", exact: true }).click();
  return page.getByRole("dialog", { name: "导出列表" });
}

/** The file that a press of the button brings. */
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const totalOn = async (page: Page) =>
  Number(/\d+/.exec((await page.getByText(/^共 \d+ 条$/).textContent()) ?? "")?.[0]);

test("a narrowed list goes out as it is shown: these rows, these columns, and their number in the file", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard?level=major");
  const dialog = await openExport(page);
  const total = await totalOn(page);
  await dialog.getByText(`将导出 ${total} 条`).waitFor();
  const { name, bytes } = await saved(page, dialog.getByRole("button", { name: "导出", exact: true }));
  expect(name).toMatch(/^演示样张-非公文-事故隐患台账-[\d-]+\.xlsx$/);
  const cells = cellsOf(bytes);
  const heading = cells.findIndex(([first]) => first === "编号");
  const headings = await page.getByRole("columnheader").allTextContents();
  expect(cells[heading]).toEqual(
    headings.map((text) => text.replace(/[↑↓↕]/, "")).filter((text) => text !== ""),
  );
  expect(cells.length - heading - 1).toBe(total);
  const above = cells.slice(0, heading).flat().join();
  for (const said of ["演示样张 非公文", "隐患等级：重大", `共 ${total} 条`]) expect(above).toContain(said);
  await dialog.getByText(`已下载：${name}`).waitFor();
});

test("as CSV with all columns, or as a ledger to sign", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard");
  const dialog = await openExport(page);
  const button = dialog.getByRole("button", { name: "导出", exact: true });
  await dialog.getByLabel("台账样式").check();
  const ledger = cellsOf((await saved(page, button)).bytes);
  expect(ledger[0]?.[0]).toMatch(/^维西傈僳族自治县事故隐患台账（\d{4}年度）$/);
  expect(ledger.at(-1)?.[0]).toContain("审核人：");
  await dialog.getByLabel("CSV").check();
  await dialog.getByLabel("全部列").check();
  const csv = csvRows((await saved(page, button)).bytes.toString("utf8"));
  expect(csv[0]?.length).toBeGreaterThan(40);
  expect(csv.length).toBe((await totalOn(page)) + 2);
});

test("where there is nothing, nothing can be exported; where the network breaks, it says so and can be tried again", async () => {
  const page = await visitor(timber.inspector, `/registers/hazard?q=${encodeURIComponent("没有这样的隐患")}`);
  const none = await openExport(page);
  await none.getByText("没有可以导出的条目").waitFor();
  expect(await none.getByRole("button", { name: "导出", exact: true }).isDisabled()).toBe(true);

  await page.goto(`${address}/registers/hazard`);
  const dialog = await openExport(page);
  const button = dialog.getByRole("button", { name: "导出", exact: true });
  await page.route("**/entries.xlsx*", (route) => route.abort());
  await button.click();
  await dialog.getByRole("alert").filter({ hasText: "网络中断" }).waitFor();
  await page.unroute("**/entries.xlsx*");
  expect((await saved(page, button)).bytes.length).toBeGreaterThan(1_000);
});

test("a long list is made in the background, fetched from one's exports, and removed", async () => {
  const page = await visitor(timber.head, "/registers/hazard");
  const total = await totalOn(page);
  // The demonstration has no list so long: that it is one is all that is told otherwise.
  await page.route("**/entries?*count=exact*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), total: 10_001 } });
  });
  const dialog = await openExport(page);
  await dialog.getByText("超过 10000 条，将在后台生成文件").waitFor();
  await dialog.getByLabel("CSV").check();
  await dialog.getByRole("button", { name: "后台导出" }).click();
  await dialog.getByText("已开始在后台生成").waitFor();
  await dialog.getByRole("link", { name: "查看进度" }).click();
  await page.getByRole("heading", { name: "我的导出" }).waitFor();
  await page.getByText(`已完成 ${total} 条`).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const { bytes } = await saved(page, page.getByRole("link", { name: /^下载“/ }));
  expect(csvRows(bytes.toString("utf8"))).toHaveLength(total + 2);
  await page.getByRole("button", { name: /^删除“/ }).click();
  await page.getByText("还没有后台导出的文件").waitFor();
});

test("an export that cannot be made says why, and one that waits can be cancelled", async () => {
  const page = await visitor(timber.safety, "/exports");
  const one = {
    register: "hazard",
    format: "xlsx",
    query: {},
    at: new Date().toISOString(),
    rows: 0,
    total: 20_000,
    name: null,
    sizeBytes: null,
  };
  const why = { code: "disk-full", words: { zh: "服务器磁盘空间不足，未导出", en: "full" } };
  const exports = [
    { ...one, id: "00000000-0000-7000-8000-000000000001", state: "failed", why },
    { ...one, id: "00000000-0000-7000-8000-000000000002", state: "running", rows: 5_000, why: null },
  ];
  await page.route("**/api/exports", (route) => route.fulfill({ json: { exports } }));
  await page.reload();
  await page.getByText("服务器磁盘空间不足，未导出").waitFor();
  await page.getByText("正在生成 5000／20000 条").waitFor();
  expect(await page.getByRole("progressbar").getAttribute("value")).toBe("5000");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "取消“事故隐患导出”" }).click();
  await page.getByRole("alert").filter({ hasText: "不存在" }).waitFor();
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, the dialog can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await visitor(timber.safety, "/registers/enterprise", size);
  const dialog = await openExport(page);
  await dialog.getByText(/将导出 \d+ 条/).waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, a hazard stands on its sheet, to print and sign", async ({ size }) => {
  const { id, number } = await bring(timber, "登记表上的隐患", "countersign");
  const page = await visitor(timber.inspector, `/registers/hazard/entries/${id}`, size);
  await page.getByRole("link", { name: "登记表（可打印）" }).click();
  await page.getByRole("heading", { name: "事故隐患排查治理登记、销号表" }).waitFor();
  const sheet = page.getByRole("article");
  for (const text of [number, "登记表上的隐患", "演示样张 非公文", "销号审批人", "复查人（一）"])
    await sheet.getByText(text, { exact: false }).first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("an entry whose register has no sheet says so", async () => {
  const page = await visitor(timber.inspector, "/registers/enterprise");
  await page.getByRole("cell").getByRole("link").first().click();
  await page.getByRole("region", { name: "全过程记录" }).waitFor();
  expect(await page.getByRole("link", { name: "登记表（可打印）" }).count()).toBe(0);
  await page.goto(`${page.url().split("?")[0]}/sheet`);
  await page.getByText("这类条目没有登记表").waitFor();
});
