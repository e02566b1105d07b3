import type { Queryable } from "./database.ts";

/** The columns that a person wants in the lists of registers, by register; none where the usual ones do. */
export async function readColumns(
  tx: Queryable,
  person: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await tx.query<{ register: string; columns: readonly string[] }>({
    name: "list-columns",
    text: "select register, columns from list_columns where person = $1",
    values: [person],
  });
  return Object.fromEntries(rows.map(({ register, columns }) => [register, columns]));
}

/** Keeps a person's columns for a register; with none, the usual ones do again. */
export async function keepColumns(
  tx: Queryable,
  person: string,
  register: string,
  columns: readonly string[],
): Promise<void> {
  if (columns.length === 0) {
    await tx.query("delete from list_columns where person = $1 and register = $2", [person, register]);
    return;
  }
  await tx.query(
    `insert into list_columns (person, register, columns) values ($1, $2, $3)
      on conflict (person, register) do update set columns = excluded.columns`,
    [person, register, columns],
  );
}
