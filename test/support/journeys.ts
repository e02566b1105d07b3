import type { Day } from "../../core/calendar/day.ts";
import { enterpriseId, enterprises, firstDay, type PersonName } from "./cast.ts";
import { aHazard, countyBureau, wholePlan } from "./paths.ts";
import { aCheck, answersBut } from "./self-checks.ts";

type Input = Readonly<Record<string, unknown>>;

/** One act of a journey: who does it, and what is entered; told the ids of the uploaded photo and of journeys before it. */
export interface Stage {
  readonly by: PersonName;
  readonly act: string;
  readonly input: (known: { readonly photo: string; readonly ids: ReadonlyMap<string, string> }) => Input;
}

/** What the calendar brings on a day to the self-check of an enterprise, once somebody has done something to the enterprise. */
export interface CalendarStage {
  readonly by: "calendar";
  readonly on: Day;
  readonly enterprise: string;
  readonly period: string;
  readonly once?: { readonly by: PersonName; readonly act: string; readonly input: Input };
}

const stage = (by: PersonName, act: string, input: Input | Stage["input"] = {}): Stage => ({
  by,
  act,
  input: typeof input === "function" ? input : () => input,
});

const accepted = { acceptanceReport: "接地电阻合格", acceptancePersons: "张三、李四" };
const photos =
  (field: string, own: Input = {}): Stage["input"] =>
  (known) => ({ ...own, [field]: [known.photo] });
const asked = { extensionUntil: "2026-05-10", extensionControls: "停用设备", reason: "备件未到" };
const again = { reason: "接地线松动", rectifyBy: "2026-06-01" };
const ground = { erasureBasis: "第四十七条第一款第一项：处理目的已实现" };
const { registeredBy: _, ...foundry } = enterprises.foundry;

const calendar =
  (name: "copper" | "foundry", period: string) =>
  (on: Day, once?: CalendarStage["once"]): CalendarStage => ({
    by: "calendar",
    on,
    enterprise: enterpriseId(name),
    period,
    ...(once ? { once } : {}),
  });
const q1 = calendar("copper", "2026-Q1");
const q2 = calendar("copper", "2026-Q2");
const q3 = calendar("copper", "2026-Q3");
const q4 = calendar("copper", "2026-Q4");
const ofFoundry = calendar("foundry", "2026-Q4");
const led = { ledInPerson: true };
const stopped = { by: "luo", act: "stop", input: { reason: "停产检修" } } as const;
const resumed = { by: "luo", act: "resume", input: { reason: "检修完毕" } } as const;

interface Journey {
  readonly register: string;
  readonly stages: readonly (Stage | CalendarStage)[];
  /** The journey whose entry opened this one. */
  readonly openedBy?: string;
}

