import { addDays, type Day, daysBetween, monthsLater } from "../calendar/day.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { EngineValues } from "../register/entry.ts";
import type { StoredFile } from "../register/field.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import { citedItems, type HazardValues } from "./hazard-fields.ts";
import { holdsCertificate } from "./hazard-rules.ts";
import { beforeReview } from "./hazard-states.ts";

type Hazard = Attempt<HazardValues>;
type Rule = (attempt: Hazard) => Refusal | undefined;

/** An enterprise objects to what an authority found or sent back; what it judged by itself, it judges again by itself. */
export const judgedByAuthority: Rule = ({ entry }) => {
  const { foundByOrganisation, organisation } = entry.values;
  return foundByOrganisation === organisation && entry.state !== "sentBack"
    ? refusal("own-judgement-not-disputed")
    : undefined;
};

/** How often one hazard may be disputed is a parameter: an objection restarts the clock of its step. */
export const disputesLeft: Rule = ({ entry, facts }) => {
  const most = facts.numbers["hazard.dispute.most"];
  return most !== undefined && (entry.values.disputeCount ?? 0) >= most
    ? refusal("disputes-used-up")
    : undefined;
};

/** An objection is decided one level up, by somebody who neither judged nor objected. */
export const decidesDispute: Rule = ({ entry: { values }, actor }) => {
  if (values.appealOrganisation !== actor.organisation) return refusal("dispute-decided-elsewhere");
  const involved = [values.disputedBy, values.validatedBy, values.proposedBy].includes(actor.id);
  return involved ? refusal("judge-may-not-decide-dispute") : undefined;
};

/** Work Safety Law (2021) art. 65: an order on the spot is an officer's, who shows a valid certificate. */
export const officerIsCertified: Rule = (attempt) =>
  attempt.actor.role === "inspector" ? holdsCertificate(attempt) : undefined;

export const isNotMajor: Rule = ({ entry: { values } }) =>
  values.level === "major" ? refusal("already-major") : undefined;

/** A major hazard's report reached the department; who took it in, and when, is told once. */
export const isNotAcknowledged: Rule = ({ entry: { values } }) =>
  values.level !== "major" || values.acknowledgedOn !== undefined
    ? refusal("nothing-to-acknowledge")
    : undefined;

export const isControlled: Rule = ({ entry: { values } }) =>
  values.controlled === true ? undefined : refusal("not-controlled");

/** Work Safety Law (2021) art. 65: what was stopped because of a major hazard starts again only once the review has agreed. */
export const controlMayBeLifted: Rule = ({ entry: { values, state }, actor }) => {
  if (values.controlledBy !== actor.organisation) return refusal("control-of-another");
  return values.level === "major" && beforeReview.some((one) => one === state)
    ? refusal("control-before-review")
    : undefined;
};

/** Work Safety Law (2021) art. 10 and 62: whoever supervises too has the duty for one of the sectors, and at this place. */
export const coSupervisorHasDuty: Rule = (attempt) =>
  hasDuty(attempt, attempt.facts.organisations.coSupervisor);

/** Work Safety Law (2021) art. 69: what belongs to another department goes to the one whose duty it is. */
export const receiverHasDuty: Rule = (attempt) => {
  const { entry, input, facts } = attempt;
  if (input.transferTo !== undefined && input.transferTo === entry.values.owningOrganisation)
    return refusal("transferred-to-itself");
  return hasDuty(attempt, facts.organisations.transferTo);
};

function hasDuty(
  attempt: Hazard,
  unit: Hazard["facts"]["organisations"][string] | undefined,
): Refusal | undefined {
  if (unit === undefined) return undefined;
  const { values } = attempt.entry;
  const sectors = [values.sector, afterwards(attempt, "secondSector")];
  if (!sectors.some((sector) => inSectors(unit.supervises, sector)))
    return refusal("owning-organisation-without-duty");
  return inRegion(unit.region, values.region) ? undefined : refusal("supervision-outside-region");
}

export const receivesTransfer: Rule = ({ entry, actor }) =>
  entry.values.transferTo === actor.organisation ? undefined : refusal("not-the-receiver");

/** While a major hazard's rectification rests, something else must keep people safe. */
export const majorIsControlled: Rule = ({ entry: { values } }) =>
  values.level === "major" && values.controlled !== true ? refusal("suspended-without-control") : undefined;

