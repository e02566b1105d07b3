import { addDays, type Day } from "./day.ts";

/**
 * The rungs of the ladder of due days: what is overdue, what is due today, and what is due within so many days, today and rest days
 * among them. Whatever is due stands on every rung that reaches so far; what is overdue stands on its own only.
 */
const withinDays = { today: 0, within3: 3, within7: 7, within30: 30 } as const;

export const dueRungs = ["overdue", "today", "within3", "within7", "within30"] as const;
export type DueRung = (typeof dueRungs)[number];

/** How a list may be narrowed by due days: a rung, or what the pack calls soon. */
export const dueChoices = ["soon", ...dueRungs] as const;
export type DueChoice = (typeof dueChoices)[number];

export const isDueChoice = (name: string): name is DueChoice => dueChoices.some((known) => known === name);

/** The due days that stand on a rung, both ends included. */
export function rungSpan(rung: DueRung, today: Day): { readonly from?: Day; readonly to: Day } {
  if (rung === "overdue") return { to: addDays(today, -1) };
  return { from: today, to: addDays(today, withinDays[rung]) };
}
