/** Words of the reminder ladder on an entry's page. */
export const reminders = {
  title: "催办",
  ladder: "催办阶梯",
  by: (source: string) => `：${source}`,
  none: "尚未提醒",
  rests: "中止期间不催办",
  upTo: (who: string) => `已提醒至${who}`,
  next: (on: string, who: string) => `下一步 ${on} ${who}`,
  top: "已到最高一级",
  ahead: "将提醒",
  rung: (after: number) =>
    after === 0 ? "到期当日" : after < 0 ? `到期前 ${-after} 个工作日` : `逾期 ${after} 个工作日`,
};
