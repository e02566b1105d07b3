import type { EngineName } from "../register/entry.ts";
import type { Exchange } from "../register/exchange.ts";
import type { assessmentFields } from "./assessment-fields.ts";
import type { assessmentStates } from "./assessment-states.ts";

/** In which words the tables of assessed units come: they say who is assessed by whom for which year, and no score. */
export const assessmentExchange: Exchange<
  keyof typeof assessmentFields | EngineName,
  keyof typeof assessmentStates
> = {
  opens: "open",
  headings: {
    year: ["年度", "考核年份"],
    unit: ["考核对象", "被考评单位", "责任单位"],
    title: ["考核事项", "考核项目"],
    handledBy: ["自评机构", "自评部门"],
    assessor: ["考核单位", "考核机构"],
    state: ["考核状态", "考核进度"],
  },
};
