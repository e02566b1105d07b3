import { addDays, type Day } from "../calendar/day.ts";
import { type CubeRow, cubeOf, type Dimension, nextOf, type TermCells } from "./cube.ts";
import {
  type BucketSize,
  bucketOf,
  bucketSizes,
  type Figure,
  figureOf,
  type Indicator,
} from "./indicator.ts";

/** In which order rows stand: by their code or time, or by their figure. A figure that is none stands last in both. */
export const orders = ["code", "most", "least"] as const;

export interface PivotQuery {
  readonly rows: Dimension;
  readonly columns?: Dimension | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly order: (typeof orders)[number];
  /** Only rows of which nothing is counted while there is something to divide by: who finds nothing of what is found there. */
  readonly nothingOnly?: boolean | undefined;
}

/** A row or a column: where or when it is, the days that its terms add up, and what all of it comes to. */
export interface Head {
  readonly at: CubeRow["at"];
  readonly code: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly figure: Figure;
}

export interface Pivot {
  readonly whole: Figure;
  readonly columns: readonly Head[];
  /** Each with its figures, one for each column. */
  readonly rows: readonly (Head & { readonly cells: readonly Figure[] })[];
}

interface Cells {
  readonly counts: TermCells;
  readonly of: TermCells;
}

/**
 * An indicator by rows and columns. What a row, a column and the whole come to is worked out of the same cells as each figure in the
 * middle: of a share from all that is counted and all by which it is divided, never as a sum or a mean of shares.
 */
export function pivotOf(indicator: Indicator, query: PivotQuery, cells: Cells): Pivot {
  const { rows, columns } = query;
  const told = (...by: Dimension[]) => cubeOf(indicator, { ...query, by }, cells);
  const inner = columns === undefined ? [] : told(rows, columns);
  const figures = new Map(inner.map((row) => [keyOf(row.at[rows], row.at[columns ?? rows]), row]));
  const across =
    columns === undefined ? [] : headsOf(indicator, query, { by: columns, whole: told(columns), inner });
  const down = headsOf(indicator, query, { by: rows, whole: told(rows), inner });
  const kept = query.nothingOnly
    ? down.filter(({ figure: { counted, of = 0 } }) => counted === 0 && of > 0)
    : down;
  const [whole] = told();
  return {
    whole: figureOf(indicator, whole?.counted ?? 0, whole?.of ?? 0),
    columns: across,
    rows: ordered(kept, query).map((row) => ({
      ...row,
      cells: across.map(
        ({ code }) => figureIn(figures.get(keyOf(row.code, code))) ?? figureOf(indicator, 0, 0),
      ),
    })),
  };
}

const keyOf = (row: string | undefined, column: string | undefined) => JSON.stringify([row, column]);

const figureIn = (row: CubeRow | undefined): Figure | undefined =>
  row && { value: row.value, counted: row.counted, ...(row.of === undefined ? {} : { of: row.of }) };

interface Told {
  readonly by: Dimension;
  readonly whole: readonly CubeRow[];
  readonly inner: readonly CubeRow[];
}

/** The rows or columns that there are; of a time all of them, also those in which nothing came. */
function headsOf(
  indicator: Indicator,
  { from, to }: PivotQuery,
  { by, whole, inner }: Told,
): readonly Head[] {
  const known = new Map(whole.map((row) => [row.at[by] ?? "", row]));
  const size = bucketSizes.find((one) => one === by);
  const codes =
    size === undefined
      ? [...new Set([...known.keys(), ...inner.map(({ at }) => at[by] ?? "")])].sort()
      : timesIn({ from, to }, size);
  return codes.map((code) => ({
    at: { [by]: code },
    code,
    period: size === undefined ? { from, to } : daysOf(code, size, { from, to }),
    figure: figureIn(known.get(code)) ?? figureOf(indicator, 0, 0),
  }));
}

/** The first days of all times of a size of which any day lies in a period. */
export function timesIn({ from, to }: { readonly from: Day; readonly to: Day }, size: BucketSize): Day[] {
  const times: Day[] = [];
  for (let time = bucketOf(from, size); time <= to; time = nextOf(time, size)) times.push(time);
  return times;
}

function daysOf(first: Day, size: BucketSize, { from, to }: { readonly from: Day; readonly to: Day }) {
  const last = addDays(nextOf(first, size), -1);
  return { from: first < from ? from : first, to: last > to ? to : last };
}

function ordered(rows: readonly Head[], { order, nothingOnly }: PivotQuery): readonly Head[] {
  // Of nothing there is no more and less: whoever has most of what is divided by stands first.
  if (nothingOnly) return rows.toSorted((one, other) => (other.figure.of ?? 0) - (one.figure.of ?? 0));
  if (order === "code") return rows;
  const sign = order === "most" ? -1 : 1;
  const rank = ({ figure: { value } }: Head) => (value === null ? Number.POSITIVE_INFINITY : sign * value);
  return rows.toSorted((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first === second ? 0 : first - second;
  });
}

/** How the figures of a line of the table come to that at its end: added up, worked out anew, or not at all. */
export const totals = ["sum", "anew", "none"] as const;

/**
 * What stands on a day does not add up over days: such a line has no total. A share or a mean has one that is worked out of what all of the
 * line counts.
 */
export function totalAlong(
  { counts, of }: Pick<Indicator, "counts" | "of">,
  along: Dimension,
): (typeof totals)[number] {
  const isTime = bucketSizes.some((size) => size === along);
  const stands = [counts, ...(of === undefined ? [] : [of])].some(({ over }) => over === "day");
  if (isTime && stands) return "none";
  return of === undefined ? "sum" : "anew";
}
