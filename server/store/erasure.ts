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
import { holdBytes } from "./uploads.ts";

/**
 * Removes the files of erased values from the disk, those that nothing names any more. What a crash leaves undone is found again:
 * the list goes only with the files. Returns how many were removed.
 */
export function removeErasedFiles(pool: Pool, files: FileStore): Promise<number> {
  return asCommitter(pool, async (tx) => {
    const { rows } = await tx.query<{ hash: string }>(
      "select hash from unfinished_erasure where hash is not null order by hash for update skip locked",
    );
    const hashes = [...new Set(rows.map(({ hash }) => hash))];
    let removed = 0;
    for (const hash of hashes) {
      await holdBytes(tx, hash);
      // The same bytes may stand on another entry, or have been uploaded again since by somebody else.
      if (await isNamed(tx, hash)) continue;
      await files.remove(hash);
      removed += 1;
    }
    await tx.query("delete from unfinished_erasure where hash = any($1::text[])", [hashes]);
    return removed;
  });
}

async function isNamed(tx: Transaction, hash: string): Promise<boolean> {
  const { rows } = await tx.query<{ named: boolean }>("select file_is_named($1) as named", [hash]);
  return rows[0]?.named !== false;
}

/**
 * Cleans the tables that held erased values, so that no dead row keeps them; with the owner's rights, on a connection of its own,
 * and only where something was erased since the last time. What a transaction may still see that began before, such as a backup's or
 * a verification's, no cleaning takes away: that waits for the next time. Returns whether anything was cleaned.
 */
export async function cleanErasedTables(
  pool: Pool,
  connection: DatabaseOptions["connection"],
): Promise<boolean> {
  const some = await asCommitter(pool, (tx) =>
    tx.query("select from unfinished_erasure where hash is null limit 1"),
  );
  if (some.rowCount === 0) return false;
  const owner = openOwnerPool({ connection });
  let waiting: readonly { readonly entry: string; readonly version: number }[] = [];
  try {
    // Asked by the owner, who sees what all connections of the product are at.
    const { rows } = await owner.query<{ entry: string; version: number }>(
      `select entry, version from unfinished_erasure u where hash is null and not exists (
        select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_xmin is not null and xact_start <= u.at)`,
    );
    waiting = rows;
    if (waiting.length === 0) return false;
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
