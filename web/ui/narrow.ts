import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 800px)");

/** Whether the page stands on a phone at this moment. */
export const isNarrow = (): boolean => narrow.matches;

/** Whether the page stands on a phone: fingers want larger controls, and some browsers zoom into smaller text fields. */
export function useNarrow(): boolean {
  return useSyncExternalStore((listener) => {
    narrow.addEventListener("change", listener);
    return () => narrow.removeEventListener("change", listener);
  }, isNarrow);
}
