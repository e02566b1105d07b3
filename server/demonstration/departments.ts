import { inSectors } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";

/** The departments of a campaign by what they do in a place, the first of the pack before the others. */
export function departmentsOf(campaign: Campaign) {
  const facts = [...campaign.organisations.keys()].flatMap((id) => organisationFact(campaign, id) ?? []);
  const charged = (duty: "supervision" | "industry", place: string, sectors: readonly string[]) =>
    sectors.flatMap((sector) =>
      campaign.pack.organisations.flatMap(({ id, region, duties }) =>
        region === place &&
        duties.some(({ as, sectors: named }) => as === duty && named !== "all" && named.includes(sector))
          ? [organisationId(id)]
          : [],
      ),
    );
  return {
    /** The one with the duty for a sector, be it that it answers where no other is named. */
    supervising: (region: string, sector: string): string | undefined =>
      facts.find(
        (unit) => unit.region === region && unit.supervises !== "all" && inSectors(unit.supervises, sector),
      )?.id,
    /** One that is named for any of some sectors beside the supervisor. */
    beside: (region: string, sectors: readonly string[], supervisor: string | undefined) =>
      charged("supervision", region, sectors).find((id) => id !== supervisor),
    /** The one that manages the trade of any of some sectors. */
    managing: (region: string, sectors: readonly string[]): string | undefined =>
      charged("industry", region, sectors)[0],
  };
}
