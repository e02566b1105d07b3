import type { Register } from "../../../core/register/register.ts";
import type { Scope } from "../../../core/scope/scope.ts";
import type { Transaction } from "../../store/database.ts";
import { readKeyed, readNumbered } from "../../store/lookups.ts";
import type { StoredEntry } from "../../store/row.ts";

/** What is known of the entry that a row may be: the number that it gives, and its value of a field, names resolved. */
export interface Recognisable {
  readonly row: number;
  readonly number: string | undefined;
  readonly valueIn: (field: string) => unknown;
}

/** The entry that a row is, and by what it was recognised; `unknown` where it gives a number that nobody has, or not in sight. */
export type Recognised =
  | { readonly entry: StoredEntry; readonly by: "number" | "key" }
  | { readonly unknown: string }
  | undefined;

/** Which entries the rows are: by their numbers, and else by what the register is known by (`exchange.keys`). */
export async function recognise(
  tx: Transaction,
  scope: Scope,
  register: Register,
  rows: readonly Recognisable[],
): Promise<ReadonlyMap<number, Recognised>> {
  const numbered = rows.flatMap(({ number }) => number ?? []);
  const byNumber = await readNumbered(tx, scope, register, [...new Set(numbered)]);
  const found = new Map<number, Recognised>();
  for (const { row, number } of rows) {
    if (number === undefined) continue;
    const entry = byNumber.get(number);
    found.set(row, entry ? { entry, by: "number" } : { unknown: number });
  }
  for (const fields of register.exchange.keys ?? []) {
    const asking = rows.flatMap(({ row, valueIn }) => {
      const key = fields.map(valueIn).filter((value) => typeof value === "string");
      return !found.has(row) && key.length === fields.length ? [{ row, key }] : [];
    });
    const entries = await readKeyed(
      tx,
      scope,
      register,
      fields,
      asking.map(({ key }) => key),
    );
    const byKey = new Map(entries.map((entry) => [keyOf(fields.map((field) => entry.values[field])), entry]));
    for (const { row, key } of asking) {
      const entry = byKey.get(keyOf(key));
      if (entry) found.set(row, { entry, by: "key" });
    }
  }
  return found;
}

const keyOf = (values: readonly unknown[]): string => JSON.stringify(values);
