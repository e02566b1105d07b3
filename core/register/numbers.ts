import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { EngineName } from "./entry.ts";
import type { Fields, Values } from "./field.ts";

/**
 * A count kept in cells. `on`: +1 on the day in that field while it stands. `from`: +1 on the day in that field and −1 on the one in
 * `until`, so that what is counted up to a day stands between the two. `overdue`: +1 from the day after the due day.
 */
export type Count<N extends string = string> =
  | DayCount<N>
  | SpanCount<N>
  | { readonly words: Words; readonly overdue: true };

/** What an entry must be to count at all, by what it holds now. */
interface Condition<N extends string> {
  readonly words: Words;
  /** Counted only while the entry is in one of these states; always where it is left out. */
  readonly in?: readonly string[];
  /** Counted only while each of these fields holds one of these values, a flag as `true`. */
  readonly when?: Readonly<Partial<Record<N, readonly string[]>>>;
  /** Counted only while the day in the first field is not after the day in the second. */
  readonly ordered?: readonly [N, N];
}

export interface DayCount<N extends string = string> extends Condition<N> {
  readonly on: N;
  /** The field that is summed, in its own unit. */
  readonly sum?: N;
  /** The days are summed from the one in this field to the one that counts. */
  readonly daysSince?: N;
}

export interface SpanCount<N extends string = string> extends Condition<N> {
  readonly from: N;
  readonly until: N;
}

/** How an entry gets its number: the series it is drawn from, and how the drawn number is written. */
export interface Numbering {
  series(values: Values, day: Day): string;
  format(series: string, drawn: number): string;
}

export const isOverdueCount = <N extends string>(
  count: Count<N>,
): count is Exclude<Count<N>, DayCount<N> | SpanCount<N>> => "overdue" in count;

/** Whether a register counts what is overdue, by place and day. */
export function countsOverdue({ counts }: { readonly counts: Readonly<Record<string, Count>> }): boolean {
  return Object.values(counts).some(isOverdueCount);
}

/** Counts of a register that are written in a file of their own: checked against its fields. */
export function countsOf<const F extends Fields>(_fields: F) {
  return <const C extends Readonly<Record<string, Count<(keyof F & string) | EngineName>>>>(counts: C): C =>
    counts;
}
