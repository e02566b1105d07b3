import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { numberOfDay } from "../core/calendar/day.ts";
import type { Cell } from "../core/exchange/table.ts";
import { columnLetters } from "../core/exchange/table.ts";
import { writtenText } from "../server/exchange/read/xlsx/markup.ts";
import { ZipWriter } from "../server/exchange/read/zip-writer.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const before1900 = numberOfDay("1899-12-30");

/** The parts of a plain workbook beside its sheet and the texts that its cells share. */
export const workbookParts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/></Types>`,
  "_rels/.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  "xl/styles.xml": `${head}<styleSheet xmlns="${spreadsheet}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** Writes a workbook of one sheet as the usual program does: texts shared, days as numbers with a format. */
export async function writeWorkbook(
  path: string,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const shared = new Map<string, number>();
  const place = (text: string): number => {
    const at = shared.get(text) ?? shared.size;
    if (at === shared.size) shared.set(text, at);
    return at;
  };
  const out = createWriteStream(path);
  const zip = new ZipWriter(out);
  for (const [name, text] of Object.entries(workbookParts)) await zip.add(name, pieces([text]));
  await zip.add("xl/worksheets/sheet1.xml", pieces(sheetOf(rows, place)));
  await zip.add("xl/sharedStrings.xml", pieces(stringsOf(shared)));
  await zip.end();
  out.end();
  await finished(out);
}

async function* sheetOf(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  place: (text: string) => number,
): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${spreadsheet}"><sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    const cells = row.map((cell, at) => cellXml(`${columnLetters(at)}${number}`, cell, place)).join("");
    yield `<row r="${number}" spans="1:${row.length}">${cells}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function cellXml(reference: string, cell: Cell, place: (text: string) => number): string {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${reference}" t="s"><v>${place(cell)}</v></c>`;
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${reference}" t="b"><v>${Number(cell)}</v></c>`;
  if ("error" in cell) return `<c r="${reference}" t="e"><v>${writtenText(cell.error)}</v></c>`;
  return `<c r="${reference}" s="1"><v>${numberOfDay(cell.day) - before1900}</v></c>`;
}

function* stringsOf(shared: ReadonlyMap<string, number>): Generator<string> {
  yield `${head}<sst xmlns="${spreadsheet}" uniqueCount="${shared.size}">`;
  for (const text of shared.keys()) yield `<si><t xml:space="preserve">${writtenText(text)}</t></si>`;
  yield "</sst>";
}

/** Puts short pieces together, as packing each by itself takes long. */
async function* pieces(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let together = "";
  for await (const text of texts) {
    together += text;
    if (together.length < 65_536) continue;
    yield together;
    together = "";
  }
  yield together;
}
