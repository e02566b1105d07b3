import { yearOf } from "../calendar/day.ts";
import { agreed } from "../campaign/assessment.ts";
import { type AssessmentScheme, itemsOf } from "../campaign/assessment-scheme.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import { type Score, scoresIn } from "../register/scores.ts";
import type { AssessmentValues } from "./assessment-fields.ts";
import { handlerOf } from "./unit-rules.ts";

export type Assessment = Attempt<AssessmentValues>;
type Rule = (attempt: Assessment) => Refusal | undefined;

const at = (field: keyof AssessmentValues & string) => [{ field, code: "not-an-option" as const }];

export const yearIsOver: Rule = ({ input: { year = "" }, day }) =>
  Number(year) < yearOf(day) ? undefined : refusal("assessment-year-not-over", at("year"));

export const isAssessed: Rule = ({ facts }) =>
  facts.assessment === undefined ? refusal("assessment-without-scheme", at("unit")) : undefined;

/** The engine opens for every office; a person only for their own. */
export const isOwnToAssess: Rule = ({ facts, actor }) =>
  actor.role === "system" || facts.assessment?.assessor === actor.organisation
    ? undefined
    : refusal("assessment-of-another-office", at("unit"));

export const isNotItself: Rule = ({ facts }) => {
  const { unit } = facts.organisations;
  return unit !== undefined && handlerOf(unit) === facts.assessment?.assessor
    ? refusal("assessment-of-itself", at("unit"))
    : undefined;
};

/** One that was made void keeps nobody from beginning anew. */
export const isFirstOfYear: Rule = ({ facts }) => {
  const known = facts.alike.find(({ state }) => state !== "void");
  if (known === undefined) return undefined;
  const { id, number, title } = known;
  return refusal("assessment-opened-already", undefined, [{ register: "assessment", id, number, title }]);
};

export const unitScores: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.handledBy ? undefined : refusal("assessment-of-another-unit");

export const assessorDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.assessor ? undefined : refusal("assessment-of-another-office");

export const verifiedByAnother: Rule = ({ entry, actor }) =>
  entry.values.selfScoredBy === actor.id ? refusal("assessment-own-verification") : undefined;

export const governmentDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.appealTo ? undefined : refusal("assessment-decided-elsewhere");

export const decidedByAnother: Rule = ({ entry: { values }, actor }) =>
  [values.selfScoredBy, values.verifiedBy, values.objectedBy].includes(actor.id)
    ? refusal("assessment-own-decision")
    : undefined;

export const objectsInTime: Rule = ({ entry: { values }, day }) =>
  day > (values.objectionUntil ?? "") ? refusal("assessment-objection-late") : undefined;

/** A result that the unit may still object to is no result yet. */
export const objectionIsOver: Rule = ({ entry: { state, values }, day }) =>
  state === "verified" && day <= (values.objectionUntil ?? "")
    ? refusal("assessment-objection-open")
    : undefined;

/** Own points: every judged item once, none of those that facts give, each with what shows it. */
export const selfScoresFit: Rule = (attempt) => {
  const scheme = attempt.facts.assessment?.scheme;
  if (scheme === undefined) return refusal("assessment-without-scheme");
  const given = selfScoresOf(attempt);
  const wrong = misfit(scheme, given) ?? given.map(pointsWithReason).find((code) => code !== undefined);
  if (wrong !== undefined) return refusal(wrong, at("selfScores"));
  const missing = judgedIn(scheme).some(({ id }) => given.every(({ item }) => item !== id));
  return missing
    ? refusal("assessment-item-missing", [{ field: "selfScores", code: "required" }])
    : undefined;
};

/** Points are for what was shown; none need no evidence. */
const pointsWithReason = ({ points, reason }: Score) =>
  points !== undefined && points > 0 && reason === undefined ? "assessment-reason-missing" : undefined;

/** What is verified otherwise than the unit scored it says why. Feature K5: nothing that facts give is typed. */
export const deviationsFit: Rule = (attempt) => {
  const scheme = attempt.facts.assessment?.scheme;
  if (scheme === undefined) return refusal("assessment-without-scheme");
  const given = scoresIn(afterwards(attempt, "verifiedScores"));
  const own = new Map(selfScoresOf(attempt).map(({ item, points }) => [item, points]));
  const bare = given.some(({ item, points, reason }) => points !== own.get(item) && reason === undefined);
  const wrong = misfit(scheme, given) ?? (bare ? "assessment-reason-missing" : undefined);
  return wrong === undefined ? undefined : refusal(wrong, at("verifiedScores"));
};

/** Only a veto by judgement is entered, with the facts that were found. */
export const vetoesFit: Rule = (attempt) => {
  const scheme = attempt.facts.assessment?.scheme;
  if (scheme === undefined) return refusal("assessment-without-scheme");
  const given = scoresIn(afterwards(attempt, "vetoes"));
  const known = new Map(scheme.vetoes.map((veto) => [veto.id, veto]));
  const code = given
    .map(({ item, reason }, index) => {
      const veto = known.get(item);
      if (veto === undefined) return "assessment-item-unknown";
      if (veto.indicator !== undefined) return "assessment-score-of-facts";
      if (isRepeated(given, index)) return "assessment-item-twice";
      return reason === undefined ? "assessment-reason-missing" : undefined;
    })
    .find((found) => found !== undefined);
  return code === undefined ? undefined : refusal(code, at("vetoes"));
};

/** What does not fit the scheme in a list of judged points. */
function misfit(scheme: AssessmentScheme, given: readonly Score[]) {
  const known = new Map(itemsOf(scheme).map((item) => [item.id, item]));
  return given
    .map(({ item, points }, index) => {
      const asked = known.get(item);
      if (asked === undefined) return "assessment-item-unknown";
      if (asked.indicator !== undefined) return "assessment-score-of-facts";
      if (isRepeated(given, index)) return "assessment-item-twice";
      if (points === undefined) return "assessment-points-missing";
      return points > asked.weight ? "assessment-above-weight" : undefined;
    })
    .find((code) => code !== undefined);
}

const isRepeated = (given: readonly Score[], index: number): boolean =>
  given.findIndex(({ item }) => item === given[index]?.item) < index;

export const judgedIn = (scheme: AssessmentScheme) =>
  itemsOf(scheme).filter(({ judged }) => judged !== undefined);

const selfScoresOf = (attempt: Assessment): readonly Score[] => scoresIn(afterwards(attempt, "selfScores"));

/** The judged points as they stand after the act. */
export const judgedPoints = (attempt: Assessment): readonly Score[] =>
  agreed(selfScoresOf(attempt), scoresIn(afterwards(attempt, "verifiedScores")));
