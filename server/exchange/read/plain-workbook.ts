import { numberOfDay } from "../../../core/calendar/day.ts";
import { type Cell, columnLetters, type MergedRange } from "../../../core/exchange/table.ts";
import { writtenText } from "./xlsx/markup.ts";

export const markupHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const before1900 = numberOfDay("1899-12-30");

/** Styles of the cells of a plain workbook by their places. */
export const plainStyles = { usual: 0, day: 1, reason: 2 } as const;

/** How a reason looks: red, and a text whatever it begins with. */
export const reasonFont = '<sz val="11"/><color rgb="FFC00000"/><name val="宋体"/><charset val="134"/>';
export const reasonFormat =
  'numFmtId="49" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"';

/** The parts of a workbook of one sheet beside that sheet, and beside the texts that its cells share where it shares any. */
export const plainParts = (sheetName: string, sharesTexts: boolean): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `${markupHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${sharesTexts ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/>` : ""}</Types>`,
  "_rels/.rels": `${markupHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${markupHead}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="${writtenText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${markupHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>${sharesTexts ? `<Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>` : ""}</Relationships>`,
  "xl/styles.xml": `${markupHead}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font>${reasonFont}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf fontId="1" ${reasonFormat}/></cellXfs></styleSheet>`,
});

/** A cell that says a text by itself. `prefix` is that of the sheet's tags, with its colon. */
export function textCell(place: string, text: string, style: number | undefined, prefix = ""): string {
  const looks = style === undefined ? "" : ` s="${style}"`;
  return `<${prefix}c r="${place}"${looks} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${writtenText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** A cell of a plain workbook; its texts are written by `text`. */
export function plainCell(place: string, cell: Cell, text: (place: string, text: string) => string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return text(place, cell);
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if ("error" in cell) return text(place, cell.error);
  return `<c r="${place}" s="${plainStyles.day}"><v>${numberOfDay(cell.day) - before1900}</v></c>`;
}

export function mergedMarkup(ranges: readonly MergedRange[]): string {
  if (ranges.length === 0) return "";
  const each = ranges.map(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      `<mergeCell ref="${columnLetters(fromColumn)}${fromRow}:${columnLetters(toColumn)}${toRow}"/>`,
  );
  return `<mergeCells count="${ranges.length}">${each.join("")}</mergeCells>`;
}

const pieceCharacters = 65_536;

/** Puts short pieces together, as packing each by itself takes long. */
export async function* together(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = "";
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < pieceCharacters) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}
