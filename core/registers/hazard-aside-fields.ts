import {
  choices,
  day,
  files,
  flag,
  integer,
  label,
  longText,
  organisation,
  person,
  sector,
} from "../register/field.ts";
import { laws } from "./laws.ts";

/** What the photos of a hazard leave open. Feature A6: flagged for whoever reviews, and never a reason to refuse. */
export const evidenceGaps = {
  none: { zh: "缺少照片", en: "Photos are missing" },
  noTime: { zh: "有照片未记录拍摄时间", en: "A photo without its time" },
  noPlace: { zh: "有照片未记录拍摄位置", en: "A photo without its place" },
  early: { zh: "整改后照片的拍摄时间早于发现日期", en: "A photo of after, taken before the finding" },
  apart: { zh: "整改前后照片的拍摄位置相距过远", en: "Photos before and after taken too far apart" },
} as const;

/** What is kept of a hazard beside its way: objections, interim control, other departments, suspension and defiance. */
export const hazardAsideFields = {
  acknowledgedBy: person({ words: { zh: "报告签收人", en: "Report acknowledged by" }, derived: true }),
  acknowledgedOn: day({ words: { zh: "报告签收日期", en: "Report acknowledged on" }, derived: true }),
  disputeGrounds: longText({
    words: { zh: "异议理由", en: "Grounds of the objection" },
    why: { zh: "由上一级单位据此核定", en: "The organisation one level up decides by them" },
  }),
  disputeFiles: files({
    words: { zh: "异议材料", en: "Papers of the objection" },
    why: { zh: "检测报告、图纸等能说明异议的材料", en: "What bears it out: test reports, drawings" },
  }),
  disputedBy: person({ words: { zh: "异议提出人", en: "Objected by" }, derived: true }),
  appealOrganisation: organisation({
    words: { zh: "异议核定单位", en: "Decides the objection" },
    derived: true,
    party: true,
  }),
  disputeOpinion: longText({ words: { zh: "异议核定意见", en: "Decision on the objection" } }),
  disputeCount: integer({ words: { zh: "异议次数", en: "Objections" }, min: 0, max: 99, derived: true }),
  controlled: flag({ words: { zh: "管控中", en: "Under interim control" }, derived: true, column: true }),
  controlMeasures: choices({
    words: { zh: "临时管控措施", en: "Interim control" },
    law: laws.keepPeopleSafe,
    options: {
      stopAll: { zh: "全部停产停业", en: "Stop all production" },
      stopPart: { zh: "局部停产或停用设备", en: "Stop a part, or equipment" },
      evacuate: { zh: "撤离人员", en: "Evacuate people" },
      restrict: { zh: "限制人数或作业", en: "Restrict people or work" },
      watch: { zh: "专人值守监测", en: "Watch and monitor" },
      sign: { zh: "设置警示标志", en: "Put up warning signs" },
      neighbours: { zh: "告知周边单位和人员", en: "Tell the neighbours" },
    },
  }),
  controlDetails: longText({
    words: { zh: "管控要求", en: "What the control asks" },
    law: laws.keepPeopleSafe,
  }),
  controlOrder: label({
    words: { zh: "现场处理措施决定书文号", en: "Number of the on-site order" },
    law: laws.keepPeopleSafe,
  }),
  controlFiles: files({
    words: { zh: "管控材料与照片", en: "Papers and photos of the control" },
    law: laws.keepPeopleSafe,
  }),
  controlledBy: organisation({ words: { zh: "管控决定单位", en: "Control ordered by" }, derived: true }),
  controlledOn: day({ words: { zh: "管控日期", en: "Under control since" }, derived: true }),
  controlLiftedOn: day({ words: { zh: "解除管控日期", en: "Control lifted on" }, derived: true }),
  coSupervisor: organisation({
    words: { zh: "配合监管单位", en: "Co-supervising organisation" },
    why: {
      zh: "隐患涉及其他部门职责时，由其配合监管并可查看",
      en: "Where another department's duty is touched, it supervises too and sees the hazard",
    },
    column: true,
    party: true,
  }),
  secondSector: sector({
    words: { zh: "涉及的其他行业领域", en: "Further sector" },
    why: { zh: "隐患同时属于另一行业领域时填写", en: "Where the hazard belongs to another sector too" },
    column: true,
  }),
  transferTo: organisation({
    words: { zh: "移送单位", en: "Transferred to" },
    why: { zh: "须负有该行业领域的安全监管职责", en: "It must have the duty of supervision for the sector" },
    party: true,
  }),
  transferredFrom: organisation({
    words: { zh: "移送前监管单位", en: "Transferred from" },
    derived: true,
    party: true,
  }),
  suspendedUntil: day({
    words: { zh: "中止整改至", en: "Suspended until" },
    why: { zh: "到期仍未恢复的列为逾期", en: "Not resumed by then, it is overdue" },
  }),
  suspensionCount: integer({
    words: { zh: "中止次数", en: "Suspensions" },
    min: 0,
    max: 99,
    derived: true,
  }),
  defianceOrder: label({
    words: { zh: "责令整改文书号", en: "Number of the order that was defied" },
    why: { zh: "认定拒不整改须先有书面责令", en: "Defiance presupposes a written order" },
  }),
  defiedOn: day({ words: { zh: "认定拒不整改日期", en: "Found defied on" }, derived: true, column: true }),
  noPhotoReason: longText({
    words: { zh: "无法拍照的原因", en: "Why no photo could be taken" },
    law: laws.recordTruthfully,
    why: {
      zh: "重大隐患须有整改前后照片；防爆等场所不能拍摄的，写明原因",
      en: "A major hazard has photos before and after; where none may be taken, as among explosives, say so",
    },
  }),
  sentBackCount: integer({
    words: { zh: "退回次数", en: "Times sent back" },
    min: 0,
    max: 99,
    derived: true,
  }),
} as const;
