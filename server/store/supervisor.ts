import { inRegion, inSectors } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact } from "./campaign.ts";

/**
 * Who supervises what lies in a place and a sector: the organisation with that duty nearest to the place. Undefined where the
 * pack has none.
 */
export function supervisorOf(campaign: Campaign, region: string, sector: string): string | undefined {
  const here = [...campaign.organisations.keys()].flatMap((id) => {
    const fact = organisationFact(campaign, id);
    return fact && inRegion(fact.region, region) ? [fact] : [];
  });
  const nearest = here.toSorted((one, other) => other.region.length - one.region.length);
  return nearest.find(({ supervises }) => inSectors(supervises, sector))?.id;
}
