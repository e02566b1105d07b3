import { addDays, type Day, daysBetween } from "../calendar/day.ts";
import { periodOn } from "../calendar/period.ts";
import type { Period } from "../pack/plan.ts";

export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days over which a target is reached or missed as it is seen on a day: the calendar's period where it recurs, else from the
 * campaign's first day to its own, or to the campaign's last where it has none.
 */
export function spanOfTarget(
  { by, every }: { readonly by?: Day | undefined; readonly every?: Period | undefined },
  day: Day,
  campaign: DaySpan,
): DaySpan {
  if (every !== undefined) {
    const { from, to } = periodOn(day, every);
    return from < campaign.from ? { from: campaign.from, to } : { from, to };
  }
  return { from: campaign.from, to: by ?? campaign.to };
}

/**
 * The last period of a recurring target that was over before a day, within the campaign; undefined where none was. What is counted on the
 * last day of its window cannot be judged in the running period, of which that day is still to come.
 */
export function lastFinished(every: Period, day: Day, campaign: DaySpan): DaySpan | undefined {
  const to = addDays(periodOn(day, every).from, -1);
  return to < campaign.from ? undefined : spanOfTarget({ every }, to, campaign);
}

/** How much of a span has gone by at the end of a day, from 0 to 1. */
export function shareGone({ from, to }: DaySpan, day: Day): number {
  const whole = daysBetween(from, to) + 1;
  return Math.min(1, Math.max(0, (daysBetween(from, day) + 1) / whole));
}
