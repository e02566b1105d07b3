import { governmentsOf, type OrganisationTree, officesFor, unitsUpwards } from "../pack/organisation-tree.ts";
import { heads, type Role } from "../scope/roles.ts";
import { type Actor, inScope, type Placed, scopeOf } from "../scope/scope.ts";
import { later, type Rung, type RungWho } from "./ladder.ts";

/** A matter that is reminded of: who holds it, in which roles it waits there, and what decides who sees it. */
export interface Matter {
  readonly holder: string;
  readonly awaits: readonly Role[];
  readonly placed: Placed;
  /** Of one that an enterprise holds: its supervising department. */
  readonly supervisor?: string | undefined;
}

/** What a climb goes by: the organisations, and who holds which post today in an organisation. */
export interface Climbing {
  readonly tree: OrganisationTree;
  readonly postsIn: (organisation: string) => readonly Actor[];
}

/** A rung with whom it reaches. */
export interface Reached extends Rung {
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/**
 * Whom a rung reaches. Whoever holds the matter is reminded as it waits for them. Above them it is the nearest unit, upwards, in which
 * somebody in such a post stands who may see the matter: where a unit has no head it goes on to the next above, and a township with
 * nobody is passed over. Undefined where nobody does.
 */
export function climb(
  who: RungWho,
  matter: Matter,
  { tree, postsIn }: Climbing,
): Omit<Reached, keyof Rung> | undefined {
  const { holder, awaits, placed } = matter;
  if (who === "handler") return { organisation: holder, roles: awaits };
  const asked = rolesOf[who];
  for (const organisation of unitsFor(who, matter, tree)) {
    const seeing = postsIn(organisation).filter(
      (actor) => asked.includes(actor.role) && inScope(scopeOf(actor), placed),
    );
    if (seeing.length > 0)
      return { organisation, roles: [...new Set(seeing.map(({ role }) => role))].sort() };
  }
  return undefined;
}

const rolesOf: Readonly<Record<Exclude<RungWho, "handler">, readonly Role[]>> = {
  head: heads,
  committeeOffice: ["committeeOffice"],
  leader: ["leader"],
};

/** The roles of those above whoever holds a matter. */
export const climbingRoles: readonly Role[] = [...new Set(Object.values(rolesOf).flat())];

/** The units among which a rung above whoever holds a matter looks for somebody, from the nearest. */
export function unitsFor(
  who: RungWho,
  { holder, supervisor, placed }: Matter,
  tree: OrganisationTree,
): readonly string[] {
  // The pack does not have an enterprise: it has no parent of its own, and its supervising department stands above it.
  const own = tree.byId.get(holder);
  const line = own
    ? unitsUpwards(tree, holder)
    : [holder, ...(supervisor ? unitsUpwards(tree, supervisor) : [])];
  if (who === "head") return line;
  const region = (own ?? tree.byId.get(supervisor ?? ""))?.region ?? placed.region ?? "";
  const offices = officesFor(tree, region);
  if (who === "committeeOffice") return offices;
  // Leaders of where the office sits, not of a township beneath it, whose head has heard before the office did.
  const answering = tree.byId.get(offices[0] ?? "")?.region ?? region;
  return governmentsOf(tree, answering);
}

/**
 * Whom each of the reached rungs reaches, each role of an organisation by one of them only: the latest, and of one day the highest. A
 * principal who is both whom it waits for and the head of the unit is not told the same twice.
 */
export function reachedBy(rungs: readonly Rung[], matter: Matter, climbing: Climbing): readonly Reached[] {
  const told = new Set<string>();
  return rungs.toSorted(later).flatMap((rung): readonly Reached[] => {
    const found = climb(rung.who, matter, climbing);
    if (found === undefined) return [];
    const roles = found.roles.filter((role) => !told.has(`${found.organisation} ${role}`));
    for (const role of roles) told.add(`${found.organisation} ${role}`);
    return roles.length > 0 ? [{ ...rung, organisation: found.organisation, roles }] : [];
  });
}
