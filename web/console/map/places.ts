import type { RegionView } from "../../api/types.ts";

const countyDigits = 6;
const townshipDigits = 9;

/** The level of the regions that stand below one: a township has none below and stands for itself. */
export const regionLevelOf = (base: string): "county" | "township" =>
  base.length < countyDigits ? "county" : "township";

export function childRegions(regions: readonly RegionView[], base: string): readonly RegionView[] {
  const digits = regionLevelOf(base) === "county" ? countyDigits : townshipDigits;
  return regions.filter(({ code }) => code.length === digits && code.startsWith(base));
}
