import { statfs } from "node:fs/promises";
import type { Stream } from "../http/stream.ts";
import type { Pool } from "../store/database.ts";
import { databaseBytes, readOperation } from "../store/operation.ts";
import type { Readings } from "./metrics.ts";

/** Reads what only the moment knows. What cannot be read is left open, so that the rest can still be told. */
export async function readReadings(pool: Pool, stream: Stream, filesFolder: string): Promise<Readings> {
  const [database, diskFreeBytes] = await Promise.all([
    readDatabase(pool).catch(() => undefined),
    freeBytes(filesFolder).catch(() => undefined),
  ]);
  return {
    streams: stream.listeners(),
    pool: { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    database,
    diskFreeBytes,
  };
}

const readDatabase = async (pool: Pool) => ({
  ...(await readOperation(pool)),
  bytes: await databaseBytes(pool),
});

/** Free bytes on the disk of a folder, for whoever is not root; undefined where the file system does not tell. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  const { blocks, bavail, bsize } = await statfs(folder);
  return blocks > 0 ? bavail * bsize : undefined;
}
