import type { Day } from "../calendar/day.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import type { Attempt } from "../register/register.ts";
import { reaches } from "../scope/reach.ts";

/** What an office assigns to a unit: a task, a document to be issued, a sub-plan. */
interface AssignedValues {
  readonly unit?: string | undefined;
  readonly joint?: readonly string[] | undefined;
  readonly due?: Day | undefined;
  readonly handledBy?: string | undefined;
  readonly reviewer?: string | undefined;
  readonly measure?: number | undefined;
  readonly clause?: number | undefined;
}

type Assigned = Attempt<AssignedValues>;
type Rule = (attempt: Assigned) => Refusal | undefined;

export const assignsWithinReach: Rule = ({ actor, facts: { organisations, numbers } }) => {
  const { unit } = organisations;
  return unit === undefined || reaches(actor, unit, numbers["task.assign.levelsDown"] ?? 0)
    ? undefined
    : refusal("task-beyond-own-level", [{ field: "unit", code: "not-an-option" }]);
};

export const unitIsNotJoint: Rule = ({ input: { unit, joint = [] } }) =>
  unit !== undefined && joint.includes(unit)
    ? refusal("task-unit-is-joint", [{ field: "joint", code: "not-an-option" }])
    : undefined;

export const dueIsAhead: Rule = ({ input: { due }, day }) =>
  due !== undefined && due < day
    ? refusal("task-due-in-the-past", [{ field: "due", code: "too-small" }])
    : undefined;

/** The unit itself, or the office that acts for it. */
export const unitHandles: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.handledBy ? undefined : refusal("task-of-another-unit");

export const reviewerDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.reviewer ? undefined : refusal("task-reviewed-elsewhere");

/** The plan has the measure, and in it the clause, that somebody names. */
export const clauseIsOfPlan: Rule = ({ input: { measure, clause }, facts: { clauses } }) => {
  if (measure === undefined && clause === undefined) return undefined;
  if (measure === undefined)
    return refusal("clause-without-measure", [{ field: "measure", code: "required" }]);
  const known = clauses[measure];
  if (known === undefined) return refusal("measure-not-in-plan", [{ field: "measure", code: "not-found" }]);
  return clause === undefined || clause <= known
    ? undefined
    : refusal("clause-not-in-plan", [{ field: "clause", code: "not-found" }]);
};

const ownHandlers: readonly unknown[] = ["department", "committeeOffice", "park"];

/** Leaders read and review; a Party committee, a government and a unit that has no posts for it are served by the office of their level. */
export const handlerOf = ({ id, kind, office }: OrganisationFact): string =>
  ownHandlers.includes(kind) ? id : (office ?? id);
