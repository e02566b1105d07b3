import { type Role, roles } from "./roles.ts";

/** At which level an organisation stands; who owns a hazard, and who approves for whom, follows from it. */
export type Level = "enterprise" | "township" | "county" | "prefecture";

/** A person in the post in which they act now. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly level: Level;
  /** Path code of the region that the post covers; empty for a post in an enterprise. */
  readonly region: string;
  readonly sectors: "all" | readonly string[];
  /** Of another system that acts in the role by a token: what the token leaves of what the role may. */
  readonly token?: TokenLimits;
}

/** What a partner's token leaves of what its role may; names of acts and fields with their register: `hazard.find`. */
export interface TokenLimits {
  readonly mayRead: readonly string[];
  readonly mayDo: readonly string[];
  /** Fields that no answer holds, beside the personal ones. */
  readonly masked: readonly string[];
}

/** Who looks: of a kept register, sight goes by the role and by the person. Who says neither sees none of those. */
interface Looking {
  readonly organisation: string;
  readonly role?: Role;
  readonly person?: string;
}

/**
 * What a person may see: a region subtree in some sectors, or one organisation; and always what they are party to. Of the registers
 * that are kept, none of it counts: see `Kept`.
 */
export type Scope =
  | { readonly sees: "everything" }
  | (Looking & { readonly sees: "organisation" })
  | (Looking & {
      readonly sees: "region";
      readonly region: string;
      readonly sectors: "all" | readonly string[];
    });

/** What of an entry decides who sees it. */
export interface Placed {
  readonly region?: string | undefined;
  readonly sector?: string | undefined;
  readonly organisation?: string | undefined;
  readonly parties: readonly Party[];
  /** Kept from whoever would see it by region alone, but for those who watch over the authorities. */
  readonly restricted?: boolean | undefined;
  /** Of an entry of a kept register. */
  readonly kept?: Kept | undefined;
}

/**
 * Who sees an entry that lies in no region and is no enterprise's, as an account: the roles whose business all of them are, the heads
 * of the organisations that it concerns, and the person whose own it is.
 */
export interface Kept {
  readonly by: readonly Role[];
  readonly heads: readonly Role[];
  /** Those of which it is, and whoever must decide on it now. */
  readonly units: readonly string[];
  readonly person?: string | undefined;
}

export interface Party {
  readonly organisation: string;
  /** The field of the register that names this party: "supervisingOrganisation", "foundByOrganisation" … */
  readonly as: string;
}

/** An organisation that no entry names: whoever stands for it sees nothing. */
const nobody = "00000000-0000-0000-0000-000000000000";

export function scopeOf(actor: Actor): Scope {
  const { id: person, role, organisation, region, sectors } = actor;
  switch (roles[role].sees) {
    case "everything":
      return { sees: "everything" };
    case "organisation":
      return { sees: "organisation", organisation, role, person };
    case "nothing":
      return { sees: "organisation", organisation: nobody, role, person };
    case "region":
      return { sees: "region", region, sectors, organisation, role, person };
  }
}

/**
 * Whether an entry lies within a scope. The SQL filter of `server/store/scope.ts` and the row-level policies say the same;
 * one property test holds the three together.
 */
export function inScope(scope: Scope, placed: Placed): boolean {
  if (scope.sees === "everything") return true;
  if (placed.kept) return isKeptFor(scope, placed.kept);
  if (isPartyTo(placed, scope)) return true;
  if (scope.sees === "organisation") return placed.organisation === scope.organisation;
  if (placed.restricted && !seesRestricted(scope)) return false;
  return inRegion(scope.region, placed.region) && inSectors(scope.sectors, placed.sector);
}

/** Whether an organisation is named by an entry. */
export const isPartyTo = (
  { parties }: Placed,
  { organisation }: { readonly organisation: string },
): boolean => parties.some((party) => party.organisation === organisation);

/** The one role before which nothing of its region is restricted: it watches over those who could restrict. */
export const watchingRole: Role = "discipline";

/** Whether a region shows this person what is restricted there. */
export const seesRestricted = ({ role }: { readonly role?: Role | undefined }): boolean =>
  role === watchingRole;

function isKeptFor(
  { role, person, organisation }: Looking,
  { by, heads, units, person: own }: Kept,
): boolean {
  if (role !== undefined && by.includes(role)) return true;
  if (own !== undefined && own === person) return true;
  return role !== undefined && heads.includes(role) && units.includes(organisation);
}

/** Where an entry lies as one party to it needs to tell it: coarse, so that an organisation has few such places. */
export interface PartyPlace {
  /** Whether the entry is the party's own, as its enterprise. */
  readonly own: boolean;
  /** The county's part of the entry's region, or all of a shorter one; empty for none. */
  readonly county: string;
  /** Empty for none. */
  readonly sector: string;
}

/** What is restricted lies in no place that a region shows, so that its parties are always asked. */
export function partyPlaceOf({ organisation }: Party, placed: Placed): PartyPlace {
  const own = placed.organisation === organisation;
  if (placed.restricted) return { own, county: "", sector: "" };
  return {
    own,
    county: placed.region?.slice(0, 6) ?? "",
    sector: placed.sector ?? "",
  };
}

/**
 * Whether a scope shows all that lies in a place, so that being a party adds nothing to it. Never true of a place that holds an
 * entry out of the scope; false of one that holds some of both, as for a post in a township. `server/store/scope.ts` says the
 * same in SQL.
 */
export function showsPlace(scope: Scope, { own, county, sector }: PartyPlace): boolean {
  if (scope.sees === "everything") return true;
  if (scope.sees === "organisation") return own;
  return inRegion(scope.region, county) && inSectors(scope.sectors, sector);
}

/** Path codes make a subtree a prefix: 5334 covers 533401 and 533401101. */
export function inRegion(region: string, place: string | undefined): boolean {
  return region !== "" && place !== undefined && place.startsWith(region);
}

export function inSectors(sectors: "all" | readonly string[], sector: string | undefined): boolean {
  return sectors === "all" || (sector !== undefined && sectors.includes(sector));
}

/** The half-open range of path codes of a subtree, for an index: 5334 → ["5334", "5335"). No region has an empty range. */
export function regionRange(region: string): { readonly from: string; readonly before: string } {
  if (region === "") return { from: "", before: "" };
  return {
    from: region,
    before: region.slice(0, -1) + String.fromCharCode(region.charCodeAt(region.length - 1) + 1),
  };
}

const ladder: readonly Level[] = ["enterprise", "township", "county", "prefecture"];

/** Whether `level` stands above `other`. */
export function isAbove(level: Level, other: Level): boolean {
  return ladder.indexOf(level) > ladder.indexOf(other);
}
