import type { Day } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { type EnterpriseName, enterpriseId, enterprises, firstDay, type PersonName } from "./cast.ts";
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

const accepted = {
  acceptanceReport: "接地电阻合格",
  acceptancePersons: "张三、李四",
  noPhotoReason: "井下防爆区域不能拍摄",
};
const photos =
  (field: string, own: Input = {}): Stage["input"] =>
  (known) => ({ ...own, [field]: [known.photo] });
const asked = { extensionUntil: "2026-05-10", extensionControls: "停用设备", reason: "备件未到" };
const again = { reason: "接地线松动", rectifyBy: "2026-06-01" };
const byItem = { criteriaItem: "GM/3-2", judgementReason: "无接地保护" };
const handedOn = { transferTo: organisationId("zhou-yingji"), reason: "州级监管企业" };
const ground = { erasureBasis: "第四十七条第一款第一项：处理目的已实现" };
const { registeredBy: _, creditCode: _code, ...foundry } = enterprises.foundry;
const checked = { checkedOn: firstDay, checkFinding: "整改验收合格" };
const grade = { proposedGrade: "C", gradeBasis: "两项重大隐患逾期" };

/** All that can be told of an enterprise when it is registered; its code is real and does not fit its check digit. */
const everyParticular = {
  ...foundry,
  creditCode: "91350211M0000XUF46",
  ownership: "prefecture",
  otherSectors: ["S05", "S11"],
  industryClass: "C3391",
  scale: "small",
  staffCount: 42,
  aboveScale: true,
  highRisk: true,
  insuranceHighRisk: true,
  address: "建塘镇",
  longitude: 99.7087,
  latitude: 27.8258,
  coordinateSystem: "wgs84",
  park: organisationId("xianggelila-chanye-yuanqu"),
  supervisedBy: countyBureau,
  coSupervisedBy: organisationId("xianggelila-gongan"),
  sectorDepartment: organisationId("zhou-yingji"),
  legalRepresentative: "赵一",
  actualController: "钱二",
  principal: "孙三",
  safetyHead: "李四",
  phone: "0887-0000000",
};

const fourLists = {
  tier: "company",
  responsibleUnit: "安全科",
  responsiblePerson: "吴六",
  responsiblePhone: "0887-0000003",
  engineeringControls: "设事故坑与液位联锁",
  managementControls: "吊运作业审批",
  trainingControls: "每季实训",
  protectiveControls: "阻燃服与面罩",
  emergencyControls: "备沙与紧急切断",
  emergencyActions: "停炉、撤人、报告",
  emergencySupplies: "干沙两吨",
  emergencyContact: "郑七 0887-0000004",
};

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
const resumed = {
  by: "luo",
  act: "resume",
  input: { checkedOn: "2026-07-06", checkFinding: "检修完毕" },
} as const;

interface Journey {
  readonly register: string;
  /** The enterprise of the cast on which it goes on, where only its own people may do what is done. */
  readonly on?: EnterpriseName;
  readonly stages: readonly (Stage | CalendarStage)[];
  /** The journey whose entry opened this one. */
  readonly openedBy?: string;
}

