import type { RegionView } from "../../api/types.ts";
import type { Branch } from "../../ui/antd/props.ts";

/** Path codes carry the tree in themselves: the parent of a region is the longest other code that it starts with. */
export function regionTree(
  regions: readonly RegionView[],
  say: (words: RegionView["name"]) => string,
): Branch[] {
  const branches = regions
    .map(({ code, name }): Branch => ({ value: code, title: say(name), children: [] }))
    .sort((one, other) => one.value.length - other.value.length || (one.value < other.value ? -1 : 1));
  const roots: Branch[] = [];
  for (const [at, branch] of branches.entries()) {
    const above = branches.slice(0, at).findLast(({ value }) => branch.value.startsWith(value));
    (above?.children ?? roots).push(branch);
  }
  return roots;
}

/** The county and the township of a region, or as much of them as it names; the prefecture is everybody's. */
export function placeOf(
  regions: readonly RegionView[],
  code: string,
  say: (words: RegionView["name"]) => string,
): string {
  return regions
    .filter((region) => region.code.length >= countyDigits && code.startsWith(region.code))
    .sort((one, other) => one.code.length - other.code.length)
    .map(({ name }) => say(name))
    .join("");
}

const countyDigits = 6;
