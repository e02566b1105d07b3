import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { newParameters, partyCondition, scopeCondition } from "./scope.ts";
import { columnOf, keyedBy, tableOf } from "./tables.ts";

/** Entries within a scope by their numbers; those that are absent or not to be seen are left out. */
export async function readNumbered(
  tx: Queryable,
  scope: Scope,
  register: Register,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  const found = await readKeyed(
    tx,
    scope,
    register,
    ["number"],
    numbers.map((number) => [number]),
  );
  return new Map(found.map((entry) => [String(entry.values.number), entry]));
}

/** Entries within a scope that have any of these combinations of values in these fields, which are columns. */
export async function readKeyed(
  tx: Queryable,
  scope: Scope,
  register: Register,
  fields: readonly string[],
  keys: readonly (readonly string[])[],
): Promise<readonly StoredEntry[]> {
  const asked = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  if (asked.length === 0) return [];
  const parameters = newParameters();
  const columns = fields.map((field, place) => {
    const { type, equal } = keyedBy(register, field, `k.v${place}`);
    return { values: `${parameters.add(asked.map((key) => key[place]))}::${type}`, equal };
  });
  const seen = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    // Key by key, because by statistics of a table that grows with each batch all of it was read.
    text: `select e.* from unnest(${columns.map(({ values }) => values).join(", ")})
          as k (${fields.map((_, place) => `v${place}`).join(", ")}),
        lateral (select e.* from ${tableOf(register)} e where ${columns.map(({ equal }) => equal).join(" and ")}
          and ${seen} offset 0) e`,
    values: parameters.values,
  });
  return rows.map((row) => entryOf(register, row));
}

/** What a name was found to mean. */
export interface NamedEntry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string | null;
  /** It is closed, ceased or merged into another. */
  readonly atRest: boolean;
}

/** As many as are worth telling of a name that means several. */
const namesakesMost = 20;

/**
 * Entries within a scope by what people call them: the number, the title, or what else the register is known by (a credit code).
 * Width and case of letters make no difference.
 */
export async function findNamed(
  tx: Queryable,
  scope: Scope,
  register: Register,
  names: readonly string[],
  knownBy: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedEntry[]>> {
  if (names.length === 0) return new Map();
  const parameters = newParameters();
  const asked = parameters.add(names);
  const seen = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  const told = `k.name, e.id, e.number, e.title, e.organisation, e.closed_on is not null as "atRest"`;
  // One join for each code: with "or" between them none of the indexes would serve.
  const byCode = ["number", ...knownBy].map(
    (
      field,
    ) => `select ${told} from k join ${tableOf(register)} e on e.${columnOf(register, field).column} = k.name
      where ${seen}`,
  );
  const { rows } = await tx.query<NamedEntry & { name: string }>({
    text: `with k as (select distinct name from unnest(${asked}::text[]) as n (name)),
        by_code as (${byCode.join(" union ")})
      select * from by_code union all
      select ${told} from k join ${tableOf(register)} e on searchable(e.title) = searchable(k.name)
        where ${seen} and not exists (select 1 from by_code c where c.name = k.name)`,
    values: parameters.values,
  });
  const byName = Map.groupBy(rows, ({ name }) => name);
  return new Map([...byName].map(([name, found]) => [name, found.slice(0, namesakesMost)]));
}
