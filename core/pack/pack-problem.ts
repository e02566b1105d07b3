import type { Words } from "../words.ts";

/** Everything that can be wrong with the data of a pack, in the words of the person who mends the file. */
export const packProblems = {
  // Of a value by itself.
  required: { zh: "缺少此项", en: "This is missing" },
  "unknown-member": { zh: "没有这一项", en: "There is no such member here" },
  "wrong-type": { zh: "类型不对", en: "Of the wrong type" },
  "empty-text": { zh: "不能为空", en: "May not be empty" },
  "bad-pattern": { zh: "格式不符合要求", en: "Does not have the required form" },
  "not-an-option": { zh: "不在可选范围内", en: "Not one of the options" },
  "not-a-day": { zh: "日期无效", en: "Not a valid day" },
  "out-of-range": { zh: "超出范围", en: "Out of range" },
  // Of values together.
  duplicate: { zh: "重复", en: "Occurs more than once" },
  "number-out-of-sequence": { zh: "序号不连续", en: "Numbers run from 1 without a gap" },
  "ends-before-it-begins": { zh: "结束日期早于开始日期", en: "Ends before it begins" },
  "region-code-of-another-level": {
    zh: "编码长度与层级不符",
    en: "The length of the code is that of another level",
  },
  "region-without-parent": { zh: "没有上级区划", en: "The region above it is missing" },
  "gb-differs-from-code": {
    zh: "官方代码与路径编码不符",
    en: "The official code differs from the path code",
  },
  "unknown-region": { zh: "没有这个区划", en: "There is no such region" },
  "ring-not-closed": {
    zh: "界线环不闭合：首尾须为同一点，且至少四点",
    en: "A ring ends where it begins, and has four points at least",
  },
  "organisation-level-differs": {
    zh: "单位层级与区划层级不符",
    en: "The organisation's level is not its region's",
  },
  "unknown-sector": { zh: "没有这个行业领域", en: "There is no such sector" },
  "unknown-organisation": { zh: "没有这个单位", en: "There is no such organisation" },
  "department-without-parent": {
    zh: "缺少上级单位：部门、安委会办公室、园区和下级政府须写明",
    en: "Departments, committee offices, parks and lower governments name the organisation above them",
  },
  "organisation-above-itself": { zh: "上级关系成环", en: "The organisation stands above itself" },
  "value-does-not-fit-unit": { zh: "数值与单位不符", en: "The value does not fit its unit" },
  "versions-overlap": { zh: "两个版本的有效期重叠", en: "Two versions are in force on the same day" },
  "rung-out-of-order": {
    zh: "上一级先于下一级收到提醒",
    en: "Somebody higher up is reminded before those beneath them",
  },
  "unknown-standard": { zh: "没有这个判定标准", en: "There is no such standard" },
  "replaced-still-in-force": {
    zh: "被取代的标准仍在有效期内",
    en: "The replaced standard is still in force",
  },
  "standard-without-first-day": {
    zh: "判定标准没有施行日期，不能有条款",
    en: "A standard without a first day in force has no items",
  },
  "more-items-than-official": {
    zh: "条款和主题之和超过官方条数",
    en: "Items and topics are more than the official text has",
  },
  "sector-outside-standard": { zh: "不属于该标准的行业领域", en: "Not one of the standard's sectors" },
  "day-outside-its-year": {
    zh: "不在该年度及其前一年12月之内",
    en: "Outside the year and the December before it",
  },
  "not-a-weekend-day": { zh: "不是周末，无须调休上班", en: "No weekend day, so nothing to swap" },
  "day-off-and-worked": { zh: "既放假又调休上班", en: "Both a day off and a swapped working day" },
  "unknown-action": { zh: "没有这个行动", en: "There is no such action" },
  "unknown-measure": { zh: "没有这项措施", en: "There is no such measure" },
  "unknown-clause": {
    zh: "方案中没有这个条款，或者编号与条款不符",
    en: "The plan has no such clause, or the id stands for another",
  },
  "document-not-listed": {
    zh: "指标所数的制度文件没有列入",
    en: "An indicator counts a document that is not listed here",
  },
  "unknown-unit": { zh: "没有这个单位或单位组", en: "There is no such organisation or group" },
  "words-not-in-text": { zh: "原文中没有这几个字", en: "The text does not contain these words" },
  "clauses-differ-from-text": {
    zh: "各条款连起来与原文不一致",
    en: "The clauses, one after another, are not the text",
  },
  "day-outside-campaign": { zh: "不在行动起止日期之内", en: "Outside the days of the campaign" },
  "lead-not-in-text": {
    zh: "措施原文中没有这一责任分工",
    en: "The measure's text does not contain this bracket",
  },
  "unknown-target": { zh: "方案中没有这个目标", en: "The plan has no such target" },
  "target-not-covered": {
    zh: "方案的这个目标没有写明如何证明",
    en: "Nothing says how this target of the plan is proven",
  },
  "clause-without-unit": {
    zh: "该条款没有承担单位，须写明由谁证明",
    en: "No unit answers for its clause, so name those that prove it",
  },
  "unknown-indicator": { zh: "没有这个指标", en: "There is no such indicator" },
  "threshold-missing": {
    zh: "方案没有给出数值，须写明指标应达到多少",
    en: "The plan gives no number, so say what the indicator shall reach",
  },
  "threshold-of-another-unit": {
    zh: "方案数值的单位不是指标的单位，须写明指标应达到多少",
    en: "The plan's number is in another unit than the indicator's, so say what the indicator shall reach",
  },
  "unknown-count": {
    zh: "没有这个台账或者统计项",
    en: "There is no such register, or it counts no such thing",
  },
  "count-sums-nothing": { zh: "此统计项没有合计值", en: "This count sums nothing" },
  "count-without-a-period": {
    zh: "此统计项按日计存量，不能按期累计",
    en: "This count stands on a day and has no total of a period",
  },
  "count-not-told-apart": {
    zh: "此台账不按该值分别统计",
    en: "The register is not counted apart by this value",
  },
  "indicator-over-people": {
    zh: "涉及个人的指标须遮蔽小数，不能用于证明目标",
    en: "An indicator over people is masked where they are few, and proves no target",
  },
  "unknown-clock": { zh: "没有这个期限参数", en: "There is no such parameter of days" },
  "formula-does-not-fit-unit": { zh: "公式与计量单位不符", en: "The formula does not fit its unit" },
  "weights-differ-from-hundred": {
    zh: "各项分值之和不是100分",
    en: "The weights of the items do not come to 100",
  },
  "item-without-rule": {
    zh: "考核项须按一个指标以一种规则计分，或者凭佐证评判，二者只能取一",
    en: "An item goes by one indicator with one rule, or is judged by evidence, and never by both",
  },
  "rule-against-direction": {
    zh: "计分方向与指标的好坏方向相反，或者指标没有好坏之分",
    en: "The rule goes against what is better of the indicator, or nothing is better of it",
  },
  "without-cases-missing": {
    zh: "比率没有可统计的对象时如何计分，须写明",
    en: "Say what a ratio scores that has nothing to divide by",
  },
  "more-than-weight": { zh: "超过该项分值", en: "More than the weight of the item" },
  "steps-out-of-order": { zh: "分档须从好到差排列", en: "Steps go from the best to the worst" },
  "grades-overlap": {
    zh: "等次分数段重叠：须从高到低排列，各段起点不同",
    en: "The bands of two grades overlap; they go from the highest down, each from another score",
  },
  "grade-for-no-score": {
    zh: "最低等次须从0分起，否则有的分数没有等次",
    en: "The lowest grade begins at 0, or some scores have none",
  },
  "unknown-grade": { zh: "没有这个等次", en: "There is no such grade" },
  "veto-without-number": {
    zh: "按指标的否决项须写明达到多少即否决，按评判的不写",
    en: "A veto by an indicator says from how much on, and one by judgement does not",
  },
  "ranks-against-direction": {
    zh: "排名的方向与指标好坏的方向不一致，或者指标不分好坏",
    en: "The better of this indicator does not come first, or it has no better",
  },
  "ranks-by-people": {
    zh: "涉及个人的指标不作排名",
    en: "Nobody is ranked by an indicator over people",
  },
  "indicator-not-told-by": {
    zh: "这个指标不能按此分列",
    en: "The indicator cannot be told by this",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type PackProblemCode = keyof typeof packProblems;

export const packFiles = [
  "regions.json",
  "sectors.json",
  "organisations.json",
  "parameters.json",
  "criteria.json",
  "plan.json",
  "measures.json",
  "documents.json",
  "evaluation-items.json",
  "sub-plans.json",
  "enterprise-duties.json",
  "reminders.json",
  "indicators.json",
  "reports.json",
  "outlines.json",
  "analysis.json",
  "targets.json",
  "assessment.json",
  "calendar.json",
] as const;
export type PackFile = (typeof packFiles)[number];

/** One thing to mend in one place of a pack. */
export interface PackProblem {
  readonly file: PackFile;
  /** JSON Pointer (RFC 6901) within the file: /regions/3/name/en. */
  readonly at: string;
  readonly code: PackProblemCode;
  readonly words: Words;
}

/** A problem within one file, before the file is known. `about` is the value or name that it is about. */
export interface Located {
  readonly at: string;
  readonly code: PackProblemCode;
  readonly about?: string;
}

export function packProblem(file: PackFile, { at, code, about }: Located): PackProblem {
  const { zh, en } = packProblems[code];
  const words = about === undefined ? { zh, en } : { zh: `${zh}：${about}`, en: `${en}: ${about}` };
  return { file, at, code, words };
}
