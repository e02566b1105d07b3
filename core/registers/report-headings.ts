import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { reportFields } from "./report-fields.ts";
import type { reportStates } from "./report-states.ts";

/** In which words tables of reports come. The calendar opens them, so no row of a table does. */
export const reportExchange: Exchange<keyof typeof reportFields | EngineName, keyof typeof reportStates> = {
  headings: {
    title: ["报表", "表名"],
    organisation: ["填报单位", "上报单位"],
    receiver: ["报送对象", "收表单位"],
    period: ["期别", "报送期"],
    due: ["报送时限", "上报时限", "截止日期"],
    problems: ["存在问题", "问题和困难"],
    requests: ["需协调事项", "请求事项"],
    plans: ["下步打算", "下一步工作"],
    state: ["报送状态"],
  },
};
