import { addDays, type Day, dayOfNumber, daysBetween, isDay, numberOfDay, yearOf } from "./day.ts";

/**
 * What the State Council's notice for a year (国务院办公厅关于…年部分节假日安排的通知) says. The New Year's holiday and its
 * swapped days may lie in the December before, and still belong to the year that the notice is for.
 */
export interface CalendarYear {
  readonly year: number;
  /** Number of the notice. */
  readonly source: string;
  /** Days off, the first and the last included. */
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly swappedWorkingDays: readonly Day[];
}

/** The years of which the notice is known, with an index. Every other year has its weekends only. */
export interface Calendar {
  readonly years: readonly CalendarYear[];
  /** Days that are not what their weekday says, in order; `sum` is how many working days they add up to and with that day. */
  readonly exceptions: readonly { readonly day: number; readonly sum: number }[];
}

/** Something in a list of years that cannot be: `at` is its JSON Pointer in the list, `about` the year or the day. */
export interface CalendarFault {
  readonly at: string;
  readonly code:
    | "duplicate"
    | "empty-text"
    | "not-a-day"
    | "day-outside-its-year"
    | "ends-before-it-begins"
    | "not-a-weekend-day"
    | "day-off-and-worked";
  readonly about: string;
}

/** Everything that is wrong with the years, all of it at once, for whoever keeps them. */
export const calendarFaults = (years: readonly CalendarYear[]): readonly CalendarFault[] =>
  readYears(years).faults;

/** Indexes the years. Throws a RangeError that tells the first of `calendarFaults`, where there is one. */
export function makeCalendar(years: readonly CalendarYear[]): Calendar {
  const { faults, deltas } = readYears(years);
  const [fault] = faults;
  if (fault) throw new RangeError(`Calendar ${fault.at}: ${fault.code}: ${fault.about}`);
  return { years, exceptions: summed(deltas) };
}

/** Each day that is not what its weekday says: -1 for a weekday off, 1 for a weekend day worked, 0 for a weekend day off. */
type Deltas = Map<number, -1 | 0 | 1>;

function readYears(years: readonly CalendarYear[]): { faults: readonly CalendarFault[]; deltas: Deltas } {
  const deltas: Deltas = new Map();
  const seen = new Set<number>();
  const own = years.flatMap(({ year, source }, index): readonly CalendarFault[] => {
    const about = String(year);
    if (seen.has(year)) return [{ at: `/${index}/year`, code: "duplicate", about }];
    seen.add(year);
    return source.trim() === "" ? [{ at: `/${index}/source`, code: "empty-text", about }] : [];
  });
  // Holidays of every year first: a day may be off by the notice of one year and swapped by that of the next.
  const holidays = years.flatMap((year, index) =>
    year.holidays.flatMap((holiday, number) =>
      readHoliday(`/${index}/holidays/${number}`, year, holiday, deltas),
    ),
  );
  const swapped = years.flatMap((year, index) =>
    year.swappedWorkingDays.flatMap((day, number) =>
      readSwapped(`/${index}/swappedWorkingDays/${number}`, year, day, deltas),
    ),
  );
  return { faults: [...own, ...holidays, ...swapped], deltas };
}

function readHoliday(
  at: string,
  year: CalendarYear,
  { from, to }: CalendarYear["holidays"][number],
  deltas: Deltas,
): readonly CalendarFault[] {
  const outside = [...faultOfDay(`${at}/from`, year, from), ...faultOfDay(`${at}/to`, year, to)];
  if (outside.length > 0) return outside;
  if (to < from) return [{ at: `${at}/to`, code: "ends-before-it-begins", about: `${from} – ${to}` }];
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, past) => numberOfDay(from) + past);
  const twice = days.find((day) => deltas.has(day));
  if (twice !== undefined) return [{ at, code: "duplicate", about: dayOfNumber(twice) }];
  for (const day of days) deltas.set(day, isWeekend(day) ? 0 : -1);
  return [];
}

