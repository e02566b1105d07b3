import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { type KeptTable, keptTables } from "../server/store/backup/catalog.ts";
import { columnList, inSnapshot } from "../server/store/backup/snapshot.ts";
import { openOwnerPool } from "../server/store/database.ts";
import { openBenchServer } from "./bench-server.ts";
import { openDataset, program } from "./dataset.ts";
import { cpuSecondsIn, medianOf, round } from "./measure.ts";
import { storeResult } from "./store-result.ts";
import type { Turn } from "./turn.ts";

/**
 * How fast `zhiben backup` writes a database, beside psql that copies the same tables to files, turn by turn; and the most memory
 * that it takes, by the size of the database. Asked is half of psql's speed.
 */
const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    rounds: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "backup" },
    keep: { type: "boolean", default: false },
  },
});
const askedShare = 0.5;
const run = promisify(execFile);
// What psql and its backend have used, at their end: each as one line of the kernel's, where both run on this machine.
const tellCpu = `select pg_backend_pid() as backend \\gset
\\setenv BACKEND :backend
\\! cat /proc/$PPID/stat /proc/$BACKEND/stat`;

const bench = await openBenchServer();
const folder = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
try {
  const measured = [];
  for (const size of flags.sizes.split(",")) measured.push(await measure(Number(size)));
  const found = { seed: Number(flags.seed), askedShare, measured };
  process.stdout.write(`${await storeResult(bench.url, flags.name, found)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
  await bench.close();
}

async function measure(entries: number) {
  const dataset = await openDataset(bench.url, { entries, seed: Number(flags.seed), algorithm: "sha256" });
  const owner = openOwnerPool({ connection: { connectionString: dataset.url } });
  const tables = await inSnapshot(owner, keptTables);
  await owner.end();
  const turns = [];
  // The first turn of each only brings the pages into memory.
  for (let at = 0; at <= Number(flags.rounds); at += 1) {
    const bare = await measureCopy(dataset.url, tables);
    const backup: Turn = JSON.parse(await program("turn.ts", ["backup", dataset.url, "sha256", folder]));
    if (bare.bytes !== backup.bytes) throw new Error("Backup and COPY did not read the same");
    const turn = { ...sharesOf(bare, backup), bare: { ...bare, seconds: round(bare.seconds) }, backup };
    process.stderr.write(`${entries}: ${JSON.stringify(turn)}\n`);
    if (at > 0) turns.push(turn);
  }
  if (!flags.keep) await dataset.drop();
  return {
    entries,
    share: round(medianOf(turns.map(({ share }) => share))),
    shareOfCpu: round(medianOf(turns.map(({ shareOfCpu }) => shareOfCpu))),
    peakMegabytes: Math.max(...turns.map(({ backup }) => backup.peakMegabytes)),
    turns,
  };
}

/** Which part of the backup's time, and of the processor time of all that takes part, the copy takes. */
function sharesOf(bare: { readonly seconds: number; readonly cpuSeconds: number }, backup: Turn) {
  const cpuSeconds = backup.ownCpuSeconds + (backup.databaseCpuSeconds ?? Number.NaN);
  return { share: round(bare.seconds / backup.seconds), shareOfCpu: round(bare.cpuSeconds / cpuSeconds) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
  await writeFile(script, [...commands, tellCpu].join("\n"));
  const started = performance.now();
  // Written out as the backup writes it, so that both move the same bytes.
  const options = "-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c extra_float_digits=3";
  const env = { ...process.env, PGOPTIONS: options, PGCLIENTENCODING: "UTF8" };
  const { stdout } = await run("psql", ["-qXv", "ON_ERROR_STOP=1", "-f", script, url], { env });
  const seconds = (performance.now() - started) / 1_000;
  const sizes = (await readdir(target)).map(async (name) => (await stat(join(target, name))).size);
  const bytes = sum(await Promise.all(sizes));
  await rm(target, { recursive: true });
  const cpuSeconds = sum(
    stdout.split("\n").flatMap((line) => cpuSecondsIn(line, "psql") ?? cpuSecondsIn(line, "postgres") ?? []),
  );
  return { seconds, cpuSeconds: round(cpuSeconds), bytes };
}
