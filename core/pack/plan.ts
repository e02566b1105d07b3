import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Sourced } from "./sourced.ts";

/**
 * The campaign's plan, whole: its sections in the order of the text, and where one of kind `measures` stands, the actions with
 * their measures. Its text is kept verbatim, with only the blanks of its line breaks removed.
 */
export interface Plan extends Sourced {
  readonly name: Words;
  readonly issuer: Words;
  /** The document of the level above that it implements. */
  readonly implements: string;
  readonly from: Day;
  readonly to: Day;
  readonly sections: readonly PlanSection[];
  /** Who leads the campaign: offices as the plan names them, since the people in them change. */
  readonly leadingGroup: readonly Leader[];
  readonly taskForce: readonly NamedUnit[];
  readonly groups: readonly UnitGroup[];
  readonly jointEverywhere: JointEverywhere;
  readonly actions: readonly Action[];
  readonly measures: readonly Measure[];
}

export const sectionKinds = [
  "notice",
  "preamble",
  "heading",
  "guidance",
  "principle",
  "objective",
  "requirement",
  "leadership",
  "measures",
  "safeguard",
] as const;

export interface PlanSection {
  readonly kind: (typeof sectionKinds)[number];
  /** The section's place among those of its kind, where the plan counts them. */
  readonly number?: number;
  /** As the text has it, with its numbering: (三)行动目标. */
  readonly heading: string;
  /** A short title of ours. */
  readonly title: Words;
  /** What follows the heading; absent where the next heading does. */
  readonly text?: string;
  /** Its pieces, where it names units, days or numbers. */
  readonly clauses?: readonly Clause[];
}

export interface Leader {
  readonly as: Words;
  /** The words of the plan: 州委副书记、州长、州安委会主任. */
  readonly who: string;
}

/** An organisation or a group of the pack, by the words with which the plan names it there. */
export interface NamedUnit {
  readonly unit: string;
  readonly words: string;
}

/** Units that the plan names by one phrase: 负有安全监管职责的部门. Its id is none of an organisation. */
export interface UnitGroup extends Sourced {
  readonly id: string;
  readonly name: Words;
  /** Ids of organisations. */
  readonly members: readonly string[];
}

/** Units that answer for every measure beside those named there; the plan says so once, in this measure. */
export interface JointEverywhere {
  readonly measure: number;
  readonly joint: readonly NamedUnit[];
}

export interface Action {
  readonly number: number;
  readonly title: Words;
  /** As the text has it, with its numbering. */
  readonly heading: string;
}

export interface Measure {
  readonly number: number;
  readonly action: number;
  /** A short title of ours. */
  readonly title: Words;
  readonly text: string;
  /** The brackets of `text` that say who leads and who shares, in their order. */
  readonly leads: readonly string[];
  readonly clauses: readonly Clause[];
}

/** A piece of a text of the plan; the clauses of a text, one after another, are the text. */
export interface Clause {
  /** From 1 within its text. */
  readonly number: number;
  readonly text: string;
  /** Who leads it (牵头), or who answers for it (负责) where nobody leads. Their words stand in the clause or in a later one. */
  readonly leads?: readonly NamedUnit[];
  /** Who answers for it beside a lead. */
  readonly joint?: readonly NamedUnit[];
  readonly dates?: readonly ClauseDate[];
  readonly frequencies?: readonly Frequency[];
  readonly targets?: readonly Target[];
  readonly readings?: readonly Reading[];
}

/** The day by which something is due. `words` are the piece of the clause that says so. */
export interface ClauseDate {
  readonly words: string;
  /** Absent where only the end is set: 2024年底前. */
  readonly from?: Day;
  readonly by: Day;
}

export const periods = ["month", "quarter", "halfYear", "year"] as const;
export type Period = (typeof periods)[number];

/** How often something is due. */
export interface Frequency {
  readonly words: string;
  readonly every: Period;
  /** True where the plan names what recurs, and how often is our reading. */
  readonly toBeConfirmed: boolean;
}

export const comparisons = ["atLeast", "exactly", "about"] as const;
export const targetUnits = [
  "percent",
  "item",
  "time",
  "list",
  "base",
  "school",
  "accident",
  "level",
  "sector",
  "kind",
  "government",
] as const;

/** What a measure shall reach, as a number. */
export interface Target {
  /** The piece of the clause that says so. */
  readonly words: string;
  /** What is counted. */
  readonly counts: Words;
  readonly comparison: (typeof comparisons)[number];
  readonly value: number;
  readonly unit: (typeof targetUnits)[number];
  /** Last day on which it may be reached; absent for a standing target. */
  readonly by?: Day;
  /** Reached anew in each such period. */
  readonly every?: Period;
  /** True where the plan gives words (全覆盖) and the number is our reading of them. */
  readonly toBeConfirmed: boolean;
}

/**
 * What a clause asks for that its own words do not say, or say without a number: a result to be shown, and the number, day or
 * period by which we hold it. It is design and never the plan, so it stands apart and is always to be confirmed.
 */
export interface Reading {
  readonly what: Words;
  /** A comparison, a number and its unit go together. */
  readonly comparison?: Target["comparison"];
  readonly value?: number;
  readonly unit?: Target["unit"];
  readonly by?: Day;
  readonly every?: Period;
  /** What it rests on: our reading of the text, or a document beside the plan, as it is cited. */
  readonly source: string;
  readonly toBeConfirmed: true;
}
