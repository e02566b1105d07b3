import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { subPlanFields } from "./sub-plan-fields.ts";
import type { subPlanStates } from "./sub-plan-states.ts";

/** In which words the lists of sub-plans come that offices keep (子方案备案清单). Those of the plan are opened by the calendar, and by no table. */
export const subPlanExchange: Exchange<keyof typeof subPlanFields | EngineName, keyof typeof subPlanStates> =
  {
    opens: "listSubPlan",
    headings: {
      title: ["子方案名称", "方案标题"],
      kind: ["方案类别"],
      details: ["细化要求"],
      provision: ["制定依据"],
      organisation: ["责任单位", "报备单位"],
      due: ["完成时限", "时限"],
      documentNumber: ["发文字号", "文件编号"],
      issuedOn: ["发文日期", "印发时间"],
      filedOn: ["备案时间"],
      state: ["备案状态", "办理状态"],
    },
    options: { kind: { area: ["辖区", "县市方案"], sector: ["行业", "部门子方案"] } },
  };
