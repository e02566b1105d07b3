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
