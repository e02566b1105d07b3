import { limits } from "./limits.ts";

/** On what a form was filled in. */
export const formDevices = ["desk", "phone"] as const;
export type FormDevice = (typeof formDevices)[number];

/** Up to how many seconds each slot counts; beyond the last there is one more, without a bound. */
export const formTimeBounds: readonly number[] = [
  15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1_200, 1_800, 3_600,
];

/** In which slot a form is counted that took so many seconds. */
export function slotOf(seconds: number): number {
  const slot = formTimeBounds.findIndex((bound) => seconds <= bound);
  return slot === -1 ? formTimeBounds.length : slot;
}

/** What is told of the forms of one kind: bounds and round numbers, never the time of a single one. Null beyond the last bound. */
export interface FormTimes {
  readonly formsAtLeast: number;
  readonly medianAtMostSeconds: number | null;
  readonly ninetiethAtMostSeconds: number | null;
}

/** What may be told of counted forms, by slot; undefined while they are so few that it could be told whose they were. */
export function toldTimes(counts: ReadonlyMap<number, number>): FormTimes | undefined {
  const forms = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const least = limits.formsToldLeast;
  if (forms < least) return undefined;
  return {
    // One form more must not show by itself: it would be known whose it was.
    formsAtLeast: forms - (forms % least),
    medianAtMostSeconds: boundOf(counts, forms * 0.5),
    ninetiethAtMostSeconds: boundOf(counts, forms * 0.9),
  };
}

function boundOf(counts: ReadonlyMap<number, number>, wanted: number): number | null {
  let below = 0;
  for (const [slot, bound] of formTimeBounds.entries()) {
    below += counts.get(slot) ?? 0;
    if (below >= wanted) return bound;
  }
  return null;
}
