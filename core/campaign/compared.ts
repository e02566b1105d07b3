import { addDays, type Day, daysBetween, monthsLater } from "../calendar/day.ts";

/** Days from one to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const yearMonths = 12;

/**
 * Beside which days a period is held: as long a one just before it (环比), and the same one a year before (同比). Whole months of the
 * calendar are held beside as many whole months, so that March is held beside February and not beside 31 days that end with it.
 */
export function comparedWith({ from, to }: Period): {
  readonly before: Period;
  readonly yearBefore: Period;
} {
  const next = addDays(to, 1);
  const last = addDays(from, -1);
  if (isFirst(from) && isFirst(next))
    return {
      before: { from: monthsLater(from, monthNumber(from) - monthNumber(next)), to: last },
      yearBefore: { from: monthsLater(from, -yearMonths), to: addDays(monthsLater(next, -yearMonths), -1) },
    };
  return {
    before: { from: addDays(from, -(daysBetween(from, to) + 1)), to: last },
    yearBefore: { from: monthsLater(from, -yearMonths), to: monthsLater(to, -yearMonths) },
  };
}

const isFirst = (day: Day): boolean => day.endsWith("-01");

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * yearMonths + Number(day.slice(5, 7));
