import { useSyncExternalStore } from "react";

/** The signs that somebody has begun to use the page, before any control of it can be reached. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "wheel"] as const;

let begun = false;
const listeners = new Set<() => void>();

function begin(): void {
  begun = true;
  for (const sign of signs) removeEventListener(sign, begin, true);
  for (const listener of listeners) listener();
}

for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true });

/** Whether anybody has used the page yet: what only they need is fetched from then on, and not before the page stands. */
export function useInUse(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => begun,
  );
}

/** How somebody stands on a control's place before it is there: it takes the keyboard, and opens where it was pressed. */
export type AskedFor = "reached" | "pressed" | undefined;
