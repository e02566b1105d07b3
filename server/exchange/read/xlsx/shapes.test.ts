import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { expect, test } from "vitest";
import { resultHeading } from "../../../../core/exchange/result-column.ts";
import type { Cell } from "../../../../core/exchange/table.ts";
import { anArchive, aPath, type Parts, tableIn } from "../../../../test/support/workbooks.ts";
import { annotate } from "../annotate.ts";
import { spreadsheet } from "../plain-workbook.ts";

// Whole workbooks in the shapes that Excel and WPS give them: what stands about the cells, and how the parts are named and tied together.

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const relations = (...of: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packageRelations}">${of
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const kinds = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

/** Four formats of days and one of an amount, as Chinese programs declare them. */
const styles = `${head}<styleSheet xmlns="${spreadsheet}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><numFmts count="4"><numFmt numFmtId="44" formatCode="_ &quot;￥&quot;* #,##0.00_ ;_ &quot;￥&quot;* \\-#,##0.00_ ;_ &quot;￥&quot;* &quot;-&quot;??_ ;_ @_ "/><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="178" formatCode="[$-zh-CN,1]yyyy/m/d\\ h:mm"/></numFmts><fonts count="1" x14ac:knownFonts="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" xfId="0"/><xf numFmtId="176" fontId="0" xfId="0" applyNumberFormat="1"><alignment vertical="center"/></xf><xf numFmtId="177" xfId="0"/><xf numFmtId="178" xfId="0"/><xf numFmtId="44" xfId="0"/><xf numFmtId="57" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`;

const richTexts = `${head}<sst xmlns="${spreadsheet}" count="9" uniqueCount="5"><si><t>隐患名称</t><phoneticPr fontId="1" type="noConversion"/></si><si><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="宋体"/><charset val="134"/></rPr><t>重大</t></r><r><rPr><sz val="11"/></rPr><t xml:space="preserve">隐患：
配电箱</t></r></si><si><t xml:space="preserve"> 安全出口_x000D_
堵塞 </t></si><si><t/></si><si><t>发现日期</t></si></sst>`;

/** A ledger as Excel keeps it after a year of use: filtered, with columns put away, bars in cells, buttons, remarks and rules. */
const usedSheet = `${head}<worksheet xmlns="${spreadsheet}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{8A4F0B8E-0000-0000-0000-000000000000}"><sheetPr filterMode="1" codeName="Sheet1"><tabColor theme="9"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:E5"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr baseColWidth="10" defaultColWidth="9" defaultRowHeight="14.4" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="0" hidden="1" customWidth="1"/><col min="3" max="5" width="12.5" style="1" outlineLevel="1" collapsed="1"/></cols><sheetData><row r="1" spans="1:5" s="1" customFormat="1" ht="28.8" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>受威胁</t></r><r><rPr><b/></rPr><t>人数</t></r></is></c><c r="C1" t="s"><v>4</v></c><c r="D1" s="1"/><c r="E1" t="str"><f>"资"&amp;"金"</f><v>资金</v></c></row><row r="2" spans="1:5" hidden="1" x14ac:dyDescent="0.25"><c r="A2" t="s" cm="1"><v>1</v></c><c r="B2"><v>3</v></c><c r="C2" s="1"><v>46086</v></c><c r="D2" t="s"><v>3</v></c><c r="E2" s="4"><f t="shared" ref="E2:E4" si="0">B2*0.1</f><v>0.30000000000000004</v></c></row><row r="3" spans="1:5" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>2</v></c><c r="C3" s="2"><v>46087</v></c><c r="E3" s="4"><f t="shared" si="0"/><v>0</v></c></row><row r="4" spans="1:5" hidden="1" outlineLevel="1" x14ac:dyDescent="0.25"><c r="A4" t="str"><f>_xlfn.CONCAT(A1,A2)</f><v>甲乙</v></c><c r="C4" s="3"><v>46088.5</v></c><c r="E4" t="e" s="4"><f t="shared" si="0"/><v>#DIV/0!</v></c></row><row r="5" spans="1:5" x14ac:dyDescent="0.25"><c r="A5" s="1"/><c r="C5" s="5"><v>46089</v></c></row></sheetData><sheetProtection password="CC1A" sheet="1" objects="1"/><autoFilter ref="A1:E5" xr:uid="{00000000-0001-0000-0000-000000000000}"><filterColumn colId="0"><filters><filter val="安全出口"/></filters></filterColumn></autoFilter><phoneticPr fontId="1" type="noConversion"/><conditionalFormatting sqref="B2:B5"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{1}</x14:id></ext></extLst></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D2:D5"><formula1>"是,否"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A3" r:id="rId3"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><legacyDrawing r:id="rId1"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><control shapeId="1025" r:id="rId4" name="按钮 1"><controlPr defaultSize="0"><anchor><from><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">6</xdr:col><xdr:row xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">2</xdr:row></from></anchor></controlPr></control></controls></mc:Choice></mc:AlternateContent><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{1}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/></x14:dataBar></x14:cfRule><xm:f>$A$1</xm:f><xm:sqref>B2:B5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`;

