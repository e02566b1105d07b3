import {
  choice,
  code,
  day,
  flag,
  integer,
  label,
  link,
  links,
  longText,
  organisation,
  person,
  region,
  sector,
  sectors,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { personal } from "../register/personal-field.ts";
import { contactRoles } from "./contacts.ts";
import { creditCodePattern } from "./credit-code.ts";
import { laws } from "./laws.ts";
import { permitFields, permitNames } from "./permit-fields.ts";
import { placeFields } from "./place-fields.ts";

const identity = { zh: "主体", en: "Identity" };
const trade = { zh: "行业与规模", en: "Trade and size" };
const people = { zh: "负责人与联系方式", en: "People and contact" };
const supervision = { zh: "监管单位", en: "Supervision" };
const grading = { zh: "分类分级", en: "Grade" };

/** What is kept of an enterprise: `domain.md` §2.2. */
export const enterpriseFields = {
  name: label({ words: { zh: "企业名称", en: "Name" }, maxLength: 120, column: true, group: identity }),
  creditCode: code({
    words: { zh: "统一社会信用代码", en: "Unified social credit code" },
    why: { zh: "同一企业只登记一次", en: "So that one enterprise is registered once" },
    // GB 32100-2015: 18 characters without I, O, S, V and Z.
    pattern: creditCodePattern,
    maxLength: 18,
    column: true,
    unique: true,
    group: identity,
  }),
  noCodeReason: choice({
    words: { zh: "无统一社会信用代码的原因", en: "Why it has no credit code" },
    why: { zh: "没有代码的，须说明是何种主体", en: "Who has no code says what they are" },
    group: identity,
    options: {
      naturalPerson: { zh: "自然人（如农机户）", en: "A natural person, such as an owner of farm machinery" },
      workshop: { zh: "未办登记的小作坊", en: "A small workshop that is not registered" },
      applying: { zh: "登记办理中", en: "Its registration is under way" },
      other: { zh: "其他", en: "Other" },
    },
  }),
  creditCodeDoubtful: flag({
    words: { zh: "信用代码校验位存疑", en: "Check digit of the code is doubtful" },
    derived: true,
    column: true,
    group: identity,
  }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    register: "enterprise",
    derived: true,
    column: true,
  }),
  ownership: choice({
    words: { zh: "企业隶属", en: "Ownership" },
    column: true,
    group: identity,
    options: {
      central: { zh: "央属", en: "Central" },
      provincial: { zh: "省属", en: "Provincial" },
      prefecture: { zh: "州属", en: "Prefecture" },
      county: { zh: "县属", en: "County" },
      other: { zh: "其他", en: "Other" },
    },
  }),
  region: region({ words: { zh: "所在地区", en: "Region" }, column: true, group: trade }),
  sector: sector({ words: { zh: "行业领域", en: "Sector" }, column: true, group: trade }),
  otherSectors: sectors({
    words: { zh: "其他涉及的行业领域", en: "Other sectors" },
    why: {
      zh: "监管范围以行业领域一项为准",
      en: "Whose supervision it falls under goes by the one sector above",
    },
    group: trade,
  }),
  industryClass: code({
    words: { zh: "国民经济行业分类（GB/T 4754）", en: "Class of GB/T 4754" },
    why: { zh: "门类字母加二至四位数字，如 C3211", en: "A letter and two to four digits: C3211" },
    pattern: "^[A-T](?:[0-9]{2,4})?$",
    maxLength: 5,
    column: true,
    group: trade,
  }),
  scale: choice({
    words: { zh: "企业规模", en: "Scale" },
    column: true,
    group: trade,
    options: {
      large: { zh: "大型", en: "Large" },
      medium: { zh: "中型", en: "Medium" },
      small: { zh: "小型", en: "Small" },
      micro: { zh: "微型", en: "Micro" },
    },
  }),
  staffCount: integer({
    words: { zh: "从业人员（人）", en: "Staff (persons)" },
    law: laws.haveSafetyStaff,
    min: 0,
    max: 1_000_000,
    column: true,
    group: trade,
  }),
  aboveScale: flag({
    words: { zh: "规模以上", en: "Above designated size" },
    why: { zh: "决定企业自查的周期", en: "It decides how often the enterprise checks itself" },
    column: true,
    group: trade,
  }),
  highRisk: flag({
    words: { zh: "高危行业（安全生产法）", en: "High-risk sector (Work Safety Law)" },
    why: {
      zh: "矿山、金属冶炼、建筑施工、运输、危险物品的生产经营储存装卸：《安全生产法》第二十四条、第二十七条",
      en: "Mines, metal smelting, construction, transport, dangerous goods: Work Safety Law, art. 24 and 27",
    },
    column: true,
    group: trade,
  }),
  insuranceHighRisk: flag({
    words: { zh: "高危行业（应当投保安责险）", en: "High-risk sector (must insure)" },
    why: {
      zh: "矿山、危化品、烟花、交通、建筑、民爆、冶炼、渔业：应急〔2025〕27号",
      en: "Mines, chemicals, fireworks, transport, construction, explosives, smelting, fishing: 应急〔2025〕27号",
    },
    column: true,
    group: trade,
  }),
  ...placeFields,
  park: organisation({
    words: { zh: "所在园区", en: "Industrial park" },
    why: { zh: "园区管理机构由此看到入园企业", en: "By it the park sees the enterprises within" },
    offers: "park",
    party: true,
    group: supervision,
  }),
  supervisedBy: organisation({
    words: { zh: "负有安全监管职责的部门", en: "Supervising department" },
    column: true,
    party: true,
    group: supervision,
  }),
  coSupervisedBy: organisation({
    words: { zh: "共同监管的部门", en: "Co-supervising department" },
    why: { zh: "涉及其他行业领域时填写", en: "Where it has a second sector" },
    party: true,
    group: supervision,
  }),
  sectorDepartment: organisation({
    words: { zh: "行业主管部门", en: "Department of the trade" },
    offers: "industry",
    party: true,
    group: supervision,
  }),
  legalRepresentative: text({
    words: { zh: "法定代表人", en: "Legal representative" },
    law: laws.answerForAll,
    group: people,
  }),
  actualController: text({
    words: { zh: "实际控制人", en: "Actual controller" },
    law: laws.answerForAll,
    why: { zh: "与法定代表人同为主要负责人", en: "Answers for safety as the legal representative does" },
    group: people,
  }),
  principal: text({ words: { zh: "主要负责人", en: "Principal" }, law: laws.answerForAll, group: people }),
  safetyHead: text({
    words: { zh: "安全管理负责人", en: "Head of safety" },
    law: laws.haveSafetyStaff,
    group: people,
  }),
  principalPhone: personal({
    words: { zh: "主要负责人电话", en: "Telephone of the principal" },
    why: {
      zh: "发生事故、下达整改要求时须能找到第一责任人",
      en: "Whoever answers first must be found after an accident, and told what is to be mended",
    },
    law: laws.answerForAll,
    personal: "phone",
    shownTo: contactRoles,
    group: people,
  }),
  safetyHeadPhone: personal({
    words: { zh: "安全管理负责人电话", en: "Telephone of the head of safety" },
    law: laws.haveSafetyStaff,
    personal: "phone",
    shownTo: contactRoles,
    group: people,
  }),
  phone: personal({
    words: { zh: "联系电话", en: "Telephone" },
    personal: "phone",
    shownTo: contactRoles,
    group: people,
  }),
  ownerIdNumber: personal({
    words: { zh: "经营者公民身份号码", en: "Identity number of the owner" },
    why: {
      zh: "仅限没有统一社会信用代码的自然人（如农机户），用于确认是同一人",
      en: "Only of a natural person without a credit code, to know that it is the same person",
    },
    law: {
      zh: "《居民身份证法》第三条：公民身份号码是每个公民唯一的、终身不变的身份代码",
      en: "Law on Resident Identity Cards, art. 3: the number is each citizen's own, for life",
    },
    personal: "idNumber",
    shownTo: ["inspector", "departmentHead"],
    group: people,
  }),
  registeredOn: day({
    words: { zh: "列入企业名册日期", en: "In the roll since" },
    derived: true,
    column: true,
  }),
  ceasedOn: day({
    words: { zh: "关闭或注销日期", en: "Closed or deregistered on" },
    derived: true,
    column: true,
  }),
  checkedOn: day({ words: { zh: "复产验收日期", en: "Checked on" } }),
  checkFinding: longText({
    words: { zh: "复产验收意见", en: "Finding of the check" },
    why: { zh: "恢复之前须经现场核查", en: "Nothing starts again before it was looked at" },
  }),
  grade: choice({
    words: { zh: "安全等级", en: "Grade" },
    derived: true,
    column: true,
    group: grading,
    options: {
      A: { zh: "A 级（好）", en: "A (good)" },
      B: { zh: "B 级（较好）", en: "B (fair)" },
      C: { zh: "C 级（一般）", en: "C (weak)" },
      D: { zh: "D 级（差）", en: "D (poor)" },
    },
  }),
  firstGradedOn: day({
    words: { zh: "首次定级日期", en: "First graded on" },
    why: {
      zh: "重新定级不改变，往日的统计由此不变",
      en: "Grading anew leaves it, and with it what past days counted",
    },
    derived: true,
    group: grading,
  }),
  gradedOn: day({ words: { zh: "定级日期", en: "Graded on" }, derived: true, column: true, group: grading }),
  inspectionsPerYear: integer({
    words: { zh: "每年检查次数（按等级，待核实）", en: "Inspections a year (by grade, to be confirmed)" },
    min: 0,
    max: 366,
    derived: true,
    column: true,
    group: grading,
  }),
  proposedGrade: choice({
    words: { zh: "拟定等级", en: "Proposed grade" },
    group: grading,
    options: {
      A: { zh: "A 级（好）", en: "A (good)" },
      B: { zh: "B 级（较好）", en: "B (fair)" },
      C: { zh: "C 级（一般）", en: "C (weak)" },
      D: { zh: "D 级（差）", en: "D (poor)" },
    },
  }),
  gradeBasis: longText({
    words: { zh: "定级依据", en: "Basis of the grade" },
    derived: true,
    group: grading,
  }),
  proposedGradeBasis: longText({
    words: { zh: "拟定等级的依据", en: "Basis of the proposed grade" },
    why: {
      zh: "风险等级、隐患、处罚、事故、标准化、自查情况",
      en: "Risk, hazards, penalties, accidents, standardisation, own checks",
    },
    group: grading,
  }),
  gradeProposedBy: person({
    words: { zh: "拟定人", en: "Grade proposed by" },
    derived: true,
    group: grading,
  }),
  gradeConfirmedBy: person({
    words: { zh: "审定人", en: "Grade confirmed by" },
    derived: true,
    group: grading,
  }),
  gradeAppeal: longText({ words: { zh: "企业申诉", en: "Appeal of the enterprise" }, group: grading }),
  gradeAppealOutcome: choice({
    words: { zh: "申诉结果", en: "Outcome of the appeal" },
    group: grading,
    options: {
      regrade: { zh: "成立，重新定级", en: "Upheld, to be graded anew" },
      stands: { zh: "不成立，维持原级", en: "Not upheld, the grade stands" },
    },
  }),
  gradeAppealAnswer: longText({ words: { zh: "申诉答复", en: "Answer to the appeal" }, group: grading }),
  ...permitFields,
  duplicateOf: link({ words: { zh: "合并到", en: "Duplicate of" }, register: "enterprise" }),
  duplicates: links({ words: { zh: "并入的重复企业", en: "Duplicates" }, register: "enterprise" }),
} as const;

export type EnterpriseValues = ValuesOf<typeof enterpriseFields>;

/** What tells of an enterprise itself, beside its code: entered at registration and amended later, under one list. */
export const particulars = [
  "ownership",
  "otherSectors",
  "industryClass",
  "scale",
  "staffCount",
  "aboveScale",
  "highRisk",
  "insuranceHighRisk",
  "address",
  "longitude",
  "latitude",
  "coordinateSystem",
  "park",
  "supervisedBy",
  "coSupervisedBy",
  "sectorDepartment",
  "legalRepresentative",
  "actualController",
  "principal",
  "safetyHead",
  "principalPhone",
  "safetyHeadPhone",
  "phone",
  "ownerIdNumber",
  ...permitNames,
] as const satisfies readonly (keyof typeof enterpriseFields)[];

/** What the enterprise itself knows best. */
export const ownParticulars = [
  "staffCount",
  "address",
  "longitude",
  "latitude",
  "coordinateSystem",
  "legalRepresentative",
  "actualController",
  "principal",
  "safetyHead",
  "principalPhone",
  "safetyHeadPhone",
  "phone",
  ...permitNames,
] as const satisfies readonly (keyof typeof enterpriseFields)[];
