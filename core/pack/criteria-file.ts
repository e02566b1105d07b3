import { limits } from "../limits.ts";
import type { Words } from "../words.ts";
import { readCsv } from "./csv.ts";
import { jsonLines } from "./json-lines.ts";

/** Columns that every file of official texts has. */
export const neededColumns = ["standard", "item", "text", "source"] as const;
/** What a row may say beside them. */
export const furtherColumns = ["version", "article", "sector", "note"] as const;
/** What the rows of a new list of key check items say of the list. */
export const listColumns = ["list", "document", "issuer", "issued", "from", "replaces"] as const;

const columns = [...neededColumns, ...furtherColumns, ...listColumns] as const;
export type TextColumn = (typeof columns)[number];

export const textFormats = ["csv", "json"] as const;
export type TextFormat = (typeof textFormats)[number];

/** What can be wrong with a file of official texts, in the words of whoever mends it. */
export const textProblems = {
  "not-csv": { zh: "引号没有配对，不是有效的 CSV", en: "A quote is not closed: not valid CSV" },
  "not-json": { zh: "不是有效的 JSON 列表", en: "Not a valid JSON list" },
  "no-rows": { zh: "文件中没有数据", en: "The file holds no rows" },
  "too-many-rows": {
    zh: `一次最多导入 ${limits.criteriaTextRows} 行`,
    en: `At most ${limits.criteriaTextRows} rows are imported at once`,
  },
  "column-missing": {
    zh: "缺少此列；表头须有 standard（标准）、item（条款）、text（原文）、source（出处）",
    en: "This column is missing; the heading needs standard, item, text and source",
  },
  "column-unknown": { zh: "没有这一列", en: "There is no such column" },
  "column-twice": { zh: "此列重复", en: "This column occurs twice" },
  "cell-missing": { zh: "不能为空", en: "May not be empty" },
  "not-text": { zh: "须为文本", en: "Must be text" },
  "too-long": { zh: "内容过长", en: "Too long" },
  "control-characters": { zh: "含有不允许的控制字符", en: "Contains control characters" },
  "unknown-standard": {
    zh: "判定标准库中没有这个标准；新的重点检查事项清单须填写 list（清单名称）",
    en: "The library has no such standard; a new list of key check items needs its name in the column list",
  },
  "standard-malformed": {
    zh: "清单代码须为 2 至 6 位大写字母、数字",
    en: "The code of a list is 2 to 6 capital letters and digits",
  },
  "item-malformed": {
    zh: "条款号只能由字母、数字、点和连字符组成，例如 5.1.1、12-1",
    en: "The number of an item is made of letters, digits, points and hyphens: 5.1.1, 12-1",
  },
  "topic-no-item": {
    zh: "这是主题，不是条款；请填写其下各条款的条款号",
    en: "This is a topic and no item: give the numbers of the items under it",
  },
  duplicate: { zh: "同一条款在文件中重复", en: "The same item occurs twice in the file" },
  "version-differs": {
    zh: "与该标准登记的文号、施行日期都不一致，请核对是否用错版本",
    en: "Neither the document number nor the first day in force of this standard: is it another version?",
  },
  "sector-unknown": { zh: "没有这个行业领域代码", en: "There is no such sector" },
  "sector-not-of-standard": {
    zh: "该标准不适用于这个行业领域",
    en: "The standard does not apply to this sector",
  },
  "sector-differs": {
    zh: "与该条款首次导入时的适用行业领域不一致",
    en: "Not the sectors with which the item was first imported",
  },
  "fixed-by-pack": {
    zh: "该条款由数据包登记，此列须留空或与其一致",
    en: "The pack registers this item: leave the column empty or say the same",
  },
  "list-differs": {
    zh: "与已登记的标准或清单不一致；内容变更的清单须另用代码",
    en: "Not what is registered of this standard or list; a changed list takes another code",
  },
  "not-a-day": {
    zh: "须为有效日期，写成四位年-两位月-两位日",
    en: "Must be a day, written as year-month-day",
  },
  "replaces-unknown": {
    zh: "没有导入过这份清单，或它已被取代、施行更晚",
    en: "No such list was imported, or it is replaced already or begins later",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type TextProblemCode = keyof typeof textProblems;

/** One thing to mend. */
export interface TextProblem {
  /** As a spreadsheet counts: the heading of a CSV file is row 1. The first member of a JSON list is row 1. */
  readonly row: number;
  /** Name of the column; null where the row as a whole is meant. */
  readonly column: string | null;
  readonly code: TextProblemCode;
}

/** A row of a file, nothing of it checked but that its columns are known. */
export interface FileRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

type Rows = { readonly rows: readonly FileRow[] } | { readonly problems: readonly TextProblem[] };

/** What Chinese headings are called, beside their own names. */
const headings: Readonly<Record<string, TextColumn>> = {
  标准: "standard",
  条款: "item",
  原文: "text",
  官方原文: "text",
  出处: "source",
  版本: "version",
  引用写法: "article",
  行业领域: "sector",
  备注: "note",
  清单名称: "list",
  文号: "document",
  发布单位: "issuer",
  发布日期: "issued",
  施行日期: "from",
  取代: "replaces",
};

export const isColumn = (name: string): name is TextColumn => columns.some((column) => column === name);

/** The rows of a file, or what keeps it from being read. */
export function fileRows(format: TextFormat, source: string): Rows {
  return format === "csv" ? csvRows(source) : jsonRows(source);
}

function csvRows(source: string): Rows {
  const read = readCsv(source);
  if ("faultLine" in read) return { problems: [{ row: read.faultLine, column: null, code: "not-csv" }] };
  const [heading, ...records] = read.records;
  if (heading === undefined) return { rows: [] };
  const names = heading.cells.map((cell) => headings[cell.trim()] ?? cell.trim());
  const problems = headingProblems(names);
  if (problems.length > 0) return { problems };
  return {
    rows: records.map(({ row, cells }) => ({
      row,
      cells: new Map(cells.map((cell, at) => [names[at] ?? `${at + 1}`, cell])),
    })),
  };
}

function headingProblems(names: readonly string[]): readonly TextProblem[] {
  const missing = neededColumns
    .filter((column) => !names.includes(column))
    .map((column): TextProblem => ({ row: 1, column, code: "column-missing" }));
  const strange = names.flatMap((column, at): readonly TextProblem[] => {
    if (!isColumn(column))
      return [{ row: 1, column: column === "" ? `${at + 1}` : column, code: "column-unknown" }];
    return names.indexOf(column) === at ? [] : [{ row: 1, column, code: "column-twice" }];
  });
  return [...missing, ...strange];
}

function jsonRows(source: string): Rows {
  const { faultLine, repeated } = jsonLines(source);
  const fault = (row: number): Rows => ({ problems: [{ row, column: null, code: "not-json" }] });
  if (faultLine !== undefined) return fault(faultLine);
  const [twice] = repeated;
  if (twice !== undefined) {
    const [, row = "0", column = null] = twice.at.split("/");
    return { problems: [{ row: Number(row) + 1, column, code: "column-twice" }] };
  }
  const list: unknown = JSON.parse(source);
  if (!Array.isArray(list)) return fault(1);
  const rows = list.map((member: unknown, index): FileRow | undefined =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? { row: index + 1, cells: new Map(Object.entries(member)) }
      : undefined,
  );
  const strange = rows.indexOf(undefined);
  return strange >= 0 ? fault(strange + 1) : { rows: rows.filter((row) => row !== undefined) };
}
