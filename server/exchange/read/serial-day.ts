import { readDayNumber } from "../../../core/exchange/read-day.ts";
import type { Cell } from "../../../core/exchange/table.ts";

/** Formats of days among those that every program knows by a number alone: western ones, and those of the Chinese programs. */
const builtIn: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

export const isBuiltInDate = (format: number): boolean => builtIn.has(format);

/** What a format says beside the number: text in quotes, colours, conditions and languages in brackets, single signs. */
const aside = /"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g;

/** Whether a number in this format is shown as a day: it asks for a year, or for a day beside a month. */
export function isDateFormat(format: string): boolean {
  const [positive = ""] = format.split(";");
  const bare = positive.replaceAll(aside, "").toLowerCase();
  return /e|y/.test(bare.replace(/general/, "").replace(/e[+-]/, "")) || /m.*d|d.*m/.test(bare);
}

/** The day of a serial number; the number itself where it is none, as of a time without a day. */
export function dayOrNumber(value: number, from1904: boolean): Cell {
  if (value < 1) return value;
  const day = readDayNumber(Math.floor(value), from1904);
  return typeof day === "string" ? { day } : value;
}
