import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newestPeriods } from "../../core/calendar/period.ts";
import { idOfName } from "../../server/store/ids.ts";
import { unzipped } from "../support/workbook.ts";
import { meat, send, today } from "./people.ts";
import { actButton, desk, fill, openForm, perform, phone, setStage, shown, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, address } = (() => {
  const stage = setStage();
  return { visitor: stage.visitor, address: () => stage.address };
})();

const [running, last] = newestPeriods("month", today, 2);
if (running === undefined || last === undefined) throw new Error("There is no month");

const form = (page: Page) => page.getByRole("main").locator("form");
const enter = async (page: Page, fields: readonly (readonly [string, string])[]) => {
  for (const [label, value] of fields) await fill(page, form(page), label, value);
};
const table = (page: Page, indicator: string) => page.getByRole("table", { name: indicator, exact: true });
const figure = async (page: Page, indicator: string, place: string) =>
  (await table(page, indicator).getByRole("row", { name: place }).getByRole("cell").allInnerTexts()).map(
    (text) => text.trim(),
  );

/** The bytes of a paper, as the browser saved it. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFile(await download.path());
}

test("the office publishes a month, a leader has it mended and signs it, and a county acknowledges it", async () => {
  const title = "州安委会月度通报（故事）";
  const office = await visitor("anweiban", "/registers/briefing/new/drawUp");
  await enter(office, [["通报标题", title]]);
  // Quarters are there as well, and of months none that still runs; the keyboard is enough.
  const [kind, period] = [form(office).getByLabel("时段类型"), form(office).getByLabel("通报期")];
  await tabTo(office, kind);
  await office.keyboard.press("ArrowDown");
  expect(await period.locator("option").nth(1).textContent()).toContain("季度");
  await office.keyboard.press("ArrowUp");
  const months = await period.locator("option").allTextContents();
  expect(months.slice(0, 2)).toEqual(["请选择", last.words]);
  expect(months).not.toContain(running.words);
  await office.keyboard.press("Tab");
  await office.keyboard.press("ArrowDown");
  await enter(office, [
    ["通报的指标", "发现隐患"],
    ["通报的指标", "按期整改率"],
    ["工作要求", "逾期隐患逐条督办。"],
    ["主送单位", "香格里拉市安全生产委员会办公室"],
    ["点名的单位", "德钦县安全生产委员会办公室"],
  ]);
  expect(await findingsOn(office)).toEqual([]);

  await form(office).locator("button[type=submit]").click();
  await office.getByText("表扬或者点名的单位须同时列入主送单位").first().waitFor();
  await enter(office, [["主送单位", "德钦县安全生产委员会办公室"]]);
  await form(office).locator("button[type=submit]").click();
  await office.getByRole("heading", { level: 1, name: title }).waitFor();
  const place = new URL(office.url()).pathname;
  await table(office, "发现隐患").waitFor();
  const [found = ""] = await figure(office, "发现隐患", "德钦县");
  expect(found).toMatch(/^\d+ 项$/);
  const ranks = await table(office, "按期整改率").locator(".figures-rank").allTextContents();
  expect(ranks).toContain("1");
  await perform(office, "送签");
  await office.getByText("拟稿人、送签人不能签发自己的通报").first().waitFor();
  expect(await findingsOn(office)).toEqual([]);

  const leader = await visitor("leader", place);
  await perform(leader, "退回拟稿", { 理由: "请写明完成时限" });
  await office.locator(".came-with", { hasText: "请写明完成时限" }).waitFor();
  const redraw = await openForm(office, "修改并重新取数");
  // What was drawn up is there to be mended, the period too.
  expect(await redraw.getByLabel("通报期").inputValue()).toBe(last.name);
  await fill(office, redraw, "工作要求", "逾期隐患逐条督办，月底前整改到位。");
  await redraw.locator("button[type=submit]").click();
  await office.getByText("已完成：修改并重新取数").waitFor();
  await perform(office, "送签");
  await leader.goto(new URL(place, address()).href);
  await perform(leader, "签发");
  await table(leader, "发现隐患").waitFor();
  expect(await shown(leader, "通报文号").textContent()).toMatch(/^通报〔\d{4}〕\d+号$/);

  // Other stories enter hazards of the month as well.
  const [, before = ""] = await figure(leader, "发现隐患", "德钦县");
  const late = Number.parseInt(before, 10) + 1;
  await foundLate();
  const county = await visitor("county", place, phone);
  await table(county, "发现隐患").waitFor();
  const [then, now] = await figure(county, "发现隐患", "德钦县");
  expect(then).toBe(found);
  expect(now).toMatch(new RegExp(`^${late} 项\\s+差异 \\+${late - Number.parseInt(found, 10)} 项$`));
  expect(await findingsOn(county)).toEqual([]);
  expect(await sideways(county)).toBe(0);
  await perform(county, "签收");
  await office.goto(new URL(place, address()).href);
  expect(await shown(office, "尚未签收的单位").textContent()).toBe("德钦县安全生产委员会办公室");

  await papersHold(office, found);
  await office.getByRole("link", { name: "拟稿更正本通报" }).click();
  await enter(office, [
    ["通报标题", `${title}更正`],
    ["通报期", last.words],
    ["通报的指标", "发现隐患"],
    ["工作要求", "以本通报为准。"],
    ["主送单位", "香格里拉市安全生产委员会办公室"],
  ]);
  await form(office).locator("button[type=submit]").click();
  await office.getByRole("heading", { level: 1, name: `${title}更正` }).waitFor();
  await shown(office, "更正的通报").getByRole("link", { name: title }).waitFor();
  // What is signed by another goes out; until then it is withdrawn as easily.
  await perform(office, "撤稿", { 理由: "故事结束" });
  expect(await actButton(office, "送签").count()).toBe(0);
});

test.each([
  ["at a desk", desk],
  ["on a phone", phone],
])("ranks and sectors of a briefing are read %s without moving sideways", async (_, size) => {
  const page = await visitor("leader", "/registers/briefing?state=acknowledged", size);
  await page
    .getByRole("link", { name: /季度治本攻坚三年行动情况通报/ })
    .filter({ visible: true })
    .first()
    .click();
  await table(page, "按期整改率").waitFor();
  await page
    .getByText(/^各行业领域（\d+ 个）$/)
    .nth(2)
    .click();
  await table(page, "按期整改率，按行业领域").waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  // On the page of its whole life they are told by how many they are.
  await page.getByRole("link", { name: "一页通览（可打印）" }).click();
  const life = page.getByRole("article");
  await life
    .getByText(/^5 项指标，\d+ 个地区和行业领域$/)
    .first()
    .waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

/** By how much any table of figures is wider than the page has room for. */
const sideways = (page: Page): Promise<number> =>
  page
    .locator(".figures")
    .evaluateAll((boxes) => Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth)));

async function papersHold(page: Page, found: string): Promise<void> {
  const count = Number.parseInt(found, 10);
  const word = unzipped(await saved(page, "下载 Word")).get("word/document.xml") ?? "";
  expect(word).toContain("通报〔");
  expect(word).toMatch(new RegExp(`德钦县<.*?<w:t xml:space="preserve">${count}<`));
  const book = await saved(page, "下载 Excel");
  expect(book.subarray(0, 4)).toEqual(Buffer.from("PK\u0003\u0004"));
  const sheets = [...unzipped(book)].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  const regions = sheets.map(([, xml]) => xml).find((xml) => xml.includes("各地区情况")) ?? "";
  expect(regions).toMatch(new RegExp(`德钦县.*?<v>${count}</v>`));
}

/** An enterprise of the county enters today what it found in the month. */
async function foundLate(): Promise<void> {
  const organisation = idOfName(`demonstration-enterprise:${meat.enterprise}`);
  const input = { title: "冷库应急灯损坏", organisation, source: "selfCheck", foundOn: last?.to };
  await send(meat.safety, "POST", "registers/hazard/entries", { act: "find", input });
}
