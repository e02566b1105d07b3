import { shanghaiAheadMs } from "../../../core/calendar/day.ts";

/** An instant to the second, as a log is read, on the clock of China. */
export function formatSecond(instant: string): string {
  const ahead = new Date(Date.parse(instant) + shanghaiAheadMs).toISOString();
  return ahead.slice(0, "YYYY-MM-DDTHH:MM:SS".length).replace("T", " ");
}
