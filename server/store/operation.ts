import { readdir } from "node:fs/promises";
import { backlog, lastPosition } from "./changes.ts";
import { becomeCommitter, inTransaction, type Pool, type Queryable } from "./database.ts";
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
      schema: await presentSchema(tx),
      backlog: await backlog(tx),
      position: await lastPosition(tx),
      verified: last === undefined ? null : { at: last.at.toISOString(), ok: last.faults === 0 },
    };
  });
}

/** Number of the last migration that was applied. */
export async function presentSchema(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ number: number | null }>(
    "select max(number) as number from schema_version",
  );
  return rows[0]?.number ?? 0;
}

/** Number of the newest migration that this program knows. */
export async function knownSchema(): Promise<number> {
  const names = await readdir(new URL("../migrations/", import.meta.url));
  const numbers = names
    .filter((name) => /^\d{3}_.*\.sql$/.test(name))
    .map((name) => Number(name.slice(0, 3)));
  return Math.max(0, ...numbers);
}

/** Size of the database on disk, in bytes. */
export async function databaseBytes(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>("select pg_database_size(current_database()) as bytes");
  return rows[0]?.bytes ?? 0;
}
