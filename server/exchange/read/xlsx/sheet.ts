import type { Readable } from "node:stream";
import type { Cell, MergedRange, SheetRow } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import { FileRefused } from "../file-refused.ts";
import { dayOrNumber } from "../serial-day.ts";
import { parseStream } from "./markup.ts";
import { unescaped } from "./strings.ts";
import type { Workbook } from "./workbook.ts";

/** The zero-based column and the row of a reference such as `AB12`; row 0 where it names none. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { column: column - 1, row: Number(reference.slice(at)) || 0 };
}

/** What is found of a sheet by looking for it without reading its cells. */
export interface SheetScan {
  readonly merged: readonly MergedRange[];
  /** The number of its last row. */
  readonly rows: number;
}

const mergedReference = /<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+):([A-Z]+\d+)"/g;
const rowNumber = /<(?:\w+:)?row(?=[\s>])(?:[^>]*?\sr="(\d+)")?/g;
const mergesKept = 10_000;

/** Counts the rows of a sheet and finds its merged cells, which stand behind all its rows. */
export async function scanSheet(source: Readable): Promise<SheetScan> {
  const merged: MergedRange[] = [];
  let rows = 0;
  let rest = "";
  try {
    for await (const chunk of source) {
      const text = rest + Buffer.from(chunk).toString("latin1");
      // Cut before a tag that may go on in the next piece.
      const end = Math.max(text.lastIndexOf("<"), text.length - 4_096);
      const piece = text.slice(0, end);
      for (const found of piece.matchAll(rowNumber))
        rows = found[1] === undefined ? rows + 1 : Number(found[1]);
      for (const [, from = "", to = ""] of piece.matchAll(mergedReference)) {
        const [start, stop] = [placeOf(from), placeOf(to)];
        if (merged.length < mergesKept)
          merged.push({
            fromRow: start.row,
            toRow: stop.row,
            fromColumn: start.column,
            toColumn: stop.column,
          });
      }
      rest = text.slice(end);
    }
  } catch {
    throw new FileRefused("file-broken");
  }
  return { merged, rows };
}

/** The rows of a sheet as it is unpacked. */
export async function* readSheet(
  source: Readable,
  { isDate, from1904 }: Pick<Workbook, "isDate" | "from1904">,
  strings: readonly string[],
): AsyncGenerator<SheetRow> {
  let found: SheetRow[] = [];
  let cells: Cell[] = [];
  let row = 0;
  let column = -1;
  let cell: { type: string; style: number; hasFormula: boolean; value: string | undefined } | undefined;
  let wanted = false;
  let inAid = 0;
  const whatItHolds = (): Cell => (cell === undefined ? null : cellOf(cell, { isDate, from1904, strings }));
  yield* parseStream(
    source,
    {
      open(name, attributes) {
        switch (name) {
          case "row":
            row = attributes.r === undefined ? row + 1 : Number(attributes.r);
            cells = [];
            column = -1;
            break;
          case "c":
            column = attributes.r === undefined ? column + 1 : placeOf(attributes.r).column;
            cell = {
              type: attributes.t ?? "n",
              style: Number(attributes.s ?? 0),
              hasFormula: false,
              value: undefined,
            };
            break;
          case "f":
            if (cell !== undefined) cell.hasFormula = true;
            break;
          case "rPh":
            inAid += 1;
            break;
          case "v":
          case "t":
            wanted = cell !== undefined && inAid === 0;
            if (wanted && cell !== undefined) cell.value ??= "";
            break;
          default:
        }
      },
      text(more) {
        if (wanted && cell !== undefined) cell.value = (cell.value ?? "") + more;
      },
      close(name) {
        switch (name) {
          case "v":
          case "t":
            wanted = false;
            break;
          case "rPh":
            inAid -= 1;
            break;
          case "c": {
            const value = whatItHolds();
            cell = undefined;
            if (value === null) break;
            if (column >= limits.importColumns) throw new FileRefused("file-too-many-columns");
            while (cells.length < column) cells.push(null);
            cells[column] = value;
            break;
          }
          case "row":
            if (cells.length > 0) found.push({ number: row, cells });
            break;
          default:
        }
      },
    },
    () => {
      const rows = found;
      found = [];
      return rows;
    },
  );
}

interface Reading {
  readonly isDate: readonly boolean[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
}

const digits = 15;

function cellOf(
  {
    type,
    style,
    hasFormula,
    value,
  }: { type: string; style: number; hasFormula: boolean; value: string | undefined },
  { isDate, from1904, strings }: Reading,
): Cell {
  // A program that does not calculate leaves out what a formula gives.
  if (value === undefined) return hasFormula ? { error: "#" } : null;
  switch (type) {
    case "s":
      return strings[Number(value)] || null;
    case "str":
    case "inlineStr":
      return unescaped(value) || null;
    case "b":
      return value === "1" || value === "true";
    case "e":
      return { error: value };
    case "d":
      return /^\d{4}-\d{2}-\d{2}/.test(value) ? { day: value.slice(0, 10) } : value;
    default: {
      if (value === "") return null;
      const number = Number(value);
      if (Number.isNaN(number)) return value;
      if (isDate[style]) return dayOrNumber(number, from1904);
      // Stored with seventeen digits, a sum of cents shows the last two that nobody sees.
      return Number(number.toPrecision(digits));
    }
  }
}
