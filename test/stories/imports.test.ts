import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { csvOf } from "../support/imports.ts";
import { timber } from "./people.ts";
import { desk, phone, setStage, signIn, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, become, visitor } = setStage();

const firm = "保和木制品厂（虚构）";
const importsOfHazards = "/registers/hazard/imports";

const csv = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(csvOf(rows)),
});

/** A ledger as somebody else keeps it: a title, headings of their own, a foot. */
const ledger = (name: string, ...rows: readonly (readonly string[])[]) =>
  csv(name, [
    ["维西县安全生产检查隐患台账", "", "", "", "", ""],
    ["序号", "存在问题", "被检查单位", "检查日期", "隐患来源", "受威胁人数"],
    ...rows,
    ["填表人：和建国", "", "", "审核人：", "", ""],
  ]);

type File = ReturnType<typeof csv>;

/** Chooses a file by the button, as a person does. */
async function choose(page: Page, button: string, file: File): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  await chooser.setFiles(file);
}

const bringTo = async (page: Page, file: File): Promise<void> => {
  await choose(page, "选择表格文件", file);
  await columns(page).waitFor();
};

const columns = (page: Page): Locator => page.getByRole("region", { name: "各列含义" });
const trial = (page: Page): Locator => page.getByRole("region", { name: "试导入结果" });
const result = (page: Page): Locator => page.getByRole("region", { name: "导入结果", exact: true });
const tryIt = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "试导入", exact: true }).click();

/** How many rows are said to be added, changed, skipped and refused. */
async function countsIn(outcome: Locator): Promise<readonly string[]> {
  await outcome.waitFor();
  return outcome.getByRole("button", { name: /^(新增|更改|跳过|不能导入) \d+$/ }).allTextContents();
}

const rowsIn = (outcome: Locator): Promise<string[]> => outcome.locator("tbody tr").allInnerTexts();

/** What a list says that it has, narrowed by a word. */
async function totalOf(page: Page, word: string): Promise<string | null> {
  await page.goto(`${address}/registers/hazard?q=${encodeURIComponent(word)}`);
  const total = page.getByText(/^共 \d+ 条$/);
  await total.waitFor();
  return total.textContent();
}

test("a ledger in somebody else's headings is explained row by row; its good rows come in, and with the mended file only the rest", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard");
  await page.getByRole("link", { name: "导入", exact: true }).click();
  await page.getByText("您确认以前，不写入任何内容").waitFor();
  const good = [
    ["1", "砂光机吸尘罩脱落", firm, "2026年3月5日", "部门检查", "３"],
    ["2", "木粉仓未设泄爆口", firm, "2026-03-06", "部门检查", ""],
  ];
  const file = ledger(
    "检查台账.csv",
    ...good,
    ["3", "木粉堆积未清理", "没有这家企业", "2026.3.4", "部门检查", ""],
    ["4", "木粉场无照明", firm, "3月5日", "部门检查", "五人"],
  );
  await bringTo(page, file);
  const field = page.getByRole("combobox", { name: "B 列“存在问题”导入为" });
  await field.waitFor();
  await columns(page).locator("tr").filter({ has: field }).getByText("隐患名称（必填）").waitFor();
  await tryIt(page);

  expect(await countsIn(trial(page))).toEqual(["新增 2", "更改 0", "跳过 1", "不能导入 2"]);
  const refused = await rowsIn(trial(page));
  expect(refused).toHaveLength(2);
  expect(refused[0]).toMatch(/^5\s+木粉堆积未清理\s+C 列 企业：没有这个名称.*（填的是：没有这家企业）$/s);
  expect(refused[1]).toMatch(
    /^6\s+木粉场无照明\s+D 列 发现日期：.*（填的是：3月5日）\s+F 列 受威胁人数：.*（填的是：五人）$/s,
  );
  expect(await page.getByRole("button", { name: /^全部导入/ }).isEnabled()).toBe(false);
  await page.getByText("有 2 行不能导入，所以不能“全部导入”").waitFor();
  const [reasons] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载带原因的原文件" }).click(),
  ]);
  expect(reasons.suggestedFilename()).toBe("检查台账（导入结果）.csv");
  const told = await readFile(await reasons.path(), "utf8");
  expect(told.split("\n")[4]).toContain("没有这个名称");

  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await result(page).getByText("已新增 2 条，更改 0 条。").waitFor();
  await page.getByRole("button", { name: /^新增/ }).click();
  const first = result(page).getByRole("link", { name: /砂光机吸尘罩脱落$/ });
  await first.click();
  await page.getByRole("heading", { level: 1, name: /砂光机吸尘罩脱落/ }).waitFor();
  await page.goBack();

  // The file that came back, mended: it has the column of reasons still.
  const mended = told
    .replace("没有这家企业", firm)
    .replace(/(?<!年)3月5日/, "2026年3月5日")
    .replace("五人", "5");
  await choose(page, "上传改好的文件", {
    ...file,
    name: reasons.suggestedFilename(),
    buffer: Buffer.from(mended),
  });
  await columns(page).getByText("上次导入的说明，不导入").waitFor();
  await tryIt(page);
  expect(await countsIn(trial(page))).toEqual(["新增 2", "更改 0", "跳过 3", "不能导入 0"]);
  await page.getByRole("button", { name: /^全部导入/ }).click();
  await result(page).getByText("已新增 2 条，更改 0 条。").waitFor();
  await result(page).getByRole("link", { name: "查看事故隐患列表" }).click();
  for (const title of ["砂光机吸尘罩脱落", "木粉仓未设泄爆口", "木粉堆积未清理", "木粉场无照明"])
    expect(await totalOf(page, title), title).toBe("共 1 条");
});

