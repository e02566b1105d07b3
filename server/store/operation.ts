import { backlog, lastPosition } from "./changes.ts";
import { becomeCommitter, inTransaction, type Pool, type Queryable } from "./database.ts";
import { schemaVersion } from "./migrate.ts";
import { lastVerification } from "./verifications.ts";

/** The state of the database as its operator watches it. */
export interface Operation {
  /** Number of the last migration that was applied. */
  readonly schema: number;
  /** Committed lines without a position. */
  readonly backlog: number;
  /** The last position given; -1 before there is one. */
  readonly position: number;
  /** When the whole ledger was last verified, and whether all was sound; null before the first time. */
  readonly verified: { readonly at: string; readonly ok: boolean } | null;
}

/** Reads it under the commit role, which may see every table. Rejects when the database does not answer. */
export function readOperation(pool: Pool): Promise<Operation> {
  return inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    const last = await lastVerification(tx);
    return {
      schema: await schemaVersion(tx),
      backlog: await backlog(tx),
      position: await lastPosition(tx),
      verified: last === undefined ? null : { at: last.at.toISOString(), ok: last.faults === 0 },
    };
  });
}

/** Size of the database on disk, in bytes. */
export async function databaseBytes(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>("select pg_database_size(current_database()) as bytes");
  return rows[0]?.bytes ?? 0;
}
