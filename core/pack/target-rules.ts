import { boardUnits, sharing } from "../campaign/board-units.ts";
import type { Indicator } from "../campaign/indicator.ts";
import { type Planned, plannedTargets, thresholdOf } from "../campaign/plan-targets.ts";
import type { TargetRow } from "../campaign/target.ts";
import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

/** What must hold of how the plan's targets are proven: each of them once, by an indicator that there is, for units that answer. */
export function targetRules(pack: Pack): readonly Located[] {
  const planned = new Map(plannedTargets(pack.plan).map((one) => [one.id, one]));
  const indicators = new Map(pack.indicators.map((one) => [one.id, one]));
  const covered = new Set(pack.targets.map(({ id }) => id));
  const each = pack.targets.flatMap((row, index): readonly Located[] => {
    const at = `/targets/${index}`;
    const found = planned.get(row.id);
    if (found === undefined) return [{ at: `${at}/id`, code: "unknown-target", about: row.id }];
    return [
      ...unitRules(`${at}/units`, pack, row, found),
      ...proofRules(`${at}/proof`, pack, row, found, indicators),
    ];
  });
  const missing = [...planned.keys()].flatMap((about): readonly Located[] =>
    covered.has(about) ? [] : [{ at: "/targets", code: "target-not-covered", about }],
  );
  return [...repeated("/targets", pack.targets, "id", ({ id }) => id), ...each, ...missing];
}

function unitRules(
  at: string,
  pack: Pack,
  { units: shares }: TargetRow,
  { id, clause }: Planned,
): readonly Located[] {
  const units = boardUnits(pack);
  if (typeof shares !== "string") {
    const known = new Set(units.map((unit) => unit.id));
    const unknown = shares.flatMap((about, index): readonly Located[] =>
      known.has(about) ? [] : [{ at: `${at}/${index}`, code: "unknown-unit", about }],
    );
    if (unknown.length > 0) return unknown;
  }
  return sharing(pack, units, shares, clause).length > 0
    ? []
    : [{ at, code: "clause-without-unit", about: id }];
}

function proofRules(
  at: string,
  { plan }: Pack,
  { proof }: TargetRow,
  { id, number }: Planned,
  indicators: ReadonlyMap<string, Indicator>,
): readonly Located[] {
  if (proof === undefined) return [];
  const indicator = indicators.get(proof.indicator);
  if (indicator === undefined)
    return [{ at: `${at}/indicator`, code: "unknown-indicator", about: proof.indicator }];
  // The board tells its figures to everybody whole.
  if (indicator.people)
    return [{ at: `${at}/indicator`, code: "indicator-over-people", about: proof.indicator }];
  if (proof.from < plan.from || proof.from > plan.to)
    return [{ at: `${at}/from`, code: "day-outside-campaign", about: proof.from }];
  if (thresholdOf(proof, number) === undefined)
    return [{ at: `${at}/threshold`, code: "threshold-missing", about: id }];
  // What the plan counts in schools is no number of entries: then the row says what the indicator shall reach.
  if (proof.threshold === undefined && number?.unit !== indicator.unit)
    return [{ at: `${at}/threshold`, code: "threshold-of-another-unit", about: `${id} ${indicator.unit}` }];
  return [];
}
