import { enterpriseApplication } from "../../core/registers/enterprise-application.ts";
import type { Queryable } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { columnOf, tableOf } from "./tables.ts";

/** The application with this number and this hash of its secret; for the engine, which asks on behalf of whoever shows the secret. */
export async function readApplication(
  tx: Queryable,
  number: string,
  secretHash: string,
): Promise<StoredEntry | undefined> {
  const { rows } = await tx.query<Row>({
    name: "application",
    text: `select * from ${tableOf(enterpriseApplication)}
      where ${columnOf(enterpriseApplication, "secretHash").column} = $1 and number = $2`,
    values: [secretHash, number],
  });
  return rows[0] && entryOf(enterpriseApplication, rows[0]);
}

/** Until the transaction ends, nobody else chooses the first password of this account. */
export async function holdFirstPassword(tx: Queryable, username: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`first password ${username}`]);
}
