import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { dayInShanghai } from "../../core/calendar/day.ts";
import type { VerifierKey } from "../../core/ledger/note.ts";
import { trustRestored } from "../remembered.ts";
import { isMasterKeyFile } from "../secrets/master-keys.ts";
import { isEmpty } from "../store/backup/catalog.ts";
import { analyze, inLoading, isDiskFull, readEpoch, refusesRows } from "../store/backup/load.ts";
import { latestCheckpoint, verifierKeys } from "../store/checkpoints.ts";
import { inWords } from "../store/data-folder.ts";
import type { Pool, Transaction } from "../store/database.ts";
import { passwordFile } from "../store/embedded/index.ts";
import { writeWhole } from "../store/embedded/record.ts";
import { openFileStore } from "../store/files.ts";
import { recordRestore } from "../store/found.ts";
import { newId } from "../store/ids.ts";
import { latestSchema, migrateWithin } from "../store/migrate.ts";
import { type CheckedArchive, malformed, partsOf, textOf } from "./archive-reader.ts";
import { loadParts } from "./load-parts.ts";
import {
  descriptionBytes,
  formatShape,
  formatVersion,
  type Header,
  headerName,
  headerShape,
  jsonOf,
  type Manifest,
} from "./manifest.ts";
import { problem } from "./problems.ts";
import type { Keys } from "./sealed-keys.ts";
import type { OnProgress } from "./take.ts";
import { beginRestore, clearRestore, endRestore, isUnfinished, placeFiles, stagingIn } from "./unfinished.ts";

/** Where an archive is restored to. */
export interface Place {
  readonly owner: Pool;
  /** Held by this process alone. */
  readonly dataDir: string;
}

export interface Restoring {
  readonly archive: CheckedArchive;
  readonly header: Header;
  readonly keys: Keys;
  /** Public keys by which the archive's ledger is to be judged from now on; those that it names itself where there are none. */
  readonly trusted?: readonly VerifierKey[] | undefined;
  readonly now: Date;
  readonly onProgress: OnProgress;
}

/** What an archive says of itself. Throws a StartProblem where this program cannot restore it. */
export async function readHeader(archive: CheckedArchive): Promise<Header> {
  for await (const part of partsOf(archive)) {
    if (part.name !== headerName) throw problem("archive-foreign", archive.file);
    const header = headerOf(await textOf(part, descriptionBytes), archive.file);
    if (header.schema.version > (await latestSchema())) throw problem("archive-newer", header.product);
    return header;
  }
  throw problem("archive-foreign", archive.file);
}

function headerOf(text: string, file: string): Header {
  const value = jsonOf(text);
  const known = formatShape.safeParse(value);
  if (!known.success) throw problem("archive-foreign", file);
  if (known.data.formatVersion > formatVersion)
    throw problem("archive-newer", `format ${known.data.formatVersion} > ${formatVersion}`);
  const header = headerShape.safeParse(value);
  if (header.success) return header.data;
  throw malformed(header.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; "));
}

/**
 * Which key files are no restore's: our own database's password, and the master keys that somebody laid ready for an archive that
 * carries no keys, so that its personal numbers open.
 */
const isOwnKey =
  (restored: Keys) =>
  (name: string): boolean =>
    name === passwordFile || (restored.size === 0 && isMasterKeyFile(name));

/** Throws a StartProblem where anything stands that a restore would have to mix with or write over. */
async function requireEmptyPlace({ owner, dataDir }: Place, keys: Keys): Promise<void> {
  if (!(await isEmpty(owner))) throw problem("place-not-empty", "database");
  // What an interrupted restore left is its own, and goes.
  if (await isUnfinished(dataDir)) return clearRestore(dataDir, isOwnKey(keys));
  for (const folder of ["files", "keys"]) {
    const names = await readdir(join(dataDir, folder));
    const found = names.find((name) => folder !== "keys" || !isOwnKey(keys)(name));
    if (found !== undefined) throw problem("place-not-empty", join(dataDir, folder, found));
  }
}

/**
 * Restores an archive into an empty place, whole or not at all: the database in one transaction, attachments and keys beside it
 * until just before it commits. Begins a new epoch and says so in the ledger. Throws a StartProblem where the archive is not as
 * it says, and then nothing has changed.
 */
export async function restoreArchive(place: Place, restoring: Restoring): Promise<Manifest> {
  const { owner, dataDir } = place;
  await requireEmptyPlace(place, restoring.keys);
  const epoch = newId(restoring.now.getTime());
  await inWords(dataDir, () => beginRestore(dataDir, epoch, restoring.archive.file));
  try {
    const manifest = await inWords(dataDir, () =>
      inLoading(owner, async (tx) => {
        const loaded = await loadAll(tx, dataDir, epoch, restoring);
        await placeFiles(dataDir);
        await placeKeys(dataDir, restoring.keys);
        await trustRestored(
          join(dataDir, "keys"),
          restoring.trusted ?? (await verifierKeys(tx)),
          (await latestCheckpoint(tx))?.note,
        );
        return loaded;
      }),
    );
    await endRestore(dataDir);
    await analyze(owner);
    return manifest;
  } catch (error) {
    // Did it commit after all, or cannot be asked, the next start or restore settles it.
    const stands = await readEpoch(owner).catch(() => epoch);
    if (stands === undefined) await clearRestore(dataDir, isOwnKey(restoring.keys));
    if (isDiskFull(error)) throw problem("database-full");
    throw refusesRows(error) ? malformed(String(error)) : error;
  }
}

async function loadAll(
  tx: Transaction,
  dataDir: string,
  epoch: string,
  { archive, header, now, onProgress }: Restoring,
): Promise<Manifest> {
  await migrateWithin(tx, header.schema.version);
  const staging = openFileStore(stagingIn(dataDir));
  const manifest = await loadParts(tx, archive, header, staging, onProgress);
  await migrateWithin(tx);
  const from = {
    sha256: archive.sha256,
    takenAt: header.takenAt,
    lastPosition: manifest.ledger.lastPosition,
  };
  await recordRestore(tx, epoch, from, now, dayInShanghai(now));
  return manifest;
}

/** A key that the new place has already is its own. */
async function placeKeys(dataDir: string, keys: Keys): Promise<void> {
  const folder = join(dataDir, "keys");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, bytes] of keys) {
    const file = join(folder, name);
    if (!existsSync(file)) await writeWhole(file, bytes);
  }
}
