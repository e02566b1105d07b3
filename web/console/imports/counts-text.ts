import type { ImportView, Verdict } from "../../api/imports.ts";
import type { Dictionary } from "../../words/dictionary.ts";

export const verdicts: readonly Verdict[] = ["add", "change", "skip", "refuse"];

/** How many rows are of which verdict, in one line. */
export const countsText = (words: Dictionary, counts: ImportView["counts"]): string =>
  verdicts.map((verdict) => `${words.imports.verdicts[verdict]} ${counts[verdict]}`).join(" · ");
