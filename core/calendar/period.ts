import type { Words } from "../words.ts";
import { addDays, type Day, monthOf, yearOf } from "./day.ts";

/** How many months a period of the calendar has. */
const monthsOf = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

export type PeriodLength = keyof typeof monthsOf;

export const periodLengths = [
  "month",
  "quarter",
  "halfYear",
  "year",
] as const satisfies readonly PeriodLength[];

/** A month, quarter, half-year or year of the calendar of Asia/Shanghai, both days included. */
export interface CalendarPeriod {
  /** 2026-11, 2026-Q4, 2026-H2, 2026. */
  readonly name: string;
  /** 2026年11月, 2026年第4季度, 2026年下半年, 2026年. */
  readonly words: string;
  readonly from: Day;
  readonly to: Day;
}

/** The form of a period's name. */
export const periodNamePattern = "^(?:19|20|21)[0-9]{2}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$";

/** How long the period of such a name is: 2026-Q4 a quarter. */
export function lengthNamed(name: string): PeriodLength {
  const [, part] = name.split("-");
  if (part === undefined) return "year";
  if (part.startsWith("H")) return "halfYear";
  return part.startsWith("Q") ? "quarter" : "month";
}

/** The period of such a name; undefined where it is none. */
export function periodNamed(name: string): CalendarPeriod | undefined {
  if (!new RegExp(periodNamePattern).test(name)) return undefined;
  const length = lengthNamed(name);
  const [year = "", part = "1"] = name.split("-");
  const months = monthsOf[length];
  return periodOn(firstOfMonth(Number(year), (Number(part.replace(/\D/, "")) - 1) * months + 1), length);
}

/** The period of that length in which a day lies. */
export function periodOn(day: Day, length: PeriodLength): CalendarPeriod {
  const months = monthsOf[length];
  const year = yearOf(day);
  const part = Math.ceil(Number(monthOf(day).slice(5)) / months);
  return {
    ...namedIn[length](year, part),
    from: firstOfMonth(year, (part - 1) * months + 1),
    to: addDays(firstOfMonth(year, part * months + 1), -1),
  };
}

/** The periods of that length of which any day lies from one day to another, both included, in their order. */
export function periodsWithin(length: PeriodLength, from: Day, to: Day): readonly CalendarPeriod[] {
  const found: CalendarPeriod[] = [];
  for (let next = from; next <= to; ) {
    const period = periodOn(next, length);
    found.push(period);
    next = addDays(period.to, 1);
  }
  return found;
}

/** The period of that length in which a day lies, and those before it: so many, the newest first. */
export function newestPeriods(length: PeriodLength, day: Day, count: number): readonly CalendarPeriod[] {
  const found: CalendarPeriod[] = [];
  for (let on = day; found.length < count; ) {
    const period = periodOn(on, length);
    found.push(period);
    on = addDays(period.from, -1);
  }
  return found;
}

/** What a person calls the period of such a name; undefined where it is none. */
export function periodWords(name: string): Words | undefined {
  const period = periodNamed(name);
  return period && { zh: period.words, en: englishFor(name) };
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function englishFor(name: string): string {
  const [year = "", part] = name.split("-");
  if (part === undefined) return year;
  if (part.startsWith("Q")) return `${part} ${year}`;
  if (part.startsWith("H")) return `${part === "H1" ? "First" : "Second"} half of ${year}`;
  return `${months[Number(part) - 1]} ${year}`;
}

type Named = (year: number, part: number) => Pick<CalendarPeriod, "name" | "words">;

const namedIn: Readonly<Record<PeriodLength, Named>> = {
  month: (year, part) => ({ name: `${year}-${twoDigits(part)}`, words: `${year}年${part}月` }),
  quarter: (year, part) => ({ name: `${year}-Q${part}`, words: `${year}年第${part}季度` }),
  halfYear: (year, part) => ({ name: `${year}-H${part}`, words: `${year}年${part === 1 ? "上" : "下"}半年` }),
  year: (year) => ({ name: `${year}`, words: `${year}年` }),
};

const twoDigits = (number: number): string => String(number).padStart(2, "0");

const firstOfMonth = (year: number, month: number): Day =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(month)}-01`;
