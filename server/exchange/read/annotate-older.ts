import { basename } from "node:path";
import type { Writable } from "node:stream";
import { resultHeading } from "../../../core/exchange/result-column.ts";
import { columnLetters, type SheetRow } from "../../../core/exchange/table.ts";
import { type ZipPart, zipped } from "../zip.ts";
import {
  type AnnotatedKind,
  type AnnotatedTable,
  Reasons,
  type RowReason,
  workbookKind,
} from "./annotated.ts";
import { type OpenedTable, openTable } from "./open-table.ts";
import {
  markupHead,
  mergedMarkup,
  plainCell,
  plainParts,
  plainStyles,
  spreadsheet,
  textCell,
  together,
} from "./plain-workbook.ts";
import { writeOn } from "./write-on.ts";

/** Gives the values of an older workbook back as one of the present kind, with the reasons. Throws FileRefused. */
export async function annotateOlder(
  path: string,
  table: AnnotatedTable,
  reasons: AsyncIterable<RowReason>,
  out: Writable,
): Promise<AnnotatedKind> {
  const options = { sheet: table.sheet, name: basename(path) };
  const column = await resultColumn(await openTable(path, options), table.headerRow);
  const opened = await openTable(path, options);
  const waiting = new Reasons(reasons);
  try {
    const sheet = together(sheetOf(opened, waiting, table.headerRow, column));
    for await (const chunk of zipped(plainWorkbook(opened.sheet, sheet))) await writeOn(out, chunk);
  } finally {
    await waiting.close();
    await opened.close();
  }
  return workbookKind;
}

function* plainWorkbook(name: string, sheet: AsyncIterable<string>): Generator<ZipPart> {
  for (const [part, text] of Object.entries(plainParts(name, false)))
    yield { name: part, content: together([text]) };
  yield { name: "xl/worksheets/sheet1.xml", content: sheet };
}

/** The column that bears the heading already, else the first behind all that hold anything. */
async function resultColumn(opened: OpenedTable, headerRow: number): Promise<number> {
  let last = 0;
  for await (const rows of opened.batches())
    for (const { number, cells } of rows) {
      const found = number === headerRow ? cells.indexOf(resultHeading) : -1;
      if (found >= 0) {
        await opened.close();
        return found;
      }
      last = Math.max(last, cells.length);
    }
  return last;
}

async function* sheetOf(
  opened: OpenedTable,
  reasons: Reasons,
  headerRow: number,
  column: number,
): AsyncGenerator<string> {
  const width = `<col min="${column + 1}" max="${column + 1}" width="60" customWidth="1"/>`;
  yield `${markupHead}<worksheet xmlns="${spreadsheet}"><cols>${width}</cols><sheetData>`;
  const told = ({ row, text }: RowReason) =>
    textCell(`${columnLetters(column)}${row}`, text, plainStyles.reason);
  for await (const rows of opened.batches())
    for (const row of rows) {
      const due = await reasons.upTo(row.number);
      for (const one of due) if (one.row < row.number) yield `<row r="${one.row}">${told(one)}</row>`;
      const own = due.find((one) => one.row === row.number);
      const result = row.number === headerRow ? { row: headerRow, text: resultHeading } : own;
      yield `<row r="${row.number}">${cellsOf(row, column, result === undefined ? "" : told(result))}</row>`;
    }
  for (const one of await reasons.upTo(Number.POSITIVE_INFINITY))
    yield `<row r="${one.row}">${told(one)}</row>`;
  yield `</sheetData>${mergedMarkup(opened.facts.merged)}</worksheet>`;
}

function cellsOf({ number, cells }: SheetRow, column: number, result: string): string {
  const written = (from: number, to?: number) =>
    cells
      .slice(from, to)
      .map((cell, at) =>
        plainCell(`${columnLetters(from + at)}${number}`, cell, (place, text) =>
          textCell(place, text, undefined),
        ),
      )
      .join("");
  return `${written(0, column)}${result}${written(column + 1)}`;
}
