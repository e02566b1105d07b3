import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { briefingFields } from "./briefing-fields.ts";
import type { briefingStates } from "./briefing-states.ts";

/** In which words lists of briefings come (通报台账). Their figures are frozen by an act, so no row of a table opens one. */
export const briefingExchange: Exchange<
  keyof typeof briefingFields | EngineName,
  keyof typeof briefingStates
> = {
  headings: {
    title: ["通报名称", "标题"],
    period: ["期别", "通报时段"],
    issuer: ["发文单位", "通报单位"],
    issueNumber: ["文号", "发文字号"],
    issuedOn: ["印发日期", "发文日期"],
    problems: ["主要问题"],
    demands: ["下步要求"],
    state: ["通报状态"],
  },
};
