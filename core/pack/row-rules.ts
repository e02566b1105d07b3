import type { Day } from "../calendar/day.ts";
import type { Located } from "./pack-problem.ts";

/** Rows whose key an earlier row has. */
export function repeated<R>(
  list: string,
  rows: readonly R[],
  member: string,
  keyOf: (row: R) => string,
): readonly Located[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index): readonly Located[] => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ at: `${list}/${index}/${member}`, code: "duplicate", about: key }];
    seen.add(key);
    return [];
  });
}

/** A row whose last day lies before its first. */
export function endsEarly(at: string, from: Day | null, to: Day | undefined): readonly Located[] {
  if (from === null || to === undefined || to >= from) return [];
  return [{ at: `${at}/to`, code: "ends-before-it-begins", about: `${from} – ${to}` }];
}

type InForce = { readonly from: Day; readonly to?: Day };

/** Whether two rows are in force on the same day. */
export function overlap(one: InForce, other: InForce): boolean {
  const startsInside = (start: Day, span: InForce) =>
    start >= span.from && (span.to === undefined || start <= span.to);
  return startsInside(one.from, other) || startsInside(other.from, one);
}

/** Rows that do not count from 1, or have an earlier one's number. */
export function sequenceRules(
  list: string,
  rows: readonly { readonly number: number }[],
): readonly Located[] {
  const seen = new Set<number>();
  return rows.flatMap(({ number }, index): readonly Located[] => {
    const code = seen.has(number) ? "duplicate" : "number-out-of-sequence";
    const isRight = number === index + 1 && !seen.has(number);
    seen.add(number);
    return isRight ? [] : [{ at: `${list}/${index}/number`, code, about: String(number) }];
  });
}
