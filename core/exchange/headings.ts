import type { Register } from "../register/register.ts";
import { type ImportMode, openingOf, stateColumn } from "./columns.ts";
import { type HowGuessed, isRowNumber, type Match, matchesOf } from "./match-headings.ts";
import { isEmpty, shownIn, textOf } from "./plain.ts";
import { resultHeading } from "./result-column.ts";
import { isBlank, isColumnNumbering, isFooter } from "./rows.ts";
import type { MergedRange, SheetFacts, SheetRow } from "./table.ts";

export interface GuessedColumn {
  /** From 0 on. */
  readonly column: number;
  /** As the table has it; of two rows both, the upper one first. */
  readonly heading: string;
  /** The field that it is taken for; `null` where nothing, or another column more clearly, is taken for it. */
  readonly field: string | null;
  readonly how: HowGuessed | null;
  /** The rows' own numbers, or why they were not taken the last time: known, and of no meaning to an entry. */
  readonly isRowNumber?: true;
}

export interface GuessedTable {
  readonly headerRows: { readonly from: number; readonly to: number };
  /** The number of the row with which the data begins. */
  readonly firstRow: number;
  readonly columns: readonly GuessedColumn[];
  readonly mode: ImportMode;
}

/** How many rows are looked at: titles, units and notes may stand above the headings, and they are never more. */
export const rowsLookedAt = 50;

/** Two columns at least are known before a row is taken for the headings: a word of a title may be that of a field. */
const leastKnown = 2;

/**
 * Finds the headings among the first rows of a sheet and says which field each column is taken for. A column is taken for a field by the
 * field's own words, by other words of the register's, or by likeness; of two columns that could be one field the likelier has it, and
 * the other has its next likeliest or none. Undefined where no row has two columns that are known.
 */
export function guessTable(
  register: Register,
  first: readonly SheetRow[],
  { merged }: Pick<SheetFacts, "merged">,
): GuessedTable | undefined {
  const rows = first.slice(0, rowsLookedAt);
  const found = rows
    .flatMap((row, at) => [headerOf(register, merged, row), headerOf(register, merged, row, rows[at + 1])])
    .filter((header) => header !== undefined)
    // The earlier row, and the one row before the two, where both say as much.
    .reduce<Header | undefined>(
      (best, one) => (best === undefined || one.score > best.score ? one : best),
      undefined,
    );
  if (found === undefined) return undefined;
  const after = rows.filter(({ number }) => number > found.to);
  const data = after.filter((row, at) => !isBlank(row) && !(at === 0 && isColumnNumbering(row)));
  return {
    headerRows: { from: found.from, to: found.to },
    firstRow: data[0]?.number ?? found.to + 1,
    columns: found.columns,
    mode: modeOf(register, found.columns, data),
  };
}

interface Header {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly GuessedColumn[];
  readonly score: number;
}

function headerOf(
  register: Register,
  merged: readonly MergedRange[],
  row: SheetRow,
  below?: SheetRow,
): Header | undefined {
  if (isBlank(row)) return undefined;
  const to = below ?? row;
  if (below !== undefined && (below.number !== row.number + 1 || isBlank(below))) return undefined;
  const headings = headingsIn(merged, row, below);
  if (isTitle(headings)) return undefined;
  const columns = assigned(register, headings);
  const known = columns.filter(({ field, isRowNumber }) => field !== null || isRowNumber);
  if (columns.filter(({ field }) => field !== null).length < Math.min(leastKnown, headings.length))
    return undefined;
  const score = known.reduce((sum, { how }) => sum + (how === "similar" ? 0.5 : 1), 0);
  return { from: row.number, to: to.number, columns, score };
}

interface Heading {
  readonly column: number;
  readonly heading: string;
  /** In what forms it is looked for, the best first. */
  readonly tried: readonly string[];
}

function headingsIn(merged: readonly MergedRange[], row: SheetRow, below?: SheetRow): readonly Heading[] {
  const upper = filled(merged, row);
  const lower = below === undefined ? [] : filled(merged, below);
  const width = Math.max(upper.length, lower.length);
  let group = "";
  let isOpen = false;
  const headings: Heading[] = [];
  for (let column = 0; column < width; column += 1) {
    const [above = "", under = ""] = [upper[column], lower[column]];
    // Where nobody merged the cells, a group heading stands over the first of its columns alone.
    if (above !== "" || under === "" || !isOpen) group = above;
    isOpen = under !== "";
    if (group === "" && under === "") continue;
    headings.push(under === "" || under === group ? oneRow(column, group) : twoRows(column, group, under));
  }
  return headings;
}

const oneRow = (column: number, heading: string): Heading => ({ column, heading, tried: [heading] });

const twoRows = (column: number, above: string, under: string): Heading => ({
  column,
  heading: [above, under].filter((text) => text !== "").join(" "),
  tried: [above + under, under],
});

/** The texts of a row; a merged cell is that of its first, in every cell that it covers in this row. */
function filled(merged: readonly MergedRange[], { number, cells }: SheetRow): readonly string[] {
  const texts = cells.map((cell) => shownIn(textOf(cell)).replaceAll(/\s+/g, " "));
  for (const { fromRow, toRow, fromColumn, toColumn } of merged) {
    if (fromRow !== number || toRow < number) continue;
    for (let column = fromColumn + 1; column <= toColumn; column += 1)
      texts[column] = texts[fromColumn] ?? "";
  }
  return Array.from(texts, (text = "") => text);
}

/** One text over the width of the table. */
function isTitle(headings: readonly Heading[]): boolean {
  const texts = new Set(headings.map(({ heading }) => heading));
  return headings.length > leastKnown && texts.size === 1;
}

interface Candidate extends Match {
  readonly at: number;
}

/** Gives each field to the column that speaks most for it, one column to a field. */
function assigned(register: Register, headings: readonly Heading[]): readonly GuessedColumn[] {
  const candidates = headings.flatMap(({ tried }, at) =>
    tried.flatMap((text, after) =>
      matchesOf(register, text).map(
        (match): Candidate => ({ ...match, at, score: match.score - after / 20 }),
      ),
    ),
  );
  const taken = new Map<number, Candidate>();
  const fields = new Set<string>();
  for (const candidate of candidates.toSorted((one, other) => other.score - one.score || one.at - other.at)) {
    if (taken.has(candidate.at) || fields.has(candidate.field)) continue;
    taken.set(candidate.at, candidate);
    fields.add(candidate.field);
  }
  return headings.map(({ column, heading }, at): GuessedColumn => {
    if (isRowNumber(heading) || heading === resultHeading)
      return { column, heading, field: null, how: null, isRowNumber: true };
    const { field = null, how = null } = taken.get(at) ?? {};
    return { column, heading, field, how };
  });
}

const tellHistory: readonly (string | null)[] = [stateColumn, "closedOn"];

/** Where a row says in which state its matter is, or when it was closed, it has a history, if the register takes any up. */
function modeOf(
  register: Register,
  columns: readonly GuessedColumn[],
  data: readonly SheetRow[],
): ImportMode {
  if (openingOf(register, "record") === undefined) return "open";
  const telling = columns.filter(({ field }) => tellHistory.includes(field));
  const tells = data.some(
    (row) => !isFooter(row) && telling.some(({ column }) => !isEmpty(textOf(row.cells[column]))),
  );
  return tells ? "record" : "open";
}
