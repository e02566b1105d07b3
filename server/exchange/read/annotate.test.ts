import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import {
  aFile,
  anArchive,
  aPath,
  aWorkbook,
  cellsByRow,
  type Parts,
  resultOfReading,
  savedByLibreOffice,
  sheetMarkup,
  soffice,
  stringsMarkup,
  tableIn,
  workbookParts,
} from "../../../test/support/workbooks.ts";
import { annotate } from "./annotate.ts";
import type { AnnotatedTable, RowReason } from "./annotated.ts";
import { inGb18030 } from "./gb18030.ts";
import { openPackage } from "./xlsx/package.ts";

async function* given(reasons: readonly RowReason[]): AsyncGenerator<RowReason> {
  yield* reasons;
}

/** A file with the reasons, as the person gets it. */
async function annotated(
  path: string,
  reasons: readonly RowReason[],
  table: Partial<AnnotatedTable> = {},
): Promise<{ path: string; type: string; extension: string }> {
  const result = aPath("given-back.xlsx");
  const out = createWriteStream(result);
  const said = { format: "xlsx", sheet: "Sheet1", headerRow: 1, ...table } as const;
  const kind = await annotate(path, said, given(reasons), out);
  out.end();
  await finished(out);
  return { path: result, ...kind };
}

/** The parts of a workbook, a letter for each byte. */
async function partsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const parts = await openPackage(path);
  const texts: Record<string, string> = {};
  for (const name of parts.entries.keys()) {
    texts[name] = "";
    for await (const chunk of parts.open(name)) texts[name] += chunk.toString("latin1");
  }
  parts.close();
  return texts;
}

const sheetPart = "xl/worksheets/sheet1.xml";

/** A ledger with most of what people do to one. */
const ledgerRows = `<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t>台账</t></is></c></row>
<row r="2" spans="1:3"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"/></row>
<row r="3" spans="1:3" x14ac:dyDescent="0.2"><c r="A3"><v>1</v></c><c r="B3" t='str'><f>"a"&amp;"b"</f><v>ab</v></c><c r="C3" s="1"/><c r="E3" s="1"/></row>
<row r="4"><c r="A4"><v>2</v></c></row>
<row r="6"/>
<row><c><v>3</v></c></row>`;
const before =
  '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:B7"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="20" customWidth="1"/><col min="5" max="16384" width="9"/></cols>';
const behind =
  '<autoFilter ref="A2:B7"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
const ledgerParts: Parts = {
  [sheetPart]: sheetMarkup(ledgerRows, behind, before).replace(
    "<worksheet ",
    '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ',
  ),
  "xl/sharedStrings.xml": stringsMarkup("<t>编号</t>", "<t>名称</t>"),
  "xl/media/image1.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
};
const aLedger = () => aWorkbook("", ledgerParts);
const reasons = [
  { row: 3, text: "发现日期：缺少" },
  { row: 6, text: "<空行>&" },
  { row: 7, text: "=1+1" },
  { row: 9, text: "第九行" },
];

test("a workbook is given back with a reason on each row that has one, beside its head and cells", async () => {
  const back = await annotated(await aLedger(), reasons, { headerRow: 2 });
  expect([back.extension, back.type]).toEqual(["xlsx", expect.stringContaining("spreadsheetml")]);
  const { rows, facts } = await tableIn(back.path);
  expect(cellsByRow(rows)).toEqual({
    1: ["台账"],
    2: ["编号", "名称", "导入结果"],
    3: [1, "ab", "发现日期：缺少"],
    4: [2],
    6: [null, null, "<空行>&"],
    7: [3, null, "=1+1"],
    9: [null, null, "第九行"],
  });
  expect(facts.merged).toHaveLength(1);
});

test("all else of the workbook is as it was, letter by letter", async () => {
  const path = await aLedger();
  const [was, is] = [
    await partsOf(path),
    await partsOf((await annotated(path, reasons, { headerRow: 2 })).path),
  ];
  const changed = Object.keys(is).filter((name) => is[name] !== was[name]);
  expect(changed).toEqual(["/xl/styles.xml", `/${sheetPart}`]);
  expect(Object.keys(is)).toEqual(Object.keys(was));
  // A row's cells stand in the order of their columns.
  expect(is[`/${sheetPart}`]).toMatch(/r="B3".*?r="C3".*?r="E3"/);
  const added = /<c r="C\d+" s="3" t="inlineStr"><is><t xml:space="preserve">[^<]*<\/t><\/is><\/c>/g;
  const plain = (is[`/${sheetPart}`] ?? "")
    .replaceAll(added, "")
    .replace('<col min="3" max="3" width="60" customWidth="1"/>', "");
  expect(plain).toBe(
    (was[`/${sheetPart}`] ?? "")
      .replace('ref="A1:B7"', 'ref="A1:C7"')
      .replaceAll(' spans="1:3"', "")
      .replaceAll(/<c r="C[23]" s="1"\/>/g, "")
      .replace('<row r="6"/>', '<row r="6"></row>')
      .replace("</sheetData>", '<row r="9"></row></sheetData>'),
  );
  expect(is["/xl/styles.xml"]).toContain('<fonts count="3">');
  expect(is["/xl/styles.xml"]).toContain('<cellXfs count="4">');
});

