import type { Readable } from "node:stream";
import pg from "pg";
import { to } from "pg-copy-streams";
import type { Pool, Queryable, Transaction } from "../database.ts";
import type { KeptTable } from "./catalog.ts";

/** How values are written as text, the same at both ends, and no limit on the time that it takes. */
const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 3; set local client_encoding = 'UTF8'; set local row_security = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Runs `work` on one unchanging picture of the database, while acts go on beside it. */
export async function inSnapshot<T>(owner: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await owner.connect();
  let broken = true;
  try {
    await tx.query("begin isolation level repeatable read read only");
    await tx.query(plainText);
    const result = await work(tx);
    await tx.query("commit");
    broken = false;
    return result;
  } finally {
    // What was cut off in the middle of a COPY is of no more use.
    tx.release(broken);
  }
}

export const writePlainText = (tx: Queryable): Promise<unknown> => tx.query(plainText);

/**
 * The rows of one table, without those of tables that inherit from it, in PostgreSQL's text format; `rows` tells how many they were,
 * once all are read.
 */
export function copyOut(
  tx: Transaction,
  table: KeptTable,
): { readonly bytes: Readable; readonly rows: () => Promise<number> } {
  const columns = columnList(table.columns);
  const name = pg.escapeIdentifier(table.name);
  // COPY reads a partitioned table through a query only.
  const source = table.partitioned ? `(select ${columns} from ${name})` : `${name} (${columns})`;
  const stream = tx.query(to(`copy ${source} to stdout`, { highWaterMark: 1024 * 1024 }));
  const rows = async () => {
    // The bytes end before the database says how many rows they were; whatever it answers next comes after that.
    await tx.query("select");
    return stream.rowCount;
  };
  return { bytes: stream, rows };
}

export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(", ");

const filesAtOnce = 1_000;

/** Every attachment that the picture names, each once, in the order of their hashes. */
export async function* attachmentsNamed(
  tx: Transaction,
): AsyncGenerator<{ readonly hash: string; readonly sizeBytes: number }> {
  await tx.query(
    `declare attachments no scroll cursor for
      select hash, max(size_bytes) as size from upload group by hash order by hash collate "C"`,
  );
  for (;;) {
    const { rows } = await tx.query<{ hash: string; size: number }>(`fetch ${filesAtOnce} from attachments`);
    if (rows.length === 0) break;
    for (const { hash, size } of rows) yield { hash, sizeBytes: size };
  }
  await tx.query("close attachments");
}

/** The newest leaf of the picture: the last position that anybody can have been told of. */
export async function lastLeaf(
  tx: Queryable,
): Promise<{ readonly position: number; readonly hash: string } | undefined> {
  const { rows } = await tx.query<{ position: number; hash: string }>(
    "select position, hash from leaf order by position desc limit 1",
  );
  return rows[0];
}
