import { type Proof, shareNames, type TargetRow, type Threshold } from "../campaign/target.ts";
import { comparisons } from "./plan.ts";
import { day, flag, listOf, number, oneOf, optional, orWord, record, text } from "./shape.ts";

const unitId = text(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const [governments, leads, joint, all] = shareNames;

const threshold = record<Threshold>({
  comparison: oneOf(comparisons),
  value: number(0, 1_000_000_000_000, "fractions"),
});

/** `targets.json`. */
export const targetsFile = record<{ readonly targets: readonly TargetRow[] }>({
  targets: listOf(
    record<TargetRow>({
      id: text(/^(m[0-9]+-c[0-9]+-[tr][0-9]+|[pors][0-9]+-t[0-9]+)$/),
      units: orWord(governments, orWord(leads, orWord(joint, orWord(all, listOf(unitId))))),
      proof: optional(record<Proof>({ indicator: unitId, from: day, threshold: optional(threshold) })),
      source: text(),
      toBeConfirmed: flag,
    }),
  ),
});
