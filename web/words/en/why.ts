import type { why as chinese } from "../zh/why.ts";

/** Words of why something is asked. */
export const why: typeof chinese = {
  ask: "Why we ask",
};
