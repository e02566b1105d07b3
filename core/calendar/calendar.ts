import { addDays, type Day, dayOfWeek, daysBetween, yearOf } from "./day.ts";

export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  readonly swappedWorkingDays: readonly Day[];
}
export interface Calendar {
  readonly years: readonly CalendarYear[];
  readonly off: ReadonlySet<Day>;
  readonly on: ReadonlySet<Day>;
  /** Days that are not what their place in the week says, by day number: a working day more (+1) or less (-1). */
  readonly exceptions: readonly { readonly number: number; readonly change: 1 | -1 }[];
}
export function makeCalendar(years: readonly CalendarYear[]): Calendar {
  const off = new Set<Day>();
  for (const { holidays } of years)
    for (const { from, to } of holidays) for (let day = from; day <= to; day = addDays(day, 1)) off.add(day);
  const on = new Set(years.flatMap(({ swappedWorkingDays }) => swappedWorkingDays));
  const more = [...on].filter(isWeekend).map((day) => ({ number: dayNumber(day), change: 1 as const }));
  const less = [...off].filter((day) => !on.has(day) && !isWeekend(day));
  return { years, off, on, exceptions: [...more, ...less.map(exceptionOff)] };
}
const exceptionOff = (day: Day) => ({ number: dayNumber(day), change: -1 as const });
const isWeekend = (day: Day): boolean => [0, 6].includes(dayOfWeek(day));
const dayNumber = (day: Day): number => daysBetween("1970-01-01", day);
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.on.has(day)) return true;
  if (calendar.off.has(day)) return false;
  const week = dayOfWeek(day);
  return week !== 0 && week !== 6;
}
export function addWorkingDays(
  from: Day,
  count: number,
  calendar: Calendar,
): { day: Day; provisional: boolean } {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { day, provisional: !calendar.years.some(({ year }) => year === yearOf(day)) };
}
/** Working days after `from`, up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const [after, last] = [dayNumber(from), dayNumber(to)];
  if (last <= after) return 0;
  // Day by day this took half of the time of a page of fifty entries, some overdue for years.
  let count = weekdaysUpTo(last) - weekdaysUpTo(after);
  for (const { number, change } of calendar.exceptions) if (number > after && number <= last) count += change;
  return count;
}
/** Mondays to Fridays from the Monday before 1970-01-01, a Thursday, up to a day. */
function weekdaysUpTo(number: number): number {
  const days = number + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
export type Clock = { readonly within: number; readonly unit: "workingDay" | "calendarDay" };
export function dueDay(start: Day, clock: Clock, calendar: Calendar): { day: Day; provisional: boolean } {
  if (clock.unit === "workingDay") return addWorkingDays(start, clock.within, calendar);
  return { day: addDays(start, clock.within), provisional: false };
}
export type DueState = "none" | "later" | "soon" | "today" | "overdue" | "veryOverdue";
export interface DueLimits {
  readonly soonWithinWorkingDays: number;
  readonly veryOverdueAfterWorkingDays: number;
}
export function dueState(due: Day | undefined, today: Day, limits: DueLimits, calendar: Calendar): DueState {
  if (due === undefined) return "none";
  if (due === today) return "today";
  if (due > today)
    return workingDaysBetween(today, due, calendar) <= limits.soonWithinWorkingDays ? "soon" : "later";
  return workingDaysBetween(due, today, calendar) > limits.veryOverdueAfterWorkingDays
    ? "veryOverdue"
    : "overdue";
}
export function dueIn(
  due: Day,
  today: Day,
  calendar: Calendar,
): { workingDays: number; calendarDays: number } {
  const workingDays =
    due >= today ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);
  return { workingDays, calendarDays: daysBetween(today, due) };
}
