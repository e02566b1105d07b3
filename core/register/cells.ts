import { addDays, type Day, daysBetween, isDay } from "../calendar/day.ts";
import { type CellPlace, isMoved, placeOf } from "./cell-place.ts";
import type { Step } from "./decide.ts";
import { type Entry, textValue } from "./entry.ts";
import { type DayCount, isOverdueCount, type SpanCount } from "./numbers.ts";
import type { Register } from "./register.ts";

/** One signed change to a count: the sum of all up to a day is the count on that day. */
export interface Delta extends CellPlace {
  /** Whose standing changed: what counts for an entry, summed over its own deltas, is one or nothing. */
  readonly entry: string;
  /** Register and count: `hazard.found`. */
  readonly measure: string;
  readonly day: Day;
  readonly count: 1 | -1;
  /** What the count sums, where it sums something; in the unit of that field. */
  readonly sum: number;
}

type Changed = Pick<Step, "register" | "before" | "after" | "day">;

/** What one step adds to and takes from the register's counts, signed. Nothing changes where nothing that counts changed. */
export function deltasOf(step: Changed): readonly Delta[] {
  return Object.entries(step.register.counts).flatMap(([name, count]) => {
    const measure = `${step.register.name}.${name}`;
    return isOverdueCount(count) ? overdueDeltas(measure, step) : valueDeltas(measure, count, step);
  });
}

/** Deltas of a count that goes by what the entry holds alone: what stood before is taken back where it stood. */
function valueDeltas(measure: string, count: DayCount | SpanCount, { register, before, after }: Changed) {
  const was = standing(measure, count, register, before);
  const is = standing(measure, count, register, after);
  // Of most counts an entry was none and is none, which costs no texts.
  if (was.length === 0) return is;
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [...was.map(takenBack), ...is];
}

const takenBack = (delta: Delta): Delta => ({
  ...delta,
  count: delta.count === 1 ? -1 : 1,
  sum: delta.sum === 0 ? 0 : -delta.sum,
});

function standing(
  measure: string,
  count: DayCount | SpanCount,
  register: Register,
  entry: Entry,
): readonly Delta[] {
  const { values } = entry;
  const from = dayIn(entry, "on" in count ? count.on : count.from);
  if (from === undefined || !meets(count, entry)) return [];
  const cell = { entry: entry.id, measure, ...placeOf(register, entry) };
  if ("on" in count) {
    const since = count.daysSince === undefined ? undefined : dayIn(entry, count.daysSince);
    const days = since === undefined ? 0 : daysBetween(since, from);
    const summed = count.sum === undefined ? days : Number(values[count.sum] ?? 0);
    return [{ ...cell, day: from, count: 1, sum: summed }];
  }
  const until = dayIn(entry, count.until);
  const begun: Delta = { ...cell, day: from, count: 1, sum: 0 };
  if (until === undefined) return [begun];
  return [begun, { ...begun, day: [from, until].sort()[1] ?? until, count: -1 }];
}

/** Whether an entry counts, by its state and by what it holds. */
function meets(count: DayCount | SpanCount, entry: Entry): boolean {
  if (count.in?.includes(entry.state) === false) return false;
  const isOther = ([field, wanted]: readonly [string, readonly string[] | undefined]) =>
    wanted?.includes(String(entry.values[field] ?? "")) === false;
  if (Object.entries(count.when ?? {}).some(isOther)) return false;
  if (count.ordered === undefined) return true;
  const [first, second] = count.ordered.map((field) => dayIn(entry, field));
  return first !== undefined && second !== undefined && first <= second;
}

function dayIn({ values }: Entry, field: string): Day | undefined {
  const day = textValue(values, field);
  return day !== undefined && isDay(day) ? day : undefined;
}

/**
 * Overdue is never a state: a due day counts +1 from the day after it. An act that meets the deadline takes that back on the
 * same day, so nothing was ever overdue; an act that comes late takes it back on the day it was done, so the days between stay
 * overdue for ever. What is opened with a deadline that had already passed is overdue from the day it was opened: before, no list
 * could show it, and a count opens the list that it counts.
 */
function overdueDeltas(measure: string, { register, before, after, day }: Changed): readonly Delta[] {
  const was = before.values.dueOn;
  const is = after.values.dueOn;
  if (!isMoved(register, before, after)) return [];
  const from = (due: Day): Day => (day > due ? day : addDays(due, 1));
  const cell = { entry: after.id, measure, sum: 0 };
  return [
    ...(was === undefined
      ? []
      : [{ ...cell, ...placeOf(register, before), day: from(was), count: -1 as const }]),
    ...(is === undefined ? [] : [{ ...cell, ...placeOf(register, after), day: from(is), count: 1 as const }]),
  ];
}

/** All counts of a register by their full names, for the reference pages and the recount. */
export function measuresOf(register: Register): readonly string[] {
  return Object.keys(register.counts).map((name) => `${register.name}.${name}`);
}
