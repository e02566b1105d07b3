import type { Lists } from "../../../core/exchange/places.ts";
import type { Campaign } from "../../store/campaign.ts";
import type { Queryable } from "../../store/database.ts";
import { currentLibrary } from "../../store/imported-criteria.ts";

/** What cells may name that stands in the pack, and the items of the criteria library as it is now. */
export async function listsOf(tx: Queryable, campaign: Campaign): Promise<Lists> {
  const { criteria } = await currentLibrary(tx, campaign);
  const { regions, sectors } = campaign.pack;
  return { regions, sectors, criteria: new Set(criteria.keys()) };
}
