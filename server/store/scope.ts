import type { Keeping } from "../../core/register/keeping.ts";
import type { Register } from "../../core/register/register.ts";
import { regionRange, type Scope, seesRestricted } from "../../core/scope/scope.ts";

/** Collects the values of a statement while it is put together. */
export interface Parameters {
  readonly values: unknown[];
  /** Adds a value and gives its place: `$3`. */
  add(value: unknown): string;
}

export function newParameters(): Parameters {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/**
 * The condition on an entry table (under the alias `e`) that `inScope` states in core, without the part of being a party. The
 * region is compared with the column of its own level, so that the index of that level serves.
 */
export function scopeCondition(scope: Scope, register: Register, parameters: Parameters): string {
  if (scope.sees === "everything") return "true";
  if (register.keeping) return keptCondition(scope, register.keeping, parameters);
  if (scope.sees === "organisation") return `e.organisation = ${parameters.add(scope.organisation)}`;
  const sectors =
    scope.sectors === "all" ? "" : ` and e.sector = any(${parameters.add(scope.sectors)}::text[])`;
  const restricted = register.restricting && !seesRestricted(scope) ? " and e.restricted is not true" : "";
  return `${regionCondition(scope.region, parameters)}${sectors}${restricted}`;
}

/** What of a kept register somebody sees: all of it, or their organisation's and their own. */
function keptCondition(
  { role, person, organisation }: Exclude<Scope, { sees: "everything" }>,
  { by, heads }: Keeping,
  parameters: Parameters,
): string {
  if (role === undefined || person === undefined) return "false";
  if (by.includes(role)) return "true";
  const own = `e.kept_person = ${parameters.add(person)}`;
  if (!heads.includes(role)) return own;
  const unit = parameters.add(organisation);
  return `(${own} or e.kept_unit = ${unit} or e.holder = ${unit})`;
}

/** The places of an organisation's parties (under the alias `w`) of which `showsPlace` in core says that the scope does not show them. */
export function beyondCondition(
  scope: Exclude<Scope, { sees: "everything" }>,
  parameters: Parameters,
): string {
  if (scope.sees === "organisation") return "not w.own";
  if (scope.region === "") return "true";
  const { from, before } = regionRange(scope.region);
  const sectors =
    scope.sectors === "all" ? "" : ` and w.sector = any(${parameters.add(scope.sectors)}::text[])`;
  return `not (w.county >= ${parameters.add(from)} and w.county < ${parameters.add(before)}${sectors})`;
}

/** A region and all below it. */
export function regionCondition(region: string, parameters: Parameters): string {
  if (region === "") return "false";
  if (region.length === 6) return `e.county = ${parameters.add(region)}`;
  if (region.length >= 9) return `e.region = ${parameters.add(region)}`;
  const { from, before } = regionRange(region);
  return `e.region >= ${parameters.add(from)} and e.region < ${parameters.add(before)}`;
}

/** Whether the organisation is a party to the entry. */
export function partyCondition(scope: Scope, parameters: Parameters): string {
  if (scope.sees === "everything") return "false";
  return `exists (select 1 from party p where p.entry = e.id and p.organisation = ${parameters.add(scope.organisation)})`;
}
