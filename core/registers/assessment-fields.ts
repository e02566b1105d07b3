import { limits } from "../limits.ts";
import {
  code,
  day,
  decimal,
  figures,
  files,
  label,
  longText,
  organisation,
  person,
  scores,
  type ValuesOf,
} from "../register/field.ts";
import { unitRegion } from "./plan-work-fields.ts";

/** What is kept of a unit's yearly assessment (年度考核): who scored what by which scheme, and the result as it was fixed. */
export const assessmentFields = {
  title: label({
    words: { zh: "考核名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    derived: true,
    column: true,
  }),
  year: code({
    words: { zh: "考核年度", en: "Year" },
    why: { zh: "年度结束以后才能考核", en: "A year is assessed once it is over" },
    pattern: "^20[0-9]{2}$",
    periods: { lengths: ["year"], over: true },
    column: true,
  }),
  unit: organisation({ words: { zh: "被考核单位", en: "Assessed unit" }, column: true, party: true }),
  region: unitRegion,
  handledBy: organisation({
    words: { zh: "自评单位", en: "Scored by" },
    why: {
      zh: "县（市）政府由同级安委办代为自评（待核实）",
      en: "For a county's government the committee's office of its level acts (to be confirmed)",
    },
    derived: true,
    column: true,
    party: true,
  }),
  assessor: organisation({
    words: { zh: "考核单位", en: "Assessed by" },
    derived: true,
    column: true,
    party: true,
  }),
  appealTo: organisation({
    words: { zh: "复核单位", en: "Objections decided by" },
    why: {
      zh: "对核定结果的异议由考核单位所属政府决定（设计，待核实）",
      en: "The government above the assessing office decides (design, to be confirmed)",
    },
    derived: true,
    party: true,
  }),
  scheme: code({
    words: { zh: "考核方案版本", en: "Version of the scheme" },
    why: {
      zh: "以考核年度最后一日有效的版本为准，开始后不再改变",
      en: "The one in force on the last day of the year; it stays from the beginning on",
    },
    derived: true,
  }),
  /** Unit and year, so that a year is assessed once. */
  assessmentKey: code({
    words: { zh: "考核标识", en: "Key of the assessment" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  selfScores: scores({
    words: { zh: "自评得分", en: "Own score" },
    why: {
      zh: "只填凭佐证评判的各项，并写明佐证；按指标计分的各项由系统计算",
      en: "Only what is judged by evidence, with what shows it; what goes by an indicator is worked out",
    },
    of: "items",
    sealed: true,
  }),
  evidence: files({ words: { zh: "自评佐证", en: "Evidence" } }),
  selfScoredBy: person({ words: { zh: "自评人", en: "Scored by whom" }, derived: true }),
  verifiedScores: scores({
    words: { zh: "核定改动", en: "Points verified otherwise" },
    why: {
      zh: "只填与自评不同的各项，并写明理由；不填即认可自评",
      en: "Only what differs from the unit's own score, each with the reason; nothing means that it stands",
    },
    of: "items",
    sealed: true,
  }),
  vetoes: scores({
    words: { zh: "一票否决", en: "Vetoes found" },
    why: {
      zh: "经认定有否决情形的，写明事实；按指标否决的由系统判断",
      en: "Where one was found, with the facts; those by an indicator are worked out",
    },
    of: "vetoes",
    sealed: true,
  }),
  verifiedBy: person({ words: { zh: "核定人", en: "Verified by" }, derived: true }),
  verifiedOn: day({ words: { zh: "核定日期", en: "Verified on" }, derived: true }),
  figures: figures({
    words: { zh: "指标数值", en: "Figures" },
    why: {
      zh: "核定时的指标数值，以后数据变化不影响得分；旁边列出今日数值",
      en: "As they were when it was verified: what changes later changes no points, and stands beside them",
    },
  }),
  result: scores({
    words: { zh: "各项得分", en: "Points" },
    of: "items",
    derived: true,
  }),
  vetoesMet: scores({ words: { zh: "否决情形", en: "Vetoes met" }, of: "vetoes", derived: true }),
  score: decimal({
    words: { zh: "总分", en: "Score" },
    min: 0,
    max: 100,
    decimals: 2,
    derived: true,
    column: true,
  }),
  /** The scheme's id of the grade. */
  gradeId: code({ words: { zh: "等次标识", en: "Id of the grade" }, derived: true, internal: true }),
  grade: label({ words: { zh: "等次", en: "Grade" }, derived: true, column: true }),
  objectionUntil: day({
    words: { zh: "可申请复核至", en: "Objection until" },
    derived: true,
  }),
  objection: longText({
    words: { zh: "复核申请", en: "Objection" },
    why: { zh: "写明对哪一项有异议和依据", en: "Which item, and why" },
  }),
  objectionEvidence: files({ words: { zh: "复核佐证", en: "Evidence of the objection" } }),
  objectedBy: person({ words: { zh: "复核申请人", en: "Objected by" }, derived: true }),
  decision: longText({ words: { zh: "复核决定", en: "Decision on the objection" } }),
  decidedBy: person({ words: { zh: "复核人", en: "Decided by" }, derived: true }),
  publishedBy: person({ words: { zh: "公布人", en: "Published by" }, derived: true }),
  publishedOn: day({ words: { zh: "公布日期", en: "Published on" }, derived: true, column: true }),
} as const;

export type AssessmentValues = ValuesOf<typeof assessmentFields>;
