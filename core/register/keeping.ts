import type { Role } from "../scope/roles.ts";
import type { Kept } from "../scope/scope.ts";
import type { Fields, Values } from "./field.ts";

/**
 * That the entries of a register lie in no region and are no enterprise's: who sees them instead. Such a register has none of the
 * fields by which a scope shows others.
 */
export interface Keeping<N extends string = string> {
  /** Roles whose business every entry is, wherever. */
  readonly by: readonly Role[];
  /** Roles that see those of their own organisation, which this field names, and those that wait for it. */
  readonly heads: readonly Role[];
  readonly unit: N;
  /** The field with the id of the person whose own it is; the entry's id where it says nothing. */
  readonly person?: N;
}

/** Who sees an entry of a kept register. */
export function keptFor({ by, heads, unit, person }: Keeping, id: string, values: Values): Kept {
  const units = [textIn(values, unit), textIn(values, "holder")].filter((one) => one !== undefined);
  return { by, heads, units, person: ownerOf(person, id, values) };
}

/** Whose own an entry of a kept register is. */
export const ownerOf = (person: string | undefined, id: string, values: Values): string | undefined =>
  person === undefined ? id : textIn(values, person);

const textIn = (values: Values, field: string): string | undefined => {
  const value = values[field];
  return typeof value === "string" ? value : undefined;
};

/** What a scope shows others by would show a kept entry to people whose business it is not. */
export function refuseToPlace({
  name,
  fields,
  keeping,
}: {
  readonly name: string;
  readonly fields: Fields;
  readonly keeping?: Keeping | undefined;
}): void {
  const placing = Object.entries(fields).flatMap(([field, { party }]) =>
    party || ["region", "sector", "organisation"].includes(field) ? [field] : [],
  );
  if (keeping && placing.length > 0)
    throw new Error(`The register ${name} is kept, and its field ${placing[0]} would show it by scope`);
}
