import { createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeArchive } from "../server/backup/archive-writer.ts";
import { takeBackup } from "../server/backup/take.ts";
import { requireInstallation } from "../server/commands/installation.ts";
import type { OutCell } from "../server/exchange/write/table-out.ts";
import { writeXlsx } from "../server/exchange/write/xlsx.ts";
import { openOwnerPool } from "../server/store/database.ts";
import { digestOf, type HashAlgorithm, isHashAlgorithm } from "../server/store/digests.ts";
import { openFileStore } from "../server/store/files.ts";
import { verifyLedger } from "../server/store/verify.ts";
import { readVersion } from "../server/version.ts";
import { cpuSecondsIn, round } from "./measure.ts";

/**
 * One turn of a measurement in a process of its own, so that none profits from code that another has warmed up and each has its own
 * memory: `turn.ts hash|verify|backup|write <database url> <sha256|sm3> <folder>`. Writes what it used as JSON.
 */
const [kind = "", url = "", algorithm = "", folder = ""] = process.argv.slice(2);

const owner = openOwnerPool({ connection: { connectionString: url } });
try {
  if (!isHashAlgorithm(algorithm)) throw new Error(`No hash: ${algorithm}`);
  process.stdout.write(JSON.stringify(await turn(algorithm)));
} finally {
  await owner.end();
}

function turn(hash: HashAlgorithm): Promise<Turn> {
  switch (kind) {
    case "hash":
      return hashing(hash);
    case "verify":
      return used(() => verifying(hash));
    case "backup":
      return used(backup);
    case "write":
      return writing();
    default:
      throw new Error(`No measurement: ${kind}`);
  }
}

/** What a turn did and used: seconds by the clock, of the process's own processor time with all its threads, and of PostgreSQL's. */
export interface Turn {
  readonly lines?: number;
  readonly bytes?: number;
  readonly packedBytes?: number;
  readonly seconds: number;
  readonly ownCpuSeconds: number;
  /** Undefined where PostgreSQL runs elsewhere. */
  readonly databaseCpuSeconds?: number | undefined;
  readonly peakMegabytes: number;
}

async function used(
  work: () => Promise<Omit<Turn, "seconds" | "ownCpuSeconds" | "peakMegabytes">>,
): Promise<Turn> {
  const backend = await databaseCpuSeconds();
  const [started, before] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const seconds = round((performance.now() - started) / 1_000);
  const { user, system } = process.cpuUsage(before);
  const after = await databaseCpuSeconds();
  return {
    ...done,
    seconds,
    ownCpuSeconds: round((user + system) / 1e6),
    ...(backend === undefined || after === undefined ? {} : { databaseCpuSeconds: round(after - backend) }),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}

/** Of the one connection that the pool has opened. */
async function databaseCpuSeconds(): Promise<number | undefined> {
  const { rows } = await owner.query<{ pid: number }>("select pg_backend_pid() as pid");
  return cpuSecondsIn(await readFile(`/proc/${rows[0]?.pid}/stat`, "utf8").catch(() => ""), "postgres");
}

/** The texts of some lines, hashed over and over: nobody can verify faster. */
async function hashing(hash: HashAlgorithm): Promise<Turn> {
  const { rows } = await owner.query<{ text: string }>("select text from ledger limit 20000");
  const digest = digestOf(hash);
  const rounds = 10;
  return used(async () => {
    for (let at = 0; at < rounds; at += 1) for (const { text } of rows) digest(text);
    return { lines: rows.length * rounds };
  });
}

async function verifying(hash: HashAlgorithm) {
  const { lines, faults } = await verifyLedger(owner, hash, () => undefined);
  if (faults.length > 0) throw new Error(`The dataset does not verify: ${JSON.stringify(faults[0])}`);
  return { lines };
}

/** The rows of a list, read before, in a workbook: nobody can export faster. */
async function writing(): Promise<Turn> {
  const { rows } = await owner.query<{ cells: OutCell[] }>(
    `select jsonb_build_array(number, title, state, level, organisation, region, sector, jsonb_build_object('day', found_on),
      jsonb_build_object('day', coalesce(due_on, found_on)), holder) as cells from entry_hazard`,
  );
  const columns = Array.from({ length: 10 }, (_, at) => ({ heading: `列${at}`, width: 20, isText: at < 7 }));
  const file = join(folder, "bare.xlsx");
  const turn = await used(async () => {
    await writeXlsx(createWriteStream(file), { columns, rows: inBatches(rows.map(({ cells }) => cells)) });
    return { lines: rows.length };
  });
  await rm(file);
  return turn;
}

async function* inBatches(rows: readonly (readonly OutCell[])[]) {
  for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
}

async function backup() {
  const file = join(folder, "backup");
  const source = {
    owner,
    installation: await requireInstallation(owner),
    files: openFileStore(join(folder, "files")),
    keys: undefined,
    product: await readVersion(),
    now: new Date(),
  };
  const archive = await writeArchive(file);
  const { tables } = await takeBackup(source, archive, () => undefined);
  const { bytes: packedBytes } = await archive.finish();
  await rm(file);
  return { bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0), packedBytes };
}