test("a file that was given back, mended and brought again has the new reasons alone, in the same column", async () => {
  const first = await annotated(await aLedger(), reasons, { headerRow: 2 });
  const second = await annotated(first.path, [{ row: 4, text: "重复" }], { headerRow: 2 });
  const { rows } = await tableIn(second.path);
  expect(cellsByRow(rows)).toEqual({
    1: ["台账"],
    2: ["编号", "名称", "导入结果"],
    3: [1, "ab"],
    4: [2, null, "重复"],
    7: [3],
  });
});

test("a sheet whose tags have a prefix and no places, without styles and widths, is given back as well", async () => {
  const { "xl/styles.xml": _, ...parts } = workbookParts;
  const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  for (const content of [
    sheet,
    Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheet}`, "utf16le"),
  ]) {
    const path = await anArchive("a.xlsx", {
      ...parts,
      "xl/sharedStrings.xml": stringsMarkup(),
      [sheetPart]: content,
    });
    const back = await annotated(path, [{ row: 2, text: "错" }]);
    expect(cellsByRow((await tableIn(back.path)).rows)).toEqual({ 1: [1, "导入结果"], 2: [2, "错"] });
  }
});

test("a ledger that LibreOffice made keeps all that it holds", async () => {
  const path = fileURLToPath(new URL("../../../test/tables/libreoffice.xlsx", import.meta.url));
  const back = await annotated(path, [{ row: 6, text: "身份证号：位数不对" }], { headerRow: 3 });
  const [was, is] = [cellsByRow((await tableIn(path)).rows), cellsByRow((await tableIn(back.path)).rows)];
  expect(is).toEqual({
    ...was,
    3: [...(was[3] ?? []), "导入结果"],
    6: [...(was[6] ?? []), "身份证号：位数不对"],
  });
});

test("reasons for the same row stand together", async () => {
  const back = await annotated(
    await aLedger(),
    [
      { row: 3, text: "甲" },
      { row: 3, text: "乙" },
    ],
    { headerRow: 2 },
  );
  expect(cellsByRow((await tableIn(back.path)).rows)[3]).toEqual([1, "ab", "甲；乙"]);
});

test("a workbook that may not be read is not given back either", async () => {
  const path = await aWorkbook("", { "xl/vbaProject.bin": "x" });
  await expect(annotated(path, [])).rejects.toThrow("file-has-macros");
});

const text = '编号,名称\r\n1,"安全,出口"\r\n\r\n2,𠮷"\r\n3,"多行\r\n文字",x,y\r\n4';
const told =
  '编号,名称,,,"导入结果"\r\n1,"安全,出口",,,"原因""甲"", 乙"\r\n\r\n2,𠮷"\r\n3,"多行\r\n文字",x,y,"\'=错"\r\n4,,,,"末行"';
const textReasons = [
  { row: 2, text: '原因"甲",\n乙' },
  { row: 5, text: "=错" },
  { row: 6, text: "末行" },
];
const wide = (content: string) => Buffer.from(`\ufeff${content}`, "utf16le");

test.each<[string, (content: string) => Buffer]>([
  ["UTF-8", (content) => Buffer.from(content)],
  ["UTF-8 with a mark", (content) => Buffer.from(`\ufeff${content}`)],
  ["GB18030", inGb18030],
  ["UTF-16", wide],
  ["UTF-16 turned round", (content) => wide(content).swap16()],
])("a text in %s is given back in it, byte for byte but for the reasons", async (_, written) => {
  const path = await aFile("a.csv", written(text));
  const back = await annotated(path, textReasons, { format: "csv", sheet: "" });
  expect(back.extension).toBe("csv");
  expect(await readFile(back.path)).toEqual(written(told));
  const again = await annotated(back.path, [], { format: "csv", sheet: "" });
  // Of what was told, the heading stays.
  expect((await tableIn(again.path)).rows.map(({ cells }) => cells.length)).toEqual([5, 2, 2, 4, 1]);
});

test("a text with tabs and a line about them gets its reasons behind tabs, on the right lines", async () => {
  const path = await aFile("a.txt", "sep=\t\n甲\t乙\n1\t2\n");
  const back = await annotated(path, [{ row: 2, text: "错" }], { format: "csv", sheet: "" });
  expect(await readFile(back.path, "utf8")).toBe('sep=\t\n甲\t乙\t"导入结果"\n1\t2\t"错"\n');
});

test("an older workbook gives its values back as one of the present kind", async () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([["台账"], ["编号", "日期"], ["001", 45356], [null, null], [true, 2]]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet.B3 = { t: "n", v: 45356, z: "yyyy/m/d" };
  utils.book_append_sheet(book, sheet, "甲&乙");
  const path = await aFile("a.xls", write(book, { type: "buffer", bookType: "biff8" }));
  const back = await annotated(
    path,
    [
      { row: 3, text: "错" },
      { row: 4, text: "空" },
    ],
    { format: "xls", sheet: "甲&乙", headerRow: 2 },
  );
  const table = await tableIn(back.path);
  expect({
    format: table.format,
    sheet: table.sheet,
    merged: table.facts.merged.length,
    rows: cellsByRow(table.rows),
  }).toEqual({
    format: "xlsx",
    sheet: "甲&乙",
    merged: 1,
    rows: {
      1: ["台账"],
      2: ["编号", "日期", "导入结果"],
      3: ["001", { day: "2024-03-05" }, "错"],
      4: [null, null, "空"],
      5: [true, 2],
    },
  });
});

test("a workbook that is given back is read again to its end", async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  );
  const path = await aWorkbook(rows.join("\n"));
  const many = Array.from({ length: 19_999 }, (_, at) => ({ row: at + 2, text: `第${at + 2}行有误` }));
  const back = await annotated(path, many);
  const { rows: read } = await tableIn(back.path);
  expect(
    read.every(({ number, cells }) => cells[1] === (number === 1 ? "导入结果" : `第${number}行有误`)),
  ).toBe(true);
  expect(await resultOfReading(back.path)).toBe("20000 rows");
});

test("a file is given back beside the thread that answers everybody else", async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}"><v>1.5</v></c></row>`,
  );
  const path = await aWorkbook(rows.join(""));
  const text = await aFile("a.csv", "甲,乙\n".repeat(300_000));
  const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await annotated(path, [{ row: 2, text: "错" }]);
  await annotated(text, [{ row: 2, text: "错" }], { format: "csv", sheet: "" });
  const [ofThread, ofAll] = [process.threadCpuUsage(own), process.cpuUsage(all)];
  expect((ofThread.user + ofThread.system) / (ofAll.user + ofAll.system)).toBeLessThan(0.3);
});

