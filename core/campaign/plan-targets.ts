import type { Pack } from "../pack/pack.ts";
import type { Clause, Plan, Reading, Target } from "../pack/plan.ts";
import type { Words } from "../words.ts";
import { type BoardUnit, boardUnits, sharing } from "./board-units.ts";
import { scheduleOf } from "./schedule.ts";
import {
  type CampaignTarget,
  type Proof,
  type TargetPlace,
  type TargetRow,
  type TargetSection,
  targetSections,
} from "./target.ts";

/** A target or reading of the plan by the id that its place gives it. */
export interface Planned {
  readonly id: string;
  readonly place: TargetPlace;
  readonly clause: Clause;
  readonly words: Words;
  readonly text?: string;
  readonly number?: Pick<Target, "comparison" | "value" | "unit">;
  readonly by?: Target["by"];
  readonly every?: Target["every"];
}

/** Every target and reading of the plan, in its order: of the sections first, then of the measures. */
export function plannedTargets({ sections, measures }: Plan): readonly Planned[] {
  const beside = sections.flatMap(({ kind, number, clauses = [] }): readonly Planned[] => {
    if (!isTargetSection(kind) || number === undefined) return [];
    const all = clauses.flatMap((clause) =>
      ofClause(clause).map((one) => ({ ...one, place: { section: kind, number, clause: clause.number } })),
    );
    return all.map((one, index) => ({ ...one, id: `${targetSections[kind]}${number}-t${index + 1}` }));
  });
  const measured = measures.flatMap(({ number: measure, clauses }) =>
    clauses.flatMap((clause) =>
      ofClause(clause).map(({ suffix, ...one }) => ({
        ...one,
        id: `m${measure}-c${clause.number}-${suffix}`,
        place: { measure, clause: clause.number },
      })),
    ),
  );
  return [...beside, ...measured];
}

const isTargetSection = (kind: string): kind is TargetSection => Object.hasOwn(targetSections, kind);

/** What stands in one clause, with its place there: t1, r2. */
function ofClause(clause: Clause) {
  const targets = (clause.targets ?? []).map((target, index) => ({
    ...due(target),
    suffix: `t${index + 1}`,
    clause,
    words: target.counts,
    text: target.words,
    number: numberOf(target.comparison, target.value, target.unit),
  }));
  const readings = (clause.readings ?? []).map((reading, index) => ({
    ...due(reading),
    suffix: `r${index + 1}`,
    clause,
    words: reading.what,
    ...(reading.comparison && reading.value !== undefined && reading.unit
      ? { number: numberOf(reading.comparison, reading.value, reading.unit) }
      : {}),
  }));
  return [...targets, ...readings];
}

const numberOf = (comparison: Target["comparison"], value: number, unit: Target["unit"]) => ({
  comparison,
  value,
  unit,
});

const due = ({ by, every }: Target | Reading) => ({ ...(by && { by }), ...(every && { every }) });

const targetsByPack = new WeakMap<Pack, readonly CampaignTarget[]>();

/** The targets of a campaign, as the plan and `targets.json` together say them. Put together once: every board asks for all. */
export function targetsOf(pack: Pack): readonly CampaignTarget[] {
  const known = targetsByPack.get(pack);
  if (known !== undefined) return known;
  const units = boardUnits(pack);
  const rows = new Map(pack.targets.map((row) => [row.id, row]));
  const targets = plannedTargets(pack.plan).flatMap((planned) => {
    const row = rows.get(planned.id);
    return row === undefined ? [] : [targetOf(pack, units, planned, row)];
  });
  targetsByPack.set(pack, targets);
  return targets;
}

function targetOf(
  pack: Pack,
  units: readonly BoardUnit[],
  { clause, number, ...planned }: Planned,
  row: TargetRow,
): CampaignTarget {
  const { id, place, words, text, by, every } = planned;
  const threshold = thresholdOf(row.proof, number);
  return {
    id,
    place,
    words,
    ...(text && { text }),
    ...(by && { by }),
    ...(every && { every }),
    schedule: scheduleOf(pack.plan, clause, { ...(by && { by }), ...(every && { every }) }),
    ...(number && { planned: number }),
    ...(row.proof && threshold && { proof: { ...row.proof, threshold } }),
    units: sharing(pack, units, row.units, clause),
    source: row.source,
    toBeConfirmed: row.toBeConfirmed,
  };
}

/** What is to be reached: as the row says it, or else as the plan does. */
export function thresholdOf(proof: Proof | undefined, number: Planned["number"]) {
  if (proof?.threshold !== undefined || number === undefined) return proof?.threshold;
  return { comparison: number.comparison, value: number.value };
}

/** The indicators that prove targets of a plan, by their ids, each once. */
export const provingIndicators = (pack: Pack): readonly string[] => [
  ...new Set(targetsOf(pack).flatMap(({ proof }) => (proof === undefined ? [] : [proof.indicator]))),
];
