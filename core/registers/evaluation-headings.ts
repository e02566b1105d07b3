import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { evaluationFields } from "./evaluation-fields.ts";
import type { evaluationStates } from "./evaluation-states.ts";

/** In which words the checklists come that offices keep (硬措施、具体举措清单). An item that the pack holds is listed by itself, and by no table. */
export const evaluationExchange: Exchange<
  keyof typeof evaluationFields | EngineName,
  keyof typeof evaluationStates
> = {
  opens: "listItem",
  headings: {
    title: ["举措名称", "措施名称", "评估事项", "具体举措"],
    kind: ["清单", "清单名称", "清单类别"],
    itemNumber: ["举措序号", "条目序号"],
    itemSource: ["出处", "举措出处", "来源文件"],
    asks: ["举措内容", "原文内容"],
    measure: ["措施序号"],
    clause: ["条款序号"],
    unit: ["责任单位", "牵头部门"],
    joint: ["配合部门"],
    due: ["评估期限", "完成时限"],
    implementation: ["自评状态"],
    foundImplementation: ["落实状态", "核定状态"],
    verifiedScore: ["评估得分", "评分"],
    verifiedOn: ["评估日期"],
    state: ["办理状态", "评估状态"],
  },
  options: {
    kind: { hard: ["硬措施", "国家硬措施"], own: ["具体举措", "本地举措", "本地具体举措"] },
    foundImplementation: {
      done: ["落实", "完成"],
      mostly: ["大部分落实"],
      partly: ["部分完成"],
      none: ["没有落实"],
    },
  },
};
