import type { Entry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { readHeld } from "../../core/register/personal.ts";
import { personalAmong, withoutMasks } from "../../core/register/personal-values.ts";
import type { Register } from "../../core/register/register.ts";
import type { Queryable } from "../store/database.ts";
import { type PlaceOfValue, readValuesAt } from "../store/personal-values.ts";
import type { Vault } from "./vault.ts";

/** Personal numbers by entry and field, as they were entered; what cannot be opened is absent. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Opens the personal numbers that some entries hold in these fields. The caller has checked the scope, and who may have them. */
export async function openNumbers(
  db: Queryable,
  vault: Vault,
  entries: readonly Entry[],
  fields: Iterable<string>,
): Promise<Numbers> {
  const names = [...fields];
  const places = entries.flatMap(({ id, values }) =>
    names.flatMap((field): PlaceOfValue[] => {
      const held = readHeld(values[field]);
      return held === undefined ? [] : [{ entry: id, version: held.version, field }];
    }),
  );
  const found = new Map<string, Map<string, string>>();
  if (places.length === 0) return found;
  const open = await vault.opening(db);
  for (const sealed of await readValuesAt(db, places)) {
    const value = open(sealed)?.value;
    if (typeof value !== "string") continue;
    const own = found.get(sealed.entry) ?? new Map<string, string>();
    found.set(sealed.entry, own.set(sealed.field, value));
  }
  return found;
}

/**
 * What was entered, without the numbers that the entry holds already: a form gives back the mask that it was given, a file perhaps the
 * number itself, and neither changes anything.
 */
export async function withoutKnownNumbers(
  db: Queryable,
  vault: Vault,
  { allFields }: Register,
  entry: Entry,
  input: RawInput,
): Promise<RawInput> {
  const entered = withoutMasks(allFields, entry.values, input);
  const given = [...personalAmong(allFields).keys()].filter((name) => typeof entered[name] === "string");
  if (given.length === 0) return entered;
  const known = (await openNumbers(db, vault, [entry], given)).get(entry.id);
  if (known === undefined) return entered;
  return Object.fromEntries(Object.entries(entered).filter(([name, value]) => known.get(name) !== value));
}
