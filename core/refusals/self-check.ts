import type { Words } from "../words.ts";

/** Why an act on a self-check is not done. */
export const selfCheckRefusals = {
  "checked-outside-window": {
    zh: "检查日期须在本自查期内，且不晚于今天",
    en: "The day of the check must lie in its window, and not after today",
  },
  "item-not-on-checklist": {
    zh: "含有检查日不适用于本企业的条款",
    en: "An item was answered that does not apply to this enterprise on the day of the check",
  },
  "item-answered-twice": { zh: "同一条款填写了两次", en: "An item was answered twice" },
  "checklist-incomplete": {
    zh: "检查清单尚有条款未填写",
    en: "Some items of the checklist are not answered yet",
  },
  "none-found-contradicted": {
    zh: "已有“发现”的项，不能声明未发现隐患",
    en: "Something is not in order, so it cannot be stated that nothing was found",
  },
  "none-found-not-stated": {
    zh: "各项均未发现的，请明确声明“未发现隐患”",
    en: "Where nothing is out of order, state that none was found",
  },
  "not-led-in-person": {
    zh: "主要负责人未带队的，不算完成自查",
    en: "A check that the principal did not lead does not count",
  },
  "window-has-ended": {
    zh: "自查期已结束，请办理补查确认",
    en: "The window has ended; confirm the check as made up late",
  },
  "window-still-open": {
    zh: "自查期尚未结束，请办理按期确认",
    en: "The window has not ended; confirm the check as on time",
  },
  "check-waits-already": {
    zh: "本企业已有一次自查待完成，请先办理该次自查",
    en: "A self-check of this enterprise waits to be made: go on with that one",
  },
  "voluntary-check-has-no-window": {
    zh: "自愿自查没有自查期，不存在逾期、免查或补查",
    en: "A voluntary check has no window: it is never missed, exempt or made up",
  },
  "voluntary-checked-too-early-or-late": {
    zh: "检查日期不能晚于今天，也不能比发起日期早太多",
    en: "The day of the check may not lie after today, nor long before the check was begun",
  },
  "check-is-owed": { zh: "按规定应开展的自查不能撤回", en: "A check that is owed cannot be withdrawn" },
} as const satisfies Readonly<Record<string, Words>>;
