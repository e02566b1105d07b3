import type { Value } from "../../../core/register/field.ts";
import type { Score } from "../../../core/register/scores.ts";

/** The lines of a score sheet in a form, also those that are still half empty. */
export function scoresOf(value: Value | undefined): readonly Score[] {
  return Array.isArray(value)
    ? value.filter(
        (member): member is Score => typeof member === "object" && "item" in member && !("answer" in member),
      )
    : [];
}

/** The lines as they are sent: without what was left empty in them. */
export function sentScores(scores: readonly Score[]): readonly Score[] {
  return scores.map(({ item, points, reason = "" }) => ({
    item,
    ...(points === undefined ? {} : { points }),
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
  }));
}
