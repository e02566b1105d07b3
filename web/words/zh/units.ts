/** Words of finding an organisation or an enterprise. */
export const units = {
  hint: "单位名称；企业、服务机构输入名称中的两个字或信用代码",
  tooShort: "没有符合的单位；查找企业、服务机构请至少输入两个字",
  more: "还有更多单位，请再多输入几个字",
};
