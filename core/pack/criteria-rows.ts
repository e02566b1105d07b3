import { limits } from "../limits.ts";
import {
  type FileRow,
  furtherColumns,
  isColumn,
  listColumns,
  type neededColumns,
  type TextColumn,
  type TextProblem,
  type TextProblemCode,
} from "./criteria-file.ts";

/** The cells of a row, trimmed; an empty one is absent. */
export type Cells = Readonly<Partial<Record<TextColumn, string>>>;

export interface CheckedRow {
  readonly row: number;
  readonly cells: Cells & Readonly<Record<(typeof neededColumns)[number], string>>;
}

/** Whether somebody filled a row of a template: it has a text or a source. */
export const isFilled = ({ cells }: FileRow): boolean =>
  ["text", "source"].some((column) => {
    const value = cells.get(column);
    return typeof value === "string" ? value.trim() !== "" : value !== undefined;
  });

/** A row whose cells are sound in themselves, or what is wrong with them. */
export function checkedRow(found: FileRow): CheckedRow | { readonly problems: readonly TextProblem[] } {
  const { row } = found;
  const wrong = [...found.cells].flatMap(([column, value]): readonly TextProblem[] => {
    if (!isColumn(column)) return [{ row, column, code: "column-unknown" }];
    return typeof value === "string" || value === undefined ? [] : [{ row, column, code: "not-text" }];
  });
  if (wrong.length > 0) return { problems: wrong };
  const cell = (column: TextColumn) => {
    const value = found.cells.get(column);
    return typeof value === "string" ? value.trim() : "";
  };
  const standard = cell("standard");
  // An office program takes 3-1 for a day, and leaves GM/3-1 as it is.
  const prefix = `${standard}/`;
  const item = cell("item").startsWith(prefix) ? cell("item").slice(prefix.length) : cell("item");
  const [text, source] = [cell("text"), cell("source")];
  const further = [...furtherColumns, ...listColumns].flatMap((column) =>
    cell(column) === "" ? [] : [[column, cell(column)] as const],
  );
  const cells = { standard, item, text, source, ...Object.fromEntries(further) };
  const problems = Object.entries(cells).flatMap(([column, value]): readonly TextProblem[] => {
    const code = isColumn(column) ? cellProblem(column, value) : undefined;
    return code === undefined ? [] : [{ row, column, code }];
  });
  return problems.length > 0 ? { problems } : { row, cells };
}

const longest: Readonly<Partial<Record<TextColumn, number>>> = {
  standard: 6,
  item: 24,
  text: limits.longTextLengthCharacters,
};

function cellProblem(column: TextColumn, value: string): TextProblemCode | undefined {
  if (value === "") return "cell-missing";
  if (value.length > (longest[column] ?? limits.shortTextLengthCharacters)) return "too-long";
  // Line breaks and tabs belong to a text that was copied; nothing else that cannot be seen does.
  return /[^\P{Cc}\t\r\n]|\p{Cs}/u.test(value) ? "control-characters" : undefined;
}
