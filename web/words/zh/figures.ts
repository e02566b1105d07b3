/** Words of the figures that an entry keeps. */
export const figures = {
  indicator: "指标",
  reported: "填报数值",
  today: "今日数值",
  difference: "差异",
  caption: (from: string, to: string, asOf: string) =>
    `统计期 ${from} 至 ${to}；填报数值截至 ${asOf} 24时，由系统统计，不由人填写`,
  reading: "正在读取",
  same: "一致",
  changed: "有变动",
  ofWhole: "分母变动",
  opensChanged: (name: string, text: string) => `${name}，${text}，打开此后变动的条目`,
  fewBecause: (below: number) => `涉及个人，少于 ${below} 时不显示具体数值`,
  place: "地区、行业领域",
  rank: "名次",
  rankToday: "今日名次",
  withheld: "不公布",
  withheldBecause: "公布此数会让人推算出涉及个人的小数",
  correct: "拟稿更正本通报",
  notReproduced: "按当时所知复算的结果与填报数值不一致",
};
