import { limits } from "../limits.ts";
import {
  choice,
  day,
  files,
  integer,
  label,
  longText,
  organisation,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { planClause, planMeasure, unitRegion } from "./plan-work-fields.ts";

/** What is kept of a directive (议定事项、批示): what was decided or written, word for word, and what became of it. */
export const directiveFields = {
  title: text({
    words: { zh: "事项名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  kind: choice({
    words: { zh: "来源", en: "Source" },
    options: {
      meeting: { zh: "会议议定事项", en: "Decision of a meeting" },
      instruction: { zh: "领导批示", en: "A leader's instruction" },
    },
    column: true,
  }),
  sourceName: label({
    words: { zh: "会议名称或者批示文号", en: "Meeting, or number of the instruction" },
    why: { zh: "便于查对原件", en: "So that the original can be found" },
    column: true,
  }),
  saidOn: day({ words: { zh: "会议或者批示日期", en: "Day of the meeting or instruction" }, column: true }),
  saidBy: text({
    words: { zh: "主持人或者批示领导", en: "Who presided or wrote it" },
    why: { zh: "姓名和职务", en: "Name and office" },
  }),
  said: longText({
    words: { zh: "原文", en: "Its words" },
    why: { zh: "照录，不作概括", en: "Word for word, and no summary" },
  }),
  original: files({ words: { zh: "纪要或者批示原件", en: "Minutes, or the original" } }),
  measure: planMeasure,
  clause: planClause,
  replyBy: day({
    words: { zh: "要求反馈日期", en: "Answer wanted by" },
    why: { zh: "没有要求的不填", en: "Empty where none is asked for" },
    column: true,
  }),
  recordedBy: organisation({
    words: { zh: "登记单位", en: "Recorded by" },
    derived: true,
    column: true,
    party: true,
  }),
  region: unitRegion,
  taskCount: integer({
    words: { zh: "交办任务数", en: "Tasks assigned" },
    min: 0,
    max: 9_999,
    derived: true,
  }),
  endedCount: integer({
    words: { zh: "已了结任务数", en: "Tasks ended" },
    why: { zh: "已办结或者作废的", en: "Closed, or made void" },
    min: 0,
    max: 9_999,
    derived: true,
  }),
  outcome: longText({
    words: { zh: "办理结果", en: "Outcome" },
    why: { zh: "不须交办的，写明怎样办理", en: "Where no task is needed: what was done" },
  }),
} as const;

export type DirectiveValues = ValuesOf<typeof directiveFields>;
