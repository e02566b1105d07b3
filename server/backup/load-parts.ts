import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { keptTables, schemaHash } from "../store/backup/catalog.ts";
import { copyIn, makePartitions, quietTriggers, setSequences } from "../store/backup/load.ts";
import type { Transaction } from "../store/database.ts";
import type { FileStore } from "../store/files.ts";
import { type CheckedArchive, malformed, type Part, partsOf, textOf } from "./archive-reader.ts";
import {
  attachmentPart,
  descriptionBytes,
  type Header,
  headerName,
  jsonOf,
  type Manifest,
  manifestName,
  manifestShape,
  type TableSummary,
  tablePart,
} from "./manifest.ts";
import { problem } from "./problems.ts";
import type { OnProgress } from "./take.ts";

/** The parts of an archive, one after the other; each is read or skipped before the next. */
interface Parts {
  current: Part | undefined;
  advance(): Promise<void>;
}

/**
 * Loads the rows of an archive into the tables that its migrations have made, and stages its attachments. The parts must stand
 * in exactly the order in which a backup writes them, and be what the manifest at the end says; else a StartProblem is thrown,
 * and the caller's transaction is rolled back.
 */
export async function loadParts(
  tx: Transaction,
  archive: CheckedArchive,
  header: Header,
  staging: FileStore,
  onProgress: OnProgress,
): Promise<Manifest> {
  await requireSameSchema(tx, header);
  const source = partsOf(archive);
  const parts: Parts = {
    current: undefined,
    async advance() {
      parts.current = (await source.next()).value ?? undefined;
    },
  };
  try {
    await parts.advance();
    await skip(parts, headerName);
    const restoreTriggers = await quietTriggers(tx);
    const tables: TableSummary[] = [];
    for (const table of header.tables) tables.push(await loadTable(tx, parts, table, onProgress));
    await restoreTriggers();
    const attachments = await stageAttachments(parts, staging, onProgress);
    const manifest = await readManifest(parts);
    if (JSON.stringify(manifest.tables) !== JSON.stringify(tables)) throw malformed("tables");
    const { lost, ...found } = manifest.attachments;
    if (JSON.stringify(found) !== JSON.stringify(attachments)) throw malformed("files");
    if (!(await setSequences(tx, manifest.sequences))) throw malformed("sequences");
    return manifest;
  } finally {
    await source.return(undefined);
  }
}

/** Rows fit where both databases have the same tables with the same columns; no name of the archive's reaches SQL unless it is one of them. */
async function requireSameSchema(tx: Transaction, { schema, tables }: Header): Promise<void> {
  if ((await schemaHash(tx)) !== schema.hash) throw problem("archive-schema-differs", String(schema.version));
  const named = (kept: readonly { readonly name: string; readonly columns: readonly string[] }[]) =>
    kept.map(({ name, columns }) => `${name} ${[...columns].sort()}`).sort();
  if (named(tables).join("\n") !== named(await keptTables(tx)).join("\n")) throw malformed("tables");
  for (const table of tables) if (!(await makePartitions(tx, table))) throw malformed(table.name);
}

async function skip(parts: Parts, name: string): Promise<void> {
  if (parts.current?.name !== name) throw malformed(parts.current?.name ?? "");
  for await (const _chunk of parts.current.bytes);
  await parts.advance();
}

async function loadTable(
  tx: Transaction,
  parts: Parts,
  table: Header["tables"][number],
  onProgress: OnProgress,
): Promise<TableSummary> {
  const { name } = table;
  const digest = createHash("sha256");
  let bytes = 0;
  const rows = async function* () {
    for (let number = 1; parts.current?.name === tablePart(name, number); number += 1) {
      for await (const chunk of parts.current.bytes) {
        digest.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
      onProgress({ what: name, bytes });
      await parts.advance();
    }
  };
  const copy = copyIn(tx, table);
  await pipeline(rows, copy.bytes);
  return { name, rows: copy.rows(), bytes, sha256: digest.digest("hex") };
}

async function stageAttachments(parts: Parts, staging: FileStore, onProgress: OnProgress) {
  const list = createHash("sha256");
  let count = 0;
  let bytes = 0;
  for (; parts.current?.name.startsWith(attachmentPart("")); await parts.advance()) {
    const { name, sizeBytes, bytes: content } = parts.current;
    const kept = await staging.keep(Readable.from(content), sizeBytes);
    if (kept === undefined || attachmentPart(kept.hash) !== name) throw malformed(name);
    list.update(`${kept.hash}\n`);
    count += 1;
    bytes += kept.sizeBytes;
    onProgress({ what: "files", bytes });
  }
  return { count, bytes, sha256: list.digest("hex") };
}

async function readManifest(parts: Parts): Promise<Manifest> {
  const { current } = parts;
  if (current?.name !== manifestName) throw malformed(current?.name ?? manifestName);
  const text = await textOf(current, descriptionBytes);
  await parts.advance();
  if (parts.current !== undefined) throw malformed(parts.current.name);
  const manifest = manifestShape.safeParse(jsonOf(text));
  if (manifest.success) return manifest.data;
  throw malformed(
    manifest.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; "),
  );
}
