import { addDays, type Day } from "../../core/calendar/day.ts";
import { counts as asksFor, type CellSum } from "../../core/campaign/cube.ts";
import {
  type Cut,
  type Figure,
  figureOf,
  type Term,
  type Window,
  windowOf,
} from "../../core/campaign/indicator.ts";
import type { Formula } from "../../core/register/figures.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { cutConditions, scopeOfCells } from "./cell-conditions.ts";
import { inOrder, type Queryable } from "./database.ts";
import { newParameters, type Parameters } from "./scope.ts";

/** What cells are told apart by: columns of theirs, a region as far as the digits say. */
export interface CellQuery {
  readonly measures: readonly string[];
  readonly window: Window;
  /** As it was known on this day; as it is known now where it is absent. */
  readonly asOf?: Day | undefined;
  /** How many digits of the path code tell regions apart: 0 does not. */
  readonly depth: 0 | 4 | 6 | 9;
  readonly by: readonly CellColumn[];
  readonly bucket?: "day" | "month" | undefined;
  /** Only what lies there. */
  readonly within?: Cut | undefined;
}

const cellColumns = ["sector", "park", "level", "kind", "organisation"] as const;
export type CellColumn = (typeof cellColumns)[number];

/**
 * Adds up cells within a scope: whole months from their sums and from what these have not taken up yet, the days at either end from
 * the cells themselves. What somebody's organisation shows, an enterprise or a day of knowledge, is read from the cells alone.
 */
export async function readCells(tx: Queryable, scope: Scope, query: CellQuery): Promise<readonly CellSum[]> {
  const parameters = newParameters();
  const parts = partsOf(scope, query).map((part) => partSql(part, { scope, query, parameters }));
  if (parts.length === 0) return [];
  const columns = cellColumns.filter((column) => query.by.includes(column));
  const told = cellColumns.map((column) => (columns.includes(column) ? column : `'' as ${column}`));
  const groups = [
    "measure",
    ...(query.bucket ? ["bucket"] : []),
    ...(query.depth > 0 ? ["region"] : []),
    ...columns,
  ];
  const { rows } = await tx.query<CellSum>({
    text: `select measure, ${query.bucket ? "bucket" : "null::date as bucket"}, ${query.depth > 0 ? "region" : "'' as region"},
        ${told.join(", ")}, sum(count)::bigint as count, sum(sum) as sum
      from (${parts.join(" union all ")}) told group by ${groups.join(", ")}
      having sum(count) <> 0 or sum(sum) <> 0`,
    values: parameters.values,
  });
  return rows;
}

interface Part {
  readonly table: "cell" | "cell_fresh" | "cell_month";
  readonly from?: Day | undefined;
  /** The first day that is no part of it any more. */
  readonly before: Day;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
const firstOfNext = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31));

function partsOf(scope: Scope, { window, asOf, by, bucket, within }: CellQuery): readonly Part[] {
  const { from, to } = window;
  const before = addDays(to, 1);
  const fromCells =
    asOf !== undefined ||
    bucket === "day" ||
    by.includes("organisation") ||
    within?.organisation !== undefined ||
    scope.sees === "organisation";
  const whole = {
    from: from === undefined || from === firstOfMonth(from) ? from : firstOfNext(from),
    before: firstOfMonth(before),
  };
  if (fromCells || (whole.from !== undefined && whole.from >= whole.before))
    return from !== undefined && from >= before ? [] : [{ table: "cell", from, before }];
  const rest: Part = { table: "cell", from: whole.before, before };
  return [
    { table: "cell_month", ...whole },
    { table: "cell_fresh", ...whole },
    ...(from !== undefined && whole.from !== undefined && from < whole.from
      ? [{ table: "cell" as const, from, before: whole.from }]
      : []),
    ...(whole.before < before ? [rest] : []),
  ];
}

interface Asking {
  readonly scope: Scope;
  readonly query: CellQuery;
  readonly parameters: Parameters;
}

