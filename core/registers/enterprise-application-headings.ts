import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { applicationFields } from "./enterprise-application-fields.ts";

type State = "submitted" | "returned" | "told" | "approved" | "refused";

/** In which words lists of applicants come; whoever decides on many does it by such a list, and nobody applies by one. */
export const applicationExchange: Exchange<keyof typeof applicationFields | EngineName, State> = {
  headings: {
    name: ["单位名称", "申请企业", "申请单位"],
    creditCode: ["信用代码", "社会信用代码"],
    legalRepresentative: ["法人", "法人代表"],
    applicant: ["申请人", "负责人姓名"],
    verifiedBy: ["核查方式", "核验方式"],
    verification: ["核查情况", "核验情况"],
    answer: ["退回理由", "办理意见"],
    state: ["办理状态", "申请状态"],
  },
};
