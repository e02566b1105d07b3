import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Cell, columnLetters } from "../core/exchange/table.ts";
import {
  markupHead,
  plainCell,
  plainParts,
  spreadsheet,
  together,
} from "../server/exchange/read/plain-workbook.ts";
import { writtenText } from "../server/exchange/read/xlsx/markup.ts";
import { type ZipPart, zipped } from "../server/exchange/zip.ts";

type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** Writes a workbook of one sheet as the usual program does: texts shared, days as numbers with a format. */
export async function writeWorkbook(path: string, rows: Rows): Promise<void> {
  await pipeline(zipped(partsOf(rows)), createWriteStream(path));
}

function* partsOf(rows: Rows): Generator<ZipPart> {
  const shared = new Map<string, number>();
  for (const [name, text] of Object.entries(plainParts("Sheet1", true)))
    yield { name, content: together([text]) };
  yield { name: "xl/worksheets/sheet1.xml", content: together(sheetOf(rows, shared)) };
  yield { name: "xl/sharedStrings.xml", content: together(stringsOf(shared)) };
}

async function* sheetOf(rows: Rows, shared: Map<string, number>): AsyncGenerator<string> {
  const sharedCell = (place: string, text: string): string => {
    const at = shared.get(text) ?? shared.size;
    if (at === shared.size) shared.set(text, at);
    return `<c r="${place}" t="s"><v>${at}</v></c>`;
  };
  yield `${markupHead}<worksheet xmlns="${spreadsheet}"><sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    const cells = row
      .map((cell, at) => plainCell(`${columnLetters(at)}${number}`, cell, sharedCell))
      .join("");
    yield `<row r="${number}" spans="1:${row.length}">${cells}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function* stringsOf(shared: ReadonlyMap<string, number>): Generator<string> {
  yield `${markupHead}<sst xmlns="${spreadsheet}" uniqueCount="${shared.size}">`;
  for (const text of shared.keys()) yield `<si><t xml:space="preserve">${writtenText(text)}</t></si>`;
  yield "</sst>";
}
