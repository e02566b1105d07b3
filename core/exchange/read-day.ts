import { type Day, dayOfNumber, isDay, numberOfDay } from "../calendar/day.ts";
import { type Misread, misread } from "./reading.ts";

const whole =
  /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?:t?\d{1,2}[:时点].*)?(?:\((?:星期|周).\))?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(?:\.\d+)?$/;
const withoutYear = /^\d{1,2}(?:月\d{1,2}(?:日|号)?|[-./]\d{1,2})$/;
const withoutDay = /^\d{4}(?:年(?:\d{1,2}月?)?|[-./]\d{1,2})?$/;
const inAnotherOrder = /^\d{1,2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,4}(?:日|号)?$/;

/** The day before the first of either count of days; that of 1900 has a 29 February which there never was. */
const before1900 = numberOfDay("1899-12-31");
const before1904 = numberOfDay("1904-01-01");
const neverWas = 60;
const lastSerial = 109_575;
/** Below it a number in a column of days is a year, an age or a count of days; of the campaign it is none. */
const firstSerial = numberOfDay("1950-01-01") - before1900 + 1;

const example = { zh: "如 2008-08-08", en: "As in 2008-08-08" };

/** A day as people write it, in any of the usual forms; `text` is in the plain form. A time of day is cut off. */
export function readDayText(text: string, from1904: boolean): Day | Misread {
  const found = whole.exec(text) ?? compact.exec(text);
  if (found !== null) return dayOf(found[1] ?? "", found[2] ?? "", found[3] ?? "");
  if (serial.test(text)) return readDayNumber(Number(text), from1904);
  if (withoutYear.test(text) || withoutDay.test(text)) return misread("cell-day-without-year", example);
  return misread(inAnotherOrder.test(text) ? "cell-day-ambiguous" : "cell-no-day", example);
}

/** A day as a program counts it, or its eight digits as a number. */
export function readDayNumber(count: number, from1904: boolean): Day | Misread {
  const digits = Number.isInteger(count) ? compact.exec(String(count)) : null;
  if (digits !== null) return dayOf(digits[1] ?? "", digits[2] ?? "", digits[3] ?? "");
  const days = Math.floor(count);
  if (!(days >= firstSerial && days <= lastSerial)) return misread("cell-no-day", example);
  if (from1904) return dayOfNumber(before1904 + days);
  return dayOfNumber(before1900 + (days > neverWas ? days - 1 : days));
}

function dayOf(year: string, month: string, date: string): Day | Misread {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : misread("cell-no-day", example);
}
