import { randomBytes } from "node:crypto";
import { readFile, truncate } from "node:fs/promises";
import { expect, test } from "vitest";
import { limits } from "../../../core/limits.ts";
import { exchangeFileRefusals } from "../../../core/refusals/exchange-file.ts";
import { refusals } from "../../../core/refusals.ts";
import {
  aCompound,
  begin,
  changeDirectory,
  claiming,
  packedZeros,
  records,
} from "../../../test/support/hostile-files.ts";
import {
  aFile,
  anArchive,
  aWorkbook,
  resultOfReading,
  sheetMarkup,
  stringsMarkup,
  workbookParts,
} from "../../../test/support/workbooks.ts";
import { openTable } from "./open-table.ts";

const plainRow = '<row r="1"><c r="A1"><v>1</v></c></row>';
const plain = (parts = {}) => aWorkbook(plainRow, parts);
const sheet = "xl/worksheets/sheet1.xml";

async function cutOff(path: string, part: number): Promise<string> {
  await truncate(path, Math.floor((await readFile(path)).length * part));
  return path;
}

const uncompressedAt = 24;
const flagsAt = 8;
const sumAt = 16;
const megabyte = 1024 * 1024;

const made: readonly (readonly [story: string, file: () => Promise<string>, gives: string])[] = [
  ["a plain workbook is read", plain, "1 rows"],
  // Archives.
  [
    "a bomb that is packed a thousand times smaller",
    () => claiming(1, 64 * megabyte, packedZeros(64 * megabyte)),
    "file-unpacks-too-large",
  ],
  [
    "many parts that are too large together",
    () => claiming(3, 400 * megabyte, randomBytes(2 * megabyte)),
    "file-unpacks-too-large",
  ],
  [
    "a part that holds more than its directory says",
    async () =>
      changeDirectory(
        await aWorkbook(plainRow.repeat(2_000).replaceAll(' r="1"', "").replaceAll(' r="A1"', "")),
        sheet,
        (head) => head.writeUInt32LE(100, uncompressedAt),
      ),
    "file-unpacks-too-large",
  ],
  [
    "a part whose content is not what was packed",
    async () => changeDirectory(await plain(), sheet, (head) => head.writeUInt32LE(7, sumAt)),
    "file-broken",
  ],
  [
    "a part that is locked",
    async () => changeDirectory(await plain(), sheet, (head) => head.writeUInt16LE(1, flagsAt)),
    "file-encrypted",
  ],
  ["an archive that is cut off", async () => cutOff(await plain(), 0.6), "file-broken"],
  ["two parts of one name", () => plain({ "XL/workbook.xml": "" }), "file-broken"],
  ["a part outside of the archive", () => plain({ "../../etc/cron.d/x": "" }), "file-broken"],
  ["an absolute part", () => plain({ "/etc/passwd": "" }), "file-broken"],
  // What a workbook may hold beside its sheets.
  ["macros", () => plain({ "xl/vbaProject.bin": "x" }), "file-has-macros"],
  [
    "the kind of a workbook with macros",
    () =>
      plain({
        "[Content_Types].xml": (workbookParts["[Content_Types].xml"] ?? "").replace(
          /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/,
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
      }),
    "file-has-macros",
  ],
  ["macros of the oldest kind", () => plain({ "xl/macrosheets/sheet1.xml": "x" }), "file-has-macros"],
  [
    "links to other workbooks or programs",
    () => plain({ "xl/externalLinks/externalLink1.xml": "x" }),
    "file-has-links",
  ],
  ["a connection to a database", () => plain({ "xl/connections.xml": "x" }), "file-has-links"],
  ["another file within", () => plain({ "xl/embeddings/oleObject1.bin": "x" }), "file-has-objects"],
  ["controls", () => plain({ "xl/activeX/activeX1.bin": "x" }), "file-has-objects"],
  // Markup.
  [
    "a document type with an entity",
    () => plain({ [sheet]: `<!DOCTYPE a [<!ENTITY b "c">]>${sheetMarkup(plainRow)}` }),
    "file-broken",
  ],
  [
    "an entity that nothing explains",
    () => aWorkbook('<row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row>'),
    "file-broken",
  ],
  ["a sheet that is cut off", () => plain({ [sheet]: sheetMarkup(plainRow).slice(0, -40) }), "file-broken"],
  ["tags that do not match", () => aWorkbook('<row r="1"><c><v>1</c></v></row>'), "file-broken"],
  ["tags within tags without end", () => aWorkbook("<a>".repeat(300)), "file-broken"],
  ["a tag without end", () => plain({ [sheet]: `<a b="${"c".repeat(600_000)}` }), "file-broken"],
  [
    "signs of no encoding",
    () => plain({ [sheet]: Buffer.from([0x3c, 0x61, 0xff, 0xff, 0x3e]) }),
    "file-broken",
  ],
  [
    "a text that is not among those shared",
    () => aWorkbook('<row r="1"><c t="s"><v>5</v></c></row>'),
    "file-broken",
  ],
  ["a row that no sheet has", () => aWorkbook('<row r="1048577"><c><v>5</v></c></row>'), "file-broken"],
  ["a column without letters", () => aWorkbook('<row r="1"><c r="1"><v>5</v></c></row>'), "file-broken"],
  // Sheets.
  [
    "no sheet that can be seen",
    () =>
      plain({
        "xl/workbook.xml": (workbookParts["xl/workbook.xml"] ?? "").replace(
          "<sheet ",
          '<sheet state="veryHidden" ',
        ),
      }),
    "file-no-sheet",
  ],
  ["a sheet without anything", () => aWorkbook('<row r="1"><c r="A1" s="1"/></row>'), "file-sheet-empty"],
  [
    "columns beyond those taken",
    () => aWorkbook('<row r="1"><c r="IW1"><v>1</v></c></row>'),
    "file-too-many-columns",
  ],
  ["as many columns as are taken", () => aWorkbook('<row r="1"><c r="IV1"><v>1</v></c></row>'), "1 rows"],
  [
    "blank cells beyond them",
    () => aWorkbook('<row r="1"><c><v>1</v></c><c r="XFD1" s="1"/></row>'),
    "1 rows",
  ],
  [
    "a text longer than a cell",
    () =>
      plain({
        "xl/sharedStrings.xml": stringsMarkup(),
        [sheet]: sheetMarkup(`<row r="1"><c t="str"><v>${"a".repeat(32_768)}</v></c></row>`),
      }),
    "file-cell-too-long",
  ],
  // What is no workbook, whatever it is called.
  ["a picture", () => aFile("a.xlsx", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])), "file-not-a-table"],
  [
    "a letter",
    () =>
      anArchive("a.xlsx", {
        "[Content_Types].xml": "<a/>",
        "_rels/.rels": '<r><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></r>',
        "word/document.xml": "<w:document xmlns:w='a'/>",
      }),
    "file-not-a-table",
  ],
  ["an archive of something else", () => anArchive("a.xlsx", { "a.txt": "甲" }), "file-not-a-table"],
  ["a page without a table", () => aFile("a.xls", "<html><body>请登录</body></html>"), "file-not-a-table"],
  ["a printed page", () => aFile("a.xlsx", "%PDF-1.7\n%"), "file-not-a-table"],
  ["a file without anything", () => aFile("a.csv", ""), "file-sheet-empty"],
  ["blank lines alone", () => aFile("a.csv", "\n\n,,\n"), "file-sheet-empty"],
  ["a file of zeros", () => aFile("a.xls", Buffer.alloc(9_000)), "file-not-a-table"],
  // Of the older kind.
  [
    "a locked workbook",
    () => aCompound({ "/EncryptedPackage": Buffer.from("x"), "/EncryptionInfo": Buffer.from("x") }),
    "file-encrypted",
  ],
  [
    "a locked workbook of the older kind",
    () => aCompound({ "/Workbook": records(begin, [0x2f, Buffer.alloc(54)]) }),
    "file-encrypted",
  ],
  [
    "an older workbook with macros",
    () => aCompound({ "/Workbook": records(begin), "/_VBA_PROJECT_CUR/VBA/dir": Buffer.from("x") }),
    "file-has-macros",
  ],
  [
    "an older workbook with macros of the oldest kind",
    () => aCompound({ "/Workbook": records(begin, [0x85, Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 65])]) }),
    "file-has-macros",
  ],
  [
    "an older workbook with links",
    () => aCompound({ "/Workbook": records(begin, [0x1ae, Buffer.from([1, 0, 7, 0, 0, 97])]) }),
    "file-has-links",
  ],
  [
    "an older workbook with another file within",
    () => aCompound({ "/Workbook": records(begin), "/MBD0012AB34/Ole": Buffer.from("x") }),
    "file-has-objects",
  ],
  ["an older letter", () => aCompound({ "/WordDocument": Buffer.from("x") }), "file-not-a-table"],
  [
    "an older workbook that is cut off",
    async () => cutOff(await aCompound({ "/Workbook": records(begin, [0x1, Buffer.alloc(8_000)]) }), 0.1),
    "file-broken",
  ],
  // Texts.
  [
    "a text in no encoding that is known",
    () => aFile("a.csv", Buffer.from([0x61, 0x2c, 0xff, 0x80, 0x0a])),
    "file-encoding-unknown",
  ],
  [
    "a quotation that does not end",
    () => aFile("a.csv", `a,b\n"${"甲,乙\n".repeat(20_000)}`),
    "file-cell-too-long",
  ],
];