/** Between them, the journeys do every act of every register, and fill in every field. */
export const journeys: Readonly<Record<string, Journey>> = {
  "enterprise-closed": {
    register: "enterprise",
    stages: [
      stage("luo", "register", everyParticular),
      stage("lin", "amend", { name: "雪域铸造新厂（虚构）", highRisk: false, reason: "更名" }),
      stage("lin", "stop", { reason: "停产检修" }),
      stage("luo", "resume", checked),
      stage("luo", "orderSuspension", { reason: "拒不整改" }),
      stage("luo", "holdPermit", { reason: "安全生产条件不符" }),
      stage("lin", "markLongStopped", { reason: "停产逾半年" }),
      stage("luo", "closeDown", { reason: "依法关闭" }),
      stage("luo", "reinstate", { reason: "关闭决定被撤销" }),
      stage("luo", "closeDown", { reason: "依法关闭" }),
      stage("luo", "requestErasure", { erasureAsked: ["reason"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "enterprise-built": {
    register: "enterprise",
    stages: [
      stage("lin", "registerInConstruction", { ...foundry, noCodeReason: "applying" }),
      stage("lin", "haltWorks", { reason: "未批先建" }),
      stage("luo", "resumeWorks", checked),
      stage("lin", "correctCode", { creditCode: "91999999MA0000009F", reason: "已领证照" }),
      stage("luo", "resume", checked),
      stage("lin", "beginWorks", { reason: "扩建" }),
      stage("lin", "deregister", { reason: "终止经营" }),
    ],
  },
  "enterprise-graded": {
    register: "enterprise",
    on: "copper",
    stages: [
      stage("lin", "proposeGrade", grade),
      stage("luo", "returnGrade", { reason: "依据不足" }),
      stage("lin", "proposeGrade", grade),
      stage("luo", "confirmGrade"),
      stage("mei", "appealGrade", { gradeAppeal: "隐患已按期整改" }),
      stage("zhou", "answerAppeal", { gradeAppealOutcome: "stands", gradeAppealAnswer: "逾期属实" }),
      stage("mei", "reportParticulars", { staffCount: 120, phone: "0887-0000001" }),
      stage("lin", "proposeGrade", { ...grade, proposedGrade: "B" }),
    ],
  },
  "site-closed": {
    register: "site",
    stages: [
      stage("su", "register", {
        name: "格咱采场（虚构）",
        kind: "mine",
        organisation: enterpriseId("copper"),
        region: "533401205",
        sector: "S01",
        address: "格咱乡",
        longitude: 99.7087,
        latitude: 27.8258,
        coordinateSystem: "wgs84",
        supervisedBy: countyBureau,
        responsiblePerson: "周五",
        phone: "0887-0000002",
      }),
      stage("lin", "amend", { name: "格咱一采场（虚构）" }),
      stage("lin", "suspend", { reason: "边坡失稳" }),
      stage("luo", "resume", { reason: "边坡已处置" }),
      stage("mei", "close", { reason: "采毕" }),
      stage("luo", "requestErasure", { erasureAsked: ["responsiblePerson"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "site-in-use": {
    register: "site",
    stages: [
      stage("mei", "register", {
        name: "熔炼车间（虚构）",
        kind: "workshop",
        organisation: enterpriseId("copper"),
        region: "533401205",
        sector: "S04",
      }),
    ],
  },
  "risk-point-retired": {
    register: "risk-point",
    stages: [
      stage("su", "identify", ({ ids }) => ({
        name: "熔炼炉（虚构）",
        organisation: enterpriseId("copper"),
        accidentType: "burn",
        site: ids.get("site-in-use"),
        place: "一号跨",
        description: "铜水遇水爆炸",
      })),
      stage("su", "assess", { method: "lec", likelihood: 3, exposure: 6, consequence: 40 }),
      stage("mei", "returnAssessment", { reason: "须由专家判定" }),
      stage("su", "assess", { method: "expert", expertLevel: "major", expertOpinion: "后果严重" }),
      stage("su", "describe", fourLists),
      stage("mei", "approve"),
      stage("su", "review", { reviewFinding: "措施有效" }),
      stage("mei", "revise", { reason: "工艺变更" }),
      stage("su", "assess", { method: "ls", likelihood: 3, consequence: 4, reason: "已增设联锁" }),
      stage("mei", "approve"),
      stage("mei", "retire", { reason: "设备拆除" }),
      stage("luo", "requestErasure", { erasureAsked: ["responsiblePerson"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  // Absorbs the next one, and releases it again.
  "enterprise-absorbing": {
    register: "enterprise",
    stages: [stage("luo", "register", { ...foundry, noCodeReason: "workshop" })],
  },
  "enterprise-merged": {
    register: "enterprise",
    stages: [
      stage("luo", "register", { ...foundry, noCodeReason: "other" }),
      stage("luo", "merge", ({ ids }) => ({
        duplicateOf: ids.get("enterprise-absorbing"),
        reason: "同一家作坊",
      })),
      stage("luo", "unmerge", { reason: "实为两家" }),
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
      stage("su", "control", { controlMeasures: ["sign"], controlDetails: "围挡并挂牌" }),
      stage("su", "assign", { planResponsible: "王五", planMeasures: "补齐标识", rectifyBy: "2026-03-20" }),
      stage("su", "selfAccept", accepted),
      stage("mei", "verify", { reviewOpinion: "属实" }),
      stage("mei", "close"),
      stage("mei", "liftControl", { reason: "标识已补齐" }),
    ],
  },
  // Found by the county's bureau, objected to, handed to the prefecture's, suspended and defied.
  "hazard-aside": {
    register: "hazard",
    stages: [
      stage("lin", "find", photos("photos", aHazard({ source: "inspection", sourceRef: "检2026-018" }))),
      stage("lin", "supplement", {
        harm: "触电",
        difficulty: "须停产半日",
        exposedPeople: 12,
        mustStop: true,
      }),
      stage("lin", "proposeMajor", { ...byItem, secondItem: "GM/3-1" }),
      stage("luo", "confirmMajor"),
      stage("mei", "dispute", photos("disputeFiles", { disputeGrounds: "该设备已停用" })),
      stage("zhou", "overturnJudgement", { disputeOpinion: "须重新核实" }),
      stage("lin", "proposeMajor", { ...byItem, secondItem: "GM/3-1" }),
      stage("luo", "confirmMajor"),
      stage(
        "lin",
        "control",
        photos("controlFiles", {
          controlMeasures: ["stopPart"],
          controlDetails: "停用变电站",
          controlOrder: "（香）应急现决〔2026〕1号",
        }),
      ),
      stage("lin", "transfer", handedOn),
      stage("zhou", "declineTransfer", { reason: "材料不全" }),
      stage("lin", "transfer", handedOn),
      stage("lin", "withdrawTransfer"),
      stage("lin", "transfer", handedOn),
      stage("duan", "acceptTransfer"),
      stage("duan", "involve", { coSupervisor: countyBureau, secondSector: "S05" }),
      stage("mei", "report", {
        owningOrganisation: handedOn.transferTo,
        reportMethod: "written",
        staffReport: "congress",
        staffReportedOn: firstDay,
      }),
      stage("zhou", "suspend", { suspendedUntil: "2026-04-01", reason: "大雪封路" }),
      stage("zhou", "resume", { rectifyBy: "2026-04-20" }),
      stage("zhou", "declareDefied", { defianceOrder: "（迪）应急责改〔2026〕3号", reason: "拒不开工" }),
      stage("zhou", "orderAgain", { rectifyBy: "2026-05-01", reason: "限期完成" }),
    ],
  },
  "hazard-upheld": {
    register: "hazard",
    stages: [
      stage("lin", "find", aHazard({ source: "inspection" })),
      stage("lin", "proposeGeneral", byItem),
      stage("luo", "confirmGeneral"),
      stage("mei", "dispute", { disputeGrounds: "标识已补" }),
      stage("zhou", "upholdJudgement", { disputeOpinion: "维持" }),
      stage("luo", "annul", { reason: "与另一条重复登记" }),
    ],
  },
  "hazard-dispute-withdrawn": {
    register: "hazard",
    stages: [
      stage("lin", "find", aHazard({ source: "inspection" })),
      stage("lin", "proposeGeneral", byItem),
      stage("luo", "confirmGeneral"),
      stage("mei", "dispute", { disputeGrounds: "标识已补" }),
      stage("su", "withdrawDispute"),
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
        input: { ownership: "prefecture", sector: "S17" },
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
  // Its deadline waits for the same notice.
  "risk-point-identified": {
    register: "risk-point",
    stages: [
      stage("su", "identify", {
        name: "液氨储罐（虚构）",
        organisation: enterpriseId("copper"),
        accidentType: "poisoning",
      }),
    ],
  },
  "hazard-at-a-site": {
    register: "hazard",
    stages: [
      stage("su", "find", ({ ids }) =>
        aHazard({ site: ids.get("site-in-use"), riskPoint: ids.get("risk-point-identified") }),
      ),
    ],
  },
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
