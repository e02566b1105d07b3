import { limits } from "../limits.ts";
import {
  choice,
  choices,
  code,
  criteria,
  day,
  files,
  flag,
  integer,
  label,
  link,
  links,
  longText,
  money,
  organisation,
  person,
  region,
  sector,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { evidenceGaps, hazardAsideFields } from "./hazard-aside-fields.ts";
import { hazardRecordFields } from "./hazard-record-fields.ts";
import { laws } from "./laws.ts";
import { park } from "./park.ts";

/** What is kept of a hazard, `domain.md` §2.4: what the way itself asks for, and what is kept beside it. */
export const hazardFields = {
  title: text({
    words: { zh: "隐患名称", en: "Title" },
    law: laws.recordTruthfully,
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  description: longText({
    words: { zh: "现状与成因", en: "Present state and cause" },
    law: laws.recordTruthfully,
    why: { zh: "整改与复查都以此为准", en: "Rectification and review go by it" },
  }),
  place: label({ words: { zh: "具体位置", en: "Exact place" }, law: laws.recordTruthfully }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    law: laws.recordTruthfully,
    register: "enterprise",
    column: true,
  }),
  site: link({
    words: { zh: "场所", en: "Site" },
    why: { zh: "选填；地区和行业领域以场所为准", en: "Where chosen, its region and sector hold" },
    register: "site",
    column: true,
  }),
  riskPoint: link({
    words: { zh: "对应风险点", en: "Risk point" },
    law: laws.gradeRisks,
    why: { zh: "隐患是风险管控措施的缺失或失效", en: "A hazard is a control that failed or is missing" },
    register: "risk-point",
    column: true,
  }),
  region: region({
    words: { zh: "所在地区", en: "Region" },
    why: { zh: "不填则取企业所在地区", en: "Left empty, the enterprise's own region is taken" },
    column: true,
  }),
  sector: sector({ words: { zh: "行业领域", en: "Sector" }, derived: true, column: true }),
  source: choice({
    words: { zh: "隐患来源", en: "Source" },
    law: laws.recordTruthfully,
    column: true,
    options: {
      selfCheck: { zh: "企业自查", en: "Enterprise's own check" },
      staffReport: { zh: "员工内部报告", en: "Report by staff" },
      inspection: { zh: "部门检查", en: "Inspection" },
      covertVisit: { zh: "暗访督查", en: "Covert visit" },
      expert: { zh: "专家帮扶", en: "Expert assistance" },
      insurer: { zh: "保险机构服务", en: "Insurer's service" },
      publicReport: { zh: "群众举报", en: "Report by the public" },
      monitoring: { zh: "监测预警", en: "Monitoring" },
      accident: { zh: "事故暴露", en: "Shown by an accident" },
      handedDown: { zh: "上级交办或移交", en: "Handed down or transferred" },
      comparison: { zh: "数据比对", en: "Data comparison" },
    },
  }),
  sourceRef: code({
    words: { zh: "来源文号或编号", en: "Number of the source" },
    why: {
      zh: "检查文书、举报回执、交办单等的编号",
      en: "Of the inspection record, the receipt, the letter",
    },
  }),
  foundOn: day({ words: { zh: "发现日期", en: "Found on" }, law: laws.recordTruthfully, column: true }),
  stock: choice({
    words: { zh: "存量或增量", en: "Stock or increment" },
    derived: true,
    column: true,
    options: {
      stock: { zh: "存量（行动开始前发现）", en: "Stock (found before the campaign began)" },
      increment: { zh: "增量", en: "Increment" },
    },
  }),
  park,
  foundBy: person({ words: { zh: "发现人", en: "Found by" }, derived: true }),
  foundByOrganisation: organisation({
    words: { zh: "发现单位", en: "Finding organisation" },
    derived: true,
    party: true,
  }),
  harm: longText({ words: { zh: "可能的后果", en: "Possible harm" }, law: laws.tellDangers }),
  difficulty: longText({
    words: { zh: "整改难度", en: "Difficulty of the rectification" },
    law: laws.recordTruthfully,
  }),
  exposedPeople: integer({
    words: { zh: "受威胁人数", en: "People exposed" },
    law: laws.keepPeopleSafe,
    min: 0,
    max: 1_000_000,
  }),
  mustStop: flag({
    words: { zh: "须立即停产或撤人", en: "Production must stop or people leave at once" },
    law: laws.keepPeopleSafe,
  }),
  photos: files({ words: { zh: "整改前照片", en: "Photos before" }, law: laws.recordTruthfully }),
  level: choice({
    words: { zh: "隐患等级", en: "Level" },
    derived: true,
    column: true,
    options: { major: { zh: "重大", en: "Major" }, general: { zh: "一般", en: "General" } },
  }),
  criteriaItem: criteria({
    words: { zh: "判定标准条款", en: "Criteria item" },
    law: laws.judgeByCriteria,
    why: { zh: "重大隐患须对照公布的判定标准", en: "A major hazard is judged by a published criteria item" },
    column: true,
  }),
  criteriaFrom: day({ words: { zh: "条款版本施行日期", en: "Version in force from" }, derived: true }),
  criteriaText: label({
    words: { zh: "条款内容（判定时）", en: "What the item said" },
    maxLength: limits.longTextLengthCharacters,
    derived: true,
  }),
  secondItem: criteria({
    words: { zh: "同时适用的条款", en: "Further criteria item" },
    law: laws.judgeByCriteria,
    why: { zh: "一处隐患可能同时符合另一部标准", en: "One hazard may meet another standard too" },
    column: true,
  }),
  secondItemFrom: day({
    words: { zh: "该条款版本施行日期", en: "Its version in force from" },
    derived: true,
  }),
  thirdItem: criteria({
    words: { zh: "同时适用的第三条款", en: "Third criteria item" },
    law: laws.judgeByCriteria,
    column: true,
  }),
  thirdItemFrom: day({
    words: { zh: "第三条款版本施行日期", en: "Third item's version in force from" },
    derived: true,
  }),
  fourthItem: criteria({
    words: { zh: "同时适用的第四条款", en: "Fourth criteria item" },
    law: laws.judgeByCriteria,
    column: true,
  }),
  fourthItemFrom: day({
    words: { zh: "第四条款版本施行日期", en: "Fourth item's version in force from" },
    derived: true,
  }),
  repeated: flag({
    words: { zh: "同条款反复出现", en: "Repeated" },
    why: { zh: "同一企业同一条款在规定月数内再次出现", en: "The same item again at the same enterprise" },
    derived: true,
    column: true,
  }),
  // A list, though of one: the engine found it on its own sight, and only who may see that hazard is told what it is.
  repeatOf: links({
    words: { zh: "上一次同条款隐患", en: "Last hazard of the same item" },
    register: "hazard",
    column: true,
    backwards: { zh: "同条款再次出现的隐患", en: "Hazards of the same item since" },
  }),
  judgementReason: longText({
    words: { zh: "判定理由", en: "Reason of the judgement" },
    law: laws.recordTruthfully,
  }),
  expertOpinion: longText({ words: { zh: "专家意见", en: "Expert opinion" }, law: laws.judgeByCriteria }),
  proposedBy: person({ words: { zh: "判定提出人", en: "Judgement proposed by" }, derived: true }),
  proposedByRole: code({ words: { zh: "提出人岗位", en: "Role of the proposer" }, derived: true }),
  validatedBy: person({ words: { zh: "判定审定人", en: "Judgement validated by" }, derived: true }),
  owningOrganisation: organisation({
    words: { zh: "监管（销号）单位", en: "Supervising (owning) organisation" },
    law: laws.reportTwice,
    why: { zh: "由其复查并销号", en: "It reviews and closes the hazard" },
    column: true,
    party: true,
  }),
  owningLevel: choice({
    words: { zh: "所属层级", en: "Owning level" },
    derived: true,
    column: true,
    options: {
      enterprise: { zh: "企业级", en: "Enterprise" },
      township: { zh: "乡镇级", en: "Township" },
      county: { zh: "县级", en: "County" },
      prefecture: { zh: "州级", en: "Prefecture" },
    },
  }),
  reportMethod: choice({
    words: { zh: "报告方式", en: "How it was reported" },
    law: laws.reportTwice,
    options: {
      system: { zh: "本系统", en: "This system" },
      written: { zh: "书面", en: "In writing" },
      telephone: { zh: "电话后补书面", en: "Telephone, then in writing" },
    },
  }),
  staffReport: choice({
    words: { zh: "向职工报告形式", en: "Report to the staff" },
    law: laws.reportTwice,
    why: {
      zh: "重大隐患须双报告：监管部门和职工",
      en: "A major hazard is reported twice: to the regulator and to the staff",
    },
    options: {
      congress: { zh: "职工大会或职工代表大会", en: "Staff congress" },
      noticeBoard: { zh: "信息公示栏", en: "Notice board" },
    },
  }),
  staffReportedOn: day({
    words: { zh: "向职工报告日期", en: "Reported to the staff on" },
    law: laws.reportTwice,
  }),
  reportFiles: files({
    words: { zh: "向监管部门报告凭证", en: "Proof of the report to the regulator" },
    law: laws.reportTwice,
    why: { zh: "书面报告、签收单等", en: "The written report, the signed receipt" },
  }),
  planResponsible: text({ words: { zh: "整改责任人", en: "Responsible person" }, law: laws.fiveElements }),
  planMeasures: longText({ words: { zh: "整改措施", en: "Measures" }, law: laws.fiveElements }),
  planFunds: money({ words: { zh: "整改资金（元）", en: "Funds (yuan)" }, law: laws.fund, column: true }),
  rectifyBy: day({ words: { zh: "整改期限", en: "Rectify by" }, law: laws.fiveElements, column: true }),
  planContingency: longText({
    words: { zh: "应急预案与安全措施", en: "Contingency plan and safeguards" },
    law: laws.fiveElements,
  }),
  planFiles: files({ words: { zh: "整改方案", en: "Plan papers" }, law: laws.fiveElements }),
  firstDueOn: day({ words: { zh: "首次整改期限", en: "First deadline" }, derived: true, column: true }),
  progress: longText({ words: { zh: "整改进展", en: "Progress" }, law: laws.recordTruthfully }),
  extensionUntil: day({
    words: { zh: "申请延期至", en: "Extension asked until" },
    why: { zh: "批准后即为新的整改期限", en: "Once granted, it is the new deadline" },
  }),
  extensionControls: longText({
    words: { zh: "延期期间管控措施", en: "Controls until then" },
    law: laws.keepPeopleSafe,
    why: { zh: "延期期间隐患仍在，须说明如何保证安全", en: "The hazard stays: say what keeps people safe" },
  }),
  extensionRequestedBy: person({ words: { zh: "延期申请人", en: "Extension asked by" }, derived: true }),
  approvingOrganisation: organisation({
    words: { zh: "延期批准单位", en: "Approves the extension" },
    derived: true,
    party: true,
  }),
  extensionCount: integer({ words: { zh: "延期次数", en: "Extensions" }, min: 0, max: 99, derived: true }),
  rectifiedBy: person({ words: { zh: "整改人", en: "Rectified by" }, derived: true }),
  acceptanceReport: longText({
    words: { zh: "整改结果与自验收意见", en: "Result and own acceptance" },
    law: laws.recordTruthfully,
  }),
  acceptancePersons: text({
    words: { zh: "验收人员", en: "Accepted by (names)" },
    law: laws.recordTruthfully,
  }),
  afterPhotos: files({
    words: { zh: "整改后照片", en: "Photos after" },
    law: laws.recordTruthfully,
    before: "photos",
  }),
  evidenceGaps: choices({
    words: { zh: "照片证据提示", en: "Remarks on the photos" },
    options: evidenceGaps,
    derived: true,
  }),
  reviewOpinion: longText({
    words: { zh: "复查意见", en: "Opinion of the review" },
    law: laws.recordTruthfully,
  }),
  reviewedBy: person({ words: { zh: "复查人（一）", en: "First reviewing officer" }, derived: true }),
  countersignedBy: person({ words: { zh: "复查人（二）", en: "Second reviewing officer" }, derived: true }),
  closeOpinion: longText({
    words: { zh: "销号意见", en: "Opinion on closing" },
    law: laws.recordTruthfully,
  }),
  closedBy: person({ words: { zh: "销号人", en: "Closed by" }, derived: true }),
  reopenCount: integer({
    words: { zh: "重新打开次数", en: "Times reopened" },
    min: 0,
    max: 99,
    derived: true,
  }),
  ...hazardAsideFields,
  ...hazardRecordFields,
  duplicateOf: link({
    words: { zh: "合并到", en: "Duplicate of" },
    why: {
      zh: "同一处隐患只办一件，两边互相关联",
      en: "One hazard is dealt with once; the two are linked both ways",
    },
    register: "hazard",
  }),
  duplicates: links({ words: { zh: "重复隐患", en: "Duplicates" }, register: "hazard" }),
  selfCheck: link({
    words: { zh: "来自自查", en: "Found in the self-check" },
    register: "self-check",
    derived: true,
  }),
} as const;

/** Where a hazard cites a clause, `domain.md` §2.4: the one it is judged by, and those that it meets besides. */
export const citedItems = ["criteriaItem", "secondItem", "thirdItem", "fourthItem"] as const;
export type CitedItem = (typeof citedItems)[number];

export type HazardValues = ValuesOf<typeof hazardFields>;
