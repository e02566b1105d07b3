import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Period } from "./plan.ts";
import type { Sourced } from "./sourced.ts";

export const grades = ["A", "B", "C", "D"] as const;
export const ownerships = ["central", "provincial", "prefecture", "county", "other"] as const;

/** A kind of enterprise: all that is said of it must be so. */
export interface EnterpriseKind {
  readonly grades?: readonly (typeof grades)[number][];
  /** Of one of these, first or further. */
  readonly sectors?: readonly string[];
  readonly ownerships?: readonly (typeof ownerships)[number][];
  readonly aboveScale?: boolean;
  /** By the Work Safety Law. */
  readonly highRisk?: boolean;
  /** By the rules on liability insurance. */
  readonly insuranceHighRisk?: boolean;
}

/**
 * What an enterprise has to do for its safety, or who supervises it has to do for it, by its class and grade: 分类分级, feature F3.
 * A row of the pack, with its source: most of what a grade asks for is set by a prefecture.
 */
export interface EnterpriseDuty extends Sourced {
  /** Lower-case words joined by hyphens, never changed. */
  readonly id: string;
  readonly by: "enterprise" | "supervisor";
  readonly words: Words;
  readonly every?: Period;
  /** Enterprises of any of these kinds; all where it is absent. */
  readonly of?: readonly EnterpriseKind[];
  /** First day in force. */
  readonly from: Day;
  readonly to?: Day;
}
