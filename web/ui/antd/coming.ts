import { useSyncExternalStore } from "react";

type Controls = typeof import("./controls.tsx");

let here: Controls | undefined;
let coming = false;
const listeners = new Set<() => void>();

/** Fetches the large controls, once; where the network is gone, whoever asks the next time fetches them anew. */
export function fetchControls(): void {
  if (here !== undefined || coming) return;
  coming = true;
  import("./controls.tsx")
    .then((controls) => {
      here = controls;
      for (const listener of listeners) listener();
    })
    // The box stands on in the control's place.
    .catch(() => undefined)
    .finally(() => {
      coming = false;
    });
}

addEventListener("online", () => listeners.size > 0 && fetchControls());

/** The large controls; undefined until they are here. */
export function useControls(): Controls | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => here,
  );
}
