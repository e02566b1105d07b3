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
  "enterprise-duties.json",
  "reminders.json",
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
