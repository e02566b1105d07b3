import type { Words } from "../words.ts";

/** Why an act on a briefing is not done. */
export const briefingRefusals = {
  "briefing-period-not-over": {
    zh: "通报期尚未结束；请在期满后拟稿，或者改选已结束的时段",
    en: "The period is not over yet; draw it up once it is, or choose one that is",
  },
  "briefing-of-another-office": {
    zh: "由拟稿的安委办办理",
    en: "The committee's office that drew it up does this",
  },
  "briefing-signed-elsewhere": {
    zh: "由拟稿的安委办或者其所在政府的领导签发",
    en: "It is signed by the office that drew it up, or by a leader of the government for which that works",
  },
  "briefing-own-signature": {
    zh: "拟稿人、送签人不能签发自己的通报，请由另一人签发",
    en: "Whoever drew it up or sent it to be signed does not sign it; another person does",
  },
  "briefing-number-of-another-year": {
    zh: "文号年份须为签发当年",
    en: "It is numbered in the year in which it is signed",
  },
  "briefing-named-not-addressed": {
    zh: "表扬或者点名的单位须同时列入主送单位",
    en: "Whoever is praised or named is also among those to whom it goes",
  },
  "briefing-corrects-another-offices": {
    zh: "只能更正本单位签发的通报",
    en: "An office corrects its own briefings alone",
  },
  "briefing-not-to-correct": {
    zh: "只有已签发、未被替代的通报才能更正；没有签发的请直接修改",
    en: "Only one that was issued and is not superseded is corrected; before its issue it is redrawn",
  },
  "briefing-out-of-sight": {
    zh: "看不到所更正的通报，请由能看到的人员签发",
    en: "You cannot see the briefing that this one corrects; somebody who sees it signs",
  },
  "briefing-not-addressed": {
    zh: "本通报没有主送您的单位，或者您的单位已经签收",
    en: "It does not go to your unit, or your unit has acknowledged it",
  },
  "briefing-awaited-elsewhere": {
    zh: "还有其他单位没有签收，请用“签收”",
    en: "Others have not acknowledged it yet: use the act for one among several",
  },
  "briefing-last-awaited": {
    zh: "其他单位均已签收，请用最后一个单位的“签收”",
    en: "All others have acknowledged it: use the act for the last unit",
  },
} as const satisfies Readonly<Record<string, Words>>;
