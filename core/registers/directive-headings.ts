import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { directiveFields } from "./directive-fields.ts";
import type { directiveStates } from "./directive-states.ts";

/** In which words the lists come in which offices keep what meetings decide and leaders write (议定事项、批示办理台账). */
export const directiveExchange: Exchange<
  keyof typeof directiveFields | EngineName,
  keyof typeof directiveStates
> = {
  opens: "register",
  headings: {
    title: ["议定事项", "批示事项", "事项"],
    kind: ["事项类别", "事项来源"],
    sourceName: ["会议名称", "批示文号", "批件号"],
    saidOn: ["会议时间", "批示时间", "会议日期", "批示日期"],
    saidBy: ["批示领导", "主持人", "主持领导"],
    said: ["批示内容", "议定内容", "批示原文"],
    replyBy: ["反馈时限", "要求反馈时间"],
    outcome: ["办理情况", "落实情况"],
    state: ["办理状态"],
  },
  options: { kind: { meeting: ["会议", "会议议定"], instruction: ["批示", "领导交办"] } },
};
