import type { Day } from "../calendar/day.ts";

/**
 * What a cell of somebody's table holds: text, a number, a truth value, a day where the file itself says that it is one (by the
 * number format of a workbook), or a formula's error such as `#N/A`; `null` where it is empty. Of a formula it is the stored value.
 */
export type Cell = null | string | number | boolean | { readonly day: Day } | { readonly error: string };

/** A row as its file holds it. */
export interface SheetRow {
  /** As the program shows it: the first is 1. */
  readonly number: number;
  /** From column A on; cells that are missing at the end are empty. */
  readonly cells: readonly Cell[];
}

/** Cells that a sheet shows as one: rows from 1, columns from 0, both ends within. */
export interface MergedRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What is known of a sheet beside its rows. */
export interface SheetFacts {
  readonly merged: readonly MergedRange[];
  /** Days are counted from 1904 and not from 1900 on, as some programs of the Macintosh do. */
  readonly from1904: boolean;
}

/** The letter or letters over a column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
