import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { ClausePlace } from "./asked-document.ts";
import type { Sourced } from "./sourced.ts";

/** The plan of a whole area, and the one of a department's sector. */
export const subPlanKinds = ["area", "sector"] as const;
/** What a sub-plan has to say: the measures of whoever supervises, and the ones by which whoever manages a trade guides it. */
export const subPlanDetails = ["supervision", "management"] as const;

/** Which organisations and groups must say it, and the clause that asks it of them. */
export interface DetailAsked extends Sourced, ClausePlace {
  readonly as: (typeof subPlanDetails)[number];
  readonly units: readonly string[];
}

/** Sub-plans (子方案) that a clause of the plan asks of some units, one of each: a row of `sub-plans.json`. */
export interface OwedSubPlan extends Sourced, ClausePlace {
  /** Its place in the plan: `r1-c2-p1`. Never changed. */
  readonly id: string;
  /** What stands after the name of its unit. */
  readonly title: Words;
  readonly kind: (typeof subPlanKinds)[number];
  /** Organisations and groups that owe one each; those that lead the clause where it is absent. */
  readonly units?: readonly string[];
  /** What those of them that are named must detail in it. */
  readonly details?: readonly DetailAsked[];
  /** The day by which it is due where the clause gives none. */
  readonly by?: Day;
}
