import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Values } from "./field.ts";

/** A count kept in cells. `on`: +1 on the day in that field while it stands. `overdue`: +1 from the day after the due day. */
export type Count<N extends string = string> =
  | DayCount<N>
  | { readonly words: Words; readonly overdue: true };

export interface DayCount<N extends string = string> {
  readonly words: Words;
  readonly on: N;
  readonly sum?: N;
  /** Counted only while the entry is in one of these states; always where it is left out. */
  readonly in?: readonly string[];
}

/** How an entry gets its number: the series it is drawn from, and how the drawn number is written. */
export interface Numbering {
  series(values: Values, day: Day): string;
  format(series: string, drawn: number): string;
}

/** Whether a register counts what is overdue, by place and day. */
export function countsOverdue({ counts }: { readonly counts: Readonly<Record<string, Count>> }): boolean {
  return Object.values(counts).some((count) => !("on" in count));
}
