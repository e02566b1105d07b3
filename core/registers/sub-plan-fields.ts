import { limits } from "../limits.ts";
import {
  choice,
  choices,
  code,
  day,
  files,
  integer,
  label,
  link,
  longText,
  organisation,
  packRows,
  person,
  type ValuesOf,
} from "../register/field.ts";
import { park } from "./park.ts";
import { planSection, unitRegion } from "./plan-work-fields.ts";

const mostEditions = 99;

const content = { zh: "内容", en: "What it says" };
const issuing = { zh: "审核和印发", en: "Check and issue" };
const filing = { zh: "报备和备案", en: "Filing" };

/** What is kept of a sub-plan (子方案): which unit owes it, what it rests on and details, its issue and its filing. */
export const subPlanFields = {
  title: label({
    words: { zh: "方案名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  kind: choice({
    words: { zh: "类别", en: "Kind" },
    options: {
      area: { zh: "辖区方案", en: "Plan of an area" },
      sector: { zh: "行业领域子方案", en: "Sub-plan of a sector" },
    },
    column: true,
  }),
  details: choices({
    words: { zh: "须细化的内容", en: "What it must detail" },
    why: {
      zh: "监管部门细化监管措施，管理部门把督促指导职责细化为具体措施；两种职责都有的都要写",
      en: "Who supervises details its measures, who manages a trade how it guides it; who does both says both",
    },
    options: {
      supervision: { zh: "监管措施", en: "Measures of supervision" },
      management: { zh: "督促指导措施", en: "Measures of guidance" },
    },
  }),
  provision: label({
    words: { zh: "依据", en: "By which provision" },
    why: {
      zh: "方案的工作要求和条款，或者会议、文件",
      en: "Requirement and clause of the plan, or a meeting or document",
    },
  }),
  section: planSection,
  clause: integer({ words: { zh: "条款", en: "Clause" }, min: 1, max: 999, internal: true }),
  asks: longText({ words: { zh: "条款原文", en: "What the clauses say" } }),
  /** The unit, so called that figures can be told by it. */
  organisation: organisation({
    words: { zh: "制定单位", en: "Unit" },
    offers: "assignable",
    column: true,
    party: true,
  }),
  region: unitRegion,
  park,
  handledBy: organisation({
    words: { zh: "承办单位", en: "Handled by" },
    why: {
      zh: "县（市）政府由同级安委办代为承办（待核实）",
      en: "For a government the committee's office of its level acts (to be confirmed)",
    },
    derived: true,
    column: true,
    party: true,
  }),
  receiver: organisation({ words: { zh: "备案单位", en: "Filed with" }, column: true, party: true }),
  edition: integer({
    words: { zh: "版次", en: "Edition" },
    min: 1,
    max: mostEditions,
    derived: true,
    column: true,
  }),
  /** Of a first edition its place in the plan and its unit: one sub-plan each, whatever happens at once. */
  planKey: code({
    words: { zh: "事项与单位", en: "Place and unit" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  /** The row of the pack that asks for it: `r1-c2-p1`. */
  obligation: code({
    words: { zh: "方案事项", en: "Row of the plan" },
    pattern: "^([rs]|m)[0-9]{1,3}-c[0-9]{1,3}-p[0-9]{1,3}$",
    internal: true,
  }),
  due: day({ words: { zh: "报备期限", en: "To be handed in by" }, column: true }),
  firstDueOn: day({
    words: { zh: "原定期限", en: "First due on" },
    why: { zh: "调整期限后不变，统计以此为准", en: "It stays when the day is moved, and figures go by it" },
    column: true,
  }),
  measures: packRows({
    words: { zh: "细化的措施", en: "Measures that it details" },
    why: {
      zh: "从方案的措施中选；打开某项措施，可以看到哪些子方案细化了它",
      en: "Of the plan: at a measure one sees which sub-plans detail it",
    },
    of: "measures",
    column: true,
    group: content,
  }),
  standards: packRows({
    words: { zh: "依据的判定标准", en: "Criteria that it rests on" },
    why: {
      zh: "行业领域子方案须针对重大事故隐患判定标准或者重点检查事项",
      en: "A sub-plan of a sector goes by criteria for major hazards or key check items",
    },
    of: "standards",
    column: true,
    group: content,
  }),
  basis: longText({
    words: { zh: "重点检查事项和职责依据", en: "Key check items and duties" },
    why: {
      zh: "标准库以外的重点检查事项，成员单位职责任务清单的条目",
      en: "Key check items outside the library, and rows of the list of the members' duties",
    },
    group: content,
  }),
  supervision: longText({
    words: { zh: "监管措施细化", en: "Measures of supervision" },
    why: {
      zh: "“须细化的内容”列有监管措施的，必须填写",
      en: "Needed where it must detail measures of supervision",
    },
    group: content,
  }),
  management: longText({
    words: { zh: "督促指导措施", en: "Measures of guidance" },
    why: {
      zh: "“须细化的内容”列有督促指导措施的，必须填写",
      en: "Needed where it must detail measures of guidance",
    },
    group: content,
  }),
  draft: files({ words: { zh: "送审稿", en: "Draft" }, group: issuing }),
  sentBy: person({ words: { zh: "送审人", en: "Sent to check by" }, derived: true, group: issuing }),
  checkedBy: person({ words: { zh: "审核人", en: "Checked by" }, derived: true, group: issuing }),
  checkedOn: day({ words: { zh: "审核日期", en: "Checked on" }, derived: true, group: issuing }),
  documentNumber: label({ words: { zh: "文号", en: "Document number" }, column: true, group: issuing }),
  issuedOn: day({ words: { zh: "印发日期", en: "Issued on" }, column: true, group: issuing }),
  text: files({ words: { zh: "正式文本", en: "Text as issued" }, group: issuing }),
  filingNote: label({ words: { zh: "报备说明", en: "Note to the filing" }, group: filing }),
  handedInBy: person({ words: { zh: "报备人", en: "Handed in by" }, derived: true, group: filing }),
  handedInOn: day({ words: { zh: "报备日期", en: "Handed in on" }, derived: true, group: filing }),
  firstHandedInOn: day({
    words: { zh: "首次报备日期", en: "First handed in on" },
    why: { zh: "按期与否以此为准，退回不改变", en: "In time is judged by it; a return does not move it" },
    derived: true,
    column: true,
    group: filing,
  }),
  filingNumber: label({ words: { zh: "备案编号", en: "Filing number" }, group: filing }),
  filedBy: person({ words: { zh: "备案人", en: "Filed by" }, derived: true, group: filing }),
  filedOn: day({ words: { zh: "备案日期", en: "Filed on" }, derived: true, column: true, group: filing }),
  /** Of a further edition: the one that it will supersede. */
  supersedes: link({
    words: { zh: "修订自", en: "Revises" },
    register: "sub-plan",
    column: true,
  }),
  revisionDue: day({
    words: { zh: "新版报备期限", en: "Next edition to be handed in by" },
    column: true,
  }),
  /** While a further edition is at work. */
  revision: link({
    words: { zh: "正在修订的新版", en: "Edition at work" },
    register: "sub-plan",
    derived: true,
  }),
} as const;

export type SubPlanValues = ValuesOf<typeof subPlanFields>;
