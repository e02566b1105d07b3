import { useSyncExternalStore } from "react";

const storageKey = "zhiben.toured";
const listeners = new Set<() => void>();

/** Posts that have taken the tour in this browser, or did not want it. */
function toured(): readonly string[] {
  return (localStorage.getItem(storageKey) ?? "").split(" ").filter(Boolean);
}

export function markToured(post: string): void {
  localStorage.setItem(storageKey, [...new Set([...toured(), post])].join(" "));
  for (const listener of listeners) listener();
}

export function useToured(post: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toured().includes(post),
  );
}
