import type { Entry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { AlikeFact } from "../../core/register/others.ts";
import type { FactsWanted } from "../../core/register/register.ts";

/** An entry, and all those of its world among which others like it are looked for. */
export interface Among {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
}

/** The other entries of the register that have in these fields what was entered, or else what the entry holds. */
export function sameAs(
  { entry, entries }: Among,
  input: RawInput,
  fields: readonly string[],
): readonly Entry[] {
  const wanted = fields.map((field) => input[field] ?? entry.values[field]);
  // What nobody said, nobody has the same as.
  if (wanted.some((value) => typeof value !== "string")) return [];
  return entries.filter(
    (other) =>
      other.register === entry.register &&
      other.id !== entry.id &&
      fields.every((field, at) => other.values[field] === wanted[at]),
  );
}

/** As the store counts for an act. */
export const countSame = (among: Among, input: RawInput, fields: readonly string[]): number =>
  sameAs(among, input, fields).length;

/** As the store finds them for an act that enters one of the values. */
export function alikeAmong(
  among: Among,
  input: RawInput,
  wanted: FactsWanted["alike"],
): readonly AlikeFact[] {
  if (
    wanted === undefined ||
    !(wanted.shares ?? wanted.same).some((field) => typeof input[field] === "string")
  )
    return [];
  const shared = (wanted.shares ?? [])
    .map((field) => input[field] ?? among.entry.values[field])
    .filter((value) => value !== undefined);
  return sameAs(among, input, wanted.same)
    .filter(({ values }) => !wanted.atWork || values.closedOn === undefined)
    .filter(
      ({ values }) => wanted.shares?.some((field) => shared.some((value) => values[field] === value)) ?? true,
    )
    .map(({ id, state, values }) => ({
      id,
      number: values.number ?? "",
      title: String(values.title),
      state,
      day: String(values[wanted.newestBy]),
    }))
    .sort((one, two) => (one.day < two.day ? 1 : -1));
}
