import type { Words } from "../words.ts";

/** Why an act on an assessment is not done. */
export const assessmentRefusals = {
  "assessment-without-scheme": {
    zh: "考核方案不考核该单位，或者该年度没有有效的考核方案",
    en: "No scheme assesses this unit, or none was in force in that year",
  },
  "assessment-of-another-office": {
    zh: "由负责考核的安委办办理",
    en: "The office that assesses the unit does this",
  },
  "assessment-of-itself": {
    zh: "该单位由考核单位自己代办，不能自己考核自己",
    en: "The assessing office acts for this unit itself, and nobody assesses themselves",
  },
  "assessment-year-not-over": {
    zh: "年度尚未结束，数据还不完整，次年1月1日起方可考核",
    en: "The year is not over, so its figures are not whole: it is assessed from 1 January on",
  },
  "assessment-opened-already": {
    zh: "该单位本年度的考核已经开始",
    en: "This unit's assessment of the year has begun already",
  },
  "assessment-of-another-unit": {
    zh: "由被考核单位（或者代其办理的安委办）办理",
    en: "The assessed unit does this, or the office that acts for it",
  },
  "assessment-score-of-facts": {
    zh: "该项由系统按已记录的事实计分，不能人工填写；对数据有异议的，请先更正原始台账",
    en: "Recorded facts give this item's points, and nobody types them; who disagrees with a figure mends the entries that it counts",
  },
  "assessment-item-unknown": {
    zh: "考核方案中没有这一项",
    en: "The scheme has no such item",
  },
  "assessment-item-twice": { zh: "同一项填写了两次", en: "An item stands there twice" },
  "assessment-item-missing": {
    zh: "凭佐证评判的各项都须自评",
    en: "Every item that is judged by evidence needs the unit's own score",
  },
  "assessment-above-weight": {
    zh: "得分不能超过该项分值",
    en: "An item has no more points than its weight",
  },
  "assessment-points-missing": { zh: "须填写得分", en: "Say how many points" },
  "assessment-reason-missing": {
    zh: "自评得分须写明佐证，核定分与自评分不同的须写明理由，否决须写明事实",
    en: "Own points need their evidence, points that differ from them a reason, and a veto the facts",
  },
  "assessment-own-verification": {
    zh: "自评的人不能核定",
    en: "Whoever scored the unit may not verify the score",
  },
  "assessment-own-decision": {
    zh: "参与自评或者核定的人不能复核",
    en: "Whoever scored or verified may not decide on the objection",
  },
  "assessment-decided-elsewhere": {
    zh: "由负责复核的政府办理",
    en: "The government that decides on objections does this",
  },
  "assessment-objection-late": {
    zh: "复核申请的期限已过",
    en: "The time for an objection is over",
  },
  "assessment-objection-open": {
    zh: "被考核单位仍可申请复核，期满或者其确认无异议后方可公布",
    en: "The unit may still object: the result is published once that time is over, or it has agreed",
  },
} as const satisfies Readonly<Record<string, Words>>;
