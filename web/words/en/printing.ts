import type { printing as chinese } from "../zh/printing.ts";

/** Words around printing, which the audit log is told of first. */
export const printing: typeof chinese = {
  notPrinted: "Not printed: the audit log must have a print first, and did not take this one. Try again.",
  untold:
    "The audit log was not told of this print. Use the “Print” button of the page, or tell an administrator.",
};
