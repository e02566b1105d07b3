import type { OnProgress } from "../backup/take.ts";

const everyMs = 500;

/** Shows on a terminal, in one line, how far it is; elsewhere it is silent, so that a log of every night stays short. */
export function progressLine(): { readonly show: OnProgress; end(): void } {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shownAt = 0;
  return {
    show({ what, bytes }) {
      if (Date.now() - shownAt < everyMs) return;
      shownAt = Date.now();
      process.stderr.write(`\r\u001b[K${what} ${megabytes(bytes)} MB`);
    },
    end: () => void process.stderr.write("\r\u001b[K"),
  };
}

export const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
