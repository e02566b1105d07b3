import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Sourced } from "./sourced.ts";

/** Checklists of which the plan wants every item evaluated: the hard measures that come from above, and what a place resolved itself. */
export const checklistKinds = ["hard", "own"] as const;

/**
 * An item of a checklist (硬措施、具体举措): a row of `evaluation-items.json`. The list may lack items whose words nobody has yet: the
 * committee's office lists those by an act, and what it listed is not listed again once a row of the same number comes.
 */
export interface EvaluationItem extends Sourced {
  readonly kind: (typeof checklistKinds)[number];
  /** As its checklist numbers it: 7, or 7-2 for a part of it. */
  readonly number: string;
  readonly title: Words;
  /** The document in which it stands. */
  readonly cited: string;
  /** Where the plan wants it evaluated. */
  readonly measure: number;
  readonly clause: number;
  /** The organisation that leads it, and those beside it. */
  readonly unit: string;
  readonly joint?: readonly string[];
  /** The day by which it is evaluated, where it is another than its clause's. */
  readonly by?: Day;
}
