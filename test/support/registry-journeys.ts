import { organisationId } from "../../server/store/campaign.ts";
import { enterpriseId, enterprises, firstDay, serviceBodyId } from "./cast.ts";
import { ground, type Journeys, naming, stage } from "./journey.ts";
import { countyBureau } from "./paths.ts";

const { registeredBy: _, creditCode: _code, ...foundry } = enterprises.foundry;
const checked = { checkedOn: firstDay, checkFinding: "整改验收合格" };
const grade = { proposedGrade: "C", proposedGradeBasis: "两项重大隐患逾期" };

/** All that can be told of an enterprise when it is registered; its code does not fit its check digit. */
const everyParticular = {
  ...foundry,
  creditCode: "91999999MA0000001X",
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
  sectorDepartment: organisationId("zhou-gongxin"),
  legalRepresentative: "赵一",
  actualController: "钱二",
  principal: "孙三",
  safetyHead: "李四",
  principalPhone: "13900000001",
  safetyHeadPhone: "13900000002",
  phone: "0887-0000000",
  ownerIdNumber: "11010519491231002X",
  safetyLicence: "XK-0001",
  safetyLicenceTo: "2027-05-31",
  insurer: "雪线财产保险（虚构）",
  insurancePolicy: "BD-0001",
  insuredTo: "2027-01-31",
  standardisation: "third",
  standardisationTo: "2028-06-30",
};

/** What a service body is registered with, beside its particulars. */
export const aServiceBody = {
  name: "三江检测检验站（虚构）",
  creditCode: "91999999MA0000702H",
  region: "533401",
  services: ["testing"],
  sector: "S04",
  qualificationNumber: "演示资质-002",
  qualifiedTo: "2028-05-31",
  supervisedBy: countyBureau,
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

/** Enterprises, service bodies, sites and risk points. */
export const registryJourneys: Journeys = {
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
  "enterprise-in-the-park": {
    register: "enterprise",
    stages: [
      stage("luo", "register", {
        ...foundry,
        name: "园区冷链（虚构）",
        noCodeReason: "applying",
        park: everyParticular.park,
      }),
    ],
  },
  "enterprise-graded": {
    register: "enterprise",
    on: enterpriseId("copper"),
    stages: [
      stage("lin", "amend", { park: everyParticular.park }),
      stage("lin", "proposeGrade", grade),
      stage("luo", "returnGrade", { reason: "依据不足" }),
      stage("lin", "proposeGrade", grade),
      stage("luo", "confirmGrade"),
      stage("mei", "appealGrade", { gradeAppeal: "隐患已按期整改" }),
      stage("zhou", "answerAppeal", { gradeAppealOutcome: "stands", gradeAppealAnswer: "逾期属实" }),
      stage("mei", "reportParticulars", { staffCount: 120, phone: "0887-0000001" }),
      naming("lin", "mei"),
      stage("lin", "proposeGrade", { ...grade, proposedGrade: "B" }),
    ],
  },
  "service-body-withdrawn": {
    register: "service-body",
    stages: [
      stage("luo", "register", {
        ...aServiceBody,
        otherSectors: ["S01"],
        address: "建塘镇",
        contact: "冯八",
        phone: "0887-0000005",
      }),
      stage("lin", "amend", { qualifiedTo: "2029-05-31", reason: "换证" }),
      stage("gesang", "correctCode", { creditCode: "91999999MA0000703L", reason: "登记有误" }),
      stage("luo", "suspend", { reason: "报告失实，核查中" }),
      stage("gesang", "resume", { reason: "核查完毕" }),
      naming("lin", "luo"),
      stage("gesang", "withdraw", { reason: "不再开展业务" }),
      stage("luo", "reinstate", { reason: "重新申请服务" }),
      stage("luo", "requestErasure", { erasureAsked: ["contact"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "service-body-serving": {
    register: "service-body",
    on: serviceBodyId("evaluator"),
    stages: [
      stage("kang", "reportContact", { address: "康珠大道", contact: "康评价", phone: "0887-0000006" }),
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
      naming("mei", "luo"),
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
      naming("mei", "su"),
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
};
