const shanghai: Intl.DateTimeFormatOptions = {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};

// Swedish writes a day as the standard does: 2026-11-24 09:41.
const instants = new Intl.DateTimeFormat("sv-SE", shanghai);

/** An instant as a person in China reads it, whatever the clock of their machine. */
export const formatInstant = (instant: string | number): string => instants.format(new Date(instant));

/** Yuan, with two decimals only where there are any. */
export function formatYuan(yuan: number): string {
  const decimals = Number.isInteger(yuan) ? 0 : 2;
  return yuan.toLocaleString("zh-CN", { minimumFractionDigits: decimals, maximumFractionDigits: 2 });
}

export function formatSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
