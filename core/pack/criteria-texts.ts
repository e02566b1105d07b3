import type { Json } from "../ledger/canonical.ts";
import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Actor } from "../scope/scope.ts";
import type { Words } from "../words.ts";
import { readCsv } from "./csv.ts";
import { jsonLines } from "./json-lines.ts";
import type { Pack } from "./pack.ts";

/** The official text of one item, as whoever runs the system has it. */
export interface OfficialText {
  readonly standard: string;
  readonly item: string;
  readonly text: string;
  /** Where it was taken from, as it is cited. */
  readonly source: string;
}

export const textColumns = ["standard", "item", "text", "source"] as const;
export type TextColumn = (typeof textColumns)[number];

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
  "unknown-standard": { zh: "判定标准库中没有这个标准", en: "The library has no such standard" },
  "unknown-item": { zh: "该标准没有这个条款", en: "The standard has no such item" },
  "topic-no-item": {
    zh: "这是主题，不是条款，没有可对照的条文",
    en: "This is a topic and no item: there is no text of one item to it",
  },
  duplicate: { zh: "同一条款在文件中重复", en: "The same item occurs twice in the file" },
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

export type ReadTexts =
  | {
      readonly texts: readonly OfficialText[];
      /** Rows of a template that nobody filled: neither text nor source. */
      readonly blank: number;
    }
  | { readonly rows: number; readonly problems: readonly TextProblem[] };

/**
 * Reads a file of official texts against the library: all of its texts, or everything that is wrong with it. Only texts of items
 * that the pack has are taken: an import must not make something that can be cited.
 */
export function readTexts(
  pack: Pick<Pack, "standards" | "topics" | "items">,
  format: TextFormat,
  source: string,
): ReadTexts {
  const read = format === "csv" ? csvRows(source) : jsonRows(source);
  if ("problems" in read) return { rows: 0, problems: read.problems };
  const { rows } = read;
  if (rows.length === 0) return { rows: 0, problems: [{ row: 1, column: null, code: "no-rows" }] };
  if (rows.length > limits.criteriaTextRows)
    return {
      rows: rows.length,
      problems: [{ row: limits.criteriaTextRows + 1, column: null, code: "too-many-rows" }],
    };
  const filled = rows.filter(isFilled);
  const known = libraryOf(pack);
  const seen = new Set<string>();
  const texts: OfficialText[] = [];
  const problems = filled.flatMap((row) => {
    const checked = textOf(row, known, seen);
    if ("text" in checked) texts.push(checked);
    return "text" in checked ? [] : checked.problems;
  });
  return problems.length > 0
    ? { rows: rows.length, problems }
    : { texts, blank: rows.length - filled.length };
}

interface Row {
  readonly row: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

type Rows = { readonly rows: readonly Row[] } | { readonly problems: readonly TextProblem[] };

/** What Chinese headings are called, beside their own names. */
const headings: Readonly<Record<string, TextColumn>> = {
  标准: "standard",
  条款: "item",
  原文: "text",
  官方原文: "text",
  出处: "source",
};

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
  const missing = textColumns
    .filter((column) => !names.includes(column))
    .map((column): TextProblem => ({ row: 1, column, code: "column-missing" }));
  const strange = names.flatMap((column, at): readonly TextProblem[] => {
    if (!isColumn(column))
      return [{ row: 1, column: column === "" ? `${at + 1}` : column, code: "column-unknown" }];
    return names.indexOf(column) === at ? [] : [{ row: 1, column, code: "column-twice" }];
  });
  return [...missing, ...strange];
}

const isColumn = (name: string): name is TextColumn => textColumns.some((column) => column === name);

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
  const rows = list.map((member: unknown, index): Row | undefined =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? { row: index + 1, cells: new Map(Object.entries(member)) }
      : undefined,
  );
  const strange = rows.indexOf(undefined);
  return strange >= 0 ? fault(strange + 1) : { rows: rows.filter((row) => row !== undefined) };
}

