import type { Queryable } from "./database.ts";

/** Titles of entries by id, for whoever sees another entry that names them; of what is restricted, for whoever sees that itself. */
export async function titlesOf(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; title: string }>({
    name: "titles",
    text: "select id, title from titles_seen($1::uuid[])",
    values: [ids],
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
