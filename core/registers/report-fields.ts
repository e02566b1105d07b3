import { periodLengths } from "../calendar/period.ts";
import { limits } from "../limits.ts";
import {
  choice,
  choices,
  code,
  day,
  figures,
  label,
  longText,
  organisation,
  person,
  type ValuesOf,
  verdicts,
} from "../register/field.ts";
import { unitRegion } from "./plan-work-fields.ts";

const everyOptions = {
  month: { zh: "月报", en: "Monthly" },
  quarter: { zh: "季报", en: "Quarterly" },
  halfYear: { zh: "半年报", en: "Half-yearly" },
  year: { zh: "年报", en: "Yearly" },
  campaign: { zh: "终期评估", en: "Final evaluation" },
} as const;

/** The name of a period of the calendar, or the years of a whole campaign: 2026-Q4, 2024-2026. */
const periodPattern = "^(?:19|20|21)[0-9]{2}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]|(?:19|20|21)[0-9]{2}))?$";

const results = { zh: "主要成效", en: "Main results" };
const problems = { zh: "存在的主要问题", en: "Main problems" };
const requests = { zh: "需要上级协调解决的事项", en: "What the level above is asked to settle" };
const plans = { zh: "下步工作打算", en: "What comes next" };
const standing = { zh: "纳入长效机制的做法", en: "What goes into the standing mechanism" };

const askedInWords = {
  zh: "系统不掌握的情况，才由人填写；数字由系统统计，不须填报",
  en: "Only what the system cannot know is asked; the figures are counted and entered by nobody",
};

const counted = {
  zh: "系统生成的指标",
  en: "Figures made by the system",
};

/** What is kept of a periodic report (定期报表): which unit owes it for which period, its frozen figures, and few words. */
export const reportFields = {
  title: label({
    words: { zh: "报表名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  /** The kind of report, by its id in the pack. */
  kind: code({ words: { zh: "报表种类代码", en: "Kind of report" }, column: true, internal: true }),
  every: choice({ words: { zh: "报表类别", en: "How often" }, options: everyOptions, column: true }),
  organisation: organisation({
    words: { zh: "报送单位", en: "Reporting unit" },
    offers: "any",
    column: true,
    party: true,
  }),
  receiver: organisation({ words: { zh: "接收单位", en: "Received by" }, column: true, party: true }),
  region: unitRegion,
  period: code({
    words: { zh: "报告期", en: "Period" },
    pattern: periodPattern,
    periods: { lengths: periodLengths, over: true },
    column: true,
  }),
  periodFrom: day({ words: { zh: "报告期起", en: "Period from" }, column: true }),
  periodTo: day({ words: { zh: "报告期止", en: "Period to" }, column: true }),
  due: day({
    words: { zh: "报送期限", en: "Due on" },
    why: {
      zh: "报告期结束后的期限，退回重报不改变",
      en: "So long after the period; a return does not move it",
    },
    column: true,
  }),
  /** Kind, unit and period: one report each, whatever happens at once. */
  reportKey: code({
    words: { zh: "种类、单位与报告期", en: "Kind, unit and period" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  figures: figures({
    words: { zh: "指标", en: "Figures" },
    why: {
      zh: "由系统统计，截至取数前一日24时；报送时固定，此后不变，当日办理的次日计入",
      en: "Counted by the system as known by the end of the day before; frozen as the report is sent, and what is done on the day itself comes with the next",
    },
    group: counted,
  }),
  asks: choices({
    words: { zh: "须填写的事项", en: "What must be answered" },
    options: { results, problems, requests, plans, standing },
    why: askedInWords,
  }),
  results: longText({ words: results, why: askedInWords }),
  problems: longText({ words: problems, why: askedInWords }),
  requests: longText({ words: requests, why: askedInWords }),
  plans: longText({ words: plans, why: askedInWords }),
  standing: longText({
    words: standing,
    why: {
      zh: "行动结束后继续执行的制度和做法；企业的自查、隐患整改和各项期限照常进行，不须写入",
      en: "Rules and ways of work that stay after the campaign; duties, hazards and clocks go on by themselves and need not be named",
    },
  }),
  firstSentOn: day({
    words: { zh: "首次报送日期", en: "First sent on" },
    why: { zh: "是否按期以首次报送为准", en: "Whether it came in time goes by the first sending" },
    derived: true,
    column: true,
  }),
  sentOn: day({ words: { zh: "报送日期", en: "Sent on" }, derived: true, column: true }),
  sentBy: person({ words: { zh: "报送人", en: "Sent by" }, derived: true }),
  acceptedOn: day({ words: { zh: "接收日期", en: "Accepted on" }, derived: true, column: true }),
  acceptedBy: person({ words: { zh: "审核人", en: "Reviewer" }, derived: true }),
  /** The last day of the next period: after it an accepted report is locked. */
  openUntil: day({
    words: { zh: "可退改至", en: "May be reopened until" },
    why: {
      zh: "下一报告期（终期评估为行动结束后的下一年）结束后自动锁定：此后的报表已以本期为基础，更正只体现在今日数值中（设计，待核实）",
      en: "Once the next period is over (of a final evaluation, the year after the campaign), later reports build on this one: what is corrected then shows in today's figures alone (design, to be confirmed)",
    },
    column: true,
  }),
  missingUnits: longText({
    words: { zh: "未完成评估的单位和理由", en: "Units without an evaluation, and why" },
    why: {
      zh: "还有单位的终期评估没有审核通过时必填；都已通过的不填",
      en: "Needed where the evaluation of some unit was not accepted yet; nothing where all were",
    },
  }),
  verdicts: verdicts({
    words: { zh: "目标终期结果", en: "Final state of the targets" },
    why: {
      zh: "办结行动时由系统判定并固定：行动最后一日各目标在各单位的灯和数字；此后任何办理都不再改变",
      en: "Judged by the server as the campaign is closed, and kept: the lamp and figures of every target for every unit on its last day; nothing done later changes them",
    },
  }),
  concludedOn: day({ words: { zh: "行动办结日期", en: "Campaign closed on" }, derived: true, column: true }),
  concludedBy: person({ words: { zh: "办结人", en: "Closed by" }, derived: true }),
} as const;

export type ReportValues = ValuesOf<typeof reportFields>;
