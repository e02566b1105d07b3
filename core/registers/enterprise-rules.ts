import { dueDay } from "../calendar/calendar.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import type { Warning } from "../warnings.ts";
import { creditCodeFits } from "./credit-code.ts";
import type { EnterpriseValues } from "./enterprise-fields.ts";
import { ceased, isAtRest } from "./enterprise-states.ts";

type Enterprise = Attempt<EnterpriseValues>;
type Rule = (attempt: Enterprise) => Refusal | undefined;
type Warn = (attempt: Enterprise) => Warning | undefined;

/** Individuals and small workshops have no code; who has none says why, so that nobody merely forgot it. */
export const hasCodeOrReason: Rule = ({ input }) =>
  input.creditCode === undefined && input.noCodeReason === undefined
    ? refusal("credit-code-or-reason", [{ field: "creditCode", code: "required" }])
    : undefined;

/** GB 32100-2015: one code, one organisation. Whoever may see the other entry is told which it is. */
export const creditCodeIsFree: Rule = ({ facts }) =>
  (facts.counts.sameCreditCode ?? 0) > 0
    ? refusal("credit-code-taken", [{ field: "creditCode", code: "taken" }], facts.same.sameCreditCode)
    : undefined;

export const codeFits: Warn = ({ input: { creditCode } }) =>
  creditCode !== undefined && !creditCodeFits(creditCode)
    ? { code: "credit-code-doubtful", fields: ["creditCode"] }
    : undefined;

/** Feature F2: search, or add. */
export const nameIsNew: Warn = ({ facts }) => {
  const entries = facts.same.sameName ?? [];
  return entries.length > 0 ? { code: "same-name-registered", fields: ["name"], entries } : undefined;
};

export const checkedSinceItStopped: Rule = ({ entry, input, day }) => {
  if (input.checkedOn === undefined) return undefined;
  if (input.checkedOn > day) return refusal("checked-in-the-future");
  return input.checkedOn < (entry.values.stateSince ?? "") ? refusal("checked-before-it-stopped") : undefined;
};

/**
 * Whoever stopped is checked before it goes on. Could the principal alone pass from rest to works, a stop and a start of their own
 * would spare the enterprise its self-check.
 */
export const departmentEndsRest: Rule = ({ entry, actor }) =>
  actor.role === "principal" && isAtRest(entry.state) ? refusal("rests-until-a-department-acts") : undefined;

export const gradeIsProposed: Rule = ({ entry }) =>
  entry.values.proposedGrade === undefined ? refusal("no-grade-proposed") : undefined;

/** Every change of a grade has its reason and somebody else's approval. */
export const gradedByAnother: Rule = ({ entry, actor }) =>
  entry.values.gradeProposedBy === actor.id ? refusal("grade-proposer-may-not-confirm") : undefined;

export const mayAppeal: Rule = ({ entry, facts, day }) => {
  const { grade, gradedOn, gradeAppeal, gradeAppealOutcome } = entry.values;
  if (grade === undefined || gradedOn === undefined) return refusal("not-graded");
  if (gradeAppeal !== undefined && gradeAppealOutcome === undefined) return refusal("grade-appeal-pending");
  const within = facts.clocks["enterprise.grade.appeal.within"];
  return within !== undefined && day > dueDay(gradedOn, within, facts.calendar).day
    ? refusal("grade-appeal-too-late")
    : undefined;
};

export const appealWaits: Rule = ({ entry }) => {
  const { gradeAppeal, gradeAppealOutcome } = entry.values;
  return gradeAppeal === undefined || gradeAppealOutcome !== undefined
    ? refusal("no-grade-appeal")
    : undefined;
};

/** Nobody answers an appeal against what they decided themselves. */
export const answeredByAnother: Rule = ({ entry, actor }) =>
  entry.values.gradeConfirmedBy === actor.id ? refusal("grade-confirmer-may-not-answer") : undefined;

/** What others were merged into is the one that goes on; merged away itself, it would leave them in a chain. */
export const hasNoDuplicates: Rule = ({ entry }) =>
  (entry.values.duplicates ?? []).length > 0 ? refusal("enterprises-merged-into-it") : undefined;

export const canMergeInto: Rule = ({ entry, input, facts }) => {
  const other = facts.entries.duplicateOf;
  if (input.duplicateOf === entry.id) return refusal("duplicate-of-itself");
  if (other === undefined) return undefined;
  if (other.state === "merged") return refusal("other-enterprise-is-merged");
  return ceased.some((state) => state === other.state) ? refusal("enterprise-not-operating") : undefined;
};

/** Both sides are restored or neither: who does not see the other one cannot take it back there. */
export const seesWhatItMergedInto: Rule = ({ facts }) =>
  facts.entries.duplicateOf === undefined ? refusal("other-enterprise-out-of-sight") : undefined;