const workbookOf = (before: string, sheet = '<sheet name="台账" sheetId="1" r:id="rId1"/>'): string =>
  `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}">${before}<sheets>${sheet}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台账!$A$1:$E$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">台账!$1:$1</definedName></definedNames><calcPr calcId="191029"/></workbook>`;

const excelParts: Parts = {
  "[Content_Types].xml": kinds,
  "_rels/.rels": relations(
    ["rId3", "extended-properties", "docProps/app.xml"],
    ["rId1", "officeDocument", "xl/workbook.xml"],
  ),
  "docProps/app.xml": "<Properties/>",
  "xl/workbook.xml": workbookOf('<fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/>'),
  "xl/_rels/workbook.xml.rels": relations(
    ["rId3", "styles", "styles.xml"],
    ["rId2", "theme", "theme/theme1.xml"],
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId5", "calcChain", "calcChain.xml"],
    ["rId4", "sharedStrings", "sharedStrings.xml"],
  ),
  "xl/styles.xml": styles,
  "xl/sharedStrings.xml": richTexts,
  "xl/theme/theme1.xml": "<theme/>",
  "xl/calcChain.xml": `<calcChain xmlns="${spreadsheet}"><c r="E1" i="1"/></calcChain>`,
  "xl/worksheets/sheet1.xml": usedSheet,
  "xl/worksheets/_rels/sheet1.xml.rels": relations(
    ["rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId2", "comments", "../comments1.xml"],
    ["rId4", "ctrlProp", "../ctrlProps/ctrlProp1.xml"],
  ),
  "xl/comments1.xml": `<comments xmlns="${spreadsheet}"><authors><author>洛桑</author></authors><commentList><comment ref="A2" authorId="0"><text><t>请核实</t></text></comment></commentList></comments>`,
  "xl/threadedComments/threadedComment1.xml": "<ThreadedComments/>",
  "xl/persons/person.xml": "<personList/>",
  "xl/drawings/vmlDrawing1.vml": "<xml><br></xml>",
  "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>",
  "xl/printerSettings/printerSettings1.bin": Buffer.from([0, 1, 2]),
  "customXml/item1.xml": "<a/>",
};

const usedRows: readonly (readonly Cell[])[] = [
  ["隐患名称", "受威胁人数", "发现日期", null, "资金"],
  ["重大隐患：\n配电箱", 3, { day: "2026-03-05" }, null, 0.3],
  [" 安全出口\r\n堵塞 ", null, { day: "2026-03-06" }, null, 0],
  ["甲乙", null, { day: "2026-03-07" }, null, { error: "#DIV/0!" }],
  [null, null, { day: "2026-03-08" }],
];

const changed = (parts: Parts): Parts => ({ ...excelParts, ...parts });
/** The same parts, each under another name. */
const renamed = (parts: Parts, name: (part: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([part, content]) => [name(part), content]));

