import { isFew, type Untold, untoldParts } from "../../core/campaign/few.ts";
import { untoldTable } from "../../core/campaign/few-table.ts";
import { without } from "./few-told.ts";
import type { PivotAnswer } from "./pivot-shapes.ts";

type Row = PivotAnswer["rows"][number];
type FigureView = Row["cells"][number];

/**
 * A table over people as somebody may know it who may not open them: without what is few, and without what would give it away in rows,
 * columns and totals. Rows stand by their code, since their order by figure would tell who has more. What the rows that are left out come
 * to counts as a row, since it can be worked out.
 */
export function maskedPivot(answer: PivotAnswer, fewBelow: number): PivotAnswer {
  const masked = answer.columns.length === 0 ? maskedLine(answer, fewBelow) : maskedTable(answer, fewBelow);
  const rows = masked.rows.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return { ...masked, ...beside({ ...masked, rows }, fewBelow), fewBelow };
}

const countOf = (figure: FigureView | undefined) => figure?.counted ?? 0;
const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const hidden = (figure: FigureView | undefined, untold: Untold | undefined) =>
  figure && without(figure, untold);

/** How the parts of a total are told, where there is one; each for itself where there is none. */
function lineOf(counts: readonly number[], whole: number | undefined, fewBelow: number) {
  if (whole !== undefined) return untoldParts([...counts, whole - sumOf(counts)], fewBelow);
  const alone = (count: number): Untold | undefined => (isFew(count, fewBelow) ? "few" : undefined);
  return { total: undefined, parts: counts.map(alone) };
}

/** Rows alone; where they add up to nothing, the whole is one of them, and not told. */
function maskedLine(answer: PivotAnswer, fewBelow: number): PivotAnswer {
  const { rows, whole, total } = answer;
  const adds = whole !== null && total.rows !== "none";
  const counts = rows.map(({ figure }) => countOf(figure));
  const untold = lineOf(counts, adds ? countOf(whole.figure) : undefined, fewBelow);
  return {
    ...answer,
    rows: rows.map((row, at) => ({ ...row, figure: hidden(row.figure, untold.parts[at]) })),
    whole: whole && { ...whole, figure: without(whole.figure, adds ? untold.total : "withheld") },
  };
}

function maskedTable(answer: PivotAnswer, fewBelow: number): PivotAnswer {
  const { rows, columns, whole, total } = answer;
  const lines = rows.map(({ cells, figure }) => [...cells.map(countOf), countOf(figure)]);
  const last = [...columns.map(({ figure }) => countOf(figure)), countOf(whole?.figure)];
  const rest = last.map((count, at) => count - sumOf(lines.map((line) => line[at] ?? 0)));
  const adds = { rows: total.rows !== "none", columns: total.columns !== "none" };
  // Times that stand have no rest: their totals are none of their lines.
  const known = adds.rows ? [...lines, rest, last] : [...lines, last];
  const untold = untoldTable(known, fewBelow, adds);
  const foot = untold.at(-1);
  return {
    ...answer,
    rows: rows.map((row, at) => ({
      ...row,
      figure: hidden(row.figure, untold[at]?.[columns.length]),
      cells: row.cells.map((figure, column) => without(figure, untold[at]?.[column])),
    })),
    columns: columns.map((head, at) => ({ ...head, figure: hidden(head.figure, foot?.[at]) })),
    whole: whole && { ...whole, figure: without(whole.figure, foot?.[columns.length]) },
  };
}

/** What rows and the whole came to in the periods beside. */
function beside({ rows, whole }: PivotAnswer, fewBelow: number): Pick<PivotAnswer, "rows" | "whole"> {
  const told = (name: "before" | "yearBefore") => {
    const parts = rows.flatMap((row) => (row[name] === undefined ? [] : [row[name].counted]));
    const total = whole?.[name];
    return lineOf(parts, total && countOf(total), fewBelow);
  };
  const [before, yearBefore] = [told("before"), told("yearBefore")];
  return {
    rows: rows.map((row, at) => ({
      ...row,
      ...(row.before && { before: without(row.before, before.parts[at]) }),
      ...(row.yearBefore && { yearBefore: without(row.yearBefore, yearBefore.parts[at]) }),
    })),
    whole: whole && {
      ...whole,
      ...(whole.before && { before: without(whole.before, before.total) }),
      ...(whole.yearBefore && { yearBefore: without(whole.yearBefore, yearBefore.total) }),
    },
  };
}
