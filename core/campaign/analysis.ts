import type { Sourced } from "../pack/sourced.ts";
import type { FirstPlace } from "../register/figures.ts";
import type { Words } from "../words.ts";
import type { orders } from "./pivot.ts";

/** How a table of figures is drawn beside itself. */
export const chartNames = ["none", "bar", "line", "stack", "heat"] as const;
export type ChartName = (typeof chartNames)[number];

/** A table of the analysis that a pack has ready: under a name, with how it is drawn. */
export interface ReadyView {
  readonly id: string;
  readonly name: Words;
  /** In one sentence what it shows. */
  readonly says: Words;
  readonly indicator: string;
  /** `region` is one level below the one that is looked at. */
  readonly rows: string;
  readonly columns?: string;
  readonly order?: (typeof orders)[number];
  readonly only?: "nothing";
  readonly chart: ChartName;
}

/** By what a section of a report tells its indicators: altogether, or apart by place or month. */
export const sectionsBy = ["whole", "region", "sector", "kind", "month"] as const;
export const sectionCharts = ["none", "bar", "line"] as const;

/** A part of the report of a period (通报): some indicators under a heading, and the first of them drawn. */
export interface ReportSection {
  readonly title: Words;
  readonly by: (typeof sectionsBy)[number];
  readonly indicators: readonly string[];
  readonly chart: (typeof sectionCharts)[number];
}

export interface ReportPlan {
  /** What the report is called; `{place}` and `{period}` are filled in. */
  readonly title: Words;
  /** What stands beneath the heading of what each figure counts. */
  readonly note: Words;
  readonly sections: readonly ReportSection[];
}

/** By what places are ranked in a briefing (通报): a result that the registers have, from the end that is better. */
export interface RankingRow {
  readonly indicator: string;
  readonly first: FirstPlace;
}

export interface BriefingPlan extends Sourced {
  readonly rankings: readonly RankingRow[];
}

/** `analysis.json`: what a prefecture looks at, and how it reports. */
export interface AnalysisPlan {
  readonly views: readonly ReadyView[];
  readonly report: ReportPlan;
  readonly briefing: BriefingPlan;
}
