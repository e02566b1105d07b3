import { expect, test } from "vitest";
import { writeWorkbook } from "../../../../bench/workbook.ts";
import type { Cell } from "../../../../core/exchange/table.ts";
import {
  anArchive,
  aPath,
  aWorkbook,
  cellsByRow,
  sheetMarkup,
  stringsMarkup,
  tableIn,
  workbookParts,
} from "../../../../test/support/workbooks.ts";
import { spreadsheet } from "../plain-workbook.ts";

/** The cells of a workbook's only row. */
async function cellsOf(cells: string, parts = {}): Promise<readonly Cell[]> {
  const { rows } = await tableIn(await aWorkbook(`<row r="1">${cells}</row>`, parts));
  return rows[0]?.cells ?? [];
}

const text = (content: string) => `<c t="inlineStr"><is>${content}</is></c>`;

test.each([
  ["a number", "<c><v>12.5</v></c>", 12.5],
  ["a sum of cents as it is shown", "<c><v>0.30000000000000004</v></c>", 0.3],
  [
    "an identity number that was stored as a number",
    "<c><v>5.3342119900101123E+17</v></c>",
    533421199001011000,
  ],
  ["a text of its own", text("<t>安全出口</t>"), "安全出口"],
  ["a text with blanks that are kept", text('<t xml:space="preserve">  甲 </t>'), "  甲 "],
  [
    "a text in parts of different looks",
    text("<r><t>重大</t></r><r><rPr><b/></rPr><t>隐患</t></r>"),
    "重大隐患",
  ],
  ["a text without its reading aid", text("<t>隐患</t><rPh sb='0' eb='1'><t>yinhuan</t></rPh>"), "隐患"],
  ["a text with entities", text("<t>&lt;A&amp;B&gt; &#x4E00;&#20108;</t>"), "<A&B> 一二"],
  ["a text as it stands", text("<t><![CDATA[<甲>&]]></t>"), "<甲>&"],
  ["signs that markup cannot hold", text("<t>一_x000D_\n二_x005F_x</t>"), "一\r\n二_x"],
  ["full-width signs as they are", text("<t>ＡＢ１２</t>"), "ＡＢ１２"],
  ["true", '<c t="b"><v>1</v></c>', true],
  ["an error", '<c t="e"><v>#N/A</v></c>', { error: "#N/A" }],
  ["what a formula gave", "<c><f>1+1</f><v>2</v></c>", 2],
  ["the text that a formula gave", '<c t="str"><f>"a"</f><v>甲</v></c>', "甲"],
  [
    "a text that no formula gave, as some programs write it",
    '<c t="str"><v xml:space="preserve"> 甲 </v></c>',
    " 甲 ",
  ],
  ["a formula of which nothing is stored", "<c><f>SUM(A2:A9)</f></c>", { error: "=SUM(A2:A9)" }],
  ["a formula whose value is left blank", "<c><f>A2</f><v></v></c>", { error: "=A2" }],
  ["a day by its format", '<c s="1"><v>45356.75</v></c>', { day: "2024-03-05" }],
  ["a time without a day", '<c s="1"><v>0.75</v></c>', 0.75],
  ["a day of before the 29 February 1900 that never was", '<c s="1"><v>59</v></c>', { day: "1900-02-28" }],
  ["the day after it", '<c s="1"><v>61</v></c>', { day: "1900-03-01" }],
  ["a day as the strict edition writes it", '<c t="d"><v>2024-03-05T00:00:00</v></c>', { day: "2024-03-05" }],
  ["a text where a number should be", "<c><v>甲</v></c>", "甲"],
])("a cell holds %s", async (_, markup, expected) => {
  expect(await cellsOf(markup)).toEqual([expected]);
});

/** Styles whose second has this format. */
const stylesWith = (format: string) =>
  `<styleSheet xmlns="${spreadsheet}"><numFmts><numFmt numFmtId="176" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`;

test.each([
  ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", true],
  ["yyyy年m月d日", true],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", true],
  ["[$-404]e/m/d;@", true],
  ["m&quot;月&quot;d&quot;日&quot;", true],
  ["yyyy/m/d h:mm", true],
  ["0.00E+00", false],
  ["G/通用格式", false],
  ["General", false],
  ["h:mm:ss", false],
  ["[h]:mm", false],
  ["0.00_);[Red]\\(0.00\\)", false],
  ["#,##0.00&quot;days&quot;", false],
])("a number in the format %s is a day: %s", async (format, isDay) => {
  const cells = await cellsOf('<c s="1"><v>45356</v></c>', { "xl/styles.xml": stylesWith(format) });
  expect(cells).toEqual([isDay ? { day: "2024-03-05" } : 45356]);
});