function readSwapped(at: string, year: CalendarYear, about: Day, deltas: Deltas): readonly CalendarFault[] {
  const outside = faultOfDay(at, year, about);
  if (outside.length > 0) return outside;
  const day = numberOfDay(about);
  if (!isWeekend(day)) return [{ at, code: "not-a-weekend-day", about }];
  const known = deltas.get(day);
  if (known !== undefined) return [{ at, code: known === 1 ? "duplicate" : "day-off-and-worked", about }];
  deltas.set(day, 1);
  return [];
}

function faultOfDay(at: string, { year }: CalendarYear, about: Day): readonly CalendarFault[] {
  if (!isDay(about)) return [{ at, code: "not-a-day", about }];
  const outside = about < `${year - 1}-12-01` || about > `${year}-12-31`;
  return outside ? [{ at, code: "day-outside-its-year", about }] : [];
}

function summed(deltas: Deltas): Calendar["exceptions"] {
  let sum = 0;
  const ordered = [...deltas].filter(([, delta]) => delta !== 0).sort(([one], [other]) => one - other);
  return ordered.map(([day, delta]) => {
    sum += delta;
    return { day, sum };
  });
}

// 1970-01-01 was a Thursday: three days earlier a week began.
const mondayBased = (day: number): number => day + 3;
const isWeekend = (day: number): boolean => ((mondayBased(day) % 7) + 7) % 7 > 4;

/** Working days up to and with a day, counted from some fixed day: only differences mean anything. */
function workingDaysUpTo(day: number, { exceptions }: Calendar): number {
  const weeks = Math.floor(mondayBased(day) / 7);
  const weekdays = weeks * 5 + Math.min(mondayBased(day) - weeks * 7 + 1, 5);
  const before = firstWhere(0, exceptions.length, (at) => (exceptions[at]?.day ?? day) > day);
  return weekdays + (exceptions[before - 1]?.sum ?? 0);
}

/** The first day up to and with which there are that many working days, so a working day. */
function firstDayReaching(count: number, calendar: Calendar): number {
  const near = (count / 5) * 7;
  const reach = 14 + 2 * calendar.exceptions.length;
  const holds = (day: number) => workingDaysUpTo(day, calendar) >= count;
  return firstWhere(Math.floor(near - reach), Math.ceil(near + reach), holds);
}

/** The first number from `low` on that passes; `high` if none below it does. The test must hold from some number on. */
function firstWhere(low: number, high: number, passes: (number: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const number = numberOfDay(day);
  return workingDaysUpTo(number, calendar) > workingDaysUpTo(number - 1, calendar);
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  return Math.max(0, workingDaysPassed(from, to, calendar));
}

/** As `workingDaysBetween`; where `to` is earlier, what lies between them, as a negative number. */
function workingDaysPassed(from: Day, to: Day, calendar: Calendar): number {
  return workingDaysUpTo(numberOfDay(to), calendar) - workingDaysUpTo(numberOfDay(from), calendar);
}

/** A day that was counted to; `provisional` when a day was counted of which no notice yet says whether it is worked. */
export interface CountedDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/**
 * The day on which that many working days have passed. `from` itself is not counted; no working days lead to `from`, a rest day
 * or not. Throws a RangeError on a negative or broken count.
 */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): CountedDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  if (count === 0) return { day: from, provisional: false };
  const reached = workingDaysUpTo(numberOfDay(from), calendar) + count;
  const day = dayOfNumber(firstDayReaching(reached, calendar));
  return { day, provisional: isProvisional(addDays(from, 1), day, calendar) };
}

/**
 * As `addWorkingDays`, and back where the count is negative: the first day on which no more than so many working days are left to
 * `from`. Three working days before a Sunday is the Tuesday, as `dueBounds` has it.
 */
export function addsWorkingDays(from: Day, count: number, calendar: Calendar): CountedDay {
  if (count >= 0) return addWorkingDays(from, count, calendar);
  if (!Number.isInteger(count)) throw new RangeError(`Not a number of working days: ${count}`);
  const reached = workingDaysUpTo(numberOfDay(from), calendar) + count;
  const day = dayOfNumber(firstDayReaching(reached, calendar));
  return { day, provisional: isProvisional(day, from, calendar) };
}

