import type { Words } from "../words.ts";

/** Why an act on a sub-plan is not done. */
export const subPlanRefusals = {
  "sub-plan-beyond-own-level": {
    zh: "安委办只向本级安委会成员单位和下一级安委办要求制定子方案",
    en: "An office asks members of its own level's committee for sub-plans, and the office one level down",
  },
  "sub-plan-unit-without-handler": {
    zh: "该单位的事项由本安委办代为承办，不能向自己报备；请另选单位",
    en: "Your office acts for that unit and would file with itself: choose another unit",
  },
  "sub-plan-content-missing": {
    zh: "请补齐须细化的内容；行业领域子方案还须写明依据的判定标准或者重点检查事项",
    en: "Say what it must detail; a sub-plan of a sector also names its criteria or key check items",
  },
  "sub-plan-filed-elsewhere": {
    zh: "由备案单位办理",
    en: "The office with which it is filed does this",
  },
  "sub-plan-own-check": {
    zh: "送审人不能自己审核，请本单位其他人员办理",
    en: "Whoever sent it to be checked may not check it: somebody else of the unit does",
  },
  "sub-plan-own-filing": {
    zh: "报备人不能自己备案，请备案单位其他人员办理",
    en: "Whoever handed it in may not file it: somebody else of the office does",
  },
  "sub-plan-issued-outside": {
    zh: "印发日期不能早于审核日期，也不能晚于今天",
    en: "It is issued on the day of its check or later, and not after today",
  },
  "sub-plan-issued-before-campaign": {
    zh: "三年行动开始以前印发的文件，不算子方案；请按三年行动重新制定",
    en: "What was issued before the campaign is no sub-plan of it: draft one",
  },
  "sub-plan-issued-since-listed": {
    zh: "列入以后印发的子方案须逐步办理，不能直接补登",
    en: "A sub-plan issued after it was listed here goes its whole way here",
  },
  "sub-plan-revision-at-work": {
    zh: "新版正在制定，请到新版条目办理",
    en: "An edition is at work already: go on with that one",
  },
  "sub-plan-former-out-of-sight": {
    zh: "看不到它所修订的子方案，请由看得到两版的备案单位人员办理",
    en: "You do not see the edition that it revises: somebody of the office who sees both does this",
  },
} as const satisfies Readonly<Record<string, Words>>;
