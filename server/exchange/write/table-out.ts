import type { Day } from "../../../core/calendar/day.ts";

/** What a cell is written as: text, a number, a day as a day, or nothing. */
export type OutCell = null | string | number | { readonly day: Day };

export interface OutColumn {
  readonly heading: string;
  /** In signs of the usual font; a Chinese sign takes two. */
  readonly width: number;
  /** Identifiers and words: what is typed into the column later stays text, digits and all. */
  readonly isText: boolean;
}

/** A table as a file shows it: what stands above it, its heading, its rows in batches, and what stands below. */
export interface TableOut {
  readonly title?: string;
  readonly lines?: readonly string[];
  readonly columns: readonly OutColumn[];
  readonly rows: AsyncIterable<readonly (readonly OutCell[])[]>;
  readonly foot?: readonly string[];
  /** To be printed and signed: A4 landscape, borders, the heading on every page. */
  readonly official?: boolean;
  /** What every printed page says at its top. */
  readonly pageMark?: string;
}
