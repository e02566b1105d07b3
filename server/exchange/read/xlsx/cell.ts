import type { Cell } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import { FileRefused } from "../file-refused.ts";
import { dayOrNumber } from "../serial-day.ts";
import { unescaped } from "./strings.ts";

/** A cell as a sheet's markup has it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  formula: string | undefined;
  value: string | undefined;
}

/** What cells are read by. */
export interface Reading {
  readonly isDate: readonly boolean[];
  readonly from1904: boolean;
  /** The text that cells share, by its place. */
  readonly shared: (place: number) => string | undefined;
}

/** What a program shows of a number. */
const digits = 15;
const keptPicture = /^=(?:_xlfn\.)?DISPIMG\(/i;
const isoDay = /^\d{4}-\d{2}-\d{2}/;

/** What a cell holds. Throws FileRefused where it refers to a text that there is not, or holds more than a cell can. */
export function cellOf(cell: RawCell, reading: Reading): Cell {
  const { type, formula, value } = cell;
  // A program that does not calculate leaves out what a formula gives, or leaves it blank.
  if (formula !== undefined && !value && type !== "str") return { error: `=${formula}` };
  if (!value) return null;
  switch (type) {
    case "s":
      return textOrNull(sharedText(value, reading));
    case "str":
      // WPS keeps a picture in a cell as a formula, whose text means nothing to anybody.
      return keptPicture.test(value) ? { error: value } : textOrNull(unescaped(value));
    case "inlineStr":
      return textOrNull(unescaped(value));
    case "b":
      return value === "1" || value === "true";
    case "e":
      return { error: value };
    case "d":
      return isoDay.test(value) ? { day: value.slice(0, 10) } : value;
    default:
      return numberOf(value, cell.style, reading);
  }
}

function sharedText(place: string, { shared }: Reading): string {
  const text = shared(Number(place));
  if (text === undefined) throw new FileRefused("file-broken");
  return text;
}

function textOrNull(text: string): string | null {
  if (text.length > limits.cellLengthCharacters) throw new FileRefused("file-cell-too-long");
  return text === "" ? null : text;
}

function numberOf(value: string, style: number, { isDate, from1904 }: Reading): Cell {
  const number = Number(value);
  if (Number.isNaN(number)) return textOrNull(value);
  if (isDate[style]) return dayOrNumber(number, from1904);
  // Stored with seventeen digits, a sum of cents shows the last two that nobody sees.
  return value.length > digits ? Number(number.toPrecision(digits)) : number;
}
