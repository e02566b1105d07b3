/** Words of what waits for a post, for whoever hands it over. */
export const handover = {
  title: "交接",
  nothing: "没有等待此岗位办理的事项。",
  waits: (total: number) => `等待此岗位办理的事项共 ${total} 项：`,
  ofRegister: (register: string, total: number) => `${register} ${total} 项`,
  last: "该单位没有其他人任此岗位：卸任后这些事项无人办理。请用“移交给接任者”，一次办完。",
  others: (names: string) => `同岗位还有：${names}，事项由其继续办理。`,
  shared: "该单位还有其他人任此岗位，事项由其继续办理。",
  unseen: (count: number) => `点名提醒此人、尚未查看的消息 ${count} 条，请在离岗前当面交代。`,
  more: (count: number) => `另有 ${count} 项，见其待办列表`,
  due: (day: string) => `期限 ${day}`,
  counted: "您只看到数量：管理员不因管理账号而看到业务内容。事项清单由单位负责人查看。",
};
