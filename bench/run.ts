import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { openBenchServer } from "./bench-server.ts";
import { drop, label, recreate, stands, urlOf, versionOf } from "./database.ts";
import { measureExport } from "./exporting.ts";
import { type Generated, generate } from "./generate.ts";
import type { LoadOrder } from "./load.ts";
import { type Measured, round } from "./measure.ts";
import { pages } from "./pages.ts";
import { withServer } from "./product.ts";
import { writeReport } from "./report.ts";
import { type BareAct, type BenchResult, budgetsOf, type DatasetResult, type PageResult } from "./result.ts";
import { measureStartUp, type StartUp } from "./start-up.ts";

const { values: flags } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    sizes: { type: "string", default: "10000,100000,1000000" },
    seconds: { type: "string", default: "8" },
    clients: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "all" },
    fresh: { type: "boolean", default: false },
  },
});
const short = flags.short;
const sizes = short ? [10_000] : flags.sizes.split(",").map(Number);
const secondsEach = short ? 1 : Number(flags.seconds);
const clients = Number(flags.clients);
const seed = Number(flags.seed);
const say = (message: string) => process.stderr.write(`${message}\n`);

const scratch = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
const bench = await openBenchServer();
const server = bench.url;
try {
  const datasets: DatasetResult[] = [];
  for (const entries of sizes) datasets.push(await measureDataset(entries));
  const start: StartUp = short ? { skipped: "not measured in a short run" } : await measureStartUp();
  await store(datasets, start);
} finally {
  await bench.close();
  await rm(scratch, { recursive: true, force: true });
}

async function measureDataset(entries: number): Promise<DatasetResult> {
  const database = `zb_bench_${entries}_${seed}${short ? "_short" : ""}`;
  const url = urlOf(server, database);
  const generated = await dataset(database, entries);
  await program("capture-cli.ts", [url, scratch]);
  const acts = Math.min(4_000, Math.floor(entries / 50));
  // In a process of its own: its peak of memory is that of the export.
  const exported = await withServer(url, (product) => measureExport(product, scratch));
  say(`export: ${exported.rows} rows in ${exported.seconds} s, ${exported.peakMegabytes} MB`);
  const { measured, acted } = await withServer(url, async ({ address }) => {
    const found: PageResult[] = [];
    for (const { name } of pages) found.push(await measurePage(url, address, name));
    return { measured: found, acted: await load({ address, clients, acts }) };
  });
  const act = short && !(await hasPgbench()) ? withoutComparison(acted) : await compareAct(url, acted, acts);
  if (short) await drop(server, database);
  return { entries, ...(generated ? { generated } : {}), pages: measured, exported, ...(act ? { act } : {}) };
}

function hasPgbench(): Promise<boolean> {
  return promisify(execFile)("pgbench", ["--version"]).then(
    () => true,
    () => false,
  );
}

function withoutComparison(http: Measured): undefined {
  say(`act: ${http.perSecond} acts/s; not compared: pgbench is missing (Debian: apt-get install postgresql)`);
}

/** Makes the dataset, unless it stands already from a run with the same schema and generator. */
async function dataset(database: string, entries: number): Promise<Generated | undefined> {
  const purpose = `zhiben bench ${entries} ${seed} ${await fingerprint()}`;
  if (!flags.fresh && !short && (await stands(server, database, purpose))) return undefined;
  say(`Generating ${entries} entries`);
  await recreate(server, database);
  const url = urlOf(server, database);
  const generated = await generate({ url, entries, seed, onProgress: short ? () => undefined : say });
  await label(server, database, purpose);
  return generated;
}

/** What a dataset depends on: the schema, the pack's clocks and the generator's own files. */
async function fingerprint(): Promise<string> {
  const files = ["../server/migrations/001_kernel.sql", "../server/migrations/002_registers.sql"];
  const pack = ["../packs/diqing/calendar.json", "../packs/diqing/parameters.json"];
  const own = ["generate.ts", "stories.ts", "world.ts", "random.ts"];
  const texts = [...files, ...pack, ...own].map((file) => readFile(new URL(file, import.meta.url), "utf8"));
  return createHash("sha256")
    .update((await Promise.all(texts)).join("\n"))
    .digest("hex")
    .slice(0, 16);
}

async function measurePage(url: string, address: string, name: string): Promise<PageResult> {
  const bare: Measured = await program("bare/page.ts", [url, scratch, name, clients, secondsEach]);
  const http = await load({ address, clients, page: name, seconds: secondsEach });
  const ratio = round(http.perSecond / bare.perSecond);
  say(`${name}: ${http.perSecond} pages/s, bare ${bare.perSecond}/s, ${ratio}`);
  return { name, http, bare, ratio };
}

async function compareAct(url: string, http: Measured, acts: number): Promise<DatasetResult["act"]> {
  const bare: BareAct = await program("bare/act.ts", [url, scratch, clients, acts]);
  const ratio = round(http.perSecond / bare.perSecond);
  say(`act: ${http.perSecond} acts/s, pgbench ${bare.perSecond}/s, ${ratio}`);
  return { http, bare, ratio };
}

function load(order: LoadOrder): Promise<Measured> {
  return program("load.ts", [JSON.stringify(order)]);
}

/** Runs a file of the bench as a process of its own and reads the JSON that it prints. */
async function program<T>(file: string, given: readonly (string | number)[]): Promise<T> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...given.map(String)]);
  return stdout === "" ? JSON.parse("null") : JSON.parse(stdout);
}

async function store(datasets: readonly DatasetResult[], start: StartUp): Promise<void> {
  const at = new Date().toISOString();
  const [processor] = cpus();
  const result: BenchResult = {
    name: short ? "short" : flags.name,
    at,
    machine: {
      cores: cpus().length,
      processor: processor?.model.trim() ?? "",
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      postgresql: await versionOf(server),
    },
    seed,
    clients,
    secondsEach,
    datasets,
    start,
    budgets: budgetsOf(datasets, start),
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (short) {
    const file = join(await mkdtemp(join(tmpdir(), "zhiben-bench-result-")), "short.json");
    await writeFile(file, text);
    process.stdout.write(`${file}\n`);
    return;
  }
  const file = `results/${at.slice(0, 10)}-${flags.name}.json`;
  await writeFile(new URL(file, import.meta.url), text);
  await writeReport(result, file);
  process.stdout.write(`bench/${file}\n`);
}
