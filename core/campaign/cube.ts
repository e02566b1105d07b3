import { addDays, type Day } from "../calendar/day.ts";
import {
  type BucketSize,
  bucketOf,
  bucketSizes,
  type Figure,
  figureOf,
  type Indicator,
  type Term,
  type Window,
  windowOf,
} from "./indicator.ts";

/** By what figures are told apart in place. `kind` is the one further choice of a register: of hazards their source. */
export const placeDimensions = [
  "county",
  "township",
  "sector",
  "level",
  "kind",
  "park",
  "organisation",
] as const;
export type PlaceDimension = (typeof placeDimensions)[number];
export const dimensions = [...placeDimensions, ...bucketSizes] as const;
export type Dimension = (typeof dimensions)[number];

/** How many are counted, and what they sum, at one place and time. */
export interface CellSum {
  readonly measure: string;
  /** The first day of the month or the day in which they count; null where all of a window is one. */
  readonly bucket: Day | null;
  readonly region: string;
  readonly sector: string;
  readonly park: string;
  readonly level: string;
  readonly kind: string;
  readonly organisation: string;
  readonly count: number;
  readonly sum: number;
}

/** What was read for a term: what stood before the period, for what stands on a day, and what came within it. */
export interface TermCells {
  readonly before: readonly CellSum[];
  readonly within: readonly CellSum[];
}

export interface CubeRow extends Figure {
  /** Where and when, by dimension; a time by its first day. */
  readonly at: Readonly<Partial<Record<Dimension, string>>>;
  /** The days that the row's terms add up. */
  readonly period: { readonly from: Day; readonly to: Day };
}

export interface CubeQuery {
  readonly by: readonly Dimension[];
  readonly from: Day;
  readonly to: Day;
}

/** The size of the times by which a query tells figures apart, the first where it names several. */
export const timeOf = ({ by }: Pick<CubeQuery, "by">): BucketSize | undefined =>
  bucketSizes.find((size) => by.includes(size));

/** All of it as one figure, from the same cells. */
export function wholeOf(
  indicator: Indicator,
  query: CubeQuery,
  cells: { readonly counts: TermCells; readonly of: TermCells },
): Figure {
  const [row] = cubeOf(indicator, { ...query, by: [] }, cells);
  return figureOf(indicator, row?.counted ?? 0, row?.of ?? 0);
}

/** One row for each place and time at which anything is counted, in the order of the dimensions. */
export function cubeOf(
  indicator: Indicator,
  query: CubeQuery,
  cells: { readonly counts: TermCells; readonly of: TermCells },
): readonly CubeRow[] {
  const time = timeOf(query);
  const counts = spread(indicator.counts, query, cells.counts);
  const of = indicator.of === undefined ? new Map<string, number>() : spread(indicator.of, query, cells.of);
  const places = query.by.filter((one): one is PlaceDimension =>
    placeDimensions.some((known) => known === one),
  );
  const keys = [...new Set([...counts.keys(), ...of.keys()])].sort();
  return keys.map((key) => {
    const [first = "", ...at] = key.split(between);
    const named = Object.fromEntries(places.map((place, index) => [place, at[index] ?? ""]));
    return {
      at: time === undefined ? named : { ...named, [time]: first },
      period: time === undefined ? { from: query.from, to: query.to } : periodIn(first, time, query),
      ...figureOf(indicator, counts.get(key) ?? 0, of.get(key) ?? 0),
    };
  });
}

// No code and no id has such a sign in it.
const between = "\x1f";

/** The part of a bucket that lies within the period. */
function periodIn(first: Day, size: BucketSize, { from, to }: CubeQuery): { from: Day; to: Day } {
  const last = addDays(nextOf(first, size), -1);
  return { from: [first, from].sort()[1] ?? from, to: [last, to].sort()[0] ?? to };
}

const longest: Readonly<Record<BucketSize, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The first day of the time after the one that begins on a day. */
export const nextOf = (first: Day, size: BucketSize): Day => bucketOf(addDays(first, longest[size]), size);

/** What a term comes to by time and place: what stands on a day is carried on from time to time. */
function spread(term: Term, query: CubeQuery, { before, within }: TermCells): ReadonlyMap<string, number> {
  const size = timeOf(query);
  const totals = new Map<string, Map<Day, number>>();
  const add = (cell: CellSum, bucket: Day) => {
    if (!counts(term, cell)) return;
    const place = placeKey(query, cell);
    const own = totals.get(place) ?? new Map<Day, number>();
    totals.set(place, own.set(bucket, (own.get(bucket) ?? 0) + (term.sum ? cell.sum : cell.count)));
  };
  for (const cell of within) add(cell, size === undefined ? "" : bucketOf(cell.bucket ?? query.from, size));
  for (const cell of before) add(cell, size === undefined ? "" : earlier);
  const told = [...totals].flatMap(([place, own]) =>
    (term.over === "day" && size !== undefined ? carriedOn(own, query, size) : [...own]).map(
      ([bucket, total]): [string, number] => [`${bucket}${between}${place}`, total],
    ),
  );
  return new Map(told.filter(([, total]) => total !== 0));
}

const earlier = "0000-00-00";

function carriedOn(own: ReadonlyMap<Day, number>, query: CubeQuery, size: BucketSize): [Day, number][] {
  let standing = own.get(earlier) ?? 0;
  const told: [Day, number][] = [];
  for (let bucket = bucketOf(query.from, size); bucket <= query.to; bucket = nextOf(bucket, size)) {
    standing += own.get(bucket) ?? 0;
    told.push([bucket, standing]);
  }
  return told;
}

/** Whether a term asks for such cells. */
export const counts = ({ count, levels, kinds }: Term, cell: CellSum): boolean =>
  cell.measure === count && levels?.includes(cell.level) !== false && kinds?.includes(cell.kind) !== false;

const digits = { county: 6, township: 9 } as const;

const placeKey = ({ by }: CubeQuery, cell: CellSum): string =>
  by
    .flatMap((one) => {
      if (one === "county" || one === "township") return [cell.region.slice(0, digits[one])];
      return one === "sector" || one === "level" || one === "kind" || one === "park" || one === "organisation"
        ? [cell[one]]
        : [];
    })
    .join(between);

/** The windows to read for a term: the whole of it, or what stood before the period and what comes in it. */
export function windowsOf(
  term: Term,
  query: CubeQuery,
): { readonly before?: Window; readonly within: Window } {
  const whole = windowOf(term, query);
  if (term.over === "period" || timeOf(query) === undefined) return { within: whole };
  const last = addDays(query.from, -1);
  return { before: { to: [last, whole.to].sort()[0] ?? last }, within: { from: query.from, to: whole.to } };
}
