import type { Day } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, photos, stage } from "./journey.ts";
import { openedFrom } from "./task-journeys.ts";

/** What the committee's office of the prefecture lists beside the plan. */
export const aSubPlan = {
  title: "州应急管理局粉尘涉爆专项子方案",
  kind: "sector",
  details: ["supervision"],
  provision: "州安委会2026年第一次全体会议",
  asks: "制定粉尘涉爆专项子方案",
  organisation: organisationId("zhou-yingji"),
  due: "2026-06-30",
} as const;

export const checking = {
  measures: ["5", "15"],
  standards: ["GM"],
  basis: "州安委会成员单位职责任务清单第3条",
  supervision: "逐企核查粉尘涉爆企业除尘系统，每季度不少于一次",
} as const;

export const issuing = { documentNumber: "迪应急发〔2026〕8号", issuedOn: openedFrom } as const;

const planned = (provision: string, unit: string, on: Day = openedFrom) =>
  ({ by: "plan", on, provision, unit: organisationId(unit), register: "sub-plan" }) as const;

/** Sub-plans, as the plan asks for them and as the committee's office lists them. */
export const subPlanJourneys: Journeys = {
  "sub-plan-of-a-department": {
    register: "sub-plan",
    stages: [
      planned("r1-c2-p1", "zhou-yingji"),
      stage("duan", "startDraft"),
      stage("duan", "sendToCheck", photos("draft", checking)),
      naming("duan", "zhou"),
      stage("zhou", "sendBack", { reason: "措施5没有写明责任科室" }),
      stage("duan", "sendToCheck", photos("draft", { ...checking, management: "督促本行业企业自查" })),
      stage("zhou", "clear"),
      stage("zhang", "moveDue", { due: "2026-12-20", reason: "与省级子方案衔接" }),
      stage("zhou", "issue", photos("text", issuing)),
      stage("zhou", "handIn", { filingNote: "首次报备" }),
      stage("zhang", "returnFiling", { reason: "缺少落后工艺淘汰退出的措施" }),
      stage("zhou", "redraft"),
      stage("duan", "sendToCheck", photos("draft", checking)),
      stage("zhou", "clear"),
      stage("zhou", "issue", photos("text", issuing)),
      stage("zhou", "handIn", { filingNote: "已补充" }),
      stage("zhang", "acceptFiling", { filingNumber: "迪安备〔2026〕1号" }),
      stage("zhou", "revise", { revisionDue: "2026-11-30", reason: "新的判定标准施行" }),
      stage("zhang", "requestErasure", { erasureAsked: ["draft", "supervision"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "sub-plan-in-its-next-edition": {
    register: "sub-plan",
    openedBy: "sub-plan-of-a-department",
    stages: [
      stage("duan", "startDraft"),
      stage("duan", "sendToCheck", photos("draft", checking)),
      stage("zhou", "clear"),
      stage("zhou", "issue", photos("text", issuing)),
      stage("zhou", "handIn"),
      stage("zhang", "acceptFiling"),
    ],
  },
  "plan-of-a-county": {
    register: "sub-plan",
    stages: [
      planned("r1-c1-p1", "xianggelila-zhengfu"),
      stage(
        "gesang",
        "recordIssued",
        photos("text", {
          documentNumber: "香政办发〔2024〕40号",
          issuedOn: "2024-10-20",
          measures: ["1", "10"],
          basis: "工作要求1",
        }),
      ),
      stage("gesang", "handIn"),
      stage("zhang", "acceptFiling"),
      stage("gesang", "revise", { revisionDue: "2026-11-30", reason: "与省级方案衔接" }),
    ],
  },
  "plan-of-a-county-dropped": {
    register: "sub-plan",
    openedBy: "plan-of-a-county",
    stages: [stage("zhang", "void", { reason: "省级方案未修订" })],
  },
  "sub-plan-listed": {
    register: "sub-plan",
    stages: [
      stage("zhang", "listSubPlan", aSubPlan),
      stage("zhou", "startDraft"),
      stage("zhang", "void", { reason: "并入本单位子方案" }),
    ],
  },
};

/** Handed in so late in the year that the office's term waits for the next year's notice. */
export const lateSubPlans: Journeys = {
  "plan-of-the-park": {
    register: "sub-plan",
    stages: [
      planned("r1-c1-p1", "xianggelila-chanye-yuanqu", "2026-12-30"),
      stage(
        "gao",
        "recordIssued",
        photos("text", { documentNumber: "园管发〔2024〕12号", issuedOn: "2024-12-02", measures: ["12"] }),
      ),
      stage("gao", "handIn"),
    ],
  },
};
