import type { Words } from "../words.ts";

/** Why an act on a document is not done. */
export const documentRefusals = {
  "document-assigned-elsewhere": {
    zh: "由列入本文件的安委办办理",
    en: "The committee's office that listed the document does this",
  },
  "document-consultation-in-the-past": {
    zh: "征求意见截止日期不能早于今天",
    en: "The consultation may not end in the past",
  },
  "document-consultation-runs": {
    zh: "征求意见尚未截止",
    en: "The consultation is not over yet",
  },
  "document-legal-reviewer-elsewhere": {
    zh: "合法性审核由本单位法制机构或者同级部门办理",
    en: "The unit's own legal body reviews it, or a department of its level",
  },
  "document-reviewed-elsewhere": {
    zh: "由合法性审核单位办理",
    en: "The unit of the legal review does this",
  },
  "document-own-review": {
    zh: "送审人不能自己审核",
    en: "Whoever sent it to the review may not decide it",
  },
  "document-issued-outside": {
    zh: "印发日期不能早于合法性审核日期，也不能晚于今天",
    en: "It is issued on the day of its legal review or later, and not after today",
  },
  "document-issued-before-campaign": {
    zh: "三年行动开始以前印发的文件，不算完成本项制定、修订要求",
    en: "What was issued before the campaign does not answer what the campaign asks for",
  },
  "document-issued-since-listed": {
    zh: "列入以后印发的文件须逐步办理，不能直接补登",
    en: "What was issued after it was listed here goes its whole way here",
  },
  "document-in-force-before-issue": {
    zh: "施行日期不能早于印发日期",
    en: "It may not be in force before it is issued",
  },
  "document-validity-turned": {
    zh: "有效期不能早于施行日期",
    en: "Its last day may not lie before its first",
  },
  "document-ended-outside": {
    zh: "失效日期不能早于印发日期，也不能晚于今天",
    en: "It ends on the day of its issue or later, and not after today",
  },
} as const satisfies Readonly<Record<string, Words>>;
