/** Words of personal numbers, which are masked. */
export const personal = {
  show: "查看完整号码",
  showOf: (field: string) => `查看完整号码：${field}`,
  hide: "隐藏",
  reason: "查看理由",
  reasonMissing: "请写明查看理由",
  willBeRecorded: "谁、何时、为何查看将记入审计日志；号码显示一分钟。",
  recorded: "本次查看已留痕，一分钟后自动隐藏",
  confirm: "确认查看",
};
