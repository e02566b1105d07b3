import { addDays, type Day } from "../calendar/day.ts";
import { type CellPlace, isMoved, placeOf } from "./cell-place.ts";
import type { Step } from "./decide.ts";
import { type Entry, textValue } from "./entry.ts";
import type { DayCount } from "./numbers.ts";
import type { Register } from "./register.ts";

/** One signed change to a count: the sum of all up to a day is the count on that day. */
export interface Delta extends CellPlace {
  /** Register and count: `hazard.found`. */
  readonly measure: string;
  readonly day: Day;
  readonly count: 1 | -1;
  /** What the count sums, where it sums something; in the unit of that field. */
  readonly sum: number;
}

/** What one step adds to and takes from the register's counts, signed. Nothing changes where nothing that counts changed. */
export function deltasOf(step: Pick<Step, "register" | "before" | "after" | "day">): readonly Delta[] {
  return Object.entries(step.register.counts).flatMap(([name, count]) => {
    const measure = `${step.register.name}.${name}`;
    return "on" in count ? onDeltas(measure, count, step) : overdueDeltas(measure, step);
  });
}

function onDeltas(measure: string, count: DayCount, { before, after }: Pick<Step, "before" | "after">) {
  const was = standing(measure, count, before, -1);
  const is = standing(measure, count, after, 1);
  return sameDelta(was, is) ? [] : [was, is].filter((delta) => delta !== undefined);
}

function standing(measure: string, count: DayCount, entry: Entry, sign: 1 | -1): Delta | undefined {
  const on = textValue(entry.values, count.on);
  if (on === undefined || count.in?.includes(entry.state) === false) return undefined;
  const summed = count.sum === undefined ? 0 : Number(entry.values[count.sum] ?? 0);
  return { measure, ...placeOf(entry), day: on, count: sign, sum: sign * summed };
}

/**
 * Overdue is never a state: a due day counts +1 from the day after it. An act that meets the deadline takes that back on the
 * same day, so nothing was ever overdue; an act that comes late takes it back on the day it was done, so the days between stay
 * overdue for ever.
 */
function overdueDeltas(
  measure: string,
  { before, after, day }: Pick<Step, "before" | "after" | "day">,
): readonly Delta[] {
  const was = before.values.dueOn;
  const is = after.values.dueOn;
  if (!isMoved(before, after)) return [];
  const from = (due: Day): Day => (before.version > 0 && day > due ? day : addDays(due, 1));
  return [
    ...(was === undefined
      ? []
      : [{ measure, ...placeOf(before), day: from(was), count: -1 as const, sum: 0 }]),
    ...(is === undefined ? [] : [{ measure, ...placeOf(after), day: from(is), count: 1 as const, sum: 0 }]),
  ];
}

function sameDelta(was: Delta | undefined, is: Delta | undefined): boolean {
  if (was === undefined || is === undefined) return was === is;
  return JSON.stringify({ ...was, count: 1, sum: -was.sum }) === JSON.stringify(is);
}

/** All counts of a register by their full names, for the reference pages and the recount. */
export function measuresOf(register: Register): readonly string[] {
  return Object.keys(register.counts).map((name) => `${register.name}.${name}`);
}
