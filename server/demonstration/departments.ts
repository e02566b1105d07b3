import { inSectors } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";

/** The departments of a campaign by what they do in a place, the first of the pack before the others. */
export function departmentsOf(campaign: Campaign) {
  const facts = [...campaign.organisations.keys()].flatMap((id) => organisationFact(campaign, id) ?? []);
  const managers = campaign.pack.organisations.map(({ id, region, duties }) => ({
    id: organisationId(id),
    region,
    manages: duties.flatMap(({ as, sectors }) => (as === "industry" && sectors !== "all" ? sectors : [])),
  }));
  const allSupervising = (region: string, sector: string): readonly string[] =>
    facts.flatMap(({ id, region: place, supervises }) =>
      place === region && supervises !== "all" && inSectors(supervises, sector) ? [id] : [],
    );
  return {
    /** The one with the duty for a sector. */
    supervising: (region: string, sector: string): string | undefined => allSupervising(region, sector)[0],
    /** One with the duty for any of some sectors that is not the one named. */
    supervisingBeside: (region: string, sectors: readonly string[], supervisor: string | undefined) =>
      sectors.flatMap((sector) => allSupervising(region, sector)).find((id) => id !== supervisor),
    /** The one that manages the trade of any of some sectors. */
    managing: (region: string, sectors: readonly string[]): string | undefined =>
      sectors.flatMap((sector) =>
        managers.filter(({ region: place, manages }) => place === region && manages.includes(sector)),
      )[0]?.id,
  };
}
