import type { Words } from "../words.ts";

/** Why a matter is not taken up with its history. */
export const historyRefusals = {
  "history-closed-by-a-head": {
    zh: "已办结的历史事项须由监管部门负责人或安委办补录",
    en: "What is closed already is recorded by the head of a supervising department or the committee's office",
  },
  "history-without-its-end": {
    zh: "已办结的历史事项须填写办结日期",
    en: "What is closed already needs the day on which it was closed",
  },
  "history-has-not-ended": {
    zh: "尚未办结的事项不能填写办结日期",
    en: "What is not closed has no day on which it was closed",
  },
  "history-in-the-future": {
    zh: "补录的日期不能晚于今天",
    en: "No day of a history lies in the future",
  },
  "history-days-out-of-order": {
    zh: "补录的日期先后不合：发现、登记、进入环节、办结须依次不早于前一个",
    en: "The days of a history follow one another: found, opened, in this step, closed",
  },
  "history-step-not-whole": {
    zh: "该环节须填写进入环节日期、办理单位或期限",
    en: "This step needs the day since which it lasts, who holds it, or its deadline",
  },
  "history-level-misfits": {
    zh: "等级与所补录的环节不符",
    en: "The level does not fit the step that is recorded",
  },
  "history-owner-missing": {
    zh: "须填写监管（销号）单位",
    en: "The supervising (owning) organisation is needed",
  },
  "history-approval-not-yours": {
    zh: "“管控中”的风险点须由主要负责人或监管部门补录",
    en: "A risk point that counts as controlled is recorded by the principal or a supervising department",
  },
  "history-window-taken": {
    zh: "该企业本期自查已有条目",
    en: "This enterprise has an entry for this window already",
  },
  "history-outside-its-window": {
    zh: "办结日期与自查期不符：按期完成的在期内，逾期的在期后",
    en: "The day of closing does not fit the window: on time within it, late after it",
  },
} as const satisfies Readonly<Record<string, Words>>;
