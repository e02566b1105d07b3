import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ArchiveWriter, writeArchive } from "../backup/archive-writer.ts";
import { problem } from "../backup/problems.ts";
import type { Keys } from "../backup/sealed-keys.ts";
import { type Source, takeBackup } from "../backup/take.ts";
import { readSettings } from "../settings.ts";
import { openFileStore } from "../store/files.ts";
import { readVersion } from "../version.ts";
import { type Command, readFlags } from "./command.ts";
import { type OpenDatabase, openDatabase, requireInstallation } from "./installation.ts";
import { choosePassphrase } from "./passphrase.ts";
import { megabytes, progressLine } from "./progress.ts";

/** Writes database and attachments into one file, also while the product runs on them. */
export const backup: Command = {
  takes: "FILE [--with-keys]",
  words: {
    zh: "备份数据库与附件到一个文件（- 为标准输出）",
    en: "back up database and attachments into one file (- is the standard output)",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, { "with-keys": { type: "boolean" } }, 1);
    const [file] = positionals;
    if (file === undefined) throw problem("backup-file-missing");
    const passphrase = values["with-keys"]
      ? await choosePassphrase(process.env.ZHIBEN_PASSPHRASE)
      : undefined;
    const database = await openDatabase(readSettings(process.env));
    try {
      return await write(file, await sourceOf(database, passphrase));
    } finally {
      await database.close();
    }
  },
};

async function sourceOf(database: OpenDatabase, passphrase: string | undefined): Promise<Source> {
  const { owner, filesFolder, keysFolder } = database;
  return {
    owner,
    installation: await requireInstallation(owner),
    files: openFileStore(filesFolder),
    keys: passphrase === undefined ? undefined : { files: await readKeys(keysFolder), passphrase },
    product: await readVersion(),
    now: new Date(),
  };
}

async function readKeys(folder: string): Promise<Keys> {
  const names = await readdir(folder).catch((): string[] => []);
  const read = names.map(
    async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))],
  );
  return new Map(await Promise.all(read));
}

async function write(file: string, source: Source): Promise<number> {
  // Listened for before the file comes to be: from its first moment on a signal must find somebody to clear it away.
  const opened = Promise.withResolvers<ArchiveWriter>();
  const stopListening = onSignal(async () => (await opened.promise).abandon());
  const archive = await writeArchive(file);
  opened.resolve(archive);
  const progress = progressLine();
  try {
    const { tables, attachments } = await takeBackup(source, archive, progress.show);
    const { bytes, sha256 } = await archive.finish();
    progress.end();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    // The standard output may be the backup itself.
    process.stderr.write(
      `已备份 · backed up: 行 rows ${rows}, 附件 files ${attachments.count}, ${megabytes(bytes)} MB, SHA-256 ${sha256}\n`,
    );
    for (const hash of attachments.lost)
      process.stderr.write(`附件缺失或损坏 · file missing or damaged: ${hash}\n`);
    return attachments.lost.length === 0 ? 0 : 1;
  } catch (error) {
    progress.end();
    await archive.abandon();
    throw error;
  } finally {
    stopListening();
  }
}

/** A backup that is interrupted leaves no file, and the database that it started is stopped in order. */
function onSignal(abandon: () => Promise<void>): () => void {
  const listener = () => void abandon();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, listener);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, listener);
  };
}
