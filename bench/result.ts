import type { Exported } from "./exporting.ts";
import type { Generated } from "./generate.ts";
import type { Measured } from "./measure.ts";
import { round } from "./measure.ts";
import type { StartUp } from "./start-up.ts";

/** What the bare equivalent of an act did; pgbench tells the mean and no percentiles. */
export interface BareAct {
  readonly count: number;
  readonly perSecond: number;
  readonly meanMs: number;
}

export interface PageResult {
  readonly name: string;
  readonly http: Measured;
  readonly bare: Measured;
  readonly ratio: number;
}

/** What was measured on one dataset. */
export interface DatasetResult {
  readonly entries: number;
  /** Present where the dataset was made by this run. */
  readonly generated?: Generated;
  readonly pages: readonly PageResult[];
  /** Absent in results from before it was measured. */
  readonly exported?: Exported;
  /** Absent where a short run found no pgbench to compare with. */
  readonly act?: { readonly http: Measured; readonly bare: BareAct; readonly ratio: number };
}

/** One run of the bench, as it is stored in `bench/results`. */
export interface BenchResult {
  readonly name: string;
  readonly at: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly memoryGiB: number;
    readonly node: string;
    readonly postgresql: string;
  };
  readonly seed: number;
  readonly clients: number;
  readonly secondsEach: number;
  readonly datasets: readonly DatasetResult[];
  readonly start: StartUp;
  readonly budgets: readonly Budget[];
}

/** A budget of the design with what was measured of it; `undefined` where there is no figure. */
export interface Budget {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly met: boolean | null;
}

const exportRows = 100_000;

/** The budgets of DESIGN §5 that this bench measures. The worst of its pages tells whether pages meet theirs. */
export function budgetsOf(datasets: readonly DatasetResult[], start: StartUp): readonly Budget[] {
  const largest = datasets.at(-1);
  if (largest === undefined) return [];
  const page = Math.min(...largest.pages.map(({ ratio }) => ratio));
  const started = "skipped" in start ? undefined : start;
  const exported = datasets.find(({ entries }) => entries === exportRows)?.exported;
  return [
    budget(
      `the worst page of 50 at ${largest.entries} entries, share of its bare SQL`,
      page,
      ">=",
      0.4,
      percent,
    ),
    flatness(datasets),
    budget(`an act at ${largest.entries} entries, share of pgbench`, largest.act?.ratio, ">=", 0.5, percent),
    budget(`an export of ${exportRows} rows`, exported?.seconds, "<=", 8, seconds),
    budget(`its memory`, exported?.peakMegabytes, "<=", 300, megabytes),
    budget("first start", started?.firstSeconds, "<=", 30, seconds),
    budget("later start", started?.laterSeconds, "<=", 3, seconds),
  ];
}

/** How much slower pages are on the largest dataset than on a tenth of it, each page against itself. */
function flatness(datasets: readonly DatasetResult[]): Budget {
  const largest = datasets.at(-1);
  const tenth = datasets.find(({ entries }) => entries * 10 === largest?.entries);
  const slower = largest?.pages.flatMap(({ name, http }) => {
    const before = tenth?.pages.find((page) => page.name === name);
    return before ? [before.http.perSecond / http.perSecond] : [];
  });
  const value = slower === undefined || slower.length === 0 ? undefined : Math.max(...slower);
  const between = `${tenth?.entries ?? "-"} to ${largest?.entries}`;
  return budget(
    `the worst page, times slower from ${between} entries`,
    value,
    "<=",
    1.3,
    (times) => `${round(times)} ×`,
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const megabytes = (value: number): string => `${value} MB`;
const seconds = (value: number): string => `${value} s`;

function budget(
  what: string,
  value: number | undefined,
  sign: ">=" | "<=",
  bound: number,
  written: (value: number) => string,
): Budget {
  const named = `${sign === ">=" ? "≥" : "≤"} ${written(bound)}`;
  if (value === undefined) return { what, budget: named, measured: "no figure", met: null };
  return {
    what,
    budget: named,
    measured: written(value),
    met: sign === ">=" ? value >= bound : value <= bound,
  };
}