test("days are counted from 1904 where the workbook says so", async () => {
  const book = (workbookParts["xl/workbook.xml"] ?? "").replace(
    "<sheets>",
    '<workbookPr date1904="1"/><sheets>',
  );
  const { rows, facts } = await tableIn(
    await aWorkbook('<row r="1"><c s="1"><v>43894</v></c></row>', { "xl/workbook.xml": book }),
  );
  expect(rows[0]?.cells).toEqual([{ day: "2024-03-05" }]);
  expect(facts.from1904).toBe(true);
});

test("rows and cells without a place follow the one before; blank tails with borders are no rows", async () => {
  const tail = Array.from({ length: 300 }, (_, at) => `<row r="${at + 10}"><c r="A${at + 10}" s="1"/></row>`);
  const { rows } = await tableIn(
    await aWorkbook(
      `<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="F3"><v>3</v></c></row><row><c><v>4</v></c></row>${tail.join("")}`,
    ),
  );
  expect(cellsByRow(rows)).toEqual({ 3: [null, 1, 2, null, null, 3], 4: [4] });
});

test("merged titles are told with the sheet", async () => {
  const { facts } = await tableIn(
    await aWorkbook("", {
      "xl/worksheets/sheet1.xml": sheetMarkup(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<mergeCells count="2"><mergeCell ref="A1:O1"/><mergeCell ref="B2:B3"/></mergeCells>',
      ),
    }),
  );
  expect(facts.merged).toEqual([
    { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 14 },
    { fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 1 },
  ]);
});

test("a workbook whose tags have a prefix, with a part in UTF-16, is read", async () => {
  const strict = "http://purl.oclc.org/ooxml";
  const sheet = `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r='1'><x:c r = "A1" t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const rels = (workbookParts["xl/_rels/workbook.xml.rels"] ?? "").replaceAll(
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    `${strict}/officeDocument/relationships`,
  );
  const path = await aWorkbook("", {
    "xl/_rels/workbook.xml.rels": rels,
    "xl/worksheets/sheet1.xml": Buffer.from(`\ufeff${sheet}`, "utf16le"),
    "xl/sharedStrings.xml": `\ufeff<x:sst xmlns:x="a"><x:si><x:t>隐患</x:t></x:si></x:sst>`,
  });
  expect((await tableIn(path)).rows).toEqual([{ number: 1, cells: ["隐患"] }]);
});

const twoSheets = (first: string, second: string) => ({
  ...workbookParts,
  "xl/workbook.xml": (workbookParts["xl/workbook.xml"] ?? "").replace(
    /<sheets>.*<\/sheets>/,
    `<sheets><sheet name="说明" sheetId="1" ${first} r:id="rId1"/><sheet name="甲&amp;乙" sheetId="2" r:id="rId9"/></sheets>`,
  ),
  "xl/_rels/workbook.xml.rels": (workbookParts["xl/_rels/workbook.xml.rels"] ?? "").replace(
    "</Relationships>",
    '<Relationship Id="rId9" Type="http://x/worksheet" Target="/xl/worksheets/other.xml"/></Relationships>',
  ),
  "xl/sharedStrings.xml": stringsMarkup(),
  "xl/worksheets/sheet1.xml": sheetMarkup(second),
  "xl/worksheets/other.xml": sheetMarkup('<row r="1"><c><v>2</v></c></row>'),
});

test.each([
  { story: "the first is taken", first: "", rows: '<row r="1"><c><v>1</v></c></row>', gives: "说明" },
  { story: "one that is hidden is not offered", first: 'state="hidden"', rows: "", gives: "甲&乙" },
  { story: "one that is blank is passed over", first: "", rows: "", gives: "甲&乙" },
])("of two sheets $story", async ({ first, rows, gives }) => {
  expect((await tableIn(await anArchive("two.xlsx", twoSheets(first, rows)))).sheet).toBe(gives);
});

test("a workbook of many texts and days is read as it was written", async () => {
  const row = (at: number): readonly Cell[] => [
    `第${at}号隐患，安全出口堵塞`,
    at,
    { day: "2024-03-05" },
    at % 2 === 0,
    null,
    "尾",
  ];
  const path = aPath("many.xlsx");
  const count = 130_000;
  await writeWorkbook(
    path,
    Array.from({ length: count }, (_, at) => row(at)),
  );
  const { rows } = await tableIn(path);
  expect(rows.length).toBe(count);
  for (const at of [0, 1, 499, 500, 99_999, 100_000, 129_999])
    expect(rows[at]).toEqual({ number: at + 1, cells: row(at) });
});
