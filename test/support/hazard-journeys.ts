import { organisationId } from "../../server/store/campaign.ts";
import { enterpriseId, firstDay } from "./cast.ts";
import { aDirective } from "./directive-journeys.ts";
import { ground, type Journeys, naming, photos, stage } from "./journey.ts";
import { aHazard, countyBureau, wholePlan } from "./paths.ts";
import { anAssignment, doneTask } from "./task-journeys.ts";

const accepted = {
  acceptanceReport: "接地电阻合格",
  acceptancePersons: "张三、李四",
  noPhotoReason: "井下防爆区域不能拍摄",
};
const entrusted = {
  ...accepted,
  acceptedOn: firstDay,
  acceptanceBy: "entrusted",
  acceptanceBody: "高原安全技术服务公司（虚构）",
  actualFunds: 13_400.5,
};
const asked = { extensionUntil: "2026-05-10", extensionControls: "停用设备", reason: "备件未到" };
const again = { reason: "接地线松动", rectifyBy: "2026-06-01" };
const byItem = { criteriaItem: "GM/3-2", judgementReason: "无接地保护" };
const handedOn = { transferTo: organisationId("zhou-yingji"), reason: "州级监管企业" };

/** Hazards, on every way that they may go. */
export const hazardJourneys: Journeys = {
  "hazard-major": {
    register: "hazard",
    stages: [
      stage(
        "su",
        "find",
        photos("photos", aHazard({ place: "二号井口", description: "接地线缺失", region: "533401205" })),
      ),
      stage("su", "amend", { title: "移动式变电站未接地", reason: "名称有误" }),
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
      stage("lin", "acknowledge"),
      stage("mei", "proveReport", photos("staffReportFiles")),
      stage("su", "plan", photos("planFiles", wholePlan)),
      stage("mei", "start"),
      stage("su", "recordProgress", photos("afterPhotos", { progress: "已订购备件", actualFunds: 4_000 })),
      stage("su", "requestExtension", asked),
      stage("zhou", "refuseExtension", { reason: "理由不足" }),
      stage("su", "requestExtension", asked),
      stage("zhou", "approveExtension"),
      stage("su", "selfAccept", photos("acceptanceFiles", entrusted)),
      stage("lin", "review", { reviewOpinion: "整改到位" }),
      stage("wang", "countersign"),
      stage("luo", "sendBack", again),
      stage("su", "selfAccept", accepted),
      stage("lin", "review", { reviewOpinion: "整改到位" }),
      stage("wang", "countersign"),
      stage("luo", "close", { closeOpinion: "同意销号" }),
      stage(
        "luo",
        "publish",
        photos("publicationFiles", {
          publishedOn: firstDay,
          publishedIn: ["website", "noticeBoard"],
          publicationReference: "市政府网站安全生产专栏",
        }),
      ),
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
      stage("lin", "rejudge", { reason: "复核发现须按重大隐患判定" }),
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
      stage("lin", "proposeMajor", {
        ...byItem,
        secondItem: "GM/3-1",
        thirdItem: "GM/3-3",
        fourthItem: "GM/4-1",
      }),
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
      stage("duan", "involveTrade", { sectorDepartment: organisationId("zhou-gongxin") }),
      stage("mei", "report", {
        owningOrganisation: handedOn.transferTo,
        reportMethod: "written",
        reportedOn: firstDay,
        reportReceipt: "（迪）应急收〔2026〕7号",
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
      stage("luo", "restrict", { reason: "涉及举报人，先行核查" }),
      stage("mei", "dispute", { disputeGrounds: "标识已补" }),
      stage("luo", "liftRestriction", { reason: "核查结束" }),
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
    stages: [
      stage("su", "find", aHazard()),
      stage("su", "fixOnTheSpot", { acceptanceReport: "已补齐" }),
      naming("su", "mei"),
    ],
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
};

/** Begun late in the year: their deadlines wait for the next year's notice. */
export const lateJourneys: Journeys = {
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
  // So does its review.
  "task-under-review": {
    register: "task",
    stages: [
      stage("zhang", "assign", { ...anAssignment, due: "2027-01-29" }),
      stage("zhou", "accept"),
      stage("zhou", "submit", doneTask),
    ],
  },
  // And the time in which a directive is assigned.
  "directive-waiting": { register: "directive", stages: [stage("zhang", "register", aDirective)] },
  "hazard-at-a-site": {
    register: "hazard",
    stages: [
      stage("su", "find", ({ ids }) =>
        aHazard({ site: ids.get("site-in-use"), riskPoint: ids.get("risk-point-identified") }),
      ),
    ],
  },
  "hazard-in-the-park": {
    register: "hazard",
    stages: [
      stage("lin", "find", ({ ids }) =>
        aHazard({ organisation: ids.get("enterprise-in-the-park"), source: "inspection" }),
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
  "hazard-parted": {
    register: "hazard",
    stages: [
      stage("lin", "find", aHazard({ organisation: enterpriseId("copper"), source: "inspection" })),
      stage("lin", "merge", ({ ids }) => ({
        duplicateOf: ids.get("hazard-absorbing"),
        reason: "同一处隐患",
      })),
      stage("luo", "unmerge", { reason: "实为两处" }),
    ],
  },
};