/** What rests may not rest for ever, nor again and again: the deadline of a rectification is a promise (待核实). */
export const suspensionsLeft: Rule = ({ entry, facts }) => {
  const most = facts.numbers["hazard.suspension.most"];
  return most !== undefined && (entry.values.suspensionCount ?? 0) >= most
    ? refusal("suspensions-used-up")
    : undefined;
};

export const suspensionIsShort: Rule = ({ input, facts, day }) => {
  const most = facts.numbers["hazard.suspension.within"];
  return most !== undefined && input.suspendedUntil !== undefined && input.suspendedUntil > addDays(day, most)
    ? refusal("suspension-too-long", [{ field: "suspendedUntil", code: "too-large" }])
    : undefined;
};

export function dueAfterTheRest(
  { rectifyBy, stateSince }: HazardValues & EngineValues,
  day: Day,
): Day | undefined {
  if (rectifyBy === undefined || stateSince === undefined) return undefined;
  return addDays(rectifyBy, Math.max(0, daysBetween(stateSince, day)));
}

/** A rest moves the deadline by as many days as it lasted, and not by more: what is asked beyond is an extension. */
export const dueMovesByTheRest: Rule = ({ entry: { values }, input, day }) => {
  const due = dueAfterTheRest(values, day);
  return input.rectifyBy !== undefined && due !== undefined && input.rectifyBy > due
    ? refusal("due-beyond-the-rest", [{ field: "rectifyBy", code: "too-large" }])
    : undefined;
};

export const suspensionIsAhead: Rule = ({ input, day }) =>
  input.suspendedUntil !== undefined && input.suspendedUntil <= day
    ? refusal("suspension-not-ahead", [{ field: "suspendedUntil", code: "too-small" }])
    : undefined;

/** An enterprise may withdraw its own slip of the pen, and never a hazard that was confirmed as major (art. 41, 101). */
export const notItsOwnMajor: Rule = ({ entry: { values } }) =>
  values.owningLevel === "enterprise" && values.level === "major" && values.validatedBy !== undefined
    ? refusal("major-not-voided-by-enterprise")
    : undefined;

/** Feature A6: photos before and after, or in words why none may be taken. Place and time of them are recorded, and never block. */
export const majorHasPhotos: Rule = (attempt) => {
  if (attempt.entry.values.level !== "major" || afterwards(attempt, "noPhotoReason") !== undefined)
    return undefined;
  // A paper shows what somebody wrote; a picture or a film shows the place.
  const shows = ({ type }: StoredFile) => type.startsWith("image/") || type.startsWith("video/");
  const missing = (["photos", "afterPhotos"] as const).filter(
    (name) => !(afterwards(attempt, name) ?? []).some(shows),
  );
  if (missing.length === 0) return undefined;
  return refusal(
    "photos-missing",
    missing.map((field) => ({ field, code: "required" })),
  );
};

/** Only who found a hazard may add to what was found: nobody else replaces its photos. */
export const actsForFinder: Rule = ({ entry, actor }) =>
  entry.values.foundByOrganisation === actor.organisation ? undefined : refusal("not-the-finder");

/** Adding to a finding takes nothing from it: neither photos nor the words that production must stop. */
export const nothingIsTakenAway: Rule = (attempt) => {
  const { values } = attempt.entry;
  const ids = (afterwards(attempt, "photos") ?? []).map(({ id }) => id);
  const kept = (values.photos ?? []).every(({ id }) => ids.includes(id));
  const stops = values.mustStop !== true || afterwards(attempt, "mustStop") === true;
  const described = values.description === undefined || afterwards(attempt, "description") !== undefined;
  return kept && stops && described ? undefined : refusal("finding-taken-back");
};

/** What an act on the judgement sets where the same enterprise had the same item within the months of `hazard.repeat.within`. Feature A10. */
export function repetition({ entry: { values }, facts, input }: Hazard) {
  const found = values.foundOn;
  const within = facts.numbers["hazard.repeat.within"];
  const before = facts.alike.find(
    ({ day, state }) =>
      citedItems.some((field) => input[field] !== undefined) &&
      found !== undefined &&
      within !== undefined &&
      day <= found &&
      found <= monthsLater(day, within) &&
      !["dismissed", "void", "merged"].includes(state),
  );
  return before ? { repeated: true, repeatOf: [before.id] } : { repeated: null, repeatOf: null };
}
