import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { taskFields } from "./task-fields.ts";
import type { taskStates } from "./task-states.ts";

/** In which words the lists of tasks come that offices keep (任务清单、台账). Those of the plan are opened by the calendar, and by no table. */
export const taskExchange: Exchange<keyof typeof taskFields | EngineName, keyof typeof taskStates> = {
  opens: "assign",
  headings: {
    title: ["任务", "工作任务", "事项", "任务事项", "重点任务"],
    origin: ["来源", "交办来源"],
    originName: ["会议名称", "文号", "批示文号", "文件文号"],
    originOn: ["会议日期", "批示日期", "交办日期"],
    originWords: ["批示内容", "会议要求", "批示原文"],
    measure: ["措施序号"],
    clause: ["条款序号"],
    asks: ["工作内容", "任务要求", "具体要求"],
    deliverables: ["成果", "成果要求", "完成标志", "预期成果"],
    unit: ["责任单位", "主责单位", "牵头部门"],
    joint: ["配合部门", "协办单位", "责任部门（配合）"],
    due: ["完成时限", "办结时限", "时限", "办理期限"],
    progress: ["进展", "工作进展", "办理情况"],
    doneOn: ["完成时间", "办结时间"],
    doneText: ["完成情况"],
    state: ["办理状态", "任务状态"],
  },
  options: {
    origin: {
      meeting: ["会议交办", "会议部署"],
      instruction: ["批示", "领导交办"],
      subPlan: ["子方案任务"],
    },
  },
};
