import type { Day } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, type PlanStage, photos, stage } from "./journey.ts";

/** The day from which worlds have tasks of the plan: the first of the month after they begin. */
export const openedFrom: Day = "2026-04-01";

const ofPlan = (provision: string, unit: string, on: Day = openedFrom): PlanStage => ({
  by: "plan",
  on,
  provision,
  unit: organisationId(unit),
});

/** What the committee's office of the prefecture assigns, as a leader wrote it. */
export const anAssignment = {
  title: "开展春季建筑施工复工检查督导",
  origin: "instruction",
  originName: "州安委会批示〔2026〕7号",
  originOn: "2026-03-09",
  originWords: "请应急部门牵头，4月底前完成复工检查督导并报告。",
  asks: "对全州复工项目检查情况开展督导",
  deliverables: "督导报告、问题清单",
  unit: organisationId("zhou-yingji"),
  joint: [organisationId("zhou-zhujian"), organisationId("zhou-xiaofang")],
  due: "2026-04-30",
} as const;

export const doneTask = {
  doneOn: "2026-03-10",
  doneText: "已完成，报告已印发",
  evidenceAt: "州应急发〔2026〕12号",
} as const;

/** Tasks, as the plan asks for them and as the committee's office assigns them. */
export const taskJourneys: Journeys = {
  "task-of-the-plan": {
    register: "task",
    stages: [
      ofPlan("m30-c2", "zhou-yingji"),
      stage("zhou", "accept"),
      stage("zhou", "recordProgress", { progress: "已完成装备清点" }),
      stage("zhou", "requestExtension", { extensionUntil: "2027-01-31", reason: "采购周期较长" }),
      stage("zhang", "refuseExtension", { reason: "年内可以完成" }),
      stage("zhang", "suspend", { reason: "等待省级装备标准" }),
      stage("zhang", "resume", { reason: "标准已经印发" }),
      stage("zhou", "requestExtension", { extensionUntil: "2027-02-10", reason: "标准印发较晚" }),
      stage("zhang", "approveExtension"),
      stage("zhou", "submit", photos("evidence", doneTask)),
      stage("zhang", "sendBack", { reason: "缺少装备清单" }),
      stage("zhou", "submit", photos("evidence", { ...doneTask, doneText: "已补装备清单" })),
      naming("zhou", "zhang"),
      stage("zhang", "close"),
      stage("zhang", "requestErasure", { erasureAsked: ["doneText", "evidence"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "task-of-a-section": {
    register: "task",
    stages: [
      ofPlan("r1-c1", "xianggelila-zhengfu"),
      stage("gesang", "accept"),
      stage("gesang", "submit", doneTask),
      stage("zhang", "close"),
    ],
  },
  "task-of-the-office": {
    register: "task",
    stages: [
      ofPlan("m1-c1", "zhou-anweiban"),
      stage("zhang", "accept"),
      stage("zhang", "submit", doneTask),
      stage("yang", "close"),
    ],
  },
  "task-assigned": {
    register: "task",
    stages: [
      stage("zhang", "assign", { ...anAssignment, measure: 28, clause: 1 }),
      stage("zhou", "requestExtension", { extensionUntil: "2026-05-20", reason: "复工项目多" }),
      stage("zhou", "submit", photos("evidence", { doneOn: "2026-03-10", doneText: "已完成" })),
      stage("zhang", "close"),
    ],
  },
  "task-void": {
    register: "task",
    stages: [stage("zhang", "assign", anAssignment), stage("zhang", "void", { reason: "与年度督查合并" })],
  },
};
