import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { documentFields } from "./document-fields.ts";
import type { documentStates } from "./document-states.ts";

/** In which words the lists of documents come that offices keep (制度文件清单). Those of the plan are opened by the calendar, and by no table. */
export const documentExchange: Exchange<
  keyof typeof documentFields | EngineName,
  keyof typeof documentStates
> = {
  opens: "listDocument",
  headings: {
    title: ["制度名称", "制度文件", "文件标题"],
    kind: ["制修订", "制定或修订", "类型"],
    provision: ["制定依据", "文件依据"],
    measure: ["措施序号"],
    clause: ["条款序号"],
    asks: ["具体要求"],
    unit: ["责任单位", "起草单位", "牵头部门"],
    joint: ["配合部门"],
    due: ["完成时限", "时限"],
    documentNumber: ["发文字号", "文件编号"],
    issuedOn: ["发文日期", "印发时间"],
    effectiveFrom: ["施行时间", "实施日期"],
    validUntil: ["有效期", "失效时间"],
    state: ["办理状态", "文件状态"],
  },
  options: { kind: { issue: ["制订", "出台", "新制定"], revise: ["修改", "修订完善"] } },
};
