import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type KeptTable, keptTables, readSequences, schemaHash } from "../store/backup/catalog.ts";
import { attachmentsNamed, copyOut, inSnapshot, lastLeaf } from "../store/backup/snapshot.ts";
import type { Pool, Transaction } from "../store/database.ts";
import type { FileStore } from "../store/files.ts";
import type { Installation } from "../store/found.ts";
import { schemaVersion } from "../store/migrate.ts";
import type { ArchiveWriter, Chunks } from "./archive-writer.ts";
import {
  attachmentPart,
  format,
  formatVersion,
  type Header,
  headerName,
  type Manifest,
  manifestName,
  type TableSummary,
  tablePart,
} from "./manifest.ts";
import { type Keys, type SealedKeys, sealKeys } from "./sealed-keys.ts";

/** What is backed up. */
export interface Source {
  readonly owner: Pool;
  readonly installation: Installation;
  readonly files: FileStore;
  /** Key files with the passphrase that seals them; undefined leaves them out. */
  readonly keys: { readonly files: Keys; readonly passphrase: string } | undefined;
  readonly product: string;
  readonly now: Date;
}

/** How far a backup or a restore is. */
export interface Progress {
  readonly what: string;
  readonly bytes: number;
}

export type OnProgress = (progress: Progress) => void;

/** About how much of a table is in memory at once; a tar part must know its size before its bytes. */
const partBytes = 4 * 1024 * 1024;

/**
 * Writes one picture of the database, and every attachment that it names, while the product runs. Files are on the disk before
 * a row names them and are never changed, so the picture is taken first and they are read after it.
 */
export async function takeBackup(
  source: Source,
  archive: ArchiveWriter,
  onProgress: OnProgress,
): Promise<Manifest> {
  return inSnapshot(source.owner, async (tx) => {
    const tables = await keptTables(tx);
    await addText(archive, headerName, await headerOf(tx, source, tables));
    const summaries: TableSummary[] = [];
    for (const table of tables) summaries.push(await addTable(tx, archive, table, onProgress));
    const attachments = await addAttachments(tx, archive, source.files, onProgress);
    const leaf = await lastLeaf(tx);
    const manifest: Manifest = {
      tables: summaries,
      sequences: [...(await readSequences(tx))],
      attachments,
      ledger: { lastPosition: leaf?.position ?? -1, lastHash: leaf?.hash ?? null },
    };
    await addText(archive, manifestName, manifest);
    return manifest;
  });
}

async function headerOf(
  tx: Transaction,
  { installation, keys, product, now }: Source,
  tables: readonly KeptTable[],
): Promise<Header> {
  const takenAt = now.toISOString();
  const { id, epoch, demonstration, pack, algorithm } = installation;
  return {
    format,
    formatVersion,
    product,
    takenAt,
    installation: {
      id,
      epoch,
      kind: demonstration ? "demonstration" : "real",
      pack,
      hashAlgorithm: algorithm,
    },
    schema: { version: await schemaVersion(tx), hash: await schemaHash(tx) },
    tables: tables.map(({ name, columns, partitioned, partitions }) => ({
      name,
      columns: [...columns],
      partitioned,
      partitions: [...partitions],
    })),
    ...(await sealed(keys, keysBelongTo(id, takenAt))),
  };
}

async function sealed(keys: Source["keys"], about: string): Promise<{ keys?: SealedKeys }> {
  return keys === undefined ? {} : { keys: await sealKeys(keys.files, keys.passphrase, about) };
}

/** Sealed keys open in the archive in which they were sealed only. */
export const keysBelongTo = (installation: string, takenAt: string): string => `${installation} ${takenAt}`;

async function addText(archive: ArchiveWriter, name: string, value: Header | Manifest): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
  await archive.add(name, bytes.length, [bytes]);
}

async function addTable(
  tx: Transaction,
  archive: ArchiveWriter,
  table: KeptTable,
  onProgress: OnProgress,
): Promise<TableSummary> {
  const copy = copyOut(tx, table);
  const digest = createHash("sha256");
  let bytes = 0;
  let number = 0;
  for await (const { size, chunks } of inParts(copy.bytes)) {
    for (const chunk of chunks) digest.update(chunk);
    bytes += size;
    number += 1;
    await archive.add(tablePart(table.name, number), size, [Buffer.concat(chunks, size)]);
    onProgress({ what: table.name, bytes });
  }
  return { name: table.name, rows: await copy.rows(), bytes, sha256: digest.digest("hex") };
}

async function* inParts(bytes: Readable) {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield { size, chunks };
    chunks = [];
    size = 0;
  }
  if (size > 0) yield { size, chunks };
}

/** A file that is missing or damaged is named and left out: a backup of the rest is worth more than none. */
async function addAttachments(
  tx: Transaction,
  archive: ArchiveWriter,
  files: FileStore,
  onProgress: OnProgress,
): Promise<Manifest["attachments"]> {
  const list = createHash("sha256");
  const lost: string[] = [];
  let count = 0;
  let bytes = 0;
  for await (const { hash, sizeBytes } of attachmentsNamed(tx)) {
    if (!(await isSound(files, hash, sizeBytes))) {
      lost.push(hash);
      continue;
    }
    await archive.add(attachmentPart(hash), sizeBytes, files.read(hash));
    list.update(`${hash}\n`);
    count += 1;
    bytes += sizeBytes;
    onProgress({ what: "files", bytes });
  }
  return { count, bytes, sha256: list.digest("hex"), lost };
}

/** Read once before it is packed: its size stands before its bytes, and what is damaged shall not stop a backup half-way. */
async function isSound(files: FileStore, hash: string, sizeBytes: number): Promise<boolean> {
  const digest = createHash("sha256");
  let size = 0;
  try {
    const chunks: Chunks = files.read(hash);
    for await (const chunk of chunks) {
      digest.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "EIO") return false;
    throw error;
  }
  return size === sizeBytes && digest.digest("hex") === hash;
}
