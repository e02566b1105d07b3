// The tabs of a browser share one session: whoever is at one of them is at all.
const key = "zhiben.attended";
const tellEveryMs = 5_000;
const unattendedAfterMs = 60_000;

let last = Date.now();

/** Somebody has touched the page. */
export function markAttended(): void {
  const now = Date.now();
  if (now - last < tellEveryMs) return;
  last = now;
  try {
    localStorage.setItem(key, String(now));
  } catch {
    // A full or forbidden storage: the other tabs then know only of themselves.
  }
}

/** How long nobody has touched this page or another tab of it. */
export function unattendedMs(): number {
  let elsewhere = 0;
  try {
    elsewhere = Number(localStorage.getItem(key));
  } catch {
    // As above.
  }
  return Date.now() - Math.max(last, elsewhere);
}

/** What says of a request that the page makes it by itself, so that it is no use of the session. */
export const unattendedHeaders = (): Readonly<Record<string, string>> =>
  unattendedMs() > unattendedAfterMs ? { "x-zhiben-unattended": "1" } : {};
