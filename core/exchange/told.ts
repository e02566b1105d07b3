import type { Words } from "../words.ts";

/** What is wrong with a row: in which column where it is one, which field that is, what stood there, and what to do. */
export interface RowProblem {
  readonly column?: number;
  readonly field?: string;
  readonly code: string;
  readonly words: Words;
  readonly given?: string;
}

/** A cell that changes a field of an entry, as both are written in cells. */
export interface RowChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What is told of a row beside its verdict. */
export interface Told {
  /** Number and title of the entry, as far as they are known. */
  readonly number?: string;
  readonly title?: string;
  readonly problems?: readonly RowProblem[];
  readonly changes?: readonly RowChange[];
  /** Why it is skipped. */
  readonly skipped?: "same" | "cameIn" | "footer";
  /** What the person should look at, and may be right. */
  readonly warnings?: readonly Words[];
}
