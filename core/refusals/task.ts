import type { Words } from "../words.ts";

/** Why an act on a task is not done. */
export const taskRefusals = {
  "task-of-the-plan": {
    zh: "方案任务由系统按期自动生成，不能人工交办",
    en: "Tasks of the plan are opened by themselves, period by period; nobody assigns them",
  },
  "task-beyond-own-level": {
    zh: "安委办只向本级安委会成员单位和下一级安委办交办任务；交办下级党委、政府及其部门的，请交办下一级安委办",
    en: "The office assigns tasks to the members of its own level's committee and to the office one level down; what is for a lower Party committee, government or department goes through that office",
  },
  "task-unit-is-joint": {
    zh: "牵头单位不能同时是配合单位",
    en: "The leading unit cannot be a joint unit too",
  },
  "task-due-in-the-past": { zh: "完成期限不能早于今天", en: "It may not be due in the past" },
  "task-origin-in-the-future": {
    zh: "会议或者批示日期不能晚于今天",
    en: "The meeting or instruction may not lie in the future",
  },
  "task-of-another-unit": {
    zh: "由承办单位办理",
    en: "The unit that handles it does this",
  },
  "task-reviewed-elsewhere": {
    zh: "由审核单位办理",
    en: "The unit that reviews it does this",
  },
  "task-own-review": {
    zh: "申请办结或者延期的人和单位不能自己审核",
    en: "Neither the person nor the unit that asked for it may decide on it",
  },
  "task-without-evidence": {
    zh: "办结须有佐证：上传文件，或者指明佐证所在",
    en: "Closing it needs evidence: files, or where the evidence lies",
  },
  "clause-without-measure": {
    zh: "填写条款序号的，须同时填写措施序号",
    en: "Whoever names a clause names its measure too",
  },
  "measure-not-in-plan": { zh: "方案没有这项措施", en: "The plan has no such measure" },
  "clause-not-in-plan": {
    zh: "方案的这项措施没有这个条款",
    en: "This measure of the plan has no such clause",
  },
  "task-done-outside": {
    zh: "完成日期须在三年行动开始以后，且不晚于今天",
    en: "The day on which it was done lies after the campaign's beginning and not after today",
  },
} as const satisfies Readonly<Record<string, Words>>;
