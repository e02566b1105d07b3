import { inBands } from "../../core/campaign/bands.ts";
import { comparedWith, type Period } from "../../core/campaign/compared.ts";
import { type CubeRow, type Dimension, dimensions } from "../../core/campaign/cube.ts";
import type { Cut, Figure, Indicator, Term } from "../../core/campaign/indicator.ts";
import { figureOf, windowOf } from "../../core/campaign/indicator.ts";
import { type Head, pivotOf, timesIn, totalAlong } from "../../core/campaign/pivot.ts";
import { goTogether, itemFieldOf, type RowName, rowsOffered } from "../../core/campaign/pivot-offer.ts";
import { limits } from "../../core/limits.ts";
import type { ProblemCode } from "../../core/problems.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { officialCode, pathCode } from "../../core/scope/region.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Words } from "../../core/words.ts";
import { bandSaid, itselfWords } from "../exchange/counted-words.ts";
import { HttpProblem } from "../http/problems.ts";
import type { SignedInVisit } from "../http/route.ts";
import { countByField, countByNumber } from "../store/counted-by.ts";
import { readCube, readCubeCells } from "../store/cubes.ts";
import { inOrder, type Transaction } from "../store/database.ts";
import type { CountedQuery } from "../store/walks.ts";
import { fewBelowFor } from "./few-told.ts";
import { cutOf, opensOf, periodOf, viewIndicator, viewing } from "./indicators.ts";
import { maskedPivot } from "./pivot-masked.ts";
import type { PivotAnswer, PivotAsked } from "./pivot-shapes.ts";
import { bandCode, codeWords, dimensionWords, isTime, timeWords } from "./pivot-words.ts";

export type PivotVisit = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "scope" | "actor" | "today"
>;

/** A table of figures that can be told: everything of its address checked. */
export interface PivotTable extends Period {
  readonly indicator: Indicator;
  readonly register: Register;
  readonly rows: RowName;
  readonly columns?: Dimension | undefined;
  readonly cut: Cut;
  readonly asked: PivotAsked;
  /** Below how many people its figures are not told to the asker; undefined where all are. */
  readonly fewBelow: number | undefined;
}

type FigureView = PivotAnswer["rows"][number]["cells"][number];
type RowView = PivotAnswer["rows"][number];
type Told = Pick<PivotAnswer, "columns" | "rows" | "whole" | "more"> & { readonly unit?: "item" };

const refuse = (field: string, code: ProblemCode = "not-an-option"): never => {
  throw new HttpProblem("malformed-request", [{ field, code }]);
};

/** What an address asks for; refuses what an indicator cannot be told by, and a table that nobody could read. */
export function pivotTable(visit: PivotVisit, asked: PivotAsked): PivotTable {
  const { services, scope, today } = visit;
  const indicator = services.campaign.pack.indicators.find(({ id }) => id === asked.indicator);
  if (indicator === undefined) return refuse("indicator");
  const register = registerNamed(indicator.counts.count.split(".")[0] ?? "");
  if (register === undefined) throw new Error(`${indicator.id} counts in no register`);
  const period = periodOf(asked, today);
  if (asked.asOf !== undefined && asked.asOf > today) refuse("asOf");
  const offered = rowsOffered(indicator, register);
  const named = (name: string | undefined) =>
    offered.find((one) => one === (name === "region" ? levelBelow(asked.region, scope) : name));
  const rows = named(asked.rows) ?? refuse("rows");
  const columns = dimensions.find((one) => one === named(asked.columns));
  const isPlain = dimensions.find((one) => one === rows);
  if (asked.columns !== undefined)
    if (columns === undefined || isPlain === undefined || !goTogether(isPlain, columns)) refuse("columns");
  if (isTime(rows) && timesIn(period, rows).length > limits.pivotRows) refuse("rows", "too-many");
  if (isTime(columns) && timesIn(period, columns).length > limits.pivotColumns) refuse("columns", "too-many");
  if (asked.only !== undefined && (indicator.of === undefined || columns !== undefined)) refuse("only");
  const fewBelow = fewBelowFor(visit, indicator, [rows, columns ?? rows]);
  // That a row has nothing is what its neighbours may be masked by, and the order by figure tells who has more.
  if (fewBelow !== undefined && asked.only !== undefined) refuse("only");
  const order = fewBelow === undefined ? asked.order : "code";
  return {
    ...period,
    indicator,
    register,
    rows,
    columns,
    cut: cutOf(asked),
    asked: { ...asked, order },
    fewBelow,
  };
}

const countyDigits = 6;

/** Regions are told one level below the one that is looked at. */
export function levelBelow(region: string | undefined, scope: Scope): Dimension {
  const digits = Math.max(
    region === undefined ? 0 : pathCode(region).length,
    scope.sees === "region" ? scope.region.length : 0,
  );
  return digits < countyDigits ? "county" : "township";
}