const shapes: readonly (readonly [story: string, parts: Parts])[] = [
  ["after a year in Excel: filtered, with columns and rows put away, bars, buttons and remarks", excelParts],
  [
    "whose relations name parts from the root, as WPS and others do",
    changed({
      "_rels/.rels": relations(["rId1", "officeDocument", "/xl/workbook.xml"]),
      "xl/_rels/workbook.xml.rels": relations(
        ["rId1", "worksheet", "/xl/worksheets/sheet1.xml"],
        ["rId2", "styles", "/xl/styles.xml"],
        ["rId3", "sharedStrings", "/xl/sharedStrings.xml"],
      ),
    }),
  ],
  [
    "whose parts are named in capitals, other than the relations name them",
    renamed(excelParts, (part) =>
      part
        .replace("xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.XML")
        .replace("xl/sharedStrings", "xl/SharedStrings"),
    ),
  ],
  ["whose every part is named in capitals", renamed(excelParts, (part) => part.toUpperCase())],
  [
    "whose relations write blanks of a name by their number",
    renamed(
      changed({
        "xl/_rels/workbook.xml.rels": relations(
          ["rId1", "worksheet", "worksheets/my%20sheet.xml"],
          ["rId2", "styles", "./styles.xml"],
          ["rId3", "sharedStrings", "../xl/sharedStrings.xml"],
        ),
      }),
      (part) => part.replace("worksheets/sheet1.xml", "worksheets/my sheet.xml"),
    ),
  ],
  [
    "without any places of rows and cells, but for those behind a gap",
    changed({
      "xl/worksheets/sheet1.xml": usedSheet
        .replaceAll(/<row r="\d+"/g, "<row")
        .replaceAll(/<c r="(?!C3|E3|C5)[A-Z]\d"/g, "<c")
        .replace('<c s="3"><v>46088.5', '<c r="C4" s="3"><v>46088.5')
        .replace('<c t="e"', '<c r="E4" t="e"'),
    }),
  ],
];

/** The workbook with a reason for its third row. */
async function givenBack(path: string): Promise<string> {
  const result = aPath("given-back.xlsx");
  const out = createWriteStream(result);
  async function* reasons() {
    yield { row: 3, text: "没有这家企业" };
  }
  await annotate(path, { format: "xlsx", sheet: "台账", headerRow: 1 }, reasons(), out);
  out.end();
  await finished(out);
  return result;
}

test.each(shapes)("a workbook %s is read, and given back with its reasons", async (_, parts) => {
  const path = await anArchive("shape.xlsx", parts);
  const { rows, sheets } = await tableIn(path);
  expect(sheets).toEqual(["台账"]);
  expect(rows.map(({ cells }) => cells)).toEqual(usedRows);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);

  const again = await tableIn(await givenBack(path));
  expect(again.rows[0]?.cells).toEqual([...(usedRows[0] ?? []), resultHeading]);
  expect(again.rows[2]?.cells).toEqual([...(usedRows[2] ?? []), "没有这家企业"]);
  expect(again.rows.filter((_row, at) => at !== 0 && at !== 2).map(({ cells }) => cells)).toEqual(
    usedRows.filter((_row, at) => at !== 0 && at !== 2),
  );
});

test.each(["1", "true"])(
  "days of a workbook of an old Macintosh (date1904 is %s) are four years later",
  async (said) => {
    const path = await anArchive(
      "mac.xlsx",
      changed({
        "xl/workbook.xml": workbookOf(`<workbookPr date1904="${said}" defaultThemeVersion="124226"/>`),
      }),
    );
    const { rows, facts } = await tableIn(path);
    expect(facts.from1904).toBe(true);
    expect(rows[1]?.cells[2]).toEqual({ day: "2030-03-06" });
  },
);

test("a picture that WPS keeps in a cell is no text", async () => {
  const picture = '=DISPIMG("ID_0A1B2C3D4E5F60718293A4B5C6D7E8F9",1)';
  const cell = `<row r="1"><c r="A1" t="str"><f>_xlfn.DISPIMG(&quot;ID_0A1B2C3D4E5F60718293A4B5C6D7E8F9&quot;,1)</f><v>${picture}</v></c></row>`;
  const sheet = `<worksheet xmlns="${spreadsheet}"><sheetData>${cell}</sheetData></worksheet>`;
  const path = await anArchive(
    "wps.xlsx",
    changed({ "xl/worksheets/sheet1.xml": sheet, "xl/cellimages.xml": "<cellImages/>" }),
  );
  expect((await tableIn(path)).rows[0]?.cells).toEqual([{ error: picture }]);
});
