import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, meat } from "./people.ts";
import { desk, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

const search = async (page: Page, text: string) => {
  await page.getByLabel("内容、条号、文号或标准名称").fill(text);
  await page.getByRole("button", { name: "查询" }).click();
};

test.each(sizes)(
  "on $on, a search for 液氨 leads to article 12 of 令10号 and its source",
  async ({ size }) => {
    const page = await visitor(meat.inspector, "/criteria", size);
    await page.getByRole("heading", { name: "标准 30 项" }).waitFor();
    expect(await findingsOn(page), "the library").toEqual([]);
    await search(page, "液氨");
    const found = page.getByRole("region", { name: "条款" });
    await found.getByText("条款 2 条").waitFor();
    expect(await findingsOn(page), "what was found").toEqual([]);
    await found.getByRole("link", { name: "工贸企业重大事故隐患判定标准 第十二条第（一）项" }).click();
    await page.getByRole("heading", { level: 1, name: "工贸企业重大事故隐患判定标准" }).waitFor();
    const cited = page.locator("#main li[aria-current]");
    expect(await cited.textContent()).toContain("应急管理部令第10号第十二条");
    await expect
      .poll(() => cited.evaluate((item) => item.getBoundingClientRect().top))
      .toBeLessThan(size.height);
    expect(await findingsOn(page), "the standard").toEqual([]);
  },
);

test("what is known by its heading alone is shown as a topic, and plainly where nothing is loaded", async () => {
  const page = await visitor(meat.inspector, "/criteria?on=2026-10-08");
  const coverage = page.getByRole("region", { name: "各行业领域的判定依据" });
  await coverage.getByRole("row", { name: /S17 医院 没有登记判定标准，也没有录入重点检查事项/ }).waitFor();
  await coverage.getByRole("row", { name: /S02 .*条款尚未录入/ }).waitFor();
  await page.goto(`${address}/criteria/HC26`);
  await page.getByText("本标准的条款尚未录入，暂不能用于判定。").waitFor();
  const topics = page.getByRole("region", { name: "主题" }).getByRole("listitem");
  expect(await topics.count()).toBe(7);
  expect(await topics.nth(6).textContent()).toContain("人员定位与数据接入");
});

test("from a hazard one opens the item that it cites", async () => {
  const { path } = await bring(meat, "速冻间与包装间未分隔", "proposeMajor");
  const page = await visitor(meat.safety, path);
  await page.getByRole("link", { name: "在判定标准库中查看" }).click();
  await page.locator("#main li[aria-current]").getByText("第十二条第（二）项").waitFor();
});

test("where only topics are known, the choice of an item says so and offers none of them", async () => {
  const { path } = await bring(meat, "蓄水池护栏缺失");
  const page = await visitor(meat.safety, path);
  const form = await openForm(page, "拟判为重大隐患");
  await form.getByRole("button", { name: /判定标准条款/ }).click();
  const choice = page.getByRole("dialog", { name: "选择判定标准条款" });
  await choice.getByRole("listitem").first().waitFor();
  await choice.getByLabel("行业领域").fill("水利");
  await page.locator(".ant-select-item-option").filter({ hasText: "水利工程、水库" }).click();
  await choice.getByText(/水利工程.*条文未录入，仅知主题，不能用于判定/).waitFor();
  expect(await choice.getByRole("listitem").count()).toBe(0);
});

const chosen = (page: Page, name: string, text: string) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const heading = "standard,item,text,source\n";

test.each(sizes)(
  "on $on, the committee's office tries a file of official texts, mends and imports it",
  async ({ size }) => {
    const page = await visitor("anweiban", "/criteria", size);
    const form = page.getByRole("region", { name: "导入官方原文" });
    await form.waitFor();
    await chosen(page, "原文.xls", "x");
    await form.getByText("请选择 .csv 或 .json 文件").waitFor();
    await chosen(page, "原文.csv", `${heading}GS,8,加臭原文,公报\nGS,第九条,原文,公报\n`);
    await form.getByText("1 处有误，未导入任何内容").waitFor();
    expect(await form.textContent()).toMatch(/行 3、列 item：条款号只能由字母、数字、点和连字符组成/);
    expect(await findingsOn(page), "a file with a fault").toEqual([]);
    const text = `加臭原文（${size.width}）`;
    await chosen(page, "原文.csv", `${heading}GS,GS/8,${text},公报\n`);
    await form.getByRole("button", { name: "确认导入 1 条" }).click();
    await form.getByText("已导入 1 条官方原文").waitFor();
    await page.goto(`${address}/criteria/GS#8`);
    const item = page.locator("#main li[aria-current]");
    await item.getByText(text).waitFor();
    await item.getByText("历次导入的原文").click();
    await item.getByRole("heading", { name: "官方原文" }).nth(1).waitFor();
    expect(await item.textContent()).toContain("迪庆州安全生产委员会办公室");
    expect(await findingsOn(page), "an official text").toEqual([]);
  },
);

// What stands in these files was made up for the tests: no text of any standard.
const made = (name: string) => new URL(`../criteria/${name}`, import.meta.url).pathname;

test("items of a standard of which only topics are known are imported, and are cited from then on", async () => {
  const page = await visitor("anweiban", "/criteria/HC26");
  await page.getByText("怎样补录本标准的条款").click();
  await page.getByText(/起发现的隐患即可引用这些条款/).waitFor();
  expect(await findingsOn(page), "the steps").toEqual([]);
  await page.goto(`${address}/criteria`);
  const form = page.getByRole("region", { name: "导入官方原文" });
  await form.getByText("怎样补录条款和重点检查事项").click();
  await form.getByRole("link", { name: /化工和危险化学品/ }).waitFor();
  expect(await findingsOn(page), "the help").toEqual([]);
  await page.locator("input[type=file]").setInputFiles(made("hc26-fictional.csv"));
  await form.getByRole("button", { name: "确认导入 3 条" }).click();
  await form.getByText("已导入 3 条官方原文，新增条款 3 条").waitFor();
  await page.goto(`${address}/criteria/HC26#5.1.1`);
  const item = page.locator("#main li[aria-current]");
  await item.getByText("导入", { exact: true }).waitFor();
  expect(await item.getByText("（虚构文本，非标准原文）测试条款甲").count()).toBe(1);
  expect(await findingsOn(page), "imported items").toEqual([]);

  const { path } = await bring(meat, "管道标识脱落");
  const safety = await visitor(meat.safety, path);
  const chosenForm = await openForm(safety, "拟判为重大隐患");
  await chosenForm.getByRole("button", { name: /判定标准条款/ }).click();
  const choice = safety.getByRole("dialog", { name: "选择判定标准条款" });
  await choice.getByLabel("行业领域").fill("危险化学品");
  await safety.locator(".ant-select-item-option").first().click();
  await choice.getByLabel("按内容、条号或标准名称查找").fill("HC26/5.1.2");
  await choice.getByRole("listitem").getByText("（虚构文本，非标准原文）测试条款乙").waitFor();
});

test.each(sizes)(
  "on $on, a list of key check items is imported for a sector without criteria",
  async ({ size }) => {
    const page = await visitor("anweiban", "/criteria", size);
    const form = page.getByRole("region", { name: "导入官方原文" });
    await form.waitFor();
    await page.locator("input[type=file]").setInputFiles(made("key-check-items-fictional.csv"));
    await form.getByText("2 行，编码 UTF-8").waitFor();
    // The second size finds what the first has imported.
    if (size === desk) {
      await form.getByText("新清单：医院重点检查事项（虚构）（ZD17）").waitFor();
      await form.getByRole("button", { name: "确认导入 2 条" }).click();
      await form.getByText("新增条款 2 条").waitFor();
      const coverage = page.getByRole("region", { name: "各行业领域的判定依据" });
      await coverage.getByRole("row", { name: /S17 医院 医院重点检查事项（虚构） 2/ }).waitFor();
    } else await form.getByText("全部与现有原文相同，无需导入").waitFor();
    expect(await findingsOn(page), "the library").toEqual([]);
    await page.goto(`${address}/criteria/ZD17`);
    await page.getByRole("heading", { level: 1, name: "医院重点检查事项（虚构）" }).waitFor();
    await page.getByText("某州某委（虚构）").first().waitFor();
    expect(await findingsOn(page), "the list").toEqual([]);
  },
);

test.each(sizes)("on $on, an import that was made by mistake is withdrawn", async ({ size }) => {
  const page = await visitor("anweiban", "/criteria", size);
  const form = page.getByRole("region", { name: "导入官方原文" });
  await form.waitFor();
  const file = `错误-${size.width}.csv`;
  // The phone finds the item that the desk's withdrawal took away, and makes it again.
  await chosen(page, file, `${heading}GM,GM/99-1,（虚构）误录的条款,（虚构）\n`);
  await form.getByRole("button", { name: "确认导入 1 条" }).click();
  await form.getByText("新增条款 1 条").waitFor();
  const { path } = await bring({ ...meat, item: "GM/99-1" }, "误引条款的隐患", "proposeMajor");

  const row = form.getByRole("listitem").filter({ hasText: file });
  await row.getByRole("button", { name: `撤回导入 ${file}` }).click();
  const dialog = page.getByRole("dialog", { name: "撤回导入" });
  await dialog.getByText(/撤回后，本次导入的原文不再显示/).waitFor();
  expect(await dialog.getByRole("button", { name: "确认撤回" }).isDisabled()).toBe(true);
  await dialog.getByLabel("撤回原因").fill("误用了征求意见稿");
  expect(await findingsOn(page), "the dialog").toEqual([]);
  await dialog.getByRole("button", { name: "确认撤回" }).click();
  await row.getByText("撤回原因：误用了征求意见稿").waitFor();
  expect(await row.getByRole("button").count()).toBe(0);
  expect(await findingsOn(page), "the imports").toEqual([]);

  const safety = await visitor(meat.safety, path, size);
  await safety
    .getByText(/误录的条款（导入条款，已撤回）/)
    .first()
    .waitFor();
  await safety.getByRole("link", { name: "在判定标准库中查看" }).click();
  const item = safety.locator("#main li[aria-current]");
  await item.getByText("已撤回", { exact: true }).waitFor();
  expect(await findingsOn(safety), "the standard").toEqual([]);
});

test("whoever may not import official texts sees no form for it", async () => {
  const page = await visitor("county", "/criteria");
  await page.getByRole("heading", { name: /^标准 \d+ 项/ }).waitFor();
  expect(await page.getByRole("region", { name: "导入官方原文" }).count()).toBe(0);
});
