import type { Level } from "./scope.ts";

const ladder: readonly string[] = ["prefecture", "county"] satisfies Level[];

interface Standing {
  readonly level: string;
  readonly region: string;
}

/**
 * 国办发〔2024〕54号 (整治形式主义为基层减负): a coordinating office is no superior of lower governments, and hands them no tasks by documents of
 * its own. It assigns to the members of its own level's committee, and to the office so many levels down as the pack says, which takes
 * the matter to its own government. How far down is a design, to be confirmed: `task.assign.levelsDown`.
 */
export const reaches = (
  by: Standing,
  unit: Standing & { readonly kind?: string | undefined },
  levelsDown: number,
): boolean => isOwnLevel(by.region, unit) || isOfficeBelow(by, unit, levelsDown);

/** Members of the committee of the region: its departments, offices and park, and not the government for which the office works. */
const isOwnLevel = (region: string, unit: Standing & { readonly kind?: string | undefined }): boolean =>
  unit.region === region &&
  unit.level !== "enterprise" &&
  unit.kind !== "government" &&
  unit.kind !== "partyCommittee";

function isOfficeBelow(
  { level, region }: Standing,
  unit: Standing & { readonly kind?: string | undefined },
  most: number,
): boolean {
  const down = ladder.indexOf(unit.level) - ladder.indexOf(level);
  return unit.kind === "committeeOffice" && unit.region.startsWith(region) && down > 0 && down <= most;
}
