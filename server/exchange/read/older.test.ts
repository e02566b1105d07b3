import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { aFile, cellsByRow, tableIn } from "../../../test/support/workbooks.ts";
import { inGb18030 } from "./gb18030.ts";

const kept = (name: string) => fileURLToPath(new URL(`../../../test/tables/${name}`, import.meta.url));

const ledger = {
  1: ["隐患排查治理台账（演示）"],
  2: ["填报单位：演示单位", null, null, "单位：处"],
  3: ["序号", "隐患名称", "发现日期", "身份证号", "是否整改", "金额"],
  4: [1, "安全出口堵塞，＂严重＂", { day: "2024-03-05" }, "999999199001010017", true, 1234.5],
  // The row between is blank; the identity number was typed as a number, so that its last digits were lost where it was typed.
  6: [2, " 消防设施\n缺失 ", { day: "1999-12-31" }, 999999199001010000, false, 0.1],
  7: ["合计", null, null, null, null, 1234.6],
};

test.each(["libreoffice.xlsx", "libreoffice.xls"])(
  "a ledger that LibreOffice saved as %s is read",
  async (name) => {
    const table = await tableIn(kept(name));
    expect({ format: table.format, sheet: table.sheet, rows: cellsByRow(table.rows) }).toEqual({
      format: name.slice(-3) === "xls" ? "xls" : "xlsx",
      sheet: "Sheet1",
      rows: ledger,
    });
  },
);

test("of an older workbook the merged titles, the hidden sheets and the count from 1904 are known", async () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ["台账", null],
    ["甲", 43894],
  ]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet.B2 = { t: "n", v: 43894, z: "yyyy/m/d" };
  utils.book_append_sheet(book, utils.aoa_to_sheet([["x"]]), "暗");
  utils.book_append_sheet(book, sheet, "明");
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }], WBProps: { date1904: true } };
  const path = await aFile("a.xls", write(book, { type: "buffer", bookType: "biff8" }));
  expect(await tableIn(path)).toEqual({
    format: "xls",
    encoding: undefined,
    sheets: ["明"],
    sheet: "明",
    facts: { merged: [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }], from1904: true },
    rows: [
      { number: 1, cells: ["台账"] },
      { number: 2, cells: ["甲", { day: "2024-03-05" }] },
    ],
  });
});

const page = `<html><head><meta charset="gbk"></head><body><table><tr><th colspan="2">名单</th></tr>
<tr><td>安全&amp;出口</td><td>533421199001011234</td></tr><tr><td>001</td><td>2024-03-05</td></tr></table></body></html>`;

test.each([
  ["UTF-8", Buffer.from(`\ufeff${page}`)],
  ["GBK", inGb18030(page)],
])("a page in %s that a system calls a workbook is read, its cells as texts", async (_, bytes) => {
  const { rows, facts } = await tableIn(await aFile("a.xls", bytes));
  expect(cellsByRow(rows)).toEqual({
    1: ["名单"],
    2: ["安全&出口", "533421199001011234"],
    3: ["001", "2024-03-05"],
  });
  expect(facts.merged).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }]);
});

test("the XML of a workbook of 2003 is read", async () => {
  const cell = (type: string, value: string) => `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row>${cell("String", "0012")}${cell("Number", "12")}</Row></Table></Worksheet></Workbook>`;
  const table = await tableIn(await aFile("a.xls", xml));
  expect({ sheet: table.sheet, rows: table.rows }).toEqual({
    sheet: "甲",
    rows: [{ number: 1, cells: ["0012", 12] }],
  });
});
