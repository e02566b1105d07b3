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
}
export function makeCalendar(years: readonly CalendarYear[]): Calendar {
  const off = new Set<Day>();
  for (const { holidays } of years)
    for (const { from, to } of holidays) for (let day = from; day <= to; day = addDays(day, 1)) off.add(day);
  return { years, off, on: new Set(years.flatMap(({ swappedWorkingDays }) => swappedWorkingDays)) };
}
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
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
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
