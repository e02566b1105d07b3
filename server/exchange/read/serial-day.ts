import { type Day, dayOfNumber, numberOfDay } from "../../../core/calendar/day.ts";
import type { Cell } from "../../../core/exchange/table.ts";

/** Formats of days among those that every program knows by a number alone: western ones, and those of the Chinese programs. */
const builtIn: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

export const isBuiltInDate = (format: number): boolean => builtIn.has(format);

/** What a format says beside the number: text in quotes, colours, conditions and languages in brackets, single signs. */
const aside = /"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g;

/** Whether a number in this format is shown as a day: it asks for a year, for a day of the month, or for a month by its name. */
export function isDateFormat(format: string): boolean {
  const [positive = ""] = format.split(";");
  const bare = positive.replaceAll(aside, "").toLowerCase().replaceAll("general", "");
  // An `e` is the year, but after a figure it is the power of ten.
  return /[yd]|(?<![0#?.])e|mmm/.test(bare) || /m月/.test(bare);
}

const firstOfMarch1900 = 61;
const before1900 = numberOfDay("1899-12-31");
const start1904 = numberOfDay("1904-01-01");
const lastSerial = 2_958_465;

/** The day of a serial number; the number itself where it is none, as of a time without a day. */
export function dayOrNumber(value: number, from1904: boolean): Cell {
  const serial = Math.floor(value);
  if (!(serial >= 1 && serial <= lastSerial)) return value;
  return { day: dayOf(serial, from1904) };
}

function dayOf(serial: number, from1904: boolean): Day {
  if (from1904) return dayOfNumber(start1904 + serial);
  // The count from 1900 on has a 29 February 1900, which there never was.
  return dayOfNumber(before1900 + (serial < firstOfMarch1900 ? serial : serial - 1));
}
