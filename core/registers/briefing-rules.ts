import { yearOf } from "../calendar/day.ts";
import { periodNamed } from "../calendar/period.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import type { BriefingValues } from "./briefing-fields.ts";
import { isIssued } from "./briefing-states.ts";

export type Briefing = Attempt<BriefingValues>;
type Rule = (attempt: Briefing) => Refusal | undefined;

const at = (field: keyof BriefingValues & string) => [{ field, code: "not-an-option" as const }];

/** What still runs has no figures to publish. */
export const briefedPeriodIsOver: Rule = (attempt) => {
  const { to } = periodNamed(afterwards(attempt, "period") ?? "") ?? {};
  return to !== undefined && to < attempt.day
    ? undefined
    : refusal("briefing-period-not-over", [{ field: "period", code: "too-large" }]);
};

export const officeDraws: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.issuer ? undefined : refusal("briefing-of-another-office");

export const signsForOffice: Rule = ({ entry: { values }, actor }) =>
  [values.issuer, values.signer].includes(actor.organisation)
    ? undefined
    : refusal("briefing-signed-elsewhere");

/** One person may have posts in both. */
export const signedByAnother: Rule = ({ entry: { values }, actor }) =>
  [values.draftedBy, values.sentBy].includes(actor.id) ? refusal("briefing-own-signature") : undefined;

export const numberedThisYear: Rule = ({ input: { issueYear }, day }) =>
  issueYear === `${yearOf(day)}` ? undefined : refusal("briefing-number-of-another-year", at("issueYear"));

/** Nobody is praised or blamed where they do not read it. */
export const namedAreAddressed: Rule = (attempt) => {
  const addressed = afterwards(attempt, "addressedTo") ?? [];
  const field = (["praisedUnits", "criticisedUnits"] as const).find((name) =>
    (afterwards(attempt, name) ?? []).some((unit) => !addressed.includes(unit)),
  );
  return field === undefined ? undefined : refusal("briefing-named-not-addressed", at(field));
};

/** Refused as it is drawn up: by the time it is signed, another may have superseded the same one, which the follow-up refuses. */
export const correctsOwn: Rule = ({ input: { corrects }, facts, actor }) => {
  const corrected = facts.entries.corrects;
  if (corrects === undefined || corrected === undefined) return undefined;
  if (corrected.values.issuer !== actor.organisation)
    return refusal("briefing-corrects-another-offices", at("corrects"));
  return isIssued(corrected.state) ? undefined : refusal("briefing-not-to-correct", at("corrects"));
};

export const correctedIsSeen: Rule = ({ entry: { values }, facts }) =>
  values.corrects !== undefined && facts.entries.corrects === undefined
    ? refusal("briefing-out-of-sight")
    : undefined;

/** Of the unit that acts, as one among several. */
export const isAwaited: Rule = (attempt) => awaitedHere(attempt, false);
/** Of the unit that acts, as the last. */
export const isLastAwaited: Rule = (attempt) => awaitedHere(attempt, true);

function awaitedHere({ entry: { values }, actor }: Briefing, isLast: boolean): Refusal | undefined {
  const { awaited = [] } = values;
  if (!awaited.includes(actor.organisation)) return refusal("briefing-not-addressed");
  if ((awaited.length === 1) === isLast) return undefined;
  return refusal(isLast ? "briefing-awaited-elsewhere" : "briefing-last-awaited");
}
