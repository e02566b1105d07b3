import assert from "node:assert/strict";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { columnLetters } from "../../../core/exchange/table.ts";
import { type ZipPart, zipped } from "../zip.ts";
import { cellXml, dataRow, mostSheetRows, pageXml, rowXml, sheetHead, wideRow } from "./sheet.ts";
import type { Style } from "./styles.ts";
import type { OutCell, TableOut } from "./table-out.ts";
import { type SheetEntry, sheetName, workbookParts } from "./workbook.ts";

/** How much may go into one sheet before the next begins. */
export interface SheetMeasure {
  readonly rows: number;
  /** Text of a sheet; readers and archives count it in 32 bits. */
  readonly characters: number;
}

const usualMeasure: SheetMeasure = { rows: mostSheetRows, characters: 2 ** 30 };

/** Rows still to come, whichever sheet they go into. */
interface RowsLeft {
  readonly source: AsyncIterator<readonly (readonly OutCell[])[]>;
  batch: readonly (readonly OutCell[])[];
  ended: boolean;
}

/** A workbook of a table as a stream, made while it is read; what is given up half way closes the rows. */
export const xlsxOf = (table: TableOut, measure = usualMeasure): Readable =>
  Readable.from(zipped(partsOf(table, measure)), { objectMode: false, highWaterMark: 256 * 1024 });

/** Writes a table as a workbook: as many sheets as its rows need, none of them cut. */
export const writeXlsx = (out: Writable, table: TableOut, measure = usualMeasure): Promise<void> =>
  pipeline(xlsxOf(table, measure), out);

async function* partsOf(table: TableOut, measure: SheetMeasure): AsyncGenerator<ZipPart> {
  const source = table.rows[Symbol.asyncIterator]();
  const left: RowsLeft = { source, batch: [], ended: false };
  const sheets: SheetEntry[] = [];
  try {
    await refill(left);
    do {
      const at = sheets.length + 1;
      const entry = { name: sheetName(table.title ?? "", at === 1 ? "" : ` ${at}`) };
      sheets.push(entry);
      yield {
        name: `xl/worksheets/sheet${at}.xml`,
        content: sheetText(table, left, measure, (facts) => {
          sheets[at - 1] = { ...entry, ...facts };
        }),
      };
    } while (!left.ended);
    for (const part of workbookParts(sheets)) yield part;
  } finally {
    await source.return?.();
  }
}

async function refill(left: RowsLeft): Promise<void> {
  while (!left.ended && left.batch.length === 0) {
    const next = await left.source.next();
    if (next.done) left.ended = true;
    else left.batch = next.value;
  }
}

async function* sheetText(
  table: TableOut,
  left: RowsLeft,
  measure: SheetMeasure,
  tell: (facts: Pick<SheetEntry, "headingRow" | "filter">) => void,
): AsyncGenerator<string> {
  const above = aboveRows(table);
  const headingRow = above.length + 1;
  const { columns, foot = [], official = false } = table;
  yield sheetHead(table, headingRow) + above.join("") + headingXml(table, headingRow);
  let row = headingRow;
  let characters = 0;
  const last = measure.rows - foot.length;
  assert(last > headingRow);
  while (!left.ended && row < last && characters < measure.characters) {
    const taken = left.batch.slice(0, last - row);
    left.batch = left.batch.slice(taken.length);
    const text: string[] = [];
    for (const cells of taken) {
      row += 1;
      text.push(dataRow(row, cells, columns, official));
    }
    const piece = text.join("");
    characters += piece.length;
    yield piece;
    await refill(left);
  }
  const filter = `A${headingRow}:${columnLetters(columns.length - 1)}${row}`;
  tell({ headingRow, ...(official ? {} : { filter }) });
  const below = left.ended ? foot : [];
  yield below.map((text, at) => wideRow(row + 1 + at, text, "foot", 24)).join("");
  yield sheetEnd(table, { above: above.length, filter, below: below.map((_, at) => row + 1 + at) });
}

/** Title and lines over the heading; of a table wider than a screen only what stands at its left is seen. */
function aboveRows({ title, lines = [], official }: TableOut): readonly string[] {
  const rows: (readonly [string, Style, number])[] = [];
  if (title !== undefined) rows.push([title, official ? "title" : "leftTitle", 32]);
  for (const line of lines) rows.push([line, "line", 20]);
  return rows.map(([text, style, height], at) => wideRow(at + 1, text, style, height));
}

function headingXml({ columns }: TableOut, row: number): string {
  const cells = columns.map(({ heading }, at) => cellXml(row, at, { value: heading, style: "heading" }));
  return rowXml(row, cells, 30);
}

interface SheetEnd {
  readonly above: number;
  readonly filter: string;
  readonly below: readonly number[];
}

function sheetEnd({ columns, official, pageMark }: TableOut, { above, filter, below }: SheetEnd): string {
  const last = columnLetters(columns.length - 1);
  const wide = [...Array.from({ length: above }, (_, at) => at + 1), ...below];
  const merged = columns.length > 1 ? wide.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`) : [];
  const merges =
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>` : "";
  // A form that is signed has no buttons in its heading.
  const filtered = official ? "" : `<autoFilter ref="${filter}"/>`;
  return `</sheetData>${filtered}${merges}${pageXml(pageMark)}</worksheet>`;
}
