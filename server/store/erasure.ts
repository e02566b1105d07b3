import { registers } from "../../core/registers/index.ts";
import {
  becomeCommitter,
  type DatabaseOptions,
  inTransaction,
  openOwnerPool,
  type Pool,
  type Transaction,
} from "./database.ts";
import type { FileStore } from "./files.ts";
import { tableOf } from "./tables.ts";

/**
 * Removes the files of erased values from the disk, those that nothing names any more. What a crash leaves undone is found again:
 * the list goes only with the files. Returns how many were removed.
 */
export function removeErasedFiles(pool: Pool, files: FileStore): Promise<number> {
  return asCommitter(pool, async (tx) => {
    const { rows } = await tx.query<{ hash: string; named: boolean }>(
      `select hash, file_is_named(hash) as named from unfinished_erasure where hash is not null for update skip locked`,
    );
    // The same bytes may have been uploaded again since, by somebody else.
    const gone = rows.filter(({ named }) => !named).map(({ hash }) => hash);
    for (const hash of gone) await files.remove(hash);
    await tx.query("delete from unfinished_erasure where hash = any($1::text[])", [
      rows.map(({ hash }) => hash),
    ]);
    return gone.length;
  });
}

/**
 * Cleans the tables that held erased values, so that no dead row keeps them; with the owner's rights, on a connection of its own,
 * and only where something was erased since the last time. Returns whether it was.
 */
export async function cleanErasedTables(
  pool: Pool,
  connection: DatabaseOptions["connection"],
): Promise<boolean> {
  const waiting = await asCommitter(pool, async (tx) => {
    const { rows } = await tx.query<{ entry: string; version: number }>(
      "select entry, version from unfinished_erasure where hash is null",
    );
    return rows;
  });
  if (waiting.length === 0) return false;
  const owner = openOwnerPool({ connection });
  try {
    await owner.query(`vacuum value, upload, repeated_request, ${registers.map(tableOf).join(", ")}`);
  } finally {
    await owner.end();
  }
  // Only now: should the process end before, the tables are cleaned again.
  await asCommitter(pool, (tx) =>
    tx.query(
      `delete from unfinished_erasure u using unnest($1::uuid[], $2::integer[]) as done(entry, version)
        where u.hash is null and u.entry = done.entry and u.version = done.version`,
      [waiting.map(({ entry }) => entry), waiting.map(({ version }) => version)],
    ),
  );
  return true;
}

const asCommitter = <T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return work(tx);
  });