function partSql({ table, from, before }: Part, { scope, query, parameters }: Asking): string {
  const day = table === "cell_month" ? "month" : "day";
  const { depth, measures, asOf, within, by } = query;
  const month = table === "cell_month" ? "month" : "date_trunc('month', day::timestamp)::date";
  const bucket = query.bucket === "day" ? "day" : month;
  const met = [
    `measure = any(${parameters.add(measures)}::text[])`,
    `${day} < ${parameters.add(before)}::date`,
    ...(from === undefined ? [] : [`${day} >= ${parameters.add(from)}::date`]),
    ...(table === "cell_month" ? [`depth = ${needsTownships(scope, query) ? 9 : 6}`] : []),
    ...(asOf === undefined ? [] : [`known_day <= ${parameters.add(asOf)}::date`]),
    ...scopeOfCells(scope, parameters),
    ...cutConditions(within ?? {}, parameters),
  ];
  const columns = cellColumns.filter((column) => by.includes(column));
  return `select measure, ${query.bucket ? `${bucket} as bucket, ` : ""}${depth > 0 ? `left(region, ${depth}) as region, ` : ""}${columns
    .map((column) => `${column}, `)
    .join("")}count, sum from ${table} where ${met.join(" and ")}`;
}

const countyDigits = 6;

/** Whether the sums of the counties are too coarse. */
function needsTownships(scope: Scope, { depth, within }: CellQuery): boolean {
  const regions = [scope.sees === "region" ? scope.region : "", within?.region ?? ""];
  return depth > countyDigits || regions.some((region) => region.length > countyDigits);
}

/** An indicator, or the formula of one, that is wanted somewhere, over a period, as it was known on a day. */
export interface Wanted {
  readonly indicator: Formula;
  readonly cut: Cut;
  readonly from: Day;
  readonly to: Day;
  readonly asOf?: Day | undefined;
}

/** What each of the indicators comes to, within the scope; those over the same days are read together. */
export async function computeIndicators(
  tx: Queryable,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<readonly Figure[]> {
  const asked = wanted.flatMap((one) => termsOf(one.indicator).map((term) => ({ ...one, term })));
  const together = Map.groupBy(asked, ({ term, from, to, asOf, cut }) =>
    JSON.stringify([windowOf(term, { from, to }), asOf, cut.organisation]),
  );
  const groups = [...together.values()];
  const rows = await inOrder(groups.map((own) => readCells(tx, scope, queryOf(own))));
  const totals = new Map<string, number>();
  for (const [at, own] of groups.entries())
    for (const { term, cut, ...one } of own)
      totals.set(keyOf(term, { ...one, cut }), totalIn(rows[at] ?? [], term, cut));
  return wanted.map((one) => {
    const { counts, of } = one.indicator;
    const counted = totals.get(keyOf(counts, one)) ?? 0;
    return figureOf(one.indicator, counted, of === undefined ? 0 : (totals.get(keyOf(of, one)) ?? 0));
  });
}

const keyOf = (term: Term, { cut, from, to, asOf }: Omit<Wanted, "indicator">): string =>
  JSON.stringify([term, cut, from, to, asOf]);

export const termsOf = ({ counts, of }: Pick<Formula, "counts" | "of">): readonly Term[] =>
  of === undefined ? [counts] : [counts, of];

/** One reading for several terms over the same days: told apart by whatever one of them asks for. */
function queryOf(own: readonly (Wanted & { readonly term: Term })[]): CellQuery {
  const [first] = own;
  if (first === undefined) throw new Error("Nothing is asked for");
  const { term, from, to, asOf, cut } = first;
  const regions = own.map(({ cut: { region = "" } }) => region.length);
  const isAsked = (column: CellColumn) =>
    own.some(({ term: { levels, kinds }, cut }) =>
      column === "level" ? levels : column === "kind" ? kinds : column === "sector" ? cut.sectors : cut.park,
    );
  return {
    measures: [...new Set(own.map(({ term: { count } }) => count))],
    window: windowOf(term, { from, to }),
    asOf,
    depth: depthFor(Math.max(...regions)),
    by: (["sector", "park", "level", "kind"] as const).filter(isAsked),
    ...(cut.organisation === undefined ? {} : { within: { organisation: cut.organisation } }),
  };
}

function depthFor(digits: number): CellQuery["depth"] {
  if (digits === 0) return 0;
  return digits <= 4 ? 4 : digits <= countyDigits ? countyDigits : 9;
}

/** What of the cells read a term counts in a cut. */
export function totalIn(cells: readonly CellSum[], term: Term, { region, sectors, park }: Cut): number {
  let total = 0;
  for (const cell of cells) {
    if (!asksFor(term, cell) || sectors?.includes(cell.sector) === false) continue;
    if (region !== undefined && !cell.region.startsWith(region)) continue;
    if (park === undefined || cell.park === park) total += term.sum ? cell.sum : cell.count;
  }
  return total;
}
