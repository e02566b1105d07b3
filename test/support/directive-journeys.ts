import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, photos, stage } from "./journey.ts";
import { doneTask } from "./task-journeys.ts";

/** What the committee's meeting decided, as its office records it. */
export const aDirective = {
  title: "餐饮场所燃气安全整治",
  kind: "meeting",
  sourceName: "州安委会2026年第一次全体会议",
  saidOn: "2026-03-09",
  saidBy: "杨副州长",
  said: "住建部门牵头，6月底前完成餐饮场所燃气报警装置加装；商务部门督促餐饮企业落实。",
  measure: 14,
  clause: 1,
  replyBy: "2026-07-10",
} as const;

/** One of the tasks that become of it. */
export const aTaskOfIt = {
  title: "督促餐饮企业加装燃气报警装置",
  unit: organisationId("zhou-yingji"),
  joint: [organisationId("zhou-shangwu")],
  due: "2026-06-30",
  deliverables: "加装清单",
} as const;

const ofDirective =
  (journey: string, own = {}) =>
  ({ ids }: { readonly ids: ReadonlyMap<string, string> }) => ({
    ...aTaskOfIt,
    ...own,
    directive: ids.get(journey),
  });

/** What meetings decide and leaders write, and the tasks that become of it. */
export const directiveJourneys: Journeys = {
  "directive-under-way": {
    register: "directive",
    stages: [stage("zhang", "register", photos("original", aDirective))],
  },
  "task-of-a-directive": {
    register: "task",
    stages: [stage("zhang", "assignFromDirective", ofDirective("directive-under-way", { asks: "逐户核查" }))],
  },
  "task-of-it-void": {
    register: "task",
    stages: [
      stage("zhang", "assignFromDirective", ofDirective("directive-under-way", { measure: 14, clause: 2 })),
      stage("zhang", "void", { reason: "并入前一项" }),
    ],
  },
  "directive-done": {
    register: "directive",
    stages: [
      stage("zhang", "register", {
        ...aDirective,
        kind: "instruction",
        sourceName: "州安委会批示〔2026〕9号",
        replyBy: null,
      }),
    ],
  },
  "task-of-it-done": {
    register: "task",
    stages: [
      stage("zhang", "assignFromDirective", ofDirective("directive-done")),
      stage("zhou", "accept"),
      stage("zhou", "submit", doneTask),
      stage("zhang", "close"),
    ],
  },
  "directive-answered": {
    register: "directive",
    stages: [
      stage("zhang", "register", aDirective),
      naming("zhang", "yang"),
      stage("zhang", "answer", { outcome: "已在全州视频会议传达" }),
      stage("zhang", "requestErasure", { erasureAsked: ["saidBy"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "directive-void": {
    register: "directive",
    stages: [stage("zhang", "register", aDirective), stage("zhang", "void", { reason: "重复登记" })],
  },
};
