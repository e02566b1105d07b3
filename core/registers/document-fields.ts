import { limits } from "../limits.ts";
import {
  choice,
  code,
  day,
  files,
  label,
  longText,
  organisation,
  person,
  type ValuesOf,
} from "../register/field.ts";
import {
  jointUnits,
  leadingUnit,
  planClause,
  planMeasure,
  planSection,
  unitRegion,
  workHandler,
} from "./plan-work-fields.ts";

const drafting = { zh: "起草和审核", en: "Drafting and review" };
const issuing = { zh: "印发和效力", en: "Issue and validity" };

/** What is kept of a document (制度文件) that the plan or a committee's office wants issued or revised: its way to its number, and what became of it. */
export const documentFields = {
  title: label({
    words: { zh: "文件名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  kind: choice({
    words: { zh: "要求", en: "What is asked" },
    options: {
      issue: { zh: "制定", en: "To be issued" },
      revise: { zh: "修订", en: "To be revised" },
    },
    column: true,
  }),
  provision: label({
    words: { zh: "依据", en: "By which provision" },
    why: {
      zh: "方案的措施和条款，或者会议、文件",
      en: "Measure and clause of the plan, or a meeting or document",
    },
  }),
  measure: planMeasure,
  section: planSection,
  clause: planClause,
  asks: longText({ words: { zh: "条款原文", en: "What the clause says" } }),
  /** The row of the pack that asks for it, by which it is counted apart: `m10-c4-d1`. */
  obligation: code({
    words: { zh: "文件事项", en: "Document asked for" },
    pattern: "^[a-z][0-9]{1,3}-c[0-9]{1,3}-d[0-9]{1,3}$",
    column: true,
    internal: true,
  }),
  unit: leadingUnit,
  joint: jointUnits({ zh: "配合单位看得到本文件", en: "They see the document" }),
  region: unitRegion,
  handledBy: workHandler,
  assignedBy: organisation({ words: { zh: "交办单位", en: "Assigned by" }, column: true, party: true }),
  /** Row of the pack and unit: one document of the plan each, whatever happens at once. */
  documentKey: code({
    words: { zh: "文件事项与单位", en: "Document asked for and unit" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  due: day({ words: { zh: "完成期限", en: "Due on" }, column: true }),
  firstDueOn: day({
    words: { zh: "原定期限", en: "First due on" },
    why: { zh: "调整期限后不变，统计以此为准", en: "It stays when the day is moved, and figures go by it" },
    column: true,
  }),
  draft: files({ words: { zh: "文稿", en: "Draft" }, group: drafting }),
  consulted: longText({
    words: { zh: "征求意见范围", en: "Who is consulted" },
    why: {
      zh: "有关部门、企业、行业协会和公众",
      en: "Departments, enterprises, associations and the public",
    },
    group: drafting,
  }),
  consultedUntil: day({ words: { zh: "征求意见截止", en: "Consulted until" }, group: drafting }),
  opinions: longText({
    words: { zh: "意见采纳情况", en: "What was said, and what was taken up" },
    group: drafting,
  }),
  legalReviewer: organisation({
    words: { zh: "合法性审核单位", en: "Unit of the legal review" },
    why: {
      zh: "本单位法制机构，或者同级司法行政部门（待核实）",
      en: "The unit's own legal body, or the department of justice of its level (to be confirmed)",
    },
    column: true,
    party: true,
    group: drafting,
  }),
  legalOpinion: longText({
    words: { zh: "合法性审核意见", en: "Opinion of the legal review" },
    group: drafting,
  }),
  sentBy: person({ words: { zh: "送审人", en: "Sent to review by" }, derived: true, group: drafting }),
  legalReviewedBy: person({ words: { zh: "审核人", en: "Reviewed by" }, derived: true, group: drafting }),
  legalReviewedOn: day({ words: { zh: "审核日期", en: "Reviewed on" }, derived: true, group: drafting }),
  documentNumber: label({ words: { zh: "文号", en: "Document number" }, column: true, group: issuing }),
  issuedOn: day({ words: { zh: "印发日期", en: "Issued on" }, column: true, group: issuing }),
  text: files({ words: { zh: "正式文本", en: "Text as issued" }, group: issuing }),
  publishedAt: label({
    words: { zh: "公开位置", en: "Where it is published" },
    why: { zh: "网址或者公报期号", en: "Its address, or the number of the gazette" },
    group: issuing,
  }),
  effectiveFrom: day({ words: { zh: "施行日期", en: "In force from" }, column: true, group: issuing }),
  validUntil: day({
    words: { zh: "有效期至", en: "In force until" },
    why: { zh: "没有有效期的不填", en: "Empty where it has no last day" },
    column: true,
    group: issuing,
  }),
  endedOn: day({ words: { zh: "失效日期", en: "Ended on" }, column: true, group: issuing }),
  successor: label({ words: { zh: "新文件文号", en: "Number of the new document" }, group: issuing }),
} as const;

export type DocumentValues = ValuesOf<typeof documentFields>;
