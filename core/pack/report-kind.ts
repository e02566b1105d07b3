import { type PeriodLength, periodLengths } from "../calendar/period.ts";
import type { Words } from "../words.ts";
import type { Sourced } from "./sourced.ts";

/** Who reports: the committee's offices of the counties, the managements of parks, the prefecture's departments that lead in the plan. */
export const reporters = ["countyOffice", "park", "department"] as const;

/** What a report asks in words, because no register knows it. */
export const reportQuestions = ["results", "problems", "requests", "plans", "standing"] as const;
export type ReportQuestion = (typeof reportQuestions)[number];

/** Once, over all days of the campaign when they are over: its final evaluation (终期评估), which the receiving office owes too and closes it by. */
export const overCampaign = "campaign";

export const reportLengths = [...periodLengths, overCampaign] as const;
export type ReportLength = PeriodLength | typeof overCampaign;

/** Every indicator that proves a target of the plan, in the order of the plan, instead of a list of them. */
export const ofTargets = "ofTargets";

/** A periodic report (定期报表) up the tree: data of a pack, with where it comes from. Features C8 and O8. */
export interface ReportKind extends Sourced {
  /** Lower-case words joined by hyphens, never changed. */
  readonly id: string;
  readonly name: Words;
  readonly every: ReportLength;
  readonly from: readonly (typeof reporters)[number][];
  /** The parameter that says within how many days after the period it is due. */
  readonly due: string;
  /** The indicators that it holds, in their order. */
  readonly indicators: readonly string[] | typeof ofTargets;
  /** Which questions must be answered; the others may be. */
  readonly asks: readonly ReportQuestion[];
}
