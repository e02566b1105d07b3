/** A legal day of Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

export function isDay(text: string): boolean {
  return form.test(text) && !text.startsWith("0000") && fromNumber(toNumber(text)) === text;
}

const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const fromNumber = (number: number): Day =>
  Number.isFinite(number) ? new Date(number * dayMs).toISOString().slice(0, 10) : "";

export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(day) + count);
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);
/** 0 is Sunday. */
export const dayOfWeek = (day: Day): number => (((toNumber(day) + 4) % 7) + 7) % 7;
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Asia/Shanghai has been UTC+8 without summer time since 1991. */
export function dayInShanghai(instant: Date | number | string): Day {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
