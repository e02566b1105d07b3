/** A legal day of Asia/Shanghai, `YYYY-MM-DD`; days compare and sort as texts. */
export type Day = string;

const dayMs = 86_400_000;
export const shanghaiAheadMs = 8 * 3_600_000;
const form = /^\d{4}-\d{2}-\d{2}$/;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const zoned = /:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

/** Whether the text is a day that exists, of the years 0001 to 9999. */
export function isDay(text: string): boolean {
  if (!form.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year > 0 && day > 0 && day <= daysIn(year, month);
}

/** 0 for a month that does not exist. Counted, not asked of Date: every row of every list asks several times. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0);
}

/** Days since 1970-01-01. Throws a RangeError on a text that is not a day. */
export function numberOfDay(day: Day): number {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The day that many days after 1970-01-01. Throws a RangeError outside the years 0001 to 9999. */
export function dayOfNumber(number: number): Day {
  if (number === last.number) return last.day;
  const date = new Date(number * dayMs);
  const day = written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (!Number.isInteger(number) || !isDay(day)) throw new RangeError(`Not the number of a day: ${number}`);
  last = { number, day };
  return day;
}

/** Most often the same day is asked for again: what many entries have in common is today. */
let last: { readonly number: number; readonly day: Day } = { number: 0, day: "1970-01-01" };

// By its parts: as an ISO text a day takes four times as long, and rules ask for several of every row.
const written = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;

export const addDays = (day: Day, count: number): Day => dayOfNumber(numberOfDay(day) + count);

/** Negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(day: Day): number {
  // 1970-01-01 was a Thursday; numbers before it are negative.
  return (((numberOfDay(day) + 4) % 7) + 7) % 7;
}

/** The same day that many months later; the last of the month where it has no such day: 2024-11-30 and three months give 2025-02-28. */
export function monthsLater(day: Day, months: number): Day {
  const counted = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysIn(year, month));
  return written(year, month, date);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/**
 * The legal day on which an instant falls. Asia/Shanghai has been eight hours ahead of UTC without a break since summer time
 * ended in September 1991, so no table of zones is needed. Throws a RangeError on what is no instant, and on a text that does
 * not say its zone: it would mean another day on another machine.
 */
export function dayInShanghai(instant: Date | number | string): Day {
  if (typeof instant === "string" && !zoned.test(instant))
    throw new RangeError(`An instant without its zone: ${instant}`);
  return dayOfNumber(Math.floor((new Date(instant).getTime() + shanghaiAheadMs) / dayMs));
}
