import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import type { EvaluationValues } from "./evaluation-fields.ts";

export type Evaluation = Attempt<EvaluationValues>;
type Rule = (attempt: Evaluation) => Refusal | undefined;

/** The office that keeps the checklist: its own region stands for it, whichever unit leads the item. */
export const listOf = ({ actor, facts, input: { kind } }: Evaluation): string =>
  `${kind}-${actor.role === "system" ? facts.organisations.assignedBy?.region : actor.region}`;

/** What was made void or superseded keeps nobody from listing the item anew. */
export const isListedOnce: Rule = (attempt) => {
  const known = attempt.facts.others.find(({ values }) => values.list === listOf(attempt));
  if (known === undefined) return undefined;
  const { id, values } = known;
  // One of the same table has no number yet.
  const number = textValue(values, "number") ?? "";
  const title = textValue(values, "title") ?? "";
  return refusal(
    "evaluation-listed-already",
    [{ field: "itemNumber", code: "not-an-option" }],
    [{ register: "evaluation", id, number, title }],
  );
};

export const officeDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.assignedBy ? undefined : refusal("evaluation-of-another-office");

/** Whoever reported does not verify, in whatever post: the office leads items of its own. */
export const verifiedByAnother: Rule = ({ entry, actor }) =>
  entry.values.reportedBy === actor.id ? refusal("evaluation-own-verification") : undefined;

/** What was done is shown; of nothing there is nothing to show. */
export const reportIsShown: Rule = (attempt) => {
  if (attempt.input.implementation === "none") return undefined;
  const files = afterwards(attempt, "evidence");
  const isShown =
    (Array.isArray(files) && files.length > 0) || afterwards(attempt, "evidenceAt") !== undefined;
  return isShown
    ? undefined
    : refusal("evaluation-evidence-missing", [{ field: "evidence", code: "required" }]);
};

export const gapIsNamed: Rule = (attempt) =>
  attempt.input.implementation !== "done" && afterwards(attempt, "gap") === undefined
    ? refusal("evaluation-gap-missing", [{ field: "gap", code: "required" }])
    : undefined;

export const ownScoreFits: Rule = ({ input: { implementation, ownScore } }) =>
  isScoredForNothing(implementation, ownScore)
    ? refusal("evaluation-score-for-nothing", [{ field: "ownScore", code: "too-large" }])
    : undefined;

export const verifiedScoreFits: Rule = ({ input: { foundImplementation, verifiedScore } }) =>
  isScoredForNothing(foundImplementation, verifiedScore)
    ? refusal("evaluation-score-for-nothing", [{ field: "verifiedScore", code: "too-large" }])
    : undefined;

const isScoredForNothing = (implementation: string | undefined, score = 0): boolean =>
  implementation === "none" && score > 0;

/** What is found otherwise than the unit said has its reason. */
export const deviationIsExplained: Rule = ({ entry: { values }, input }) => {
  const differs =
    input.foundImplementation !== values.implementation || input.verifiedScore !== values.ownScore;
  return differs && input.deviation === undefined
    ? refusal("evaluation-deviation-unexplained", [{ field: "deviation", code: "required" }])
    : undefined;
};

export const endsOnceVerified: Rule = ({ entry, input: { endedOn }, day }) =>
  endedOn !== undefined && (endedOn < (entry.values.verifiedOn ?? endedOn) || endedOn > day)
    ? refusal("evaluation-superseded-outside", [
        { field: "endedOn", code: endedOn > day ? "too-large" : "too-small" },
      ])
    : undefined;