test.each(made)("%s", async (_, file, gives) => {
  expect(await resultOfReading(await file())).toBe(gives);
});

test("a sheet that is asked for and is not there is not replaced by another", async () => {
  expect(await resultOfReading(await plain(), { sheet: "其他" })).toBe("file-sheet-unknown");
});

test("rows beyond those taken are refused, and not cut off", async () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join("");
  const path = await aWorkbook(rows);
  expect(await resultOfReading(path, { rowsAtMost: 1_000 })).toBe("file-too-many-rows");
  expect(await resultOfReading(path, { rowsAtMost: 1_001 })).toBe("1001 rows");
});

test("a file beyond the size is refused before it is read", async () => {
  const path = await aFile("large.csv", "a");
  await truncate(path, limits.importFileBytes + 1);
  expect(await resultOfReading(path)).toBe("file-too-large");
});

test("a page that takes more memory than the thread is given is given up; the server goes on", async () => {
  const path = await aFile("many.xls", `<table>${"<tr><td>1".repeat(900_000)}</table>`);
  expect(await resultOfReading(path)).toBe("file-reading-given-up");
});

test("a page that would take minutes is not begun", async () => {
  const path = await aFile("large.xls", `<table>${"<tr><td>1</td></tr>".repeat(500_000)}</table>`);
  expect(await resultOfReading(path)).toBe("file-reading-given-up");
});

