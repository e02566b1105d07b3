import type { Day } from "../calendar/day.ts";
import type { Period, Target } from "../pack/plan.ts";
import type { Sourced } from "../pack/sourced.ts";
import type { Words } from "../words.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Which units have a share in a target: the prefecture's and the counties' governments, those that lead its clause, those too that
 * answer for it beside them, all of the board, or organisations by their ids.
 */
export const shareNames = ["governments", "leads", "joint", "all"] as const;
export type ShareName = (typeof shareNames)[number];

/** What is to be reached, in the unit of the indicator that proves it. */
export interface Threshold {
  readonly comparison: Target["comparison"];
  readonly value: number;
}

/** By which indicator a target is proven, and since when: before that day evidence proves it, so that a switch loses no history. */
export interface Proof {
  readonly indicator: string;
  readonly from: Day;
  /** Where the plan gives no number, or one of something that the indicator does not count. */
  readonly threshold?: Threshold;
}

/**
 * How a target or reading of the plan is proven: one row of `targets.json`. Its id says where it stands in the plan: `m10-c3-t1` is the
 * first of the `targets` of clause 3 of measure 10, `m9-c1-r2` the second of a clause's `readings`; of a section that is no measure
 * all are counted through, as `o2-t1` for objective 2. Its words, day and period are the plan's and never written again.
 */
export interface TargetRow extends Sourced {
  readonly id: string;
  readonly units: ShareName | readonly string[];
  /** Absent where evidence alone proves it: tasks with what they hand in. */
  readonly proof?: Proof;
}

/** Sections of the plan in which targets stand beside the measures, and the letter by which their ids begin. */
export const targetSections = { principle: "p", objective: "o", requirement: "r", safeguard: "s" } as const;
export type TargetSection = keyof typeof targetSections;

/** Where a target stands in the plan. */
export type TargetPlace =
  | { readonly measure: number; readonly clause: number }
  | { readonly section: TargetSection; readonly number: number; readonly clause: number };

/** A target of the campaign, whole: what the plan says of it, and how it is proven. */
export interface CampaignTarget extends Sourced {
  readonly id: string;
  readonly place: TargetPlace;
  readonly words: Words;
  /** The plan's own piece of text; absent where the target is a reading. */
  readonly text?: string;
  /** What the plan gives as a number, whatever proves it. */
  readonly planned?: Pick<Target, "comparison" | "value" | "unit">;
  readonly by?: Day;
  readonly every?: Period;
  /** By which tasks show it: the clause's days and frequencies, where it says none of its own. */
  readonly schedule: Schedule;
  /** Ids of the units of the board that have a share. */
  readonly units: readonly string[];
  readonly proof?: Proof & { readonly threshold: Threshold };
}
