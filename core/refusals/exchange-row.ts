import type { Words } from "../words.ts";

/** Why what stands in a cell of somebody's table cannot be taken, whatever the register. */
export const exchangeRowRefusals = {
  "cell-has-error": {
    zh: "单元格是公式错误，没有可用的值",
    en: "The cell holds the error of a formula and no value",
  },
  "cell-day-without-year": {
    zh: "日期不完整，须写明年、月、日",
    en: "The day is not whole: give year, month and day",
  },
  "cell-day-ambiguous": {
    zh: "日期有歧义，须写四位年份，并按年、月、日的顺序",
    en: "The day may be read in more than one way: write the year with four digits, then month and day",
  },
  "cell-no-day": { zh: "不是有效日期", en: "This is not a day" },
  "cell-no-number": { zh: "不是数字", en: "This is not a number" },
  "cell-no-flag": { zh: "须填“是”或“否”", en: "Only yes or no may stand here" },
  "cell-digits-lost": {
    zh: "编号已被表格软件存成数字，末位已经丢失；请把该列设为文本后重新填写",
    en: "The program has stored this identifier as a number and lost its last digits; make the column text and enter it again",
  },
  "cell-no-option": { zh: "不是可选项", en: "This is none of the options" },
  "cell-no-region": { zh: "没有这个地区", en: "There is no such region" },
  "cell-region-ambiguous": {
    zh: "有几个地区都叫这个名称，请写明县（市）",
    en: "Several regions are called so; name the county too",
  },
  "cell-no-sector": { zh: "没有这个行业领域", en: "There is no such sector" },
  "cell-no-criteria": {
    zh: "没有这一判定标准条款，请填条款编号",
    en: "There is no such criteria item; give its code",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type RowCode = keyof typeof exchangeRowRefusals;
