import { open, readFile, rename } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where the database of a data folder lies, written down in the data folder itself. */
export interface DatabaseRecord {
  readonly cluster: string;
  /** Whether the cluster was once complete. One that was and is no more must never be replaced by an empty one. */
  readonly created: boolean;
}

const fileOf = (dataDir: string): string => join(dataDir, "database.json");

export async function readRecord(dataDir: string): Promise<DatabaseRecord | undefined> {
  const text = await readFile(fileOf(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { cluster, created }: DatabaseRecord = JSON.parse(text);
  return { cluster: resolve(dataDir, cluster), created };
}

/** A cluster inside the data folder is named from there, so that the folder can be moved. */
export async function writeRecord(dataDir: string, { cluster, created }: DatabaseRecord): Promise<void> {
  const inside = cluster.startsWith(dataDir + sep) ? relative(dataDir, cluster) : cluster;
  await writeWhole(fileOf(dataDir), `${JSON.stringify({ cluster: inside, created })}\n`);
}

/** Writes a file so that after a power cut it is there whole or not at all. Its owner alone may read it, unless `mode` says else. */
export async function writeWhole(file: string, content: string | Buffer, mode = 0o600): Promise<void> {
  const arriving = `${file}.new`;
  const handle = await open(arriving, "w", mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(arriving, file);
  await syncFolder(dirname(file));
}

/** Makes the names in a folder durable, after something in it was renamed. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
