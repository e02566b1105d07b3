/** Words of the page that tells how long forms take. */
export const formTimes = {
  title: "表单用时",
  purpose:
    "每种表从打开到提交，有人在看、在填的时间。只为改进表单：不记录何人、何时，不能用于考核或排名。离开页面和超过 60 秒的停顿不计。",
  month: "月份",
  form: "表单",
  device: "设备",
  count: "份数",
  median: "一半在此时间内",
  ninetieth: "九成在此时间内",
  devices: { desk: "电脑", phone: "手机" },
  atLeast: (forms: number) => `至少 ${forms} 份`,
  few: (least: number) => `不足 ${least} 份，不显示用时`,
  seconds: (seconds: number) => `${seconds} 秒`,
  minutes: (minutes: number) => `${minutes} 分钟`,
  beyond: "超过 1 小时",
  none: "这个月还没有计入任何表单。",
};
