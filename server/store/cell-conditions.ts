import type { Counted } from "../../core/campaign/counted.ts";
import type { Cut } from "../../core/campaign/indicator.ts";
import { regionRange, type Scope, seesRestricted } from "../../core/scope/scope.ts";
import type { Parameters } from "./scope.ts";

interface Asked extends Omit<Counted, "count"> {
  readonly scope: Scope;
}

/** Which cells a figure adds up, as conditions on their table. */
export function cellConditions(
  { scope, window, asOf, since, cut, levels, kinds }: Asked,
  parameters: Parameters,
): readonly string[] {
  return [
    `day <= ${parameters.add(window.to)}::date`,
    ...(window.from === undefined ? [] : [`day >= ${parameters.add(window.from)}::date`]),
    ...(asOf === undefined ? [] : [`known_day <= ${parameters.add(asOf)}::date`]),
    ...(since === undefined ? [] : [`known_day > ${parameters.add(since)}::date`]),
    ...(levels === undefined ? [] : [`level = any(${parameters.add(levels)}::text[])`]),
    ...(kinds === undefined ? [] : [`kind = any(${parameters.add(kinds)}::text[])`]),
    ...scopeOfCells(scope, parameters),
    ...cutConditions(cut, parameters),
  ];
}

/** What of the cells a scope shows; the policies on their tables say the same. */
export function scopeOfCells(scope: Scope, parameters: Parameters): readonly string[] {
  if (scope.sees === "everything") return [];
  if (scope.sees === "organisation") {
    const organisation = parameters.add(scope.organisation);
    return [`(organisation = ${organisation}::text or park = ${organisation}::text)`];
  }
  return [
    ...cutConditions(
      { region: scope.region, ...(scope.sectors === "all" ? {} : { sectors: scope.sectors }) },
      parameters,
    ),
    ...(seesRestricted(scope) ? [] : ["not restricted"]),
  ];
}

export function cutConditions(
  { region, at, sectors, park, organisation }: Cut,
  parameters: Parameters,
): readonly string[] {
  return [
    ...(region === undefined ? [] : [regionOf(region, parameters)]),
    ...(at === undefined ? [] : [`region = ${parameters.add(at)}::text`]),
    ...(sectors === undefined ? [] : [`sector = any(${parameters.add(sectors)}::text[])`]),
    ...(park === undefined ? [] : [`park = ${parameters.add(park)}`]),
    ...(organisation === undefined ? [] : [`organisation = ${parameters.add(organisation)}`]),
  ];
}

function regionOf(region: string, parameters: Parameters): string {
  if (region === "") return "false";
  const { from, before } = regionRange(region);
  return `region >= ${parameters.add(from)} and region < ${parameters.add(before)}`;
}
