import { addDays, type Day, daysBetween } from "../calendar/day.ts";
import type { Sourced } from "../pack/sourced.ts";
import type { Words } from "../words.ts";

/**
 * Part of a formula: the entries that a count of a register holds, or what they sum. `over` a period: those counted on a day of it;
 * `over` a day: those standing on its last day.
 */
export interface Term {
  /** Register and count: `hazard.found`. */
  readonly count: string;
  /** What the count sums, in the unit of that field, and not how many there are. */
  readonly sum?: boolean;
  readonly over: (typeof spans)[number];
  readonly levels?: readonly string[];
  /** Values of the choice by which the register is counted apart (`countedBy`): of hazards their sources. */
  readonly kinds?: readonly string[];
  /** Only what counts on a day up to this one, whatever the period: the stock, 2023-12-31. */
  readonly until?: Day;
}

export const spans = ["period", "day"] as const;
export const indicatorUnits = ["item", "percent", "yuan", "day"] as const;
export const directions = ["more", "less", "neither"] as const;

/** A count or a ratio declared over registers: data of a pack, live from cells. `domain.md` §1.3. */
export interface Indicator extends Sourced {
  readonly id: string;
  readonly name: Words;
  /** In one sentence what it counts. */
  readonly says: Words;
  readonly unit: (typeof indicatorUnits)[number];
  /** Which way is better. */
  readonly better: (typeof directions)[number];
  readonly counts: Term;
  /** By what it is divided; a share in percent where that is the unit. */
  readonly of?: Term;
  /** That it is what is left to a hundred percent: of all that fell due the part that is not overdue. */
  readonly rest?: boolean;
  /** That it counts people or what people told: figures of few are masked before whoever may not see the entries. */
  readonly people?: boolean;
}

/** Where a figure is taken; all absent: everywhere in sight. */
export interface Cut {
  /** Path code of a region and all below it. */
  readonly region?: string;
  /** Path code of a region by itself, without those below it: what lies in no township is told apart from its county. */
  readonly at?: string;
  readonly sectors?: readonly string[];
  /** Ids in the tables: of a park, and of an enterprise. */
  readonly park?: string;
  readonly organisation?: string;
}

/** What an indicator comes to. */
export interface Figure {
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
  readonly counted: number;
  readonly of?: number;
}

/** Days between which cells are added up, both included; without a first one from the beginning. */
export interface Window {
  readonly from?: Day;
  readonly to: Day;
}

/** The days that a term adds up of a period. */
export function windowOf(
  { over, until }: Pick<Term, "over" | "until">,
  period: { from: Day; to: Day },
): Window {
  const to = until !== undefined && until < period.to ? until : period.to;
  return over === "day" ? { to } : { from: period.from, to };
}

/** Shares are told to a hundredth of a percent, averages to a hundredth of their unit: finer than that says nothing of so few. */
const finest = 100;

/** The figure of an indicator from what its terms count. */
export function figureOf(
  { unit, of: divided, rest }: Pick<Indicator, "unit" | "of" | "rest">,
  counted: number,
  of: number,
): Figure {
  if (divided === undefined) return { value: counted, counted };
  if (of === 0) return { value: null, counted, of };
  const whole = unit === "percent" ? 100 : 1;
  const share = (counted / of) * whole;
  return { value: Math.round((rest ? whole - share : share) * finest) / finest, counted, of };
}

export const bucketSizes = ["day", "week", "month", "quarter", "year"] as const;
export type BucketSize = (typeof bucketSizes)[number];

const mondayFirst = "1970-01-05";

/** The first day of the day, week (from Monday), month, quarter or year in which a day lies. */
export function bucketOf(day: Day, size: BucketSize): Day {
  const month = Number(day.slice(5, 7));
  switch (size) {
    case "day":
      return day;
    case "week":
      return addDays(day, -(((daysBetween(mondayFirst, day) % 7) + 7) % 7));
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "quarter":
      return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
}
