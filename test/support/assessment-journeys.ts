import { organisationId } from "../../server/store/campaign.ts";
import { ownScores } from "./assessments.ts";
import { ground, type Journeys, naming, photos, stage } from "./journey.ts";

const begin = (unit: string) => stage("zhang", "open", { unit: organisationId(unit), year: "2025" });

/** What is given for the judged items of the park and of a department. */
const parkScores = ownScores.map(({ item, points }) => ({ item, points, reason: "香产园发〔2026〕4号" }));

/** Assessments of the year before: of a county that objects, of the park that agrees, and one that is made void. */
export const assessmentJourneys: Journeys = {
  "assessment-objected": {
    register: "assessment",
    stages: [
      begin("xianggelila-zhengfu"),
      stage("gesang", "selfScore", photos("evidence", { selfScores: ownScores })),
      stage("zhang", "sendBack", { reason: "宣传教育缺少参与人数" }),
      stage("gesang", "selfScore", photos("evidence", { selfScores: ownScores })),
      stage("zhang", "verify", {
        verifiedScores: [{ item: "oversight", points: 6, reason: "5份督促函没有回函" }],
        vetoes: [{ item: "veto-false", reason: "两份台账落款日期为补签" }],
      }),
      stage(
        "gesang",
        "raiseObjection",
        photos("objectionEvidence", { objection: "台账为归档时统一装订，并非补造" }),
      ),
      stage("yang", "decide", {
        decision: "经核查不属于弄虚作假，撤销否决；督促函扣分维持",
        verifiedScores: [{ item: "oversight", points: 6, reason: "5份督促函没有回函" }],
        vetoes: [],
      }),
      naming("gesang", "zhang"),
      stage("zhang", "publish"),
      stage("zhang", "requestErasure", { erasureAsked: ["selfScores", "evidence"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "assessment-agreed": {
    register: "assessment",
    stages: [
      begin("xianggelila-chanye-yuanqu"),
      stage("gao", "selfScore", { selfScores: parkScores }),
      stage("zhang", "verify", { vetoes: [{ item: "veto-accident", reason: "演练数据，非真实事故" }] }),
      stage("gao", "agree"),
      stage("zhang", "publish"),
    ],
  },
  "assessment-void": {
    register: "assessment",
    stages: [begin("zhou-yingji"), stage("zhang", "void", { reason: "单位职能调整，另行考核" })],
  },
};

/** Begun at the end of a year of which the next has no holidays yet. */
export const lateAssessments: Journeys = {
  "assessment-waiting": { register: "assessment", stages: [begin("deqin-zhengfu")] },
};
