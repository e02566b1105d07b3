import { parseArgs } from "node:util";
import { openOwnerPool, openPool, type Pool } from "../server/store/database.ts";
import { digestOf, type HashAlgorithm, hashAlgorithms } from "../server/store/digests.ts";
import { sequence } from "../server/store/sequencer.ts";
import { verifyLedger } from "../server/store/verify.ts";
import { openBenchServer } from "./bench-server.ts";
import { drop, label, recreate, stands, urlOf } from "./database.ts";
import { generate } from "./generate.ts";
import { round } from "./measure.ts";
import { storeResult } from "./store-result.ts";

/**
 * How fast a whole ledger verifies from the database on, beside the hashing of its texts alone, and how fast the sequencer places
 * lines and grows the tree. DESIGN §5: 50 000 lines a second with SM3, 80 000 with SHA-256.
 */
const { values: flags } = parseArgs({
  options: {
    entries: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "verify" },
    keep: { type: "boolean", default: false },
  },
});
const entries = Number(flags.entries);
const asked: Readonly<Record<HashAlgorithm, number>> = { sha256: 80_000, sm3: 50_000 };
const say = (message: string) => process.stderr.write(`${message}\n`);

const bench = await openBenchServer();
try {
  const measured = [];
  for (const algorithm of hashAlgorithms) measured.push(await measure(algorithm));
  process.stdout.write(`${await storeResult(bench.url, flags.name, { entries, measured })}\n`);
} finally {
  await bench.close();
}

async function measure(algorithm: HashAlgorithm) {
  const database = `zb_verify_${entries}_${algorithm}`;
  const purpose = `zhiben verify ${entries} ${flags.seed} ${algorithm}`;
  const url = urlOf(bench.url, database);
  if (!(await stands(bench.url, database, purpose))) {
    await recreate(bench.url, database);
    await generate({ url, entries, seed: Number(flags.seed), algorithm, onProgress: say });
    await label(bench.url, database, purpose);
  }
  const owner = openOwnerPool({ connection: { connectionString: url } });
  const pool = openPool({ connection: { connectionString: url }, size: 2 });
  try {
    const hashing = await measureHashing(owner, algorithm);
    const verifying = await measureVerifying(owner, algorithm);
    const sequencing = await measureSequencing(owner, pool, algorithm);
    const share = round(verifying.linesPerSecond / hashing.linesPerSecond);
    const found = { algorithm, hashing, verifying, share, askedLinesPerSecond: asked[algorithm], sequencing };
    say(JSON.stringify(found));
    return found;
  } finally {
    await pool.end();
    await owner.end();
    if (!flags.keep) await drop(bench.url, database);
  }
}

/** The texts of some lines, hashed over and over: nobody can verify faster. */
async function measureHashing(owner: Pool, algorithm: HashAlgorithm) {
  const { rows } = await owner.query<{ text: string }>("select text from ledger limit 20000");
  const digest = digestOf(algorithm);
  const rounds = 10;
  const started = performance.now();
  for (let at = 0; at < rounds; at += 1) for (const { text } of rows) digest(text);
  return perSecond(rows.length * rounds, started);
}

async function measureVerifying(owner: Pool, algorithm: HashAlgorithm) {
  const started = performance.now();
  const before = process.cpuUsage();
  const { lines, faults } = await verifyLedger(owner, algorithm, () => undefined);
  const used = process.cpuUsage(before);
  if (faults.length > 0) throw new Error(`The dataset does not verify: ${JSON.stringify(faults[0])}`);
  const ownSeconds = (used.user + used.system) / 1e6;
  return { ...perSecond(lines, started), linesPerOwnCpuSecond: Math.round(lines / ownSeconds) };
}

/** Lets the newest lines wait again, as many as a busy minute brings, and places them. */
async function measureSequencing(owner: Pool, pool: Pool, algorithm: HashAlgorithm) {
  const tx = await owner.connect();
  const waiting = 20_000;
  try {
    await tx.query("begin; set local session_replication_role = replica");
    const { rowCount } = await tx.query(
      `insert into unsequenced (entry, version, at, hash) select l.entry, l.version, l.at, l.hash from ledger l
        join leaf f using (entry, version) where f.position > (select max(position) from leaf) - $1`,
      [waiting],
    );
    await tx.query("delete from leaf where position > (select max(position) from leaf) - $1", [waiting]);
    await tx.query(
      "delete from tree_node where (index + 1) * (1::bigint << level) > (select max(position) + 1 from leaf)",
    );
    await tx.query("commit");
    const started = performance.now();
    while ((await sequence(pool, algorithm)) > 0);
    return perSecond(rowCount ?? 0, started);
  } finally {
    tx.release();
  }
}

function perSecond(lines: number, started: number) {
  const seconds = (performance.now() - started) / 1_000;
  return { lines, seconds: round(seconds), linesPerSecond: Math.round(lines / seconds) };
}
