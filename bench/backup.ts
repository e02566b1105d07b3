import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { writeArchive } from "../server/backup/archive-writer.ts";
import { takeBackup } from "../server/backup/take.ts";
import { requireInstallation } from "../server/commands/installation.ts";
import { type KeptTable, keptTables } from "../server/store/backup/catalog.ts";
import { columnList, inSnapshot } from "../server/store/backup/snapshot.ts";
import { openOwnerPool, type Pool } from "../server/store/database.ts";
import { openFileStore } from "../server/store/files.ts";
import { readVersion } from "../server/version.ts";
import { openBenchServer } from "./bench-server.ts";
import { drop, recreate, settle, urlOf } from "./database.ts";
import { round } from "./measure.ts";
import { storeResult } from "./store-result.ts";

/**
 * How fast `zhiben backup` writes a database, beside psql that copies the same tables to files, turn by turn; and the most memory
 * that it takes. The dataset is made by a process of its own, which leaves nothing in this one's memory.
 */
const { values: flags } = parseArgs({
  options: {
    entries: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "3" },
    name: { type: "string", default: "backup" },
  },
});
const askedShare = 0.5;
const run = promisify(execFile);

const bench = await openBenchServer();
const database = `zb_backup_${flags.entries}_${flags.seed}`;
const folder = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
try {
  const url = urlOf(bench.url, database);
  await recreate(bench.url, database);
  const cli = fileURLToPath(new URL("generate-cli.ts", import.meta.url));
  const given = ["--server", bench.url, "--database", database, "--entries", flags.entries];
  await run(process.execPath, [cli, ...given, "--seed", flags.seed], { maxBuffer: 64 * 1024 * 1024 });
  await settle(url);
  const found = { entries: Number(flags.entries), seed: Number(flags.seed), ...(await measure(url)) };
  process.stdout.write(`${await storeResult(bench.url, flags.name, found)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
  await drop(bench.url, database);
  await bench.close();
}

async function measure(url: string) {
  const owner = openOwnerPool({ connection: { connectionString: url } });
  try {
    const tables = await inSnapshot(owner, keptTables);
    const megabytesBefore = peakMegabytes();
    const [bare, backup]: [number[], number[]] = [[], []];
    let size = { copied: 0, packed: 0 };
    for (let at = 0; at < Number(flags.rounds); at += 1) {
      const copy = await measureCopy(url, tables);
      const archive = await measureBackup(owner);
      if (copy.bytes !== archive.copied) throw new Error("Backup and COPY did not read the same");
      bare.push(copy.seconds);
      backup.push(archive.seconds);
      size = archive;
    }
    const [bareSeconds, backupSeconds] = [median(bare), median(backup)];
    return {
      copiedBytes: size.copied,
      packedBytes: size.packed,
      bareSeconds: round(bareSeconds),
      backupSeconds: round(backupSeconds),
      share: round(bareSeconds / backupSeconds),
      askedShare,
      rounds: { bare: bare.map(round), backup: backup.map(round) },
      peakMegabytes: { before: megabytesBefore, after: peakMegabytes() },
    };
  } finally {
    await owner.end();
  }
}

/** One psql, which copies a table after the other to a file each. */
async function measureCopy(url: string, tables: readonly KeptTable[]) {
  const target = await mkdtemp(join(folder, "copy-"));
  const commands = tables.map(({ name, columns, partitioned }) => {
    const source = partitioned
      ? `(select ${columnList(columns)} from ${name})`
      : `${name} (${columnList(columns)})`;
    return `\\copy ${source} to '${join(target, name)}'`;
  });
  const script = join(folder, "copy.sql");
  await writeFile(script, commands.join("\n"));
  const started = performance.now();
  // Written out as the backup writes it, so that both move the same bytes.
  const options = "-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c extra_float_digits=3";
  const env = { ...process.env, PGOPTIONS: options, PGCLIENTENCODING: "UTF8" };
  await run("psql", ["-qXv", "ON_ERROR_STOP=1", "-f", script, url], { env });
  const seconds = (performance.now() - started) / 1_000;
  const sizes = (await readdir(target)).map(async (name) => (await stat(join(target, name))).size);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await rm(target, { recursive: true });
  return { seconds, bytes };
}

async function measureBackup(owner: Pool) {
  const file = join(folder, "backup");
  const source = {
    owner,
    installation: await requireInstallation(owner),
    files: openFileStore(join(folder, "files")),
    keys: undefined,
    product: await readVersion(),
    now: new Date(),
  };
  const started = performance.now();
  const archive = await writeArchive(file);
  const { tables } = await takeBackup(source, archive, () => undefined);
  const { bytes: packed } = await archive.finish();
  const seconds = (performance.now() - started) / 1_000;
  await rm(file);
  return { seconds, packed, copied: tables.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
