/** Words of the sheet on which one entry is printed and signed. */
export const sheet = {
  open: "登记表（可打印）",
  print: "打印",
  back: "返回办理页面",
  specimen: "演示样张 非公文",
  number: "编号",
  state: "办理环节",
  unit: "打印单位",
  printed: "打印日期",
  noPictures: "无",
  absent: "这类条目没有登记表。",
};
