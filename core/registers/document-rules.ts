import { type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import type { DocumentValues } from "./document-fields.ts";

type Document = Attempt<DocumentValues>;
type Rule = (attempt: Document) => Refusal | undefined;

export const assignerDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.assignedBy ? undefined : refusal("document-assigned-elsewhere");

export const consultationLiesAhead: Rule = ({ input: { consultedUntil }, day }) =>
  consultedUntil !== undefined && consultedUntil < day
    ? refusal("document-consultation-in-the-past", [{ field: "consultedUntil", code: "too-small" }])
    : undefined;

export const consultationIsOver: Rule = ({ entry, day }) =>
  (entry.values.consultedUntil ?? day) > day ? refusal("document-consultation-runs") : undefined;

/** Drafted and reviewed apart: by the unit's own legal body or by a department of its level, [to be confirmed]. */
export const legalReviewerFits: Rule = ({ entry: { values }, facts }) => {
  const { legalReviewer } = facts.organisations;
  if (legalReviewer === undefined || legalReviewer.id === values.handledBy) return undefined;
  return legalReviewer.kind === "department" && legalReviewer.region === values.region
    ? undefined
    : refusal("document-legal-reviewer-elsewhere", [{ field: "legalReviewer", code: "not-an-option" }]);
};

export const legalReviewerDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.legalReviewer ? undefined : refusal("document-reviewed-elsewhere");

/** Whoever sent it does not say that it is lawful, in whatever post. */
export const reviewedByAnother: Rule = ({ entry, actor }) =>
  entry.values.sentBy === actor.id ? refusal("document-own-review") : undefined;

export const issuedAfterReview: Rule = ({ entry, input: { issuedOn }, day }) =>
  issuedOn !== undefined && (issuedOn < (entry.values.legalReviewedOn ?? issuedOn) || issuedOn > day)
    ? refusal("document-issued-outside", [
        { field: "issuedOn", code: issuedOn > day ? "too-large" : "too-small" },
      ])
    : undefined;

/** What was issued before it was listed here has gone its way elsewhere; what is listed goes it here. */
export const issuedBeforeListed: Rule = ({ entry, input: { issuedOn }, facts }) => {
  if (issuedOn === undefined) return undefined;
  if (issuedOn < facts.campaignFrom)
    return refusal("document-issued-before-campaign", [{ field: "issuedOn", code: "too-small" }]);
  return issuedOn < (entry.values.openedOn ?? issuedOn)
    ? undefined
    : refusal("document-issued-since-listed", [{ field: "issuedOn", code: "too-large" }]);
};

export const validityIsInOrder: Rule = ({ input: { issuedOn = "", effectiveFrom, validUntil } }) => {
  if (effectiveFrom === undefined) return undefined;
  if (effectiveFrom < issuedOn)
    return refusal("document-in-force-before-issue", [{ field: "effectiveFrom", code: "too-small" }]);
  return validUntil !== undefined && validUntil < effectiveFrom
    ? refusal("document-validity-turned", [{ field: "validUntil", code: "too-small" }])
    : undefined;
};

export const endsInForce: Rule = ({ entry, input: { endedOn }, day }) =>
  endedOn !== undefined && (endedOn < (entry.values.issuedOn ?? endedOn) || endedOn > day)
    ? refusal("document-ended-outside", [
        { field: "endedOn", code: endedOn > day ? "too-large" : "too-small" },
      ])
    : undefined;
