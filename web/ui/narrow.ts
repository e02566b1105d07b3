import { useSyncExternalStore } from "react";

// Of the screen: what is printed from a phone is a sheet, and not narrow.
const narrow = matchMedia("screen and (max-width: 800px)");

/** Whether the page stands on a phone at this moment. */
export const isNarrow = (): boolean => narrow.matches;

/** Whether the page stands on a phone: fingers want larger controls, and some browsers zoom into smaller text fields. */
export function useNarrow(): boolean {
  return useSyncExternalStore((listener) => {
    narrow.addEventListener("change", listener);
    return () => narrow.removeEventListener("change", listener);
  }, isNarrow);
}
