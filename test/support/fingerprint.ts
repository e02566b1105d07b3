import type { Queryable } from "../../server/store/database.ts";

const tables = [
  "entry",
  "ledger",
  "value",
  "party",
  "party_place",
  "cell",
  "number_series",
  "notice",
  "repeated_request",
  "upload",
] as const;

// Signing in is written down in the audit log, whatever comes of the request.
const ofTheLedger =
  "where not exists (select from audit a where a.entry = t.entry and a.version = t.version)";

/** What all tables that an act writes hold, in one text: the same before and after whatever changed nothing. */
export async function fingerprint(owner: Queryable): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const { rows } = await owner.query<{ held: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as held from ${table} t
        ${table === "value" ? ofTheLedger : ""}`,
    );
    parts.push(`${table} ${rows[0]?.held}`);
  }
  return parts.join("\n");
}