/** Between them, the journeys do every act of every register, and fill in every field. */
export const journeys: Readonly<Record<string, Journey>> = {
  "enterprise-closed": {
    register: "enterprise",
    stages: [
      stage("luo", "register", {
        ...foundry,
        creditCode: "91999999MA0000009A",
        ownership: "prefecture",
        highRisk: true,
        address: "建塘镇",
      }),
      stage("lin", "amend", { name: "雪域铸造新厂（虚构）", highRisk: false, reason: "更名" }),
      stage("lin", "stop", { reason: "停产检修" }),
      stage("luo", "resume", { reason: "检修完毕" }),
      stage("luo", "closeDown", { reason: "依法关闭" }),
      stage("luo", "requestErasure", { erasureAsked: ["reason"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "hazard-major": {
    register: "hazard",
    stages: [
      stage(
        "su",
        "find",
        photos("photos", aHazard({ place: "二号井口", description: "接地线缺失", region: "533401205" })),
      ),
      stage("su", "proposeMajor", {
        criteriaItem: "GM/3-1",
        judgementReason: "无接地",
        expertOpinion: "属实",
      }),
      stage("mei", "disagree", { reason: "条款有误" }),
      stage("su", "proposeMajor", { criteriaItem: "GM/3-2", judgementReason: "无接地保护" }),
      stage("mei", "confirmMajor"),
      stage(
        "mei",
        "report",
        photos("reportFiles", {
          owningOrganisation: countyBureau,
          reportMethod: "system",
          staffReport: "noticeBoard",
          staffReportedOn: firstDay,
        }),
      ),
      stage("su", "plan", photos("planFiles", wholePlan)),
      stage("mei", "start"),
      stage("su", "recordProgress", photos("afterPhotos", { progress: "已订购备件" })),
      stage("su", "requestExtension", asked),
      stage("zhou", "refuseExtension", { reason: "理由不足" }),
      stage("su", "requestExtension", asked),
      stage("zhou", "approveExtension"),
      stage("su", "selfAccept", accepted),
      stage("lin", "review", { reviewOpinion: "整改到位" }),
      stage("wang", "countersign"),
      stage("luo", "sendBack", again),
      stage("su", "selfAccept", accepted),
      stage("lin", "review", { reviewOpinion: "整改到位" }),
      stage("wang", "countersign"),
      stage("luo", "close", { closeOpinion: "同意销号" }),
      stage("luo", "reopen", again),
    ],
  },
  "hazard-general": {
    register: "hazard",
    stages: [
      stage("su", "find", aHazard()),
      stage("su", "proposeGeneral", { judgementReason: "标识缺失" }),
      stage("mei", "confirmGeneral"),
      stage("su", "assign", { planResponsible: "王五", planMeasures: "补齐标识", rectifyBy: "2026-03-20" }),
      stage("su", "selfAccept", accepted),
      stage("mei", "verify", { reviewOpinion: "属实" }),
      stage("mei", "close"),
    ],
  },
  "hazard-fixed-on-the-spot": {
    register: "hazard",
    stages: [stage("su", "find", aHazard()), stage("su", "fixOnTheSpot", { acceptanceReport: "已补齐" })],
  },
  "hazard-dismissed": {
    register: "hazard",
    stages: [
      stage("su", "find", aHazard()),
      stage("su", "proposeGeneral", { judgementReason: "标识缺失" }),
      stage("mei", "dismiss", { reason: "不构成隐患" }),
      stage("gesang", "requestErasure", { erasureAsked: ["title", "judgementReason"], ...ground }),
      stage("luo", "erase"),
    ],
  },
  "self-check-confirmed": {
    register: "self-check",
    stages: [
      q1(firstDay, { by: "lin", act: "amend", input: { ownership: "provincial" } }),
      stage("su", "answer", photos("photos", aCheck({ remark: "无" }))),
      stage("su", "answer", aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null })),
      stage("mei", "confirm", { ...led, position: "geo:27.8258,99.7087;crs=wgs84;u=12" }),
      stage("gesang", "requestErasure", { erasureAsked: ["answers", "participants"], ...ground }),
      stage("luo", "erase"),
    ],
  },
  "hazard-from-self-check": { register: "hazard", openedBy: "self-check-confirmed", stages: [] },
  "self-check-made-up": {
    register: "self-check",
    stages: [
      q2("2026-04-01"),
      q2("2026-07-01"),
      stage("su", "answerLate", aCheck({ checkedOn: "2026-07-01" })),
      stage("mei", "confirmLate", led),
    ],
  },
  "self-check-excused": {
    register: "self-check",
    stages: [
      q3("2026-07-02"),
      q3("2026-07-03", stopped),
      q3("2026-07-06", resumed),
      q3("2026-10-08", stopped),
      stage("lin", "excuse", { reason: "同期已由上级带队检查" }),
    ],
  },
  "self-check-exempt": { register: "self-check", stages: [q4("2026-10-08")] },
  // Of a sector without criteria, and missed when the next year's holidays are not known yet.
  "self-check-missed": {
    register: "self-check",
    stages: [
      ofFoundry("2026-10-12", {
        by: "lin",
        act: "amend",
        input: { ownership: "prefecture", sector: "S01" },
      }),
      stage(
        "fang",
        "answer",
        aCheck({ checkedOn: "2026-10-12", answers: [{ subject: "井口", answer: "clear" }] }),
      ),
      ofFoundry("2027-01-01"),
    ],
  },
  // Absorbs the next one; its deadline waits for the notice of the year after and is recomputed in the end.
  "hazard-absorbing": { register: "hazard", stages: [stage("su", "find", aHazard())] },
  "hazard-merged": {
    register: "hazard",
    stages: [
      stage("lin", "find", aHazard({ organisation: enterpriseId("copper"), source: "inspection" })),
      stage("lin", "merge", ({ ids }) => ({
        duplicateOf: ids.get("hazard-absorbing"),
        reason: "同一处隐患",
      })),
    ],
  },
};
