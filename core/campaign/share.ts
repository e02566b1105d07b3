import type { OrganisationFact } from "../register/organisation-fact.ts";
import type { Cut } from "./indicator.ts";

/**
 * The share of a unit of a pack: of a department its region in the sectors that it supervises (Work Safety Law art. 10), or manages as a
 * trade where it supervises none, of a park what lies in it, of anybody else the region. A department that supervises some sectors and
 * manages trades that the plan does not name would else be told to hold all of them.
 */
export function shareOf({ id, region, kind, isPark, supervises, manages = [] }: OrganisationFact): Cut {
  if (isPark) return { park: id };
  if (kind !== "department" || supervises === "all") return { region };
  return { region, sectors: supervises.length > 0 ? supervises : manages };
}

/** The share with the region in whose sight it is counted: a figure that an entry keeps must say it (`FigurePlace`). */
export const shareInSight = (unit: OrganisationFact): Cut & { readonly region: string } => ({
  region: unit.region,
  ...shareOf(unit),
});
