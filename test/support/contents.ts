import pg from "pg";
import type { Queryable } from "../../server/store/database.ts";

/** What a restore adds or takes away by design; all else must be equal. */
const but: Readonly<Record<string, string>> = {
  ledger: "act <> 'restore'",
  unsequenced: "entry <> (select id from installation)",
  leaf: "entry <> (select id from installation) or version = 1",
  session: "false",
  schema_version: "false",
};
const withoutColumn: Readonly<Record<string, string>> = { installation: "epoch" };

/** Every row of every table, as one text a table, by the tables that stand there. */
export async function contentsOf(owner: Queryable): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' order by tablename",
  );
  const contents: Record<string, string> = {};
  for (const { tablename } of tables) {
    const { rows } = await owner.query<{ held: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t.row, ',' order by t.row)), '') as held
        from (select (to_jsonb(o) - '${withoutColumn[tablename] ?? ""}')::text as row
          from only ${pg.escapeIdentifier(tablename)} o where ${but[tablename] ?? "true"}) t`,
    );
    contents[tablename] = rows[0]?.held ?? "";
  }
  return contents;
}
