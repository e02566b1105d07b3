import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { opens } from "../../../test/support/office.ts";
import { cellsOf, csvRows, unzipped } from "../../../test/support/workbook.ts";
import { csvOf } from "./csv.ts";
import type { OutCell, TableOut } from "./table-out.ts";
import { xlsxOf } from "./xlsx.ts";

async function* inBatches(...batches: readonly (readonly (readonly OutCell[])[])[]) {
  for (const batch of batches) yield batch;
}

const columns = [
  { heading: "名称", width: 20, isText: true },
  { heading: "金额", width: 12, isText: false },
  { heading: "日期", width: 12, isText: false },
];

const aTable = (own: Partial<TableOut> = {}): TableOut => ({
  title: "隐患台账",
  lines: ["条件：全部", "共 2 条"],
  columns,
  rows: inBatches([["=1+1", 12.5, { day: "2026-03-10" }]], [], [["91999999MA0000001N", null, null]]),
  ...own,
});

const workbook = (own?: Partial<TableOut>, measure?: { rows: number; characters: number }) =>
  buffer(xlsxOf(aTable(own), measure));
const sheetText = (bytes: Buffer, at = 1) => unzipped(bytes).get(`xl/worksheets/sheet${at}.xml`) ?? "";

test("title, lines, heading and rows stand in their order, and a day is counted as spreadsheets count", async () => {
  expect(cellsOf(await workbook())).toEqual([
    ["隐患台账"],
    ["条件：全部"],
    ["共 2 条"],
    ["名称", "金额", "日期"],
    ["=1+1", 12.5, 46091],
    ["91999999MA0000001N"],
  ]);
});

test("no cell is a formula, and every text is held as text", async () => {
  const xml = sheetText(await workbook());
  expect(xml).not.toContain("<f");
  expect(xml).toMatch(/<c r="A5" s="4" t="inlineStr">/);
  expect(unzipped(await workbook()).get("xl/styles.xml")).toMatch(/(<xf .*?){5}numFmtId="49"/s);
});

test("the heading stays in sight, has the filter's buttons and is printed on every page", async () => {
  const bytes = await workbook();
  expect(sheetText(bytes)).toContain('<pane ySplit="4" topLeftCell="A5"');
  expect(sheetText(bytes)).toContain('<autoFilter ref="A4:C6"/>');
  expect(unzipped(bytes).get("xl/workbook.xml")).toContain("'隐患台账'!$4:$4");
});

test("more rows than a sheet holds go on in the next, and none is lost", async () => {
  const rows = Array.from({ length: 25 }, (_, at): readonly OutCell[] => [`第 ${at} 行`, at, null]);
  const bytes = await workbook(
    { rows: inBatches(rows.slice(0, 7), rows.slice(7)) },
    { rows: 14, characters: 1e9 },
  );
  const sheets = [1, 2, 3].map((at) =>
    cellsOf(bytes, at)
      .slice(4)
      .map(([, number]) => number),
  );
  expect(sheets.map(({ length }) => length)).toEqual([10, 10, 5]);
  expect(sheets.flat()).toEqual(rows.map(([, number]) => number));
  const named = unzipped(bytes).get("xl/workbook.xml");
  for (const name of ["隐患台账", "隐患台账 2", "隐患台账 3"]) expect(named).toContain(`name="${name}"`);
});

test("a sheet that has grown too long in signs goes on in the next", async () => {
  const bytes = await workbook(
    { rows: inBatches([["a", 1, null]], [["b", 2, null]]) },
    { rows: 1e6, characters: 10 },
  );
  expect([...unzipped(bytes).keys()].filter((name) => name.startsWith("xl/worksheets/"))).toHaveLength(2);
});

test("a table without rows has its heading still", async () => {
  expect(cellsOf(await workbook({ rows: inBatches() })).at(-1)).toEqual(["名称", "金额", "日期"]);
});

test.each(['a<b>&"c"', "一\n二", "\u0007铃", "_x0041_", "\r", "😀", " 空 "])(
  "the text %j comes through whole",
  async (text) => {
    expect(cellsOf(await workbook({ rows: inBatches([[text]]) })).at(-1)).toEqual([text]);
  },
);

test("half of a pair of surrogates does not spoil the file", async () => {
  expect(cellsOf(await workbook({ rows: inBatches([["a\ud800b"]]) })).at(-1)).toEqual(["a\ufffdb"]);
});

test("a text too long for a cell is an error and not cut", async () => {
  await expect(workbook({ rows: inBatches([["长".repeat(32_768)]]) })).rejects.toThrow("no room in a cell");
});

test("what fails while rows are read fails the file, and what is given up closes the rows", async () => {
  let closed = 0;
  async function* failing() {
    try {
      yield [["一"]];
      throw new Error("the database is gone");
    } finally {
      closed += 1;
    }
  }
  await expect(workbook({ rows: failing() })).rejects.toThrow("the database is gone");
  async function* endless() {
    try {
      for (;;) yield [["一"]];
    } finally {
      closed += 1;
    }
  }
  for (const chunks of [1, 20]) {
    const stream = xlsxOf(aTable({ rows: endless() }));
    const over = new Promise((resolve) => stream.once("close", resolve));
    stream.on("error", () => undefined);
    let read = 0;
    for await (const _ of stream) {
      read += 1;
      if (read === chunks) break;
    }
    await over;
  }
  expect(closed).toBe(3);
});

test("the official form is for print: across A4, with borders, its signature line below and no buttons", async () => {
  const bytes = await workbook({
    official: true,
    pageMark: "演示样张 非公文",
    foot: ["填表人：　　审核人："],
  });
  const xml = sheetText(bytes);
  expect(xml).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
  expect(xml).toContain("&amp;C演示样张 非公文");
  expect(xml).not.toContain("autoFilter");
  expect(xml).toContain('<c r="B6" s="7"/>');
  expect(cellsOf(bytes).at(-1)).toEqual(["填表人：　　审核人："]);
});

test("a row for print is as high as its longest text", async () => {
  const rows = inBatches([["短", 1, null]], [["长".repeat(40), 1, null]], [["一\n二\n三", 1, null]]);
  const xml = sheetText(await workbook({ official: true, rows }));
  const heights = [...xml.matchAll(/<row r="[567]" ht="(\d+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([19, 79, 49]);
});

test("CSV has the mark of its encoding, lines by the standard, guarded texts, and what it is in its last line", async () => {
  const rows = inBatches([["=1+1", -5, { day: "2026-03-10" }]], [['说"是", 或否', null, null]]);
  const text = (await buffer(csvOf(aTable({ rows })))).toString("utf8");
  expect(text).toBe(
    '\ufeff名称,金额,日期\r\n\'=1+1,-5,2026-03-10\r\n"说""是"", 或否",,\r\n# 隐患台账 | 条件：全部 | 共 2 条\r\n',
  );
  expect(csvRows(text)[2]).toEqual(['说"是", 或否', "", ""]);
});

test.skipIf(!opens)("LibreOffice reads the same cells from the workbook", { timeout: 120_000 }, async () => {
  expect(await opens?.(await workbook())).toEqual([
    ["隐患台账", "", ""],
    ["条件：全部", "", ""],
    ["共 2 条", "", ""],
    ["名称", "金额", "日期"],
    ["=1+1", "12.5", "2026-03-10"],
    ["91999999MA0000001N", "", ""],
  ]);
});
