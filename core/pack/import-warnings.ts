import type { Words } from "../words.ts";
import { loadedItems } from "./criteria.ts";
import { isUnder, type Library } from "./library.ts";

/** What is odd about items that an import adds and does not keep it from being made. */
export const importWarnings = {
  "number-unlike": {
    zh: "条款号与本标准已登记的编号方式不同，请核对",
    en: "The number is unlike those that are registered of this standard: check it",
  },
  "beyond-official-count": {
    zh: "导入后的条款数超过官方条数，请核对",
    en: "With this item there are more than the official text has: check it",
  },
  "not-citable": {
    zh: "该标准施行日期待核实，条款导入后暂不能引用",
    en: "The first day of this standard is not confirmed: its items cannot be cited yet",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type ImportWarningCode = keyof typeof importWarnings;

/** An item that an import adds, with its row. */
export interface AddedItem {
  readonly row: number;
  readonly standard: string;
  readonly item: string;
}

export interface ImportWarning {
  readonly row: number;
  readonly column: "standard" | "item";
  readonly code: ImportWarningCode;
}

/** Everything that is odd about the items that an import adds to the library, in the order of the rows. */
export function warningsOf(library: Library, added: readonly AddedItem[]): readonly ImportWarning[] {
  const byStandard = Map.groupBy(added, ({ standard }) => standard);
  const found = [...byStandard].flatMap(([code, rows]) => [
    ...notCitable(library, code, rows),
    ...unlike(library, code, rows),
    ...beyondCount(library, code, rows),
  ]);
  return found.toSorted((one, other) => one.row - other.row);
}

function notCitable(
  { standards }: Library,
  code: string,
  rows: readonly AddedItem[],
): readonly ImportWarning[] {
  const standard = standards.find((known) => known.code === code);
  return standard?.from === null
    ? rows.slice(0, 1).map(({ row }) => ({ row, column: "standard", code: "not-citable" }))
    : [];
}

/** 12-1 → 0-0, 4.1-a → 0.0-a: how a number is made. */
const shapeOf = (item: string): string => item.replaceAll(/\d+/g, "0").replaceAll(/[a-z]+/g, "a");

function unlike(library: Library, code: string, rows: readonly AddedItem[]): readonly ImportWarning[] {
  const topics = library.topics.filter(({ standard }) => standard === code);
  const shapes = new Set(library.items.flatMap((one) => (one.standard === code ? [shapeOf(one.item)] : [])));
  if (topics.length === 0 && shapes.size === 0) return [];
  const isLike = (item: string) => topics.some((topic) => isUnder(item, topic)) || shapes.has(shapeOf(item));
  return rows.flatMap(({ row, item }) =>
    isLike(item) ? [] : [{ row, column: "item", code: "number-unlike" } as const],
  );
}

/** From the row on with which a standard, or a topic of it, has more items than its official text. */
function beyondCount(library: Library, code: string, rows: readonly AddedItem[]): readonly ImportWarning[] {
  const items = library.items.filter(({ standard }) => standard === code);
  const official = library.standards.find((known) => known.code === code)?.officialItems ?? null;
  const whole = official === null ? [] : rows.slice(Math.max(0, official - loadedItems(items)));
  const inTopics = library.topics.flatMap((topic) => {
    if (topic.standard !== code || topic.officialItems === null) return [];
    const held = items.filter(({ item }) => isUnder(item, topic)).length;
    return rows.filter(({ item }) => isUnder(item, topic)).slice(Math.max(0, topic.officialItems - held));
  });
  const beyond = new Set([...whole, ...inTopics].map(({ row }) => row));
  return [...beyond].map((row) => ({ row, column: "item", code: "beyond-official-count" }));
}