test("what was not recognised is set right by hand, with the keyboard", async () => {
  const page = await visitor(timber.inspector, importsOfHazards);
  await bringTo(
    page,
    csv("自定义.csv", [
      ["隐患名称", "企业名称", "发现日期", "哪来的", "天气"],
      ["锯台急停按钮失灵", firm, "2026-03-07", "部门检查", "晴"],
    ]),
  );
  await page.getByText("还没有列对应必填项：隐患来源").waitFor();
  await page.getByText("不导入的列：D 哪来的、E 天气").waitFor();
  await tabTo(page, page.getByRole("combobox", { name: "D 列“哪来的”导入为" }));
  await page.keyboard.type("来源");
  await page.locator(".ant-select-item-option").filter({ hasText: "隐患来源" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("还没有列对应必填项").waitFor({ state: "detached" });
  await page.getByText("不导入的列：E 天气").waitFor();
  await tabTo(page, page.getByRole("button", { name: "试导入", exact: true }));
  await page.keyboard.press("Enter");
  expect(await countsIn(trial(page))).toEqual(["新增 1", "更改 0", "跳过 0", "不能导入 0"]);
  // Where the button stood that was pressed, the keyboard goes on.
  await tabTo(page, trial(page).getByRole("button", { name: "返回修改各列" }));
  await page.keyboard.press("Enter");
  await columns(page).locator("tr").filter({ hasText: "哪来的" }).getByText("隐患来源（必填）").waitFor();
  await columns(page).getByText("文件开头").click();
  await page.getByLabel("数据从第几行").fill("3");
  await columns(page)
    .getByRole("row", { name: /^2 不读 锯台急停按钮失灵/ })
    .waitFor();
  await tryIt(page);
  await trial(page).getByText("文件里没有数据行").waitFor();
  expect(await page.getByRole("button", { name: /^全部导入/ }).isEnabled()).toBe(false);
});

test("a list that went out and comes back with a cell changed says what that was and will be", async () => {
  const page = await visitor(timber.head, "/registers/enterprise/imports");
  const list = `${address}/api/registers/enterprise/entries.csv?q=${encodeURIComponent(firm)}`;
  const out = await (await page.context().request.get(list)).text();
  const edited = out.replace("维西县保和镇（虚构地址）", "维西县保和镇一号（虚构地址）");
  await bringTo(page, { name: "企业台账.csv", mimeType: "text/csv", buffer: Buffer.from(edited) });
  // Every column goes by its words, also one that is only ever taken out.
  const chosen = await columns(page).locator(".imports-chosen").allTextContents();
  expect(chosen.filter((text) => /^[a-z]/i.test(text))).toEqual([]);
  await tryIt(page);
  expect(await countsIn(trial(page))).toEqual(["新增 0", "更改 1", "跳过 0", "不能导入 0"]);
  const [changed] = await rowsIn(trial(page));
  expect(changed).toContain("地址：维西县保和镇（虚构地址） → 维西县保和镇一号（虚构地址）");
  await trial(page)
    .getByRole("link", { name: new RegExp(`^QY\\d+-\\d+ ${firm}$`) })
    .click();
  await page.getByRole("heading", { level: 1, name: firm }).waitFor();
});

test("a picture that is called a table is refused in words, and nothing is kept of it", async () => {
  const page = await visitor(timber.inspector, importsOfHazards);
  const earlier = page.getByRole("region", { name: "我的导入" }).getByRole("link");
  const before = await earlier.count();
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
  await choose(page, "选择表格文件", { name: "现场.xlsx", mimeType: "image/png", buffer: png });
  await page.getByText("这不是可以读取的表格文件").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.reload();
  await page.getByRole("heading", { name: "我的导入" }).waitFor();
  expect(await earlier.count()).toBe(before);
});

test("an import is found again by its address, after signing in again too, and by nobody else", async () => {
  const page = await visitor(timber.inspector, importsOfHazards);
  await bringTo(page, ledger("重新打开.csv", ["1", "热压机护罩缺失", firm, "2026-03-08", "部门检查", ""]));
  await page.reload();
  await columns(page).getByRole("cell", { name: "热压机护罩缺失" }).waitFor();
  await page.context().clearCookies();
  await tryIt(page);
  const again = page.getByRole("dialog", { name: "登录已失效" });
  await again.waitFor();
  await signIn(page, timber.inspector);
  await again.waitFor({ state: "detached" });
  await tryIt(page);
  await trial(page).waitFor();
  await page.reload();
  expect(await countsIn(trial(page))).toEqual(["新增 1", "更改 0", "跳过 1", "不能导入 0"]);
  const { pathname } = new URL(page.url());
  await page.goto(`${address}${importsOfHazards}`);
  const mine = page.getByRole("region", { name: "我的导入" });
  await mine.getByText("新增 1 · 更改 0 · 跳过 1 · 不能导入 0").first().waitFor();
  await mine.getByRole("link", { name: "重新打开.csv" }).first().click();
  await trial(page).waitFor();
  expect(new URL(page.url()).pathname).toBe(pathname);
  await become(page, timber.inspector2, pathname);
  await page.getByRole("heading", { name: "不存在，或不在您的数据范围内" }).waitFor();
});

test("a trial of many rows can be stopped, and is as if it had not begun", async () => {
  const page = await visitor(timber.inspector, importsOfHazards);
  const many = Array.from({ length: 30_000 }, (_, at) => [
    String(at + 1),
    `停止试导入的隐患 ${at}`,
    firm,
    "2026-03-09",
    "部门检查",
    "",
  ]);
  await bringTo(page, ledger("很多行.csv", ...many));
  await tryIt(page);
  const work = page.getByRole("region", { name: "正在试导入" });
  await work.getByText(/^已处理到第 \d+ 行，共约 \d+ 行$/).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await work.getByRole("button", { name: "停止", exact: true }).click();
  await columns(page).getByText("已按您的要求停止").waitFor();
  expect(await totalOf(page, "停止试导入的隐患")).toBe("共 0 条");
});

// So few that a list of all hazards is still counted to its end, which the stories after this one read.
test("an import that is stopped says what came in, and goes on with the rest, also from the list of one's imports later", async () => {
  const page = await visitor(timber.inspector, importsOfHazards);
  const many = Array.from({ length: 6000 }, (_, at) => [
    String(at + 1),
    `停下再继续的隐患 ${at}`,
    at === 5999 ? "没有这家企业" : firm,
    "2026-03-09",
    "部门检查",
    "",
  ]);
  await bringTo(page, ledger("先停后续.csv", ...many));
  await tryIt(page);
  await trial(page).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  const work = page.getByRole("region", { name: "正在导入" });
  await work.getByText(/^已处理到第 [1-9]\d* 行，共约 \d+ 行$/).waitFor();
  await work.getByRole("button", { name: "停止", exact: true }).click();
  await result(page)
    .getByText(/^停在第 \d+ 行，共约 \d+ 行/)
    .waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const said =
    (await result(page)
      .getByText(/^已新增 \d+ 条/)
      .textContent()) ?? "";
  const cameIn = Number(/\d+/.exec(said)?.[0]);
  expect(cameIn).toBeGreaterThan(0);
  expect(cameIn).toBeLessThan(5999);
  const total = async () => {
    const asked = `${address}/api/registers/hazard/entries?count=exact&q=${encodeURIComponent("停下再继续的隐患")}`;
    return (await (await page.context().request.get(asked)).json()).total;
  };
  expect(await total()).toBe(cameIn);

  await page.goto(`${address}${importsOfHazards}`);
  const mine = page.getByRole("region", { name: "我的导入" });
  await mine.getByRole("link", { name: "先停后续.csv" }).click();
  await page.getByRole("button", { name: "继续导入" }).click();
  await result(page).getByText("已新增 5999 条，更改 0 条。").waitFor({ timeout: 60_000 });
  expect(await countsIn(result(page))).toEqual(["新增 5999", "更改 0", "跳过 1", "不能导入 1"]);
  expect(await page.getByRole("button", { name: "继续导入" }).count()).toBe(0);
  expect(await total()).toBe(5999);
});

test("who does nothing in a register is not offered to bring rows into it", async () => {
  const page = await visitor("leader", "/registers/hazard");
  await page.getByRole("button", { name: "导出", exact: true }).waitFor();
  expect(await page.getByRole("link", { name: "导入", exact: true }).count()).toBe(0);
  await page.goto(`${address}${importsOfHazards}`);
  await page.getByRole("heading", { name: "您的岗位无权查看" }).waitFor();
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, every step can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await visitor(timber.inspector, importsOfHazards, size);
  const clean = async (step: string) => expect(await findingsOn(page), step).toEqual([]);
  await clean("the choice of a file");
  await bringTo(
    page,
    ledger(
      `各步${size.width}.csv`,
      ["1", `封边机漏电（${size.width}）`, firm, "2026-03-10", "部门检查", ""],
      ["2", "木粉自燃", "没有这家企业", "2026-03-10", "部门检查", ""],
    ),
  );
  await columns(page).getByText("文件开头").click();
  await clean("the columns");
  await tryIt(page);
  await trial(page).waitFor();
  await clean("the trial");
  await page.getByRole("button", { name: "只导入正确的行" }).click();
  await result(page).waitFor();
  await clean("the result");
});
