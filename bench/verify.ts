import { parseArgs } from "node:util";
import { openOwnerPool, openPool, type Pool } from "../server/store/database.ts";
import { type HashAlgorithm, hashAlgorithms } from "../server/store/digests.ts";
import { sequence } from "../server/store/sequencer.ts";
import { openBenchServer } from "./bench-server.ts";
import { openDataset, program } from "./dataset.ts";
import { medianOf, round } from "./measure.ts";
import { storeResult } from "./store-result.ts";
import type { Turn } from "./turn.ts";

/**
 * How fast a whole ledger verifies from the database on, beside the hashing of its texts alone, and how fast the sequencer places
 * lines and grows the tree. DESIGN §5: 50 000 lines a second and core with SM3, 80 000 with SHA-256.
 */
const { values: flags } = parseArgs({
  options: {
    entries: { type: "string", default: "20000" },
    hashes: { type: "string", default: hashAlgorithms.join() },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "verify" },
    keep: { type: "boolean", default: false },
  },
});
const [entries, seed] = [Number(flags.entries), Number(flags.seed)];
const asked: Readonly<Record<HashAlgorithm, number>> = { sha256: 80_000, sm3: 50_000 };
const say = (message: string) => process.stderr.write(`${message}\n`);

const bench = await openBenchServer();
try {
  const measured = [];
  for (const algorithm of hashAlgorithms.filter((name) => flags.hashes.includes(name)))
    measured.push(await measure(algorithm));
  process.stdout.write(`${await storeResult(bench.url, flags.name, { entries, seed, measured })}\n`);
} finally {
  await bench.close();
}

async function measure(algorithm: HashAlgorithm) {
  const dataset = await openDataset(bench.url, { entries, seed, algorithm });
  const [hashing, verifying]: [Turn[], Turn[]] = [[], []];
  for (let at = 0; at < Number(flags.rounds); at += 1) {
    hashing.push(await turn("hash", dataset.url, algorithm));
    verifying.push(await turn("verify", dataset.url, algorithm));
  }
  const found = {
    algorithm,
    hashing: { ...ratesOf(hashing), turns: hashing },
    verifying: { ...ratesOf(verifying), turns: verifying },
    share: round(ratesOf(verifying).linesPerOwnCpuSecond / ratesOf(hashing).linesPerOwnCpuSecond),
    askedLinesPerSecondAndCore: asked[algorithm],
    sequencing: await measureSequencing(dataset.url, algorithm),
  };
  say(JSON.stringify(found));
  if (!flags.keep) await dataset.drop();
  return found;
}

async function turn(kind: "hash" | "verify", url: string, algorithm: HashAlgorithm): Promise<Turn> {
  const done: Turn = JSON.parse(await program("turn.ts", [kind, url, algorithm]));
  say(`${kind} ${algorithm}: ${JSON.stringify(done)}`);
  return done;
}

/** The middle of the turns: by the clock, by the process's own processor time, and by that and PostgreSQL's together. */
function ratesOf(turns: readonly Turn[]) {
  const rate = (secondsOf: (done: Turn) => number) =>
    Math.round(medianOf(turns.map((done) => (done.lines ?? 0) / secondsOf(done))));
  return {
    linesPerSecond: rate(({ seconds }) => seconds),
    linesPerOwnCpuSecond: rate(({ ownCpuSeconds }) => ownCpuSeconds),
    linesPerCpuSecondWithDatabase: rate(
      ({ ownCpuSeconds, databaseCpuSeconds = Number.NaN }) => ownCpuSeconds + databaseCpuSeconds,
    ),
  };
}

async function measureSequencing(url: string, algorithm: HashAlgorithm) {
  const owner = openOwnerPool({ connection: { connectionString: url } });
  const pool = openPool({ connection: { connectionString: url }, size: 2 });
  try {
    const lines = await letWait(owner, 20_000);
    const started = performance.now();
    while ((await sequence(pool, algorithm)) > 0);
    const seconds = (performance.now() - started) / 1_000;
    return { lines, seconds: round(seconds), linesPerSecond: Math.round(lines / seconds) };
  } finally {
    await pool.end();
    await owner.end();
  }
}

/** Lets the newest lines wait again, as many as a busy minute brings or as there are but the first; returns how many do. */
async function letWait(owner: Pool, most: number): Promise<number> {
  const tx = await owner.connect();
  try {
    await tx.query("begin; set local session_replication_role = replica");
    const { rows } = await tx.query<{ from: number }>(
      "select greatest(1, max(position) + 1 - $1) as from from leaf",
      [most],
    );
    const from = rows[0]?.from ?? 1;
    const { rowCount } = await tx.query(
      `insert into unsequenced (entry, version, at, hash) select l.entry, l.version, l.at, l.hash from ledger l
        join leaf f using (entry, version) where f.position >= $1`,
      [from],
    );
    await tx.query("delete from leaf where position >= $1", [from]);
    await tx.query("delete from tree_node where (index + 1) * (1::bigint << level) > $1", [from]);
    await tx.query("commit");
    return rowCount ?? 0;
  } finally {
    tx.release();
  }
}