/** The table with its figures, every one with the list that it counts. */
export async function readPivot(tx: Transaction, visit: PivotVisit, table: PivotTable): Promise<PivotAnswer> {
  const { indicator, register, rows, columns, cut, from, to, asked } = table;
  const told = await (rows === "item"
    ? tellItems(tx, visit, table)
    : rows === "days"
      ? tellDays(tx, visit, table)
      : tellPlaces(tx, visit, { ...table, rows }));
  const { unit = indicator.unit, ...lines } = told;
  if (lines.columns.length > limits.pivotColumns) refuse("columns", "too-many");
  const called = (name: RowName) => ({ name, words: dimensionWords(register, name) });
  const answer: PivotAnswer = {
    indicator: viewIndicator(indicator),
    unit,
    ...{ from, to, asOf: asked.asOf ?? null, running: to >= visit.today },
    by: { rows: called(rows), columns: columns === undefined ? null : called(columns) },
    total: {
      rows: rows === "item" || lines.whole === null ? "none" : totalOf(indicator, rows),
      columns: columns === undefined ? "none" : totalAlong(indicator, columns),
    },
    cut: await cutWords(tx, visit, register, cut),
    compared: comparedWith({ from, to }),
    ...lines,
  };
  return table.fewBelow === undefined ? answer : maskedPivot(answer, table.fewBelow);
}

const totalOf = (indicator: Indicator, rows: RowName) =>
  rows === "item" || rows === "days" ? "sum" : totalAlong(indicator, rows);

/** Where figures are taken, in words. */
export async function cutWordsOf(tx: Transaction, visit: PivotVisit, cut: Cut): Promise<readonly Words[]> {
  const [register] = registers;
  if (register === undefined) return [];
  return (await cutWords(tx, visit, register, cut)).map(({ words }) => words);
}

async function cutWords(
  tx: Transaction,
  { services: { campaign } }: PivotVisit,
  register: Register,
  { region, sectors = [], park, organisation }: Cut,
): Promise<PivotAnswer["cut"]> {
  const parts: readonly (readonly [string, RowName, readonly string[]])[] = [
    ["region", "county", region === undefined ? [] : [region]],
    ["sector", "sector", sectors],
    ["park", "park", park === undefined ? [] : [park]],
    ["organisation", "organisation", organisation === undefined ? [] : [organisation]],
  ];
  const told: PivotAnswer["cut"][number][] = [];
  for (const [name, dimension, codes] of parts) {
    const say = await codeWords(tx, campaign, register, { name: dimension, codes });
    for (const code of codes)
      told.push({ name, code: name === "region" ? officialCode(code) : code, words: say(code) });
  }
  return told;
}

/** By place and time: the figures of the cells, and beside those of places what they were before. */
async function tellPlaces(
  tx: Transaction,
  visit: PivotVisit,
  table: PivotTable & { readonly rows: Dimension },
): Promise<Told> {
  const { indicator, register, rows, columns, cut, from, to, asked } = table;
  const { asOf, order = "code", only } = asked;
  const by = columns === undefined ? [rows] : [rows, columns];
  const cells = await readCubeCells(tx, visit.scope, { indicator, cut, asOf, by, from, to });
  const query = { rows, columns, from, to, order, nothingOnly: only === "nothing" };
  const pivot = pivotOf(indicator, query, cells);
  const shown = pivot.rows.slice(0, limits.pivotRows);
  const view = viewing(indicator, { cut, asOf });
  const [across, down] = await inOrder([
    headWords(tx, visit, register, { name: columns ?? rows, heads: pivot.columns }),
    headWords(tx, visit, register, { name: rows, heads: shown }),
  ]);
  const beside = await readBeside(tx, visit, table, shown);
  const headOf = (head: Head, words: (code: string) => Words) => ({
    code: codeOf(head),
    words: words(head.code),
    ...head.period,
    figure: view(head.figure, head.period, head.at),
  });
  return {
    columns: pivot.columns.map((head) => headOf(head, across)),
    rows: shown.map(
      (row): RowView => ({
        ...headOf(row, down),
        ...beside.of(row),
        cells: row.cells.map((figure, at) => {
          const column = pivot.columns[at];
          const period = column !== undefined && isTime(columns) ? column.period : row.period;
          return view(figure, period, { ...row.at, ...column?.at });
        }),
      }),
    ),
    whole: only === "nothing" ? null : { figure: view(pivot.whole, { from, to }), ...beside.whole },
    more: pivot.rows.length - shown.length,
  };
}

const codeOf = ({ at, code }: Head): string =>
  at.county === undefined && at.township === undefined ? code : officialCode(code);

async function headWords(
  tx: Transaction,
  { services: { campaign } }: PivotVisit,
  register: Register,
  { name, heads }: { readonly name: Dimension; readonly heads: readonly Head[] },
): Promise<(code: string) => Words> {
  if (isTime(name)) return (code) => timeWords(code, name);
  const say = await codeWords(tx, campaign, register, { name, codes: heads.map(({ code }) => code) });
  // What lies above the level by which regions are told stands by itself there.
  const digits = name === "county" ? countyDigits : name === "township" ? townshipDigits : 0;
  return (code) => (code === "" || code.length >= digits ? say(code) : itselfWords(say(code)));
}

