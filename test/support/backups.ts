import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { checkArchive } from "../../server/backup/archive-reader.ts";
import { writeArchive } from "../../server/backup/archive-writer.ts";
import type { Manifest } from "../../server/backup/manifest.ts";
import { readHeader, restoreArchive } from "../../server/backup/restore.ts";
import type { Keys } from "../../server/backup/sealed-keys.ts";
import { takeBackup } from "../../server/backup/take.ts";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { openFileStore } from "../../server/store/files.ts";
import { readInstallation } from "../../server/store/found.ts";
import { rollCells } from "../../server/store/roll-cells.ts";
import { type Connection, createDatabase, dropDatabase } from "./test-database.ts";
import type { World } from "./world.ts";

const made: (() => Promise<unknown>)[] = [];

// Folders and places end with the file that made them.
afterAll(async () => {
  for (const remove of made.splice(0)) await remove();
});

/** Leaves nothing that the background would take up by itself, so that what is backed up is still so when it is looked at. */
export async function settle({ sequenced, services }: Pick<World, "sequenced" | "services">): Promise<void> {
  await sequenced();
  while ((await rollCells(services.pool)) > 0);
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-backup-test-"));
  made.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface EmptyPlace {
  readonly connection: Connection;
  readonly owner: Pool;
  readonly dataDir: string;
}

let count = 0;

/** An empty database and an empty data folder, on the server of this run or another. */
export async function newPlace(server: Connection = inject("server")): Promise<EmptyPlace> {
  count += 1;
  const prefix = inject("template").replace(/_template$/, "");
  const database = `${prefix}_place_${process.pid}_${count}`;
  await createDatabase(server, database);
  const connection = { ...server, database };
  const owner = openOwnerPool({ connection });
  const dataDir = await newFolder();
  for (const name of ["files", "keys"]) await mkdir(join(dataDir, name));
  made.push(async () => {
    await owner.end();
    await dropDatabase(server, database);
  });
  return { connection, owner, dataDir };
}

/** What a backup reads. */
export interface BackedUp {
  readonly owner: Pool;
  readonly filesFolder: string;
}

/** Takes a backup as the command does, into a new file. */
export async function backUp(
  { owner, filesFolder }: BackedUp,
  keys?: { readonly files: Keys; readonly passphrase: string },
): Promise<{ readonly file: string; readonly manifest: Manifest }> {
  const file = join(await newFolder(), "backup.zhiben");
  const installation = await readInstallation(owner);
  if (installation === undefined) throw new Error("Nothing to back up");
  const archive = await writeArchive(file);
  const source = { owner, installation, files: openFileStore(filesFolder), keys, product: "0.1.0" };
  const manifest = await takeBackup({ ...source, now: new Date() }, archive, () => undefined);
  await archive.finish();
  return { file, manifest };
}

/** Restores as the command does, but for the passphrase. */
export async function restoreInto(
  place: Pick<EmptyPlace, "owner" | "dataDir">,
  file: string,
  keys: Keys = new Map(),
): Promise<Manifest> {
  const archive = await checkArchive(file);
  const header = await readHeader(archive);
  return restoreArchive(place, { archive, header, keys, now: new Date(), onProgress: () => undefined });
}
