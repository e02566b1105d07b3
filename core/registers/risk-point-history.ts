import { type Problem, type Refusal, refusal } from "../refusals.ts";
import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import { listFields, neededOfMajorRisk, type RiskPointValues } from "./risk-point-fields.ts";
import {
  assessed,
  figuresAreWhole,
  figuresFitMatrix,
  nextReview,
  placedWhereItIs,
  siteFits,
} from "./risk-point-rules.ts";
import { enterpriseStands } from "./supervision.ts";

type RiskPoint = Attempt<RiskPointValues>;

const graded = ["assessed", "controlled"] as const;

/**
 * How risk points of the time before the register are taken up. Enterprises do it too: the list is their own. What the principal has to
 * approve the safety manager does not record as approved, and what has gone nobody but a head or the committee's office.
 */
export const riskPointHistory = {
  by: ["safetyManager", "principal", "inspector", "departmentHead", "committeeOffice"],
  states: ["identified", ...graded, "retired"],
  meanwhile: ["assessedOn", "approvedOn"],
  takes: [
    ...["site", "method", "likelihood", "exposure", "consequence", "expertLevel", "expertOpinion", "level"],
    ...["assessedOn", "approvedOn"],
    ...listFields.filter((name) => name !== "name" && name !== "accidentType"),
  ],
  checks: [
    enterpriseIsThere,
    siteFits,
    approvedByWhoMayApprove,
    figuresAreWhole,
    figuresFitMatrix,
    levelFits,
    listsAreWhole,
  ],
  sets: (attempt: RiskPoint) => {
    const isApproved = stepOf(attempt) === "controlled";
    const approvedOn = attempt.input.approvedOn ?? textValue(attempt.input, "stateSince");
    return {
      ...placedWhereItIs(attempt),
      score: attempt.input.method === undefined ? undefined : assessed(attempt).score,
      level: levelOf(attempt),
      approvedOn: isApproved ? approvedOn : undefined,
      reviewOn: isApproved && approvedOn !== undefined ? nextReview(attempt, approvedOn) : undefined,
    };
  },
} as const;

const stepOf = ({ input }: RiskPoint): string => textValue(input, "recordedState") ?? "";

const levelOf = (attempt: RiskPoint) =>
  attempt.input.method === undefined ? attempt.input.level : assessed(attempt).level;

function enterpriseIsThere(attempt: RiskPoint): Refusal | undefined {
  return stepOf(attempt) === "retired" ? undefined : enterpriseStands(attempt);
}

function approvedByWhoMayApprove(attempt: RiskPoint): Refusal | undefined {
  return stepOf(attempt) === "controlled" && attempt.actor.role === "safetyManager"
    ? refusal("history-approval-not-yours")
    : undefined;
}

/** Once assessed it has a level: of its figures, or as it was entered without them; never two. */
function levelFits(attempt: RiskPoint): Refusal | undefined {
  const { level } = attempt.input;
  const known = levelOf(attempt);
  const isGraded = graded.some((state) => state === stepOf(attempt));
  if (isGraded && known === undefined)
    return refusal("history-level-misfits", [{ field: "level", code: "required" }]);
  const differs = level !== undefined && known !== undefined && level !== known;
  return differs || (stepOf(attempt) === "identified" && known !== undefined)
    ? refusal("history-level-misfits", [{ field: "level", code: "not-an-option" }])
    : undefined;
}

/** Plan, measure 9: a major risk has its four lists, whole, before it counts as controlled. */
function listsAreWhole(attempt: RiskPoint): Refusal | undefined {
  if (stepOf(attempt) !== "controlled" || levelOf(attempt) !== "major") return undefined;
  const missing = neededOfMajorRisk.filter((name) => attempt.input[name] === undefined);
  if (missing.length === 0) return undefined;
  return refusal(
    "four-lists-incomplete",
    missing.map((field): Problem => ({ field, code: "required" })),
  );
}
