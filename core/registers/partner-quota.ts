/** How often a token may be used. */
export interface Quota {
  readonly perMinute: number;
  readonly perDay: number;
}

/** How often a token was used on the present day and in the present minute, this time included. */
export interface TokenUse {
  readonly ofDay: number;
  readonly ofMinute: number;
}

/** Of which quota a use is too much; undefined where it is within both. */
export function beyondQuota({ perMinute, perDay }: Quota, { ofMinute, ofDay }: TokenUse) {
  if (ofMinute > perMinute) return "minute";
  return ofDay > perDay ? "day" : undefined;
}

/** Whether a use beyond the quota is the first of its minute: it alone is told to the audit log. */
export const isFirstBeyond = ({ perMinute, perDay }: Quota, { ofMinute, ofDay }: TokenUse): boolean =>
  ofMinute === perMinute + 1 || (ofMinute <= perMinute && (ofMinute === 1 || ofDay === perDay + 1));
