import type { Organisation } from "./pack.ts";

/** The organisations of a pack by whatever ids they are known under, `idOf` making one of a name of the pack. */
export interface OrganisationTree {
  readonly byId: ReadonlyMap<string, Organisation>;
  readonly idOf: (name: string) => string;
}

/** An organisation of the pack and all above it by `parent`, from the nearest; nothing for one that the pack does not have. */
export function unitsUpwards(tree: OrganisationTree, id: string): readonly string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined; ) {
    const unit: Organisation | undefined = tree.byId.get(at);
    if (unit === undefined || line.includes(at)) break;
    line.push(at);
    at = unit.parent === undefined ? undefined : tree.idOf(unit.parent);
  }
  return line;
}

/** Whether it is the office of the committee that coordinates everything in its region: 安委办, unlike 消安委办. */
export const coordinatesAll = ({ kind, duties }: Organisation): boolean =>
  kind === "committeeOffice" && duties.some(({ as, sectors }) => as === "coordination" && sectors === "all");

/** The committee's offices (安委办) that answer for a place, from the nearest: the one of its own region, then of those around it. */
export const officesFor = ({ byId }: OrganisationTree, region: string): readonly string[] =>
  nearestFirst(byId, region, coordinatesAll);

/** The governments of a place, from the nearest. */
export const governmentsOf = ({ byId }: OrganisationTree, region: string): readonly string[] =>
  nearestFirst(byId, region, ({ kind }) => kind === "government");

function nearestFirst(
  byId: OrganisationTree["byId"],
  region: string,
  passes: (unit: Organisation) => boolean,
): readonly string[] {
  const around = [...byId].filter(([, unit]) => passes(unit) && region.startsWith(unit.region));
  return around.toSorted(([, one], [, other]) => other.region.length - one.region.length).map(([id]) => id);
}

/**
 * One level up: the bureau of the same line at the next level; for the highest of its line the office of the committee of its own
 * region, which approves on the committee's behalf. Of such an office, and of a government, it is the office of the region around
 * theirs, which `parent` leads to; nobody is above the topmost office. [design, to be confirmed with the prefecture]
 */
export function unitAbove(tree: OrganisationTree, id: string): string | undefined {
  const own = tree.byId.get(id);
  if (own === undefined) return undefined;
  const outside = unitsUpwards(tree, id).find((one) => tree.byId.get(one)?.region !== own.region);
  const parent = own.parent === undefined ? undefined : tree.idOf(own.parent);
  const next = outside === undefined ? undefined : tree.byId.get(outside);
  if (next !== undefined && outside === parent && next.kind !== "government") return outside;
  const climbs = next !== undefined && (coordinatesAll(own) || own.kind === "government");
  const office = officesFor(tree, climbs ? next.region : own.region)[0];
  return office === id ? undefined : office;
}
