import { addDays, type Day } from "../../../core/calendar/day.ts";
import { type PeriodLength, periodOn } from "../../../core/calendar/period.ts";
import type { ReadyView } from "../../../core/campaign/analysis.ts";
import { type ChartName, chartNames } from "../../../core/campaign/analysis.ts";
import type { HeadView, PivotView } from "../../api/analysis.ts";
import type { Search } from "../../api/queries.ts";

/** What the address of the analysis says: the table whole, and how it is drawn. */
export const addressNames = [
  "indicator",
  "rows",
  "columns",
  "from",
  "to",
  "asOf",
  "region",
  "sector",
  "park",
  "organisation",
  "order",
  "only",
  "chart",
] as const;
type AddressName = (typeof addressNames)[number];
export type AnalysisSearch = Readonly<Partial<Record<AddressName, string>>>;

/** What the address holds of it; anything else is left out. What is wrong with a value the server says, beside its field. */
export function searchOfAnalysis(search: Record<string, unknown>): AnalysisSearch {
  return Object.fromEntries(
    addressNames.flatMap((name) => {
      const value = search[name];
      const text = typeof value === "number" ? String(value) : value;
      return typeof text === "string" && text !== "" ? [[name, text]] : [];
    }),
  );
}

/** The table that is looked at: what the address says, and the first ready one where it names none. */
export function askedOf(search: AnalysisSearch, views: readonly ReadyView[]): AnalysisSearch {
  if (search.indicator !== undefined) return { rows: "region", ...search };
  const [first] = views;
  return first === undefined ? search : { ...search, ...searchOfView(first) };
}

/** What the server is asked for; how it is drawn is the page's own. */
export function queryOf({ chart: _, ...asked }: AnalysisSearch): Search {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

export const chartOf = ({ chart }: AnalysisSearch): ChartName =>
  chartNames.find((name) => name === chart) ?? "none";

/** A ready table as an address, without days and places: it is looked at where and when one looks already. */
export function searchOfView({ indicator, rows, columns, order, only, chart }: ReadyView): AnalysisSearch {
  return {
    indicator,
    rows,
    chart,
    ...(columns === undefined ? {} : { columns }),
    ...(order === undefined ? {} : { order }),
    ...(only === undefined ? {} : { only }),
  };
}

const whereAndWhen: readonly AddressName[] = [
  "from",
  "to",
  "asOf",
  "region",
  "sector",
  "park",
  "organisation",
];

/** Another ready table for the same days and places. */
export const withView = (search: AnalysisSearch, view: ReadyView): AnalysisSearch => ({
  ...Object.fromEntries(Object.entries(search).filter(([name]) => whereAndWhen.some((one) => one === name))),
  ...searchOfView(view),
});

/** Whether the address shows this ready table. */
export function showsView(search: AnalysisSearch, view: ReadyView): boolean {
  const wanted = searchOfView(view);
  return addressNames
    .filter((name) => !whereAndWhen.includes(name))
    .every((name) => search[name] === wanted[name]);
}

const finer: Readonly<Record<string, string>> = {
  year: "quarter",
  quarter: "month",
  month: "day",
  week: "day",
};

/**
 * The table a level below a row or a column: of a region its own, of a sector or a park its enterprises, of a time the finer ones within it.
 * Undefined where there is nothing below.
 */
export function drill(
  search: AnalysisSearch,
  { by, columns }: Pick<PivotView, "by" | "columns">,
  along: "rows" | "columns",
  head: Pick<HeadView, "code" | "from" | "to">,
): AnalysisSearch | undefined {
  const name = by[along]?.name;
  if (name === undefined || search.only !== undefined) return undefined;
  const below = belowOf(name, head);
  if (below === undefined) return undefined;
  const { next, ...cut } = below;
  const { columns: across, order: _, ...rest } = search;
  if (along === "columns") return { ...rest, ...(across === undefined ? {} : { columns: next }), ...cut };
  const other = columns.length === 0 ? undefined : by.columns?.name;
  // By enterprise and day there would be as many figures as entries.
  const fits = other !== undefined && other !== next && !(next === "organisation" && finest.includes(other));
  return { ...rest, rows: next, ...cut, ...(fits && across !== undefined ? { columns: across } : {}) };
}

const finest: readonly string[] = ["day", "week"];

function belowOf(
  name: string,
  { code, from, to }: Pick<HeadView, "code" | "from" | "to">,
): (AnalysisSearch & { readonly next: string }) | undefined {
  if (code === "") return undefined;
  switch (name) {
    case "county":
      return liesAbove(code) ? undefined : { next: "region", region: code };
    case "township":
      return code.length < townshipDigits ? undefined : { next: "organisation", region: code };
    case "sector":
      return { next: "organisation", sector: code };
    case "park":
      return { next: "organisation", park: code };
    case "organisation":
      return { next: "month", organisation: code };
    default: {
      const next = finer[name];
      return next === undefined ? undefined : { next, from, to };
    }
  }
}

const townshipDigits = 9;

/** What is told of a prefecture by itself, among its counties: nothing lies below that. */
const liesAbove = (code: string): boolean => code.endsWith("00");

export const periodChoices = [
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** The days of a choice, as the calendar has them on a day; of what still runs up to its end. */
export function periodOfChoice(choice: PeriodChoice, today: Day): { readonly from: Day; readonly to: Day } {
  const length = lengthOf(choice);
  const own = periodOn(today, length);
  const { from, to } = choice.startsWith("last") ? periodOn(addDays(own.from, -1), length) : own;
  return { from, to };
}

const lengthOf = (choice: PeriodChoice): PeriodLength => {
  if (choice.endsWith("Month")) return "month";
  return choice.endsWith("Quarter") ? "quarter" : "year";
};
