import type { Words } from "../words.ts";

/** Why an act on a directive, or on a task of one, is not done. */
export const directiveRefusals = {
  "directive-recorded-elsewhere": {
    zh: "由登记该议定事项或者批示的安委办办理",
    en: "The committee's office that recorded the directive does this",
  },
  "directive-in-the-future": {
    zh: "议定事项或者批示的日期不能晚于今天",
    en: "The decision or instruction may not lie in the future",
  },
  "directive-answer-before": {
    zh: "要求反馈日期不能早于会议或者批示日期",
    en: "The answer cannot be wanted before the meeting or instruction",
  },
  "directive-at-rest": {
    zh: "该议定事项或者批示已经办结或者作废，不能再交办",
    en: "The directive is closed or void, and brings forth no more tasks",
  },
  "directive-out-of-sight": {
    zh: "本任务来自您看不到的议定事项或者批示，请由能看到的人员办理",
    en: "The task comes from a directive that you cannot see; somebody who sees it does this",
  },
} as const satisfies Readonly<Record<string, Words>>;
