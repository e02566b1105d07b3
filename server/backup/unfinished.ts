import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readEpoch } from "../store/backup/load.ts";
import { type DatabaseOptions, openOwnerPool } from "../store/database.ts";
import { syncFolder, writeWhole } from "../store/embedded/record.ts";
import { problem } from "./problems.ts";

/**
 * What a restore writes down in the data folder before it changes anything, and takes away when all stands. Attachments get
 * their place just before the database commits; the epoch tells whether it did.
 */
const noteShape = z.object({ epoch: z.string(), archive: z.string() });

const noteIn = (dataDir: string): string => join(dataDir, "restoring.json");

/** Where attachments lie until the last moment. */
export const stagingIn = (dataDir: string): string => join(dataDir, "files-arriving");

const filesIn = (dataDir: string): string => join(dataDir, "files");

async function readNote(dataDir: string): Promise<z.output<typeof noteShape> | undefined> {
  const text = await readFile(noteIn(dataDir), "utf8").catch(() => undefined);
  return text === undefined ? undefined : noteShape.parse(JSON.parse(text));
}

/** Whether a restore was interrupted here, so that what lies in the folder of attachments is its own. */
export const isUnfinished = async (dataDir: string): Promise<boolean> =>
  (await readNote(dataDir)) !== undefined;

export const beginRestore = (dataDir: string, epoch: string, archive: string): Promise<void> =>
  writeWhole(noteIn(dataDir), `${JSON.stringify({ epoch, archive })}\n`);

/** Gives the staged attachments their place. */
export async function placeFiles(dataDir: string): Promise<void> {
  await mkdir(stagingIn(dataDir), { recursive: true, mode: 0o700 });
  await rmdir(filesIn(dataDir));
  await rename(stagingIn(dataDir), filesIn(dataDir));
  await syncFolder(dataDir);
}

/** Takes away the attachments and keys that an interrupted restore left, and its note last. To be called where no row names any. */
export async function clearRestore(dataDir: string, isOwnKey: (name: string) => boolean): Promise<void> {
  const keys = join(dataDir, "keys");
  for (const name of await readdir(keys)) if (!isOwnKey(name)) await rm(join(keys, name), { force: true });
  await rm(stagingIn(dataDir), { recursive: true, force: true });
  await rm(filesIn(dataDir), { recursive: true, force: true });
  await mkdir(filesIn(dataDir), { mode: 0o700 });
  await endRestore(dataDir);
}

export async function endRestore(dataDir: string): Promise<void> {
  await rm(noteIn(dataDir), { force: true });
  await syncFolder(dataDir);
}

/**
 * Before a start: a restore that was interrupted after its database had committed is whole, and its note goes. Throws a
 * StartProblem where it was interrupted before: an empty installation must not be founded in its place.
 */
export async function settleRestore(
  dataDir: string,
  connection: DatabaseOptions["connection"],
): Promise<void> {
  const note = await readNote(dataDir);
  if (note === undefined) return;
  const owner = openOwnerPool({ connection });
  try {
    if ((await readEpoch(owner)) !== note.epoch) throw problem("restore-unfinished", note.archive);
  } finally {
    await owner.end();
  }
  await endRestore(dataDir);
}
