import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, type PlanStage, photos, stage } from "./journey.ts";
import { openedFrom } from "./task-journeys.ts";

/** An item that the committee's office of the prefecture lists beside the pack's. */
export const anItem = {
  kind: "own",
  itemNumber: "7",
  title: "虚构举措七：隧道施工驻点督导",
  itemSource: "测试文件〔2022〕1号（虚构）",
  asks: "派出驻点督导组，每周报告",
  measure: 1,
  clause: 3,
  unit: organisationId("zhou-yingji"),
  joint: [organisationId("zhou-jiaotong")],
  due: "2026-06-30",
} as const;

export const reporting = {
  implementation: "mostly",
  situation: "开展专项行动4轮，查处12起",
  ownScore: 88.5,
  gap: "乡镇行动频次不足，年内补齐",
} as const;

export const verifying = {
  foundImplementation: "partly",
  verifiedScore: 80,
  deviation: "抽查两个乡镇没有行动记录",
  conclusion: "部分落实，纳入下年度督办",
} as const;

/** The item of the pack that the bureau leads, as the calendar lists it. */
export const listedByPlan: PlanStage = {
  by: "plan",
  on: openedFrom,
  provision: "hard-5334/10",
  unit: organisationId("zhou-yingji"),
  register: "evaluation",
};

/** Evaluations of items, as the pack holds them and as the committee's office lists them. */
export const evaluationJourneys: Journeys = {
  "evaluation-of-the-plan": {
    register: "evaluation",
    stages: [
      listedByPlan,
      stage("zhou", "selfEvaluate", photos("evidence", { ...reporting, evidenceAt: "州应急发〔2026〕31号" })),
      stage("zhang", "sendBack", { reason: "缺少查处清单" }),
      stage("zhang", "moveDue", { due: "2026-09-30", reason: "等待第三季度行动结果" }),
      stage("zhou", "selfEvaluate", photos("evidence", reporting)),
      stage("zhou", "recall", { reason: "补充第三季度数据" }),
      stage("zhou", "selfEvaluate", photos("evidence", reporting)),
      naming("zhou", "zhang"),
      stage("zhang", "verify", verifying),
      stage("zhang", "supersede", {
        endedOn: openedFrom,
        successor: "测试文件〔2026〕2号（虚构）",
        reason: "上级重新部署",
      }),
      stage("zhang", "requestErasure", { erasureAsked: ["situation", "evidence"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "evaluation-listed": {
    register: "evaluation",
    stages: [stage("zhang", "listItem", anItem), stage("zhang", "void", { reason: "与第三项重复" })],
  },
};

/** Reported at the end of a year of which the next has no holidays yet: its verification waits for their notice. */
export const lateEvaluations: Journeys = {
  "evaluation-waiting": {
    register: "evaluation",
    stages: [
      stage("zhang", "listItem", { ...anItem, itemNumber: "8", due: "2026-12-31" }),
      stage("zhou", "selfEvaluate", { ...reporting, evidenceAt: "州应急发〔2026〕60号" }),
    ],
  },
};
