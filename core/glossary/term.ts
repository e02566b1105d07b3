import type { Words } from "../words.ts";

/** One word of the domain or of the system, and what it means here. */
export interface Term {
  readonly words: Words;
  readonly meaning: Words;
  /** Whether a screen underlines it where it occurs and explains it there; words that everybody knows stay plain. */
  readonly explained?: true;
}

export type Terms = Readonly<Record<string, Term>>;
