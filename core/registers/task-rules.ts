import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import type { TaskValues } from "./task-fields.ts";

type Task = Attempt<TaskValues>;
type Rule = (attempt: Task) => Refusal | undefined;

export const assignedFromElsewhere: Rule = ({ input }) =>
  input.origin === "plan"
    ? refusal("task-of-the-plan", [{ field: "origin", code: "not-an-option" }])
    : undefined;

export const originIsPast: Rule = ({ input: { originOn }, day }) =>
  originOn !== undefined && originOn > day
    ? refusal("task-origin-in-the-future", [{ field: "originOn", code: "too-large" }])
    : undefined;

/** Feature C9: another person in another unit than those who say that it is done. One person may have posts in both. */
export const reviewedByAnother: Rule = ({ entry: { values }, actor }) =>
  values.submittedBy === actor.id || values.submittedIn === actor.organisation
    ? refusal("task-own-review")
    : undefined;

export const extensionDecidedByAnother: Rule = ({ entry, actor }) =>
  entry.values.extensionRequestedBy === actor.id ? refusal("task-own-review") : undefined;

/** Feature C9: nothing is done by somebody's word alone. */
export const evidenceIsShown: Rule = (attempt) => {
  const evidence = afterwards(attempt, "evidence");
  const hasFiles = Array.isArray(evidence) && evidence.length > 0;
  return hasFiles || afterwards(attempt, "evidenceAt") !== undefined
    ? undefined
    : refusal("task-without-evidence", [{ field: "evidence", code: "required" }]);
};

/** It may have been done before the task was opened, and not before the campaign. */
export const doneWithinCampaign: Rule = ({ input: { doneOn }, facts, day }) => {
  if (doneOn === undefined || (facts.campaignFrom <= doneOn && doneOn <= day)) return undefined;
  return refusal("task-done-outside", [{ field: "doneOn", code: doneOn > day ? "too-large" : "too-small" }]);
};

export const mayStillExtend: Rule = ({ entry: { values }, facts, day }) => {
  if (values.due !== undefined && day > values.due) return refusal("extension-after-expiry");
  const most = facts.numbers["task.extension.most"];
  return most !== undefined && (values.extensionCount ?? 0) >= most
    ? refusal("extensions-used-up")
    : undefined;
};

export const extensionGoesFurther: Rule = ({ entry, input }) =>
  input.extensionUntil !== undefined && input.extensionUntil <= (entry.values.due ?? "")
    ? refusal("extension-not-later", [{ field: "extensionUntil", code: "too-small" }])
    : undefined;
