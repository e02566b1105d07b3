import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { guardedText } from "../../../core/exchange/csv-guard.ts";
import { remarkMark } from "../../../core/exchange/marks.ts";
import type { OutCell, TableOut } from "./table-out.ts";

const byteOrderMark = "\ufeff";

/**
 * A table as CSV by RFC 4180, in UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding. Programs read
 * the first row as the heading: what a workbook says above its table stands in one line at the end, which begins with `#`.
 */
export const csvOf = (table: TableOut): Readable =>
  Readable.from(csvText(table), { objectMode: false, highWaterMark: 256 * 1024 });

/** Writes a table as CSV, whole. */
export const writeCsv = (out: Writable, table: TableOut): Promise<void> => pipeline(csvOf(table), out);

async function* csvText({ title, lines = [], columns, rows, foot = [] }: TableOut): AsyncGenerator<string> {
  yield byteOrderMark + lineOf(columns.map(({ heading }) => heading));
  for await (const batch of rows) yield batch.map(lineOf).join("");
  const said = [...(title === undefined ? [] : [title]), ...lines, ...foot];
  if (said.length > 0) yield lineOf([`${remarkMark} ${said.join(" | ")}`]);
}

const lineOf = (cells: readonly OutCell[]): string => `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(cell: OutCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = typeof cell === "string" ? guardedText(cell) : cell.day;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
