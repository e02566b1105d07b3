import { dueDay } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { type Problem, type Refusal, refusal } from "../refusals.ts";
import type { Attempt } from "../register/register.ts";
import { parkOf } from "./park.ts";
import { levelOfScore, type RiskLevel, riskLevels, riskScore } from "./risk-level.ts";
import { neededOfMajorRisk, type RiskPointValues } from "./risk-point-fields.ts";

type RiskPoint = Attempt<RiskPointValues>;
type Rule = (attempt: RiskPoint) => Refusal | undefined;

export const siteFits: Rule = ({ input, facts }) => {
  const { site } = facts.entries;
  if (site === undefined) return undefined;
  if (site.values.organisation !== input.organisation)
    return refusal("site-of-another-enterprise", [{ field: "site", code: "not-an-option" }]);
  return site.values.closedOn === undefined ? undefined : refusal("site-closed");
};

const figuresOf = {
  lec: ["likelihood", "exposure", "consequence"],
  ls: ["likelihood", "consequence"],
  expert: ["expertLevel", "expertOpinion"],
} as const;

/** Each method has its own figures; without all of them there is no level. */
export const figuresAreWhole: Rule = ({ input }) => {
  if (input.method === undefined) return undefined;
  const missing = figuresOf[input.method].filter((name) => input[name] === undefined);
  if (missing.length === 0) return undefined;
  return refusal(
    "risk-figures-missing",
    missing.map((field): Problem => ({ field, code: "required" })),
  );
};

const highestOfMatrix = 5;

/** A 5 × 5 matrix has whole figures from 1 to 5. */
export const figuresFitMatrix: Rule = ({ input }) => {
  if (input.method !== "ls") return undefined;
  const outside = figuresOf.ls.filter((name) => {
    const figure = input[name] ?? 0;
    return !Number.isInteger(figure) || figure < 1 || figure > highestOfMatrix;
  });
  if (outside.length === 0) return undefined;
  return refusal(
    "risk-figures-outside-matrix",
    outside.map((field): Problem => ({ field, code: "not-an-option" })),
  );
};

/** What an assessment comes to: the score, where the method has one, and the level. */
export function assessed({ input, facts }: RiskPoint): {
  readonly score: number | null;
  readonly level: RiskLevel | undefined;
} {
  const { method } = input;
  if (method === undefined || method === "expert")
    return { score: null, level: isRiskLevel(input.expertLevel) ? input.expertLevel : undefined };
  const score = riskScore(method, input);
  return {
    score: score ?? null,
    level: score === undefined ? undefined : levelOfScore(method, score, facts.numbers),
  };
}

const isRiskLevel = (name: string | undefined): name is RiskLevel =>
  name !== undefined && Object.hasOwn(riskLevels, name);

/** Raised or lowered, a level that stood before changes for a reason that can be read later. */
export const levelChangeHasReason: Rule = (attempt) => {
  const before = attempt.entry.values.level;
  const { level } = assessed(attempt);
  return before !== undefined && level !== before && attempt.input.reason === undefined
    ? refusal("level-change-without-reason", [{ field: "reason", code: "required" }])
    : undefined;
};

export const notByItsAssessor: Rule = ({ entry, actor }) =>
  entry.values.assessedBy === actor.id ? refusal("assessor-may-not-approve") : undefined;

/** Plan, measure 9: a major risk has its four lists, whole, before it counts as controlled. */
export const fourListsAreWhole: Rule = ({ entry }) => {
  if (entry.values.level !== "major") return undefined;
  const missing = neededOfMajorRisk.filter((name) => entry.values[name] === undefined);
  if (missing.length === 0) return undefined;
  return refusal(
    "four-lists-incomplete",
    missing.map((field): Problem => ({ field, code: "required" })),
  );
};

/** A risk point lies where its site does, or else where its enterprise does, in that one's trade. */
export function placedWhereItIs(attempt: RiskPoint) {
  const { organisation, site } = attempt.facts.entries;
  const { region, sector } = { ...organisation?.values, ...site?.values };
  return {
    park: parkOf(attempt),
    region: typeof region === "string" ? region : undefined,
    sector: typeof sector === "string" ? sector : undefined,
  };
}

/** The day on which a risk point that was looked at on a day is looked at again. */
export function nextReview({ facts }: Pick<RiskPoint, "facts">, day: Day): Day {
  const within = facts.clocks["risk.review.within"];
  if (within === undefined) throw new Error("The pack has no clock risk.review.within");
  return dueDay(day, within, facts.calendar).day;
}
