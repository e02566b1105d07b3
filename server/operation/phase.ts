/** How far the product is: a start, at work, or on its way out, when it finishes what it began and takes on nothing more. */
export type Phase = "starting" | "running" | "stopping";

/** The phase of one running product; it only moves on. */
export interface Lifecycle {
  readonly phase: Phase;
  running(): void;
  stopping(): void;
}

export function newLifecycle(): Lifecycle {
  let phase: Phase = "starting";
  return {
    get phase() {
      return phase;
    },
    running() {
      if (phase === "starting") phase = "running";
    },
    stopping() {
      phase = "stopping";
    },
  };
}
