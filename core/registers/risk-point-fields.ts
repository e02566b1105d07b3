import {
  choice,
  day,
  decimal,
  label,
  link,
  longText,
  person,
  region,
  sector,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { personal } from "../register/personal-field.ts";
import { contactRoles } from "./contacts.ts";
import { laws } from "./laws.ts";
import { park } from "./park.ts";
import { riskLevels } from "./risk-level.ts";

const basics = { zh: "一、基础信息", en: "1. Basic facts" };
const assessment = { zh: "风险评估", en: "Assessment" };
const responsibility = { zh: "二、责任分工", en: "2. Who answers" };
const control = { zh: "三、防控措施", en: "3. Controls" };
const emergency = { zh: "四、应急处置", en: "4. In an emergency" };

/** What is kept of a risk point: the plan's four lists (measure 9) and the assessment. `domain.md` §2.3. */
export const riskPointFields = {
  name: label({
    words: { zh: "风险点名称", en: "Name" },
    law: laws.gradeRisks,
    maxLength: 120,
    column: true,
    group: basics,
  }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    law: laws.gradeRisks,
    register: "enterprise",
    column: true,
    group: basics,
  }),
  site: link({
    words: { zh: "所在场所", en: "Site" },
    why: {
      zh: "不填则取企业所在地区和行业",
      en: "Left empty, the enterprise's own place and trade are taken",
    },
    register: "site",
    column: true,
    group: basics,
  }),
  region: region({ words: { zh: "所在地区", en: "Region" }, derived: true, column: true, group: basics }),
  sector: sector({ words: { zh: "行业领域", en: "Sector" }, derived: true, column: true, group: basics }),
  park,
  place: label({ words: { zh: "具体位置", en: "Exact place" }, law: laws.tellDangers, group: basics }),
  accidentType: choice({
    words: { zh: "可能导致的事故类型", en: "Accident that it may lead to" },
    law: laws.tellDangers,
    column: true,
    group: basics,
    options: {
      struckByObject: { zh: "物体打击", en: "Struck by an object" },
      vehicle: { zh: "车辆伤害", en: "Vehicle" },
      machinery: { zh: "机械伤害", en: "Machinery" },
      lifting: { zh: "起重伤害", en: "Lifting" },
      electricShock: { zh: "触电", en: "Electric shock" },
      drowning: { zh: "淹溺", en: "Drowning" },
      burn: { zh: "灼烫", en: "Burn or scald" },
      fire: { zh: "火灾", en: "Fire" },
      fall: { zh: "高处坠落", en: "Fall from a height" },
      collapse: { zh: "坍塌", en: "Collapse" },
      roofFall: { zh: "冒顶片帮", en: "Fall of roof or side" },
      waterInrush: { zh: "透水", en: "Inrush of water" },
      blasting: { zh: "放炮", en: "Blasting" },
      explosives: { zh: "火药爆炸", en: "Explosives" },
      gasExplosion: { zh: "瓦斯爆炸", en: "Firedamp" },
      boiler: { zh: "锅炉爆炸", en: "Boiler" },
      vessel: { zh: "容器爆炸", en: "Pressure vessel" },
      otherExplosion: { zh: "其他爆炸", en: "Other explosion" },
      poisoning: { zh: "中毒和窒息", en: "Poisoning or suffocation" },
      other: { zh: "其他伤害", en: "Other" },
    },
  }),
  description: longText({
    words: { zh: "风险描述", en: "What the risk is" },
    law: laws.tellDangers,
    group: basics,
  }),
  method: choice({
    words: { zh: "评估方法", en: "Method" },
    law: laws.gradeRisks,
    why: {
      zh: "LEC：可能性×暴露频次×后果；LS：可能性×严重性（各 1–5）；专家：直接判定并写明意见",
      en: "LEC: likelihood × exposure × consequence; LS: likelihood × severity, 1 to 5 each; expert: judged, with the opinion",
    },
    column: true,
    group: assessment,
    options: {
      lec: { zh: "LEC 作业条件危险性分析", en: "LEC" },
      ls: { zh: "LS 风险矩阵", en: "LS matrix" },
      expert: { zh: "专家判定", en: "Judged by experts" },
    },
  }),
  likelihood: decimal({
    words: { zh: "可能性 L", en: "Likelihood L" },
    law: laws.gradeRisks,
    min: 0.1,
    max: 10,
    decimals: 1,
    group: assessment,
  }),
  exposure: decimal({
    words: { zh: "暴露频次 E（仅 LEC）", en: "Exposure E (LEC only)" },
    law: laws.gradeRisks,
    min: 0.5,
    max: 10,
    decimals: 1,
    group: assessment,
  }),
  consequence: decimal({
    words: { zh: "后果 C（LS 为严重性 S）", en: "Consequence C (in LS, severity S)" },
    law: laws.gradeRisks,
    min: 1,
    max: 100,
    decimals: 1,
    group: assessment,
  }),
  expertLevel: choice({
    words: { zh: "专家判定等级", en: "Level judged by experts" },
    law: laws.gradeRisks,
    options: riskLevels,
    group: assessment,
  }),
  expertOpinion: longText({
    words: { zh: "专家意见", en: "Opinion of the experts" },
    law: laws.gradeRisks,
    group: assessment,
  }),
  score: decimal({
    words: { zh: "风险值", en: "Score" },
    min: 0,
    max: 10_000,
    decimals: 3,
    derived: true,
    group: assessment,
  }),
  level: choice({
    words: { zh: "风险等级", en: "Level" },
    law: laws.gradeRisks,
    derived: true,
    column: true,
    options: riskLevels,
    group: assessment,
  }),
  assessedBy: person({ words: { zh: "评估人", en: "Assessed by" }, derived: true, group: assessment }),
  assessedOn: day({
    words: { zh: "评估日期", en: "Assessed on" },
    law: laws.gradeRisks,
    derived: true,
    group: assessment,
  }),
  tier: choice({
    words: { zh: "管控层级", en: "Who controls it" },
    law: laws.nameResponsible,
    column: true,
    group: responsibility,
    options: {
      company: { zh: "公司", en: "Company" },
      workshop: { zh: "车间", en: "Workshop" },
      team: { zh: "班组", en: "Team" },
      post: { zh: "岗位", en: "Post" },
    },
  }),
  responsibleUnit: label({
    words: { zh: "责任部门（车间、班组）", en: "Responsible unit" },
    law: laws.nameResponsible,
    group: responsibility,
  }),
  responsiblePerson: text({
    words: { zh: "责任人", en: "Responsible person" },
    law: laws.nameResponsible,
    group: responsibility,
  }),
  responsiblePhone: personal({
    words: { zh: "责任人电话", en: "Telephone" },
    law: laws.nameResponsible,
    personal: "phone",
    shownTo: contactRoles,
    group: responsibility,
  }),
  engineeringControls: longText({
    words: { zh: "工程技术措施", en: "Engineering" },
    law: laws.gradeRisks,
    group: control,
  }),
  managementControls: longText({
    words: { zh: "管理措施", en: "Management" },
    law: laws.gradeRisks,
    group: control,
  }),
  trainingControls: longText({
    words: { zh: "培训教育措施", en: "Training" },
    law: laws.train,
    group: control,
  }),
  protectiveControls: longText({
    words: { zh: "个体防护措施", en: "Personal protection" },
    law: laws.protectStaff,
    group: control,
  }),
  emergencyControls: longText({
    words: { zh: "应急准备措施", en: "Preparedness" },
    law: laws.planForAccidents,
    group: control,
  }),
  emergencyActions: longText({
    words: { zh: "应急处置步骤", en: "What to do" },
    law: laws.tellDangers,
    group: emergency,
  }),
  emergencySupplies: longText({
    words: { zh: "应急物资", en: "Supplies" },
    law: laws.planForAccidents,
    group: emergency,
  }),
  emergencyContact: text({
    words: { zh: "应急联系人与电话", en: "Whom to call" },
    law: laws.planForAccidents,
    group: emergency,
  }),
  approvedBy: person({ words: { zh: "审定人", en: "Approved by" }, derived: true }),
  approvedOn: day({
    words: { zh: "审定日期", en: "Approved on" },
    law: laws.gradeRisks,
    derived: true,
    column: true,
  }),
  reviewFinding: longText({
    words: { zh: "复核意见", en: "Finding of the review" },
    law: laws.gradeRisks,
  }),
  reviewedOn: day({ words: { zh: "上次复核日期", en: "Reviewed on" }, derived: true, column: true }),
  reviewOn: day({ words: { zh: "下次复核日期", en: "Review due on" }, derived: true, column: true }),
} as const;

export type RiskPointValues = ValuesOf<typeof riskPointFields>;

/** The fields of the four lists that a person fills in beside what identifies the risk point. */
export const listFields = [
  "name",
  "place",
  "accidentType",
  "description",
  "tier",
  "responsibleUnit",
  "responsiblePerson",
  "responsiblePhone",
  "engineeringControls",
  "managementControls",
  "trainingControls",
  "protectiveControls",
  "emergencyControls",
  "emergencyActions",
  "emergencySupplies",
  "emergencyContact",
] as const satisfies readonly (keyof typeof riskPointFields)[];

/** What the four lists of a major risk are not without. [seed, measure 9] */
export const neededOfMajorRisk = [
  "description",
  "tier",
  "responsiblePerson",
  "engineeringControls",
  "managementControls",
  "trainingControls",
  "protectiveControls",
  "emergencyControls",
  "emergencyActions",
] as const satisfies readonly (keyof typeof riskPointFields)[];
