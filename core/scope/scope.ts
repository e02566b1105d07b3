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
}

/** What a person may see: a region subtree in some sectors, or one organisation; and always what they are party to. */
export type Scope =
  | { readonly sees: "everything" }
  | { readonly sees: "organisation"; readonly organisation: string }
  | {
      readonly sees: "region";
      readonly region: string;
      readonly sectors: "all" | readonly string[];
      readonly organisation: string;
    };

/** What of an entry decides who sees it. */
export interface Placed {
  readonly region?: string | undefined;
  readonly sector?: string | undefined;
  readonly organisation?: string | undefined;
  readonly parties: readonly Party[];
}

export interface Party {
  readonly organisation: string;
  /** The field of the register that names this party: "supervisingOrganisation", "foundByOrganisation" … */
  readonly as: string;
}

/** An organisation that no entry names: whoever stands for it sees nothing. */
const nobody = "00000000-0000-0000-0000-000000000000";

export function scopeOf(actor: Actor): Scope {
  switch (roles[actor.role].sees) {
    case "everything":
      return { sees: "everything" };
    case "organisation":
      return { sees: "organisation", organisation: actor.organisation };
    case "nothing":
      return { sees: "organisation", organisation: nobody };
    case "region":
      return {
        sees: "region",
        region: actor.region,
        sectors: actor.sectors,
        organisation: actor.organisation,
      };
  }
}

/**
 * Whether an entry lies within a scope. The SQL filter of `server/store/scope.ts` and the row-level policies say the same;
 * one property test holds the three together.
 */
export function inScope(scope: Scope, placed: Placed): boolean {
  if (scope.sees === "everything") return true;
  if (placed.parties.some((party) => party.organisation === scope.organisation)) return true;
  if (scope.sees === "organisation") return placed.organisation === scope.organisation;
  return inRegion(scope.region, placed.region) && inSectors(scope.sectors, placed.sector);
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

export function partyPlaceOf({ organisation }: Party, placed: Placed): PartyPlace {
  return {
    own: placed.organisation === organisation,
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