test("where the reader of a file goes away, it is given up, and so are its reasons", async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 1}"><c><v>${at * 7919}</v></c></row>`,
  );
  const made = [
    { path: await aWorkbook(rows.join("")), format: "xlsx", sheet: "Sheet1" },
    { path: await aFile("a.csv", "甲,乙\n".repeat(200_000)), format: "csv", sheet: "" },
  ] as const;
  for (const { path, ...table } of made) {
    let isClosed = false;
    async function* endless(): AsyncGenerator<RowReason> {
      try {
        for (let row = 2; ; row += 1) yield { row, text: "错" };
      } finally {
        isClosed = true;
      }
    }
    let bytes = 0;
    const gone = new Writable({
      write(chunk: Buffer, _, done) {
        bytes += chunk.length;
        if (bytes > 5_000) gone.destroy();
        else done();
      },
      highWaterMark: 1,
    });
    await expect(annotate(path, { ...table, headerRow: 1 }, endless(), gone)).rejects.toThrow(
      "closed before its end",
    );
    expect(isClosed).toBe(true);
  }
});

test.skipIf(soffice === undefined)(
  "LibreOffice shows every cell of before, and the reasons, in what is given back",
  async () => {
    const saved = await savedByLibreOffice(await aLedger(), "xlsx");
    for (const path of [await aLedger(), saved]) {
      const back = await annotated(path, reasons, { headerRow: 2 });
      const shown = await tableIn(await savedByLibreOffice(back.path, "xlsx"));
      const was = cellsByRow((await tableIn(path)).rows);
      const is = cellsByRow(shown.rows);
      for (const [row, cells] of Object.entries(was))
        expect(is[Number(row)]?.slice(0, cells.length)).toEqual(cells);
      for (const { row, text: reason } of reasons) expect(is[row]?.[2]).toBe(reason);
      expect(is[2]?.[2]).toBe("导入结果");
      expect(shown.facts.merged).toHaveLength(1);
    }
  },
);
