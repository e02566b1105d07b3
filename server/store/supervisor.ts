import { inRegion, inSectors } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact } from "./campaign.ts";

/**
 * Who supervises what lies in a place and a sector: the organisation with that duty nearest to the place, or else the one that has
 * comprehensive supervision there. Undefined where the pack has neither.
 */
export function supervisorOf(campaign: Campaign, region: string, sector: string): string | undefined {
  const here = [...campaign.organisations.keys()].flatMap((id) => {
    const fact = organisationFact(campaign, id);
    return fact && inRegion(fact.region, region) ? [fact] : [];
  });
  const nearest = here.toSorted((one, other) => other.region.length - one.region.length);
  const comprehensive = nearest.find(({ id }) =>
    campaign.organisations.get(id)?.duties.some(({ as }) => as === "comprehensive"),
  );
  return (nearest.find(({ supervises }) => inSectors(supervises, sector)) ?? comprehensive)?.id;
}
