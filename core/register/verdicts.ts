import { type Day, isDay } from "../calendar/day.ts";
import type { Figure, Indicator } from "../campaign/indicator.ts";
import { type LampColour, lampColours } from "../campaign/lamp.ts";
import type { Threshold } from "../campaign/target.ts";
import type { Words } from "../words.ts";

/** A lamp with all units for which it came out so: of most targets it is the same for many. */
export type FinalLamp = {
  readonly colour: LampColour;
  readonly reason: Words;
  /** Ids of units of the board. */
  readonly units: readonly string[];
};

/**
 * What a target of a campaign came to at its end, for every unit that has a share, with the figures by which it was judged: kept by the
 * act that closes the campaign, so that the board can be shown as it was then whatever the pack says later.
 */
export type TargetVerdict = {
  /** The target's id, its place in the plan. */
  readonly target: string;
  /** By what was known at the end of this day. */
  readonly asOf: Day;
  readonly lamps: readonly FinalLamp[];
  /** Absent where tasks with their evidence prove it. */
  readonly proof?: {
    readonly indicator: Indicator;
    readonly threshold: Threshold;
    readonly from: Day;
    readonly to: Day;
    /** Of the campaign's whole region. */
    readonly whole: Figure;
    readonly figures: readonly (Figure & { readonly unit: string })[];
  };
};

/** Whether a value read from a table or a line is what a target came to. */
export function isVerdict(json: unknown): json is TargetVerdict {
  if (typeof json !== "object" || json === null) return false;
  const { target, asOf, lamps, proof }: { [K in keyof TargetVerdict]?: unknown } = json;
  return (
    typeof target === "string" &&
    typeof asOf === "string" &&
    isDay(asOf) &&
    Array.isArray(lamps) &&
    lamps.every(isFinalLamp) &&
    (proof === undefined || isProof(proof))
  );
}

function isFinalLamp(json: unknown): json is FinalLamp {
  if (typeof json !== "object" || json === null) return false;
  const { colour, reason, units }: { [K in keyof FinalLamp]?: unknown } = json;
  return (
    lampColours.some((known) => known === colour) &&
    typeof reason === "object" &&
    reason !== null &&
    Array.isArray(units) &&
    units.every((unit) => typeof unit === "string")
  );
}

function isProof(json: unknown): boolean {
  if (typeof json !== "object" || json === null) return false;
  const {
    indicator,
    threshold,
    from,
    to,
    whole,
    figures,
  }: { [K in keyof NonNullable<TargetVerdict["proof"]>]?: unknown } = json;
  return (
    [indicator, threshold, whole].every((member) => typeof member === "object" && member !== null) &&
    [from, to].every((day) => typeof day === "string" && isDay(day)) &&
    Array.isArray(figures)
  );
}

/** The verdicts of a field; none where it holds something else. */
export const verdictsIn = (value: unknown): readonly TargetVerdict[] =>
  Array.isArray(value) ? value.filter(isVerdict) : [];

/** How many lamps of each colour there are, of all units. */
export function lampsOf(verdicts: readonly TargetVerdict[]): Readonly<Record<LampColour, number>> {
  const counts = { grey: 0, green: 0, yellow: 0, red: 0 };
  for (const { colour, units } of verdicts.flatMap(({ lamps }) => lamps)) counts[colour] += units.length;
  return counts;
}