const townshipDigits = 9;

/** What rows and the whole came to in the period before and a year before; of a time its own rows say how it went on. */
async function readBeside(
  tx: Transaction,
  { scope }: PivotVisit,
  { indicator, rows, cut, from, to, asked: { asOf } }: PivotTable & { readonly rows: Dimension },
  shown: readonly Head[],
) {
  const by = isTime(rows) ? [] : [rows];
  const periods = comparedWith({ from, to });
  const over = (period: Period) => readCube(tx, scope, { indicator, cut, asOf, by, ...period });
  const [before, yearBefore] = await inOrder([over(periods.before), over(periods.yearBefore)]);
  const view = viewing(indicator, { cut, asOf });
  const told = (name: "before" | "yearBefore", figure: Figure, at?: CubeRow["at"]) => ({
    [name]: view(figure, periods[name], at),
  });
  const byCode = (found: readonly CubeRow[]) => new Map(found.map((row) => [row.at[rows] ?? "", row]));
  const [earlier, lastYear] = [byCode(before?.rows ?? []), byCode(yearBefore?.rows ?? [])];
  const nothing = figureOf(indicator, 0, 0);
  const known = new Set(shown);
  return {
    of: (row: Head): { before?: FigureView; yearBefore?: FigureView } =>
      isTime(rows) || !known.has(row)
        ? {}
        : {
            ...told("before", earlier.get(row.code) ?? nothing, row.at),
            ...told("yearBefore", lastYear.get(row.code) ?? nothing, row.at),
          },
    whole: {
      ...told("before", before?.whole ?? nothing),
      ...told("yearBefore", yearBefore?.whole ?? nothing),
    },
  };
}

const countedQuery = (
  { cut, from, to, asked: { asOf } }: PivotTable,
  scope: Scope,
  { count, levels, kinds, ...span }: Term,
): CountedQuery => ({
  count: count.split(".")[1] ?? "",
  window: windowOf(span, { from, to }),
  ...(asOf === undefined ? {} : { asOf }),
  cut,
  ...(levels === undefined ? {} : { levels }),
  ...(kinds === undefined ? {} : { kinds }),
  scope,
});

/** By the item of the criteria that entries cite. What cites none is in no row, so that there is no total. */
async function tellItems(tx: Transaction, visit: PivotVisit, table: PivotTable): Promise<Told> {
  const { indicator, register, from, to, cut, asked } = table;
  const field = itemFieldOf(register) ?? refuse("rows");
  const read = (term: Term | undefined) =>
    term === undefined
      ? Promise.resolve(new Map<string, number>())
      : countByField(tx, register, countedQuery(table, visit.scope, term), field);
  const [counted, divided] = await inOrder([read(indicator.counts), read(indicator.of)]);
  const codes = [...new Set([...(counted?.keys() ?? []), ...(divided?.keys() ?? [])])];
  const shown = codes.slice(0, limits.pivotRows);
  const say = await codeWords(tx, visit.services.campaign, register, { name: "item", codes: shown });
  const opens = (term: Term, code: string) =>
    `${opensOf(term, cut, { from, to }, { asOf: asked.asOf })}&${new URLSearchParams({ [field]: code })}`;
  const rows = shown.map(
    (code): RowView => ({
      code,
      words: say(code),
      ...{ from, to },
      figure: {
        ...figureOf(indicator, counted?.get(code) ?? 0, divided?.get(code) ?? 0),
        opens: opens(indicator.counts, code),
        ...(indicator.of === undefined ? {} : { opensOf: opens(indicator.of, code) }),
      },
      cells: [],
    }),
  );
  return { columns: [], rows: rankedAs(rows, asked), whole: null, more: codes.length - shown.length };
}

function rankedAs(rows: readonly RowView[], { order = "most" }: PivotAsked): RowView[] {
  const sign = order === "least" ? 1 : -1;
  const rank = ({ figure }: RowView) => sign * (figure?.value ?? 0);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** Entries by how many days they took. */
async function tellDays(tx: Transaction, visit: PivotVisit, table: PivotTable): Promise<Told> {
  const { indicator, register, from, to, cut, asked } = table;
  const { sum: _, ...term } = indicator.counts;
  const numbers = await countByNumber(tx, register, countedQuery(table, visit.scope, term));
  const count = register.counts[term.count.split(".")[1] ?? ""];
  const opens = opensOf(term, cut, { from, to }, { asOf: asked.asOf });
  const bands = inBands(numbers);
  return {
    unit: "item",
    columns: [],
    rows: bands.map(
      ({ band, count: counted }): RowView => ({
        code: bandCode(band),
        words: bandSaid(band, count),
        ...{ from, to },
        figure: { value: counted, counted, opens: `${opens}_sum.${bandCode(band).replace("-", ".")}` },
        cells: [],
      }),
    ),
    whole: { figure: { ...totalOfBands(bands), opens } },
    more: 0,
  };
}

function totalOfBands(bands: ReturnType<typeof inBands>) {
  const counted = bands.reduce((total, { count }) => total + count, 0);
  return { value: counted, counted };
}
