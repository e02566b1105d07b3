import { useSyncExternalStore } from "react";

let isPast = false;
const listeners = new Set<() => void>();

/**
 * What is part of the first page hears here that it stands on the screen. It listens when the page is made; the frame that shows it
 * is painted after the next callback of the browser, and a task of its own comes after the frame.
 */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!isPast && listeners.size === 1) requestAnimationFrame(() => setTimeout(tell));
  return () => listeners.delete(listener);
}

function tell(): void {
  isPast = true;
  for (const listener of listeners) listener();
}

/** Whether the first page has been painted. What nobody sees on it at first is asked for after that, and never holds it up. */
export const useFirstSight = (): boolean => useSyncExternalStore(listen, () => isPast);

/** Resolves once the first page has been painted; asked from what is part of a page. */
export const firstSight = (): Promise<void> =>
  new Promise((resolve) => {
    if (isPast) return resolve();
    const forget = listen(() => {
      forget();
      resolve();
    });
  });
