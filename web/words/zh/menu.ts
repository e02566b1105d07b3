/** Words of the menu by the work of a post. */
export const menu = {
  own: "我的工作",
  others: "其他台账",
  registers: "台账",
  waiting: (register: string, total: number) => `${register}待办 ${total} 条，打开列表`,
};
