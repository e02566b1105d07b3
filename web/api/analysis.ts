import { queryOptions } from "@tanstack/react-query";
import type { Day } from "../../core/calendar/day.ts";
import type { ReadyView } from "../../core/campaign/analysis.ts";
import type { Untold } from "../../core/campaign/few.ts";
import type { Indicator } from "../../core/campaign/indicator.ts";
import type { totals } from "../../core/campaign/pivot.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";
import type { Search } from "./queries.ts";

export interface IndicatorView
  extends Pick<Indicator, "id" | "name" | "says" | "unit" | "better" | "source" | "toBeConfirmed"> {
  readonly formula: Words;
  readonly registers: readonly string[];
  /** What it tells is what is left to the whole. */
  readonly rest?: true;
}

/** An indicator with all by which it can be told. */
export interface IndicatorOffer extends IndicatorView {
  readonly rows: readonly NamedView[];
}

/** A figure with the addresses of the lists that it counts. */
export interface FigureView {
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
  /** Of a figure over people: that it is few, or would give away one that is. */
  readonly untold?: Untold;
  readonly counted: number;
  readonly of?: number;
  readonly opens: string;
  readonly opensOf?: string;
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

export interface NamedView {
  readonly name: string;
  readonly words: Words;
}

/** A row or a column. */
export interface HeadView extends Days {
  readonly code: string;
  readonly words: Words;
  readonly figure?: FigureView;
}

interface Beside {
  readonly before?: FigureView;
  readonly yearBefore?: FigureView;
}

export interface PivotRowView extends HeadView, Beside {
  readonly cells: readonly FigureView[];
}

type Total = (typeof totals)[number];

/** An indicator by rows and columns, as `server/routes/pivot-shapes.ts` answers it. */
export interface PivotView extends Days {
  readonly indicator: IndicatorView;
  readonly unit: Indicator["unit"];
  readonly asOf: Day | null;
  readonly running: boolean;
  readonly by: { readonly rows: NamedView; readonly columns: NamedView | null };
  readonly total: { readonly rows: Total; readonly columns: Total };
  readonly cut: readonly (NamedView & { readonly code: string })[];
  readonly columns: readonly HeadView[];
  readonly rows: readonly PivotRowView[];
  readonly whole: (Beside & { readonly figure: FigureView }) | null;
  readonly compared: { readonly before: Days; readonly yearBefore: Days };
  readonly more: number;
}

export const indicators = queryOptions({
  queryKey: ["indicators"],
  queryFn: async ({ signal }) =>
    (await call<{ indicators: readonly IndicatorOffer[] }>("GET", "indicators", { signal })).indicators,
  staleTime: Number.POSITIVE_INFINITY,
});

export const readyViews = queryOptions({
  queryKey: ["analysis-views"],
  queryFn: ({ signal }) =>
    call<{ readonly views: readonly ReadyView[]; readonly today: Day }>("GET", "analysis/views", { signal }),
  staleTime: 600_000,
});

/** A table of figures; it moves with every act. */
export const pivot = (asked: Search) =>
  queryOptions({
    queryKey: ["analysis", asked],
    queryFn: ({ signal }) => call<PivotView>("GET", `analysis?${new URLSearchParams(asked)}`, { signal }),
    retry: false,
  });

export const analysisFilePath = (asked: Search): string => `analysis.xlsx?${new URLSearchParams(asked)}`;

/** The report of a period, as a document or a workbook. */
export const reportPath = (format: "docx" | "xlsx", asked: Search): string =>
  `analysis/report.${format}?${new URLSearchParams(asked)}`;
