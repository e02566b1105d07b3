import { type Problem, type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import { reaches } from "../scope/reach.ts";
import type { SubPlanValues } from "./sub-plan-fields.ts";
import { handlerOf } from "./unit-rules.ts";

type SubPlan = Attempt<SubPlanValues>;
type Rule = (attempt: SubPlan) => Refusal | undefined;

export const asksWithinReach: Rule = ({ actor, facts: { organisations, numbers } }) => {
  const { organisation } = organisations;
  return organisation === undefined || reaches(actor, organisation, numbers["task.assign.levelsDown"] ?? 0)
    ? undefined
    : refusal("sub-plan-beyond-own-level", [{ field: "organisation", code: "not-an-option" }]);
};

/** Nobody files with themselves what they have drafted. */
export const unitHasOwnHandler: Rule = ({ actor, facts: { organisations } }) => {
  const { organisation } = organisations;
  return organisation !== undefined && handlerOf(organisation) === actor.organisation
    ? refusal("sub-plan-unit-without-handler", [{ field: "organisation", code: "not-an-option" }])
    : undefined;
};

/** Requirements 1, 3 and 4: what rests on criteria or key check items, and what its unit must detail. */
export const contentIsWhole: Rule = (attempt) => {
  const { kind, details = [] } = attempt.entry.values;
  const isEmpty = (field: "standards" | "basis" | "supervision" | "management") =>
    (afterwards(attempt, field) ?? "").length === 0;
  const problems: Problem[] = [
    ...(["supervision", "management"] as const)
      .filter((field) => details.includes(field) && isEmpty(field))
      .map((field) => ({ field, code: "required" as const })),
    ...(kind === "sector" && isEmpty("standards") && isEmpty("basis")
      ? [{ field: "standards", code: "required" as const }]
      : []),
  ];
  return problems.length === 0 ? undefined : refusal("sub-plan-content-missing", problems);
};

export const receiverDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.receiver ? undefined : refusal("sub-plan-filed-elsewhere");

/** Another person of the unit, whatever posts somebody has. */
export const checkedByAnother: Rule = ({ entry, actor }) =>
  entry.values.sentBy === actor.id ? refusal("sub-plan-own-check") : undefined;

/** One person may have posts in the unit and in the office. */
export const filedByAnother: Rule = ({ entry, actor }) =>
  entry.values.handedInBy === actor.id ? refusal("sub-plan-own-filing") : undefined;

export const issuedAfterCheck: Rule = ({ entry, input: { issuedOn }, day }) =>
  issuedOn !== undefined && (issuedOn < (entry.values.checkedOn ?? issuedOn) || issuedOn > day)
    ? refusal("sub-plan-issued-outside", [
        { field: "issuedOn", code: issuedOn > day ? "too-large" : "too-small" },
      ])
    : undefined;

/** What was issued before it was listed here has gone its way elsewhere; what is listed goes it here. */
export const issuedBeforeListed: Rule = ({ entry, input: { issuedOn }, facts }) => {
  if (issuedOn === undefined) return undefined;
  if (issuedOn < facts.campaignFrom)
    return refusal("sub-plan-issued-before-campaign", [{ field: "issuedOn", code: "too-small" }]);
  return issuedOn < (entry.values.openedOn ?? issuedOn)
    ? undefined
    : refusal("sub-plan-issued-since-listed", [{ field: "issuedOn", code: "too-large" }]);
};

export const revisionIsAhead: Rule = ({ input: { revisionDue }, day }) =>
  revisionDue !== undefined && revisionDue < day
    ? refusal("task-due-in-the-past", [{ field: "revisionDue", code: "too-small" }])
    : undefined;

export const noRevisionAtWork: Rule = ({ entry }) =>
  entry.values.revision === undefined ? undefined : refusal("sub-plan-revision-at-work");

/** Whoever files or drops an edition moves the one before it: out of sight that would stay as it is. */
export const formerIsInSight: Rule = ({ entry, facts }) =>
  entry.values.supersedes !== undefined && facts.entries.supersedes === undefined
    ? refusal("sub-plan-former-out-of-sight")
    : undefined;
