import { inRegion, type Scope } from "../scope/scope.ts";
import type { Cut, Indicator } from "./indicator.ts";

/** Why a number over people is not told: it is below the threshold, or it would give away one that is. */
export type Untold = "few" | "withheld";

/** What of a total and its parts is not told, part by part. */
export interface UntoldParts {
  readonly total: Untold | undefined;
  readonly parts: readonly (Untold | undefined)[];
}

/**
 * What may not be told of a total over people and its parts. What is below the threshold and not nothing is "few": it may be anything
 * from nothing up to the threshold. Where the total and the others would give such a part away, because it is the only one or because all
 * of them can only be as many as they may be at most, the smallest other part is untold too (complementary suppression): "few" where it
 * is below the threshold itself, else "withheld". Where there is no other part, the total is withheld. The threshold is
 * `figure.few.below` of the pack.
 */
export function untoldParts(parts: readonly number[], below: number): UntoldParts {
  const few = parts.filter((part) => isFew(part, below));
  const untold = parts.map((part): Untold | undefined => (isFew(part, below) ? "few" : undefined));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const hidden = isFew(total, below) ? ("few" as const) : undefined;
  const isGivenAway = few.length === 1 || (few.length > 0 && few.every((part) => part === below - 1));
  if (!isGivenAway) return { total: hidden, parts: untold };
  const others = parts.flatMap((part, at) => (isFew(part, below) ? [] : [{ part, at }]));
  const [second] = others.sort((one, other) => one.part - other.part || one.at - other.at);
  if (second === undefined) return { total: hidden ?? "withheld", parts: untold };
  return { total: hidden, parts: untold.with(second.at, second.part < below ? "few" : "withheld") };
}

/** Whether a number over people could point at one of them. Nothing points at nobody. */
export const isFew = (count: number, below: number): boolean => count > 0 && count < below;

/** Whether a scope shows all that lies in a cut, so that whoever has it may open the entries behind a figure one by one. */
export function seesAllOf(scope: Scope, cut: Cut): boolean {
  if (scope.sees === "everything") return true;
  if (scope.sees === "organisation")
    return scope.organisation === cut.park || scope.organisation === cut.organisation;
  if (!inRegion(scope.region, cut.region)) return false;
  return scope.sectors === "all" || cut.sectors?.every((sector) => scope.sectors.includes(sector)) === true;
}

/**
 * Whether figures are over people: of an indicator that says so, and of any other that is told apart by the kind by which one over people
 * is narrowed, since one of its rows is then the same figure.
 */
export function tellsOfPeople(
  indicator: Indicator,
  by: readonly string[],
  known: readonly Indicator[],
): boolean {
  if (indicator.people) return true;
  if (!by.includes("kind")) return false;
  const register = registerOf(indicator);
  return known.some((one) => one.people && one.counts.kinds !== undefined && registerOf(one) === register);
}

const registerOf = ({ counts: { count } }: Indicator) => count.split(".")[0];
