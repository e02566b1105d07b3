import type { EngineName } from "../register/entry.ts";

/** How people head what the engine keeps of every entry, and the state; a register adds its own. */
export const engineHeadings: Readonly<Partial<Record<EngineName | "state", readonly string[]>>> = {
  number: ["编号", "编码", "系统编号", "条目编号", "台账编号"],
  state: ["状态", "环节", "当前环节", "当前状态", "办理状态", "处理状态", "进展状态"],
  openedOn: ["登记时间", "录入日期", "录入时间", "建账日期", "填报日期"],
  closedOn: ["办结时间", "办结", "完结日期", "关闭日期"],
  stateSince: ["进入环节日期", "环节开始日期"],
  dueOn: ["环节期限", "办理期限", "办理时限"],
  holder: ["办理单位", "当前办理人单位"],
};

/** Columns that number the rows of a table: known, and of no meaning to an entry. */
export const rowNumberHeadings: readonly string[] = [
  "序号",
  "序",
  "项次",
  "行号",
  "no",
  "no.",
  "#",
  "顺序号",
  "序列",
];
