import type { Queryable } from "./database.ts";

/** Titles of entries by id, for whoever sees another entry that names them; of what is restricted, for whoever sees that itself. */
export async function titlesOf(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; title: string }>({
    name: "titles",
    text: `select id, title from entry_titles($1::uuid[])
      union all select id, coalesce(title, number) from entry where id = any($1::uuid[]) and restricted`,
    values: [ids],
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