/**
 * Whether a day from `first` to `last` waits for its notice. The last three days of a year wait for the next year's notice too:
 * the notices for 2008 and 2019 made 29 December a working Saturday, and none has reached further back.
 */
function isProvisional(first: Day, last: Day, calendar: Calendar): boolean {
  const isKnown = (year: number) => calendar.years.some((known) => known.year === year);
  const lastYear = last.slice(5) >= "12-29" ? yearOf(last) + 1 : yearOf(last);
  for (let year = yearOf(first); year <= lastYear; year += 1) if (!isKnown(year)) return true;
  return false;
}

/**
 * How long something may take. `endOnRestDay` says what becomes of a period whose last day is a rest day: it stays, or the period
 * ends on the next working day, as 民法典 art. 203 and the procedural laws have it for periods under them. 行政处罚法 art. 85 only
 * says which of its periods are working days. Which rule holds for a period of this trade is the pack's to say; "stay", the
 * stricter one for who must act, is the default. To be confirmed (待核实).
 */
export type Clock = {
  readonly within: number;
  readonly unit: "workingDay" | "calendarDay";
  readonly endOnRestDay?: "stay" | "nextWorkingDay";
};

/** The last day of a period that begins on `start`; `start` itself is not counted (民法典 art. 201). */
export function dueDay(start: Day, clock: Clock, calendar: Calendar): CountedDay {
  const due =
    clock.unit === "workingDay"
      ? addWorkingDays(start, clock.within, calendar)
      : { day: addDays(start, clock.within), provisional: false };
  if (clock.endOnRestDay !== "nextWorkingDay") return due;
  const end = isWorkingDay(due.day, calendar) ? due.day : addWorkingDays(due.day, 1, calendar).day;
  return { day: end, provisional: due.provisional || isProvisional(due.day, end, calendar) };
}

export type DueState = "none" | "later" | "soon" | "today" | "overdue" | "veryOverdue";

export interface DueLimits {
  /** Something due within that many working days is due soon. */
  readonly soonWithinWorkingDays: number;
  /** Something that was due more than that many working days ago is long overdue. */
  readonly veryOverdueAfterWorkingDays: number;
}

/** Where the states of a due day change, for a list that is filtered by due day: the last day of each. */
export interface DueBounds {
  /** Due on it or before: very overdue. After it and before today: overdue. */
  readonly veryOverdueTo: Day;
  /** Due after today and on it or before: soon. After it: later. */
  readonly soonTo: Day;
}

/**
 * The one rule of due soon, overdue and very overdue, for lists, pages and notices. Rest days belong to the working day before
 * them: on Tuesday, within three working days means up to and with Sunday.
 */
export function dueBounds(today: Day, limits: DueLimits, calendar: Calendar): DueBounds {
  const passed = workingDaysUpTo(numberOfDay(today), calendar);
  const dayBefore = (count: number) => dayOfNumber(firstDayReaching(count, calendar) - 1);
  return {
    veryOverdueTo: dayBefore(passed - limits.veryOverdueAfterWorkingDays),
    soonTo: dayBefore(passed + limits.soonWithinWorkingDays + 1),
  };
}

/** How a due day stands today, by `dueBounds`. */
export function dueState(due: Day | undefined, today: Day, limits: DueLimits, calendar: Calendar): DueState {
  if (due === undefined) return "none";
  if (due === today) return "today";
  const { veryOverdueTo, soonTo } = dueBounds(today, limits, calendar);
  if (due > today) return due <= soonTo ? "soon" : "later";
  return due <= veryOverdueTo ? "veryOverdue" : "overdue";
}

/** How far off a due day is, today not counted; negative when overdue. Over a weekend it may be no working days and two days. */
export function dueIn(
  due: Day,
  today: Day,
  calendar: Calendar,
): { workingDays: number; calendarDays: number } {
  return { workingDays: workingDaysPassed(today, due, calendar), calendarDays: daysBetween(today, due) };
}
