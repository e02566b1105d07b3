import type { Words } from "../words.ts";

/** Why an act on an evaluation is not done. */
export const evaluationRefusals = {
  "evaluation-listed-already": {
    zh: "清单中已有这一序号的事项；须重新评估的，先将原评估登记为已被替代或者作废",
    en: "The checklist has an item of this number; to evaluate it anew, record first that the old one is superseded, or make it void",
  },
  "evaluation-of-another-office": {
    zh: "由列入本事项的安委办办理",
    en: "The committee's office that listed the item does this",
  },
  "evaluation-own-verification": {
    zh: "自评人不能自己核定，由本办其他人员核定",
    en: "Whoever reported may not verify: somebody else of the office does",
  },
  "evaluation-evidence-missing": {
    zh: "须上传佐证材料，或者写明佐证存放处",
    en: "Upload the evidence, or say where it lies",
  },
  "evaluation-gap-missing": {
    zh: "没有完全落实的，须写明差距和下一步措施",
    en: "What is not fully carried out needs what is missing and what comes next",
  },
  "evaluation-score-for-nothing": {
    zh: "未落实的事项得0分",
    en: "An item that is not carried out scores 0",
  },
  "evaluation-deviation-unexplained": {
    zh: "落实情况或者得分与自评不同，须写明理由",
    en: "State or score differs from the unit's own: say why",
  },
  "evaluation-superseded-outside": {
    zh: "替代日期不能早于核定日期，也不能晚于今天",
    en: "It is superseded on the day of its verification or later, and not after today",
  },
} as const satisfies Readonly<Record<string, Words>>;
