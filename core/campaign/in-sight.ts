import { inRegion, type Scope } from "../scope/scope.ts";
import type { BoardUnit } from "./board-units.ts";
import type { Cut } from "./indicator.ts";

/** What the board must know of its units: their ids in the tables, and where their figures are taken. */
interface Known {
  readonly idOf: (name: string) => string;
  readonly shareOf: (unit: BoardUnit) => Cut;
}

/**
 * The units of the board whose share somebody sees whole: those in their region, of which a department's sectors leave the
 * governments, which it then sees in its sectors alone, and of the departments its own where its sectors are all of that one's. A part
 * would stand there as the whole. Whoever sees an organisation sees its column.
 */
export function unitsInSight(
  units: readonly BoardUnit[],
  scope: Scope,
  { idOf, shareOf }: Known,
): readonly BoardUnit[] {
  if (scope.sees === "everything") return units;
  const isOwn = ({ id }: BoardUnit) => idOf(id) === scope.organisation;
  if (scope.sees === "organisation") return units.filter(isOwn);
  const { region, sectors } = scope;
  const isWhole = (unit: BoardUnit) =>
    sectors === "all" ||
    unit.kind !== "department" ||
    (isOwn(unit) && shareOf(unit).sectors?.every((sector) => sectors.includes(sector)) === true);
  return units.filter((unit) => inRegion(region, unit.organisation.region) && isWhole(unit));
}

/** Whether somebody sees the tasks of a unit in sight: they lie in no sector, so that a post with some sees its own organisation's alone. */
export const seesTasksOf = ({ id }: BoardUnit, scope: Scope, { idOf }: Pick<Known, "idOf">): boolean =>
  scope.sees !== "region" || scope.sectors === "all" || idOf(id) === scope.organisation;
