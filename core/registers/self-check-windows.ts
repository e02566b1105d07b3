import { addDays, type Day, daysBetween, monthOf, yearOf } from "../calendar/day.ts";
import type { Words } from "../words.ts";

/** How often an enterprise's principal leads a check: the window within which one is owed. */
export const cycles = {
  month: { words: { zh: "每月", en: "Monthly" }, months: 1 },
  quarter: { words: { zh: "每季度", en: "Quarterly" }, months: 3 },
} as const satisfies Readonly<Record<string, { words: Words; months: number }>>;

export type Cycle = keyof typeof cycles;

/** A month or a quarter of the calendar of Asia/Shanghai, both days included. */
export interface CheckWindow {
  /** 2026-11, 2026-Q4. */
  readonly period: string;
  readonly cycle: Cycle;
  readonly from: Day;
  readonly to: Day;
}

/** The form of a window's name. */
export const periodPattern = "^(?:19|20|21)[0-9]{2}-(?:Q[1-4]|0[1-9]|1[0-2])$";

/** The cycle of that many months; undefined where windows are of no such length. */
export function cycleOf(months: number | undefined): Cycle | undefined {
  if (months === cycles.month.months) return "month";
  return months === cycles.quarter.months ? "quarter" : undefined;
}

/** The window in which a day lies. */
export function windowOn(day: Day, cycle: Cycle): CheckWindow {
  const month = Number(monthOf(day).slice(5));
  const quarter = Math.ceil(month / cycles.quarter.months);
  const year = monthOf(day).slice(0, 4);
  return windowNamed(cycle === "month" ? monthOf(day) : `${year}-Q${quarter}`);
}

/** The window of that name. Throws a RangeError on what is no name of a window. */
export function windowNamed(period: string): CheckWindow {
  if (!new RegExp(periodPattern, "u").test(period)) throw new RangeError(`Not a window: ${period}`);
  const [year = "", part = ""] = period.split("-");
  const cycle: Cycle = part.startsWith("Q") ? "quarter" : "month";
  const { months } = cycles[cycle];
  const first = cycle === "quarter" ? (Number(part.slice(1)) - 1) * months + 1 : Number(part);
  const from = firstOfMonth(year, first);
  return { period, cycle, from, to: addDays(firstOfMonth(year, first + months), -1) };
}

function firstOfMonth(year: string, month: number): Day {
  const passed = month > 12 ? 1 : 0;
  const twoDigits = String(month - 12 * passed).padStart(2, "0");
  return `${Number(year) + passed}-${twoDigits}-01`;
}

/** 2026年11月, 2026年第4季度. */
export function periodWords(period: string): string {
  const { from, cycle } = windowNamed(period);
  const month = Number(monthOf(from).slice(5));
  return cycle === "month"
    ? `${yearOf(from)}年${month}月`
    : `${yearOf(from)}年第${(month - 1) / cycles.quarter.months + 1}季度`;
}

/** Days of a window that are left on a day, that day included; 0 once it has ended. */
export const daysLeft = (day: Day, to: Day): number => Math.max(0, daysBetween(day, to) + 1);