interface Library {
  readonly standards: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

const libraryOf = ({ standards, topics, items }: Pick<Pack, "standards" | "topics" | "items">): Library => ({
  standards: new Set(standards.map(({ code }) => code)),
  items: new Set(items.map(({ standard, item }) => `${standard}/${item}`)),
  topics: new Set(topics.map(({ standard, topic }) => `${standard}/${topic}`)),
});

const isFilled = ({ cells }: Row): boolean =>
  ["text", "source"].some((column) => {
    const value = cells.get(column);
    return typeof value === "string" ? value.trim() !== "" : value !== undefined;
  });

function textOf(
  { row, cells }: Row,
  known: Library,
  seen: Set<string>,
): OfficialText | { readonly problems: readonly TextProblem[] } {
  const cell = (column: TextColumn) => {
    const value = cells.get(column);
    return typeof value === "string" ? value.trim() : "";
  };
  const standard = cell("standard");
  // An office program takes 3-1 for a day, and leaves GM/3-1 as it is.
  const item = cell("item").startsWith(`${standard}/`)
    ? cell("item").slice(standard.length + 1)
    : cell("item");
  const text = { standard, item, text: cell("text"), source: cell("source") };
  const wrong = [...cells].flatMap(([column, value]): readonly TextProblem[] => {
    if (!isColumn(column)) return [{ row, column, code: "column-unknown" }];
    return typeof value === "string" || value === undefined ? [] : [{ row, column, code: "not-text" }];
  });
  if (wrong.length > 0) return { problems: wrong };
  const problems = textColumns.flatMap((column): readonly TextProblem[] => {
    const code = cellProblem(column, text[column]);
    return code === undefined ? [] : [{ row, column, code }];
  });
  if (problems.length > 0) return { problems };
  const code = keyProblem(text, known, seen);
  seen.add(`${text.standard}/${text.item}`);
  if (code === undefined) return text;
  return { problems: [{ row, column: code === "unknown-standard" ? "standard" : "item", code }] };
}

const longest: Readonly<Record<TextColumn, number>> = {
  standard: 6,
  item: 24,
  text: limits.longTextLengthCharacters,
  source: limits.shortTextLengthCharacters,
};

function cellProblem(column: TextColumn, value: string): TextProblemCode | undefined {
  if (value === "") return "cell-missing";
  if (value.length > longest[column]) return "too-long";
  // Line breaks and tabs belong to a text that was copied; nothing else that cannot be seen does.
  return /[^\P{Cc}\t\r\n]|\p{Cs}/u.test(value) ? "control-characters" : undefined;
}

function keyProblem(
  { standard, item }: OfficialText,
  known: Library,
  seen: ReadonlySet<string>,
): TextProblemCode | undefined {
  const id = `${standard}/${item}`;
  if (!known.standards.has(standard)) return "unknown-standard";
  if (known.topics.has(id)) return "topic-no-item";
  if (!known.items.has(id)) return "unknown-item";
  return seen.has(id) ? "duplicate" : undefined;
}

/** Whether somebody may import official texts: the office of the committee that answers for the installation. [design] */
export function importRefusal(
  { role, organisation }: Pick<Actor, "role" | "organisation">,
  offices: readonly string[],
): Refusal | undefined {
  return role === "committeeOffice" && offices.includes(organisation) ? undefined : refusal("role-may-not");
}

/** An import as its line in the installation's chain commits to it. */
export interface TextImport {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly file: string;
  readonly texts: readonly OfficialText[];
}

/** What the digest of an import is made of: everything that is kept of it, in an order that nobody chooses. */
export function importContent({ texts, ...rest }: TextImport): Json {
  const rows = texts.map(({ standard, item, text, source }) => [standard, item, text, source]);
  rows.sort(([one = "", mine = ""], [other = "", theirs = ""]) => {
    const [left, right] = [`${one}/${mine}`, `${other}/${theirs}`];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return { ...rest, texts: rows };
}
