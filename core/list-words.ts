import type { DueChoice } from "./calendar/due-ladder.ts";
import type { Words } from "./words.ts";

/** What narrows a list beside its fields, as screens and exported files call it. */
export const dueWords = {
  soon: { zh: "即将到期", en: "Due soon" },
  overdue: { zh: "已逾期", en: "Overdue" },
  today: { zh: "今日到期", en: "Due today" },
  within3: { zh: "3日内到期", en: "Due within 3 days" },
  within7: { zh: "7日内到期", en: "Due within 7 days" },
  within30: { zh: "30日内到期", en: "Due within 30 days" },
} satisfies Readonly<Record<DueChoice, Words>>;

export const ownListWords = {
  todo: { zh: "我的待办", en: "Mine to do" },
  acted: { zh: "我的已办", en: "Done by me" },
  started: { zh: "我发起的", en: "Opened by me" },
  copied: { zh: "抄送我", en: "For information" },
} satisfies Readonly<Record<string, Words>>;

export const listWords = {
  state: { zh: "办理环节", en: "Step" },
  search: { zh: "关键词", en: "Search" },
  unsettled: { zh: "未办结", en: "Open" },
  everything: { zh: "全部", en: "Everything" },
} satisfies Readonly<Record<string, Words>>;
