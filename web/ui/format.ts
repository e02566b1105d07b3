import { shanghaiAheadMs } from "../../core/calendar/day.ts";

/**
 * An instant as a person in China reads it, whatever the clock of their machine. Not by Intl, whose tables took a tenth of the time
 * in which a page comes up.
 */
export function formatInstant(instant: string | number): string {
  const ahead = new Date(new Date(instant).getTime() + shanghaiAheadMs).toISOString();
  return ahead.slice(0, "YYYY-MM-DDTHH:MM".length).replace("T", " ");
}

/** Yuan, with two decimals only where there are any. */
export function formatYuan(yuan: number): string {
  const [whole = "", decimals] = yuan.toFixed(Number.isInteger(yuan) ? 0 : 2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

export function formatSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
