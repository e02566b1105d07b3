import type { Register } from "../../core/register/register.ts";
import type { Queryable } from "./database.ts";
import { columnOf, tableOf } from "./tables.ts";
import { type CountedQuery, entriesCounted, statement } from "./walks.ts";

/** How many of the entries that a figure counts hold each value of a field, of those that are still in sight; without a value none. */
export async function countByField(
  tx: Queryable,
  register: Register,
  counted: CountedQuery,
  field: string,
): Promise<ReadonlyMap<string, number>> {
  const { column } = columnOf(register, field);
  const { text, values } = statement(
    (parameters) => `select e.${column} as value, count(*) as count
      from ${tableOf(register)} e where e.${column} is not null
        and e.id in (${entriesCounted(register, counted, parameters)})
      group by 1 order by 2 desc, 1`,
  );
  const { rows } = await tx.query<{ value: string; count: number }>({ text, values: [...values] });
  return new Map(rows.map(({ value, count }) => [value, count]));
}

/** Of how many entries that a figure counts the count sums each number: how many were closed after one day, after two. */
export async function countByNumber(
  tx: Queryable,
  register: Register,
  counted: CountedQuery,
): Promise<readonly { readonly number: number; readonly count: number }[]> {
  const { text, values } = statement(
    (parameters) => `select summed.number::int as number, count(*) as count
      from (${entriesCounted(register, counted, parameters, "sum(c.sum) as number")}) summed group by 1 order by 1`,
  );
  const { rows } = await tx.query<{ number: number; count: number }>({ text, values: [...values] });
  return rows;
}
