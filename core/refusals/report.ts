import type { Words } from "../words.ts";

/** Why an act on a periodic report is not done. */
export const reportRefusals = {
  "report-period-not-closed": {
    zh: "报告期尚未结束，不能报送",
    en: "The period is not over yet, so nothing of it is reported",
  },
  "report-of-another-unit": {
    zh: "本报表由报送单位办理",
    en: "The unit that owes the report does this",
  },
  "report-received-elsewhere": {
    zh: "由接收本报表的安委办办理",
    en: "The office that receives the report does this",
  },
  "report-own-acceptance": {
    zh: "报送人不能审核自己报送的报表",
    en: "Nobody accepts a report that they sent themselves",
  },
  "report-answer-missing": {
    zh: "本报表要求文字说明的事项还没有填写",
    en: "The report asks for words that are not there yet",
  },
  "report-act-of-another-kind": {
    zh: "这一步不用于此类报表，请按页面上列出的步骤办理",
    en: "This step is not for reports of this kind; go by the steps that its page offers",
  },
  "report-evaluations-outstanding": {
    zh: "还有单位的终期评估没有审核通过，请先审核，或者写明是哪些单位和理由",
    en: "The evaluation of some unit was not accepted yet: review it first, or name the units and say why",
  },
  "report-campaign-concluded": {
    zh: "行动已办结，终期评估不再重新打开；更正体现在今日数值中",
    en: "The campaign is closed, so its evaluations are not reopened; what is corrected shows in today's figures",
  },
} as const satisfies Readonly<Record<string, Words>>;
