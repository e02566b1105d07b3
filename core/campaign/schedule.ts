import type { Day } from "../calendar/day.ts";
import type { PeriodLength } from "../calendar/period.ts";
import type { Clause, Plan, Reading, Target } from "../pack/plan.ts";

/** When a target or reading of the plan is shown: once by a day, or in each period from one day to another. */
export interface Schedule {
  readonly from: Day;
  readonly by: Day;
  readonly every?: PeriodLength;
}

/**
 * What an ask says of its own goes before the days and frequencies of its clause. What has neither day nor period is shown once a year:
 * our reading, to be confirmed.
 */
export function scheduleOf(
  { from, to }: Pick<Plan, "from" | "to">,
  { dates = [], frequencies = [] }: Pick<Clause, "dates" | "frequencies">,
  ask: Pick<Target | Reading, "by" | "every">,
): Schedule {
  const last = dates.toSorted((one, other) => (one.by < other.by ? 1 : -1))[0];
  const by = ask.by ?? last?.by;
  const begins = dates.find((date) => date.by === by)?.from ?? from;
  if (ask.every !== undefined) return { from: begins, by: by ?? to, every: ask.every };
  if (by !== undefined) return { from: begins, by };
  const [frequency, another] = frequencies;
  const every = frequency !== undefined && another === undefined ? frequency.every : "year";
  return { from, by: to, every };
}
