import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { listFields, type RiskPointValues, riskPointFields } from "./risk-point-fields.ts";
import { riskPointExchange } from "./risk-point-headings.ts";
import { riskPointHistory } from "./risk-point-history.ts";
import {
  assessed,
  figuresAreWhole,
  figuresFitMatrix,
  fourListsAreWhole,
  levelChangeHasReason,
  nextReview,
  notByItsAssessor,
  placedWhereItIs,
  siteFits,
} from "./risk-point-rules.ts";
import { enterpriseStands } from "./supervision.ts";

const wsl41 = {
  zh: "《安全生产法》第四十一条（风险分级管控）",
  en: "Work Safety Law, art. 41 (risks graded and controlled)",
};
const fourLists = { zh: "治本攻坚措施9：重大风险四个清单", en: "Measure 9: four lists of each major risk" };
const enterprisePosts = ["safetyManager", "principal"] as const;

/**
 * 风险点: what could go wrong at an enterprise, how grave it would be, and who controls it by what. Identified and assessed by one,
 * approved by the principal, reviewed every year. Work Safety Law (2021) art. 4, 41; measure 9; `domain.md` §2.3.
 */
export const riskPoint: Register = defineRegister({
  name: "risk-point",
  plural: "risk-points",
  words: { zh: "风险点", en: "Risk point" },
  law: [{ zh: "《安全生产法》第四条、第四十一条", en: "Work Safety Law, art. 4 and 41" }],
  measures: [9],
  fields: riskPointFields,
  title: "name",
  list: ["number", "name", "level", "organisation", "tier", "region", "sector", "dueOn"],
  filters: ["level", "sector", "region", "organisation", "site", "tier", "accidentType", "method", "dueOn"],
  states: {
    identified: {
      words: { zh: "已辨识待评估", en: "Identified, to be assessed" },
      holder: "organisation",
      awaits: enterprisePosts,
      clock: { named: "risk.assess.within" },
    },
    assessed: {
      words: { zh: "已评估待审定", en: "Assessed, to be approved" },
      holder: "organisation",
      awaits: ["principal"],
      clock: { named: "risk.approve.within" },
    },
    controlled: {
      words: { zh: "管控中", en: "Controlled" },
      holder: "organisation",
      awaits: enterprisePosts,
      clock: { day: "reviewOn" },
    },
    retired: { words: { zh: "已消除或停用", en: "Retired" }, final: true },
  },
  acts: {
    identify: {
      words: { zh: "登记风险点", en: "Identify a risk point" },
      law: [wsl41],
      from: "new",
      to: "identified",
      by: enterprisePosts,
      needs: ["name", "organisation", "accidentType"],
      takes: ["site", "place", "description"],
      facts: { entries: ["organisation", "site"] },
      checks: [enterpriseStands, siteFits],
      suggests: ({ actor }) => ({ organisation: actor.organisation }),
      sets: placedWhereItIs,
    },
    describe: {
      words: { zh: "编制四个清单", en: "Fill in the four lists" },
      law: [fourLists],
      from: ["identified", "assessed"],
      to: "unchanged",
      by: enterprisePosts,
      takes: listFields,
      suggests: ({ entry: { values } }) => Object.fromEntries(listFields.map((name) => [name, values[name]])),
    },
    assess: {
      words: { zh: "评估定级", en: "Assess" },
      law: [wsl41],
      from: ["identified", "assessed"],
      to: "assessed",
      by: ["safetyManager"],
      needs: ["method"],
      takes: ["likelihood", "exposure", "consequence", "expertLevel", "expertOpinion", "reason"],
      checks: [figuresAreWhole, figuresFitMatrix, levelChangeHasReason],
      sets: (attempt) => ({
        ...figuresOfNoOtherMethod(attempt),
        ...assessed(attempt),
        assessedBy: attempt.actor.id,
        assessedOn: attempt.day,
      }),
    },
    approve: {
      words: { zh: "审定", en: "Approve" },
      law: [wsl41, fourLists],
      from: ["assessed"],
      to: "controlled",
      by: ["principal"],
      guards: [notByItsAssessor, fourListsAreWhole],
      sets: (attempt) => ({
        approvedBy: attempt.actor.id,
        approvedOn: attempt.day,
        reviewOn: nextReview(attempt, attempt.day),
      }),
    },
    returnAssessment: {
      words: { zh: "退回重新评估", en: "Send back" },
      law: [wsl41],
      from: ["assessed"],
      to: "identified",
      by: ["principal"],
      needs: ["reason"],
    },
    revise: {
      words: { zh: "修订（重新评估）", en: "Revise" },
      law: [wsl41],
      from: ["controlled"],
      to: "identified",
      by: enterprisePosts,
      needs: ["reason"],
      sets: () => ({ approvedBy: null, approvedOn: null, reviewOn: null }),
    },
    review: {
      words: { zh: "年度复核", en: "Review" },
      law: [wsl41],
      from: ["controlled"],
      to: "unchanged",
      by: enterprisePosts,
      needs: ["reviewFinding"],
      sets: (attempt) => ({ reviewedOn: attempt.day, reviewOn: nextReview(attempt, attempt.day) }),
    },
    retire: {
      words: { zh: "消除或停用", en: "Retire" },
      law: [wsl41],
      from: ["identified", "assessed", "controlled"],
      to: "retired",
      by: ["principal"],
      needs: ["reason"],
    },
  },
  history: riskPointHistory,
  exchange: riskPointExchange,
  numbering: {
    series: (values) => `risk-point/${countyOf(String(values.region))}`,
    format: (series, drawn) => `FX${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {
    identified: { words: { zh: "辨识风险点数", en: "Risk points identified" }, on: "openedOn" },
    approved: {
      words: { zh: "管控中风险点数", en: "Risk points controlled" },
      on: "approvedOn",
      in: ["controlled"],
    },
    retired: { words: { zh: "消除或停用风险点数", en: "Risk points retired" }, on: "closedOn" },
    overdue: { words: { zh: "逾期未办风险点数", en: "Risk points overdue" }, overdue: true },
  },
});

type RiskPoint = Attempt<RiskPointValues>;

/** Figures of a former method would contradict the level that stands beside them. */
function figuresOfNoOtherMethod({ input }: RiskPoint) {
  const { likelihood, exposure, consequence, expertLevel, expertOpinion, method } = input;
  if (method === "expert")
    return { likelihood: null, exposure: null, consequence: null, expertLevel, expertOpinion };
  return {
    likelihood,
    exposure: method === "lec" ? exposure : null,
    consequence,
    expertLevel: null,
    expertOpinion: null,
  };
}