test("whoever stops in the middle leaves no thread behind", async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join("");
  const opened = await openTable(await aWorkbook(rows), { name: "a.xlsx" });
  for await (const batch of opened.batches()) {
    expect(batch.length).toBe(limits.importBatchRows);
    break;
  }
  await opened.close();
  await expect(opened.batches()[Symbol.asyncIterator]().next()).rejects.toThrow();
});

test("a file that is not there is a fault of ours, not the user's", async () => {
  await expect(openTable("/nowhere/a.xlsx", { name: "a.xlsx" })).rejects.toThrow(/ENOENT/);
});

test("the limits are told as they are, and every refusal says what to do instead", () => {
  expect(refusals["file-too-many-rows"].zh).toContain(`${limits.importRows / 10_000} 万行`);
  expect(refusals["file-too-many-columns"].zh).toContain(`${limits.importColumns} 列`);
  expect(refusals["file-too-large"].zh).toContain(`${limits.importFileBytes / megabyte} MB`);
  expect(refusals["file-cell-too-long"].zh).toContain(`${limits.cellLengthCharacters} 个字`);
  for (const { zh, en } of Object.values(exchangeFileRefusals)) {
    expect(zh).toMatch(/；请|，请/);
    expect(en).toMatch(/[;,:] /);
  }
});
