import { periodLengths, periodNamePattern } from "../calendar/period.ts";
import { limits } from "../limits.ts";
import {
  choice,
  code,
  day,
  files,
  integer,
  label,
  link,
  longText,
  organisation,
  person,
  text,
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

/** Where a task comes from. The engine opens those of the plan; the committee's office assigns the others. */
export const origins = {
  plan: { zh: "三年行动方案", en: "The three-year plan" },
  meeting: { zh: "会议", en: "A meeting" },
  instruction: { zh: "领导批示", en: "A leader's instruction" },
  subPlan: { zh: "子方案", en: "A sub-plan" },
} as const;

/** What is kept of a task (任务) of 挂图作战: which unit answers for what, until when, and what it showed for it. */
export const taskFields = {
  title: text({
    words: { zh: "任务名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  origin: choice({
    words: { zh: "任务来源", en: "Origin" },
    why: {
      zh: "方案任务由系统自动生成，不须另行交办",
      en: "Tasks of the plan are opened by themselves and need not be assigned",
    },
    options: origins,
    column: true,
  }),
  originName: label({
    words: { zh: "会议名称或者文号", en: "Meeting, or number of the document" },
    why: { zh: "便于查对原件", en: "So that the original can be found" },
  }),
  originOn: day({ words: { zh: "会议或者批示日期", en: "Day of the meeting or instruction" } }),
  originWords: longText({
    words: { zh: "原文", en: "Its words" },
    why: { zh: "照录会议要求或者批示原文", en: "What was decided or written, word for word" },
  }),
  directive: link({
    words: { zh: "议定事项或者批示", en: "Directive" },
    why: {
      zh: "本任务由此而来；来源、日期和原文从中带入",
      en: "It comes from this: its source, day and words are taken from there",
    },
    register: "directive",
    column: true,
  }),
  measure: planMeasure,
  section: planSection,
  clause: planClause,
  provision: label({ words: { zh: "方案依据", en: "Provision of the plan" } }),
  target: code({
    words: { zh: "对应目标", en: "Target" },
    why: {
      zh: "本任务单独佐证的方案目标；一项任务对应同一条款的几项目标时不填",
      en: "The one target of the plan that it is evidence for; empty where it serves several of its clause",
    },
    pattern: "^m[0-9]{1,3}-c[0-9]{1,3}-[tr][0-9]{1,3}$",
    column: true,
  }),
  asks: longText({ words: { zh: "任务内容", en: "What is to be done" } }),
  deliverables: longText({
    words: { zh: "应有成果", en: "What must be shown" },
    why: { zh: "办结时以此审核", en: "It is reviewed by this" },
  }),
  unit: leadingUnit,
  joint: jointUnits({ zh: "配合单位看得到本任务", en: "They see the task" }),
  region: unitRegion,
  handledBy: workHandler,
  reviewer: organisation({
    words: { zh: "审核单位", en: "Reviewed by" },
    why: {
      zh: "交办的安委办审核；安委办自己承办的，由同级政府审核（待核实）",
      en: "The office that assigned it reviews; what that office handles itself, the government of its level does (to be confirmed)",
    },
    derived: true,
    column: true,
    party: true,
  }),
  assignedBy: organisation({ words: { zh: "交办单位", en: "Assigned by" }, column: true, party: true }),
  period: code({
    words: { zh: "任务期", en: "Period" },
    why: { zh: "按月、季、半年或者年度重复的任务，每期一项", en: "Of a recurring task: one for each period" },
    pattern: periodNamePattern,
    periods: { lengths: periodLengths },
    column: true,
  }),
  /** Clause, unit and period or day: one task of the plan each, whatever happens at once. */
  taskKey: code({
    words: { zh: "条款、单位与任务期", en: "Clause, unit and period" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  due: day({ words: { zh: "完成期限", en: "Due on" }, column: true }),
  firstDueOn: day({
    words: { zh: "原定期限", en: "First due on" },
    why: { zh: "延期、暂停后不变，统计以此为准", en: "It stays through extensions, and figures go by it" },
    column: true,
  }),
  progress: longText({ words: { zh: "进展情况", en: "Progress" } }),
  doneOn: day({
    words: { zh: "完成日期", en: "Done on" },
    why: { zh: "以佐证材料载明的日期为准", en: "As the evidence says" },
  }),
  doneText: longText({ words: { zh: "办结情况", en: "What was done" } }),
  evidence: files({
    words: { zh: "佐证材料", en: "Evidence" },
    why: {
      zh: "上传文件，或者在下一栏指明佐证所在，至少一项",
      en: "Files, or in the next field where the evidence lies: one of the two at least",
    },
  }),
  evidenceAt: label({
    words: { zh: "佐证所在", en: "Where the evidence lies" },
    why: {
      zh: "系统内条目的编号，或者公开文件的文号、网址；已在系统内的不重复上传",
      en: "The number of an entry, or the number or address of a published text; what the system has is not asked again",
    },
  }),
  submittedBy: person({ words: { zh: "办结申请人", en: "Submitted by" }, derived: true }),
  submittedIn: organisation({ words: { zh: "办结申请单位", en: "Submitted in" }, derived: true }),
  submittedOn: day({ words: { zh: "办结申请日期", en: "Submitted on" }, derived: true }),
  reviewedBy: person({ words: { zh: "审核人", en: "Reviewer" }, derived: true }),
  onTimeOn: day({
    words: { zh: "按期办结日期", en: "Closed on time on" },
    why: {
      zh: "完成日期不晚于原定期限的，为办结日期",
      en: "The day on which it was closed, where it was done by the first day that was set",
    },
    derived: true,
    column: true,
  }),
  extensionUntil: day({ words: { zh: "申请延期至", en: "Extension asked until" } }),
  extensionRequestedBy: person({ words: { zh: "延期申请人", en: "Extension asked by" }, derived: true }),
  extensionCount: integer({ words: { zh: "延期次数", en: "Extensions" }, min: 0, max: 99, derived: true }),
} as const;

export type TaskValues = ValuesOf<typeof taskFields>;
