import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { openTable } from "../server/exchange/read/open-table.ts";
import { writeXlsx } from "../server/exchange/write/xlsx.ts";
import { openOwnerPool } from "../server/store/database.ts";
import { openBenchServer } from "./bench-server.ts";
import { openDataset } from "./dataset.ts";
import { cpuSecondsOf, medianOf, round } from "./measure.ts";
import { startFlags } from "./product.ts";
import { storeResult } from "./store-result.ts";
import { benchPassword } from "./world.ts";

/**
 * How fast a workbook of hazards comes in through the API, tried and then done, and how much memory the server takes for it; beside
 * the bare reading of the same workbook, and psql that copies the same cells into a plain table.
 */
const { values: flags } = parseArgs({
  options: {
    rows: { type: "string", default: "50000" },
    rounds: { type: "string", default: "3" },
    name: { type: "string", default: "import" },
    dry: { type: "boolean", default: false },
  },
});
const rows = Number(flags.rows);
const asked = { rowsPerSecond: 5_000, peakMegabytes: 400 };
const headings = [
  "隐患名称",
  "企业名称",
  "检查日期",
  "隐患来源",
  "受威胁人数",
  "具体位置",
  "现状与成因",
  "可能的后果",
  "整改难度",
  "来源文号",
] as const;

const bench = await openBenchServer();
const folder = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
const dataset = await openDataset(bench.url, { entries: 1_000, seed: 1, algorithm: "sha256" });
try {
  const turns: Awaited<ReturnType<typeof measureTurn>>[] = [];
  for (let at = 0; at < Number(flags.rounds); at += 1) {
    const turn = await measureTurn(at);
    process.stderr.write(`${JSON.stringify(turn)}\n`);
    turns.push(turn);
  }
  const middle = (of: (turn: (typeof turns)[number]) => number) => round(medianOf(turns.map(of)));
  const found = {
    rows,
    asked,
    rowsPerSecond: middle(({ run }) => run.rowsPerSecond),
    triedPerSecond: middle(({ trial }) => trial.rowsPerSecond),
    peakMegabytes: Math.max(...turns.map(({ peakMegabytes }) => peakMegabytes)),
    shareOfReading: middle(({ run, reading }) => run.rowsPerSecond / reading.rowsPerSecond),
    shareOfCopy: middle(({ run, copy }) => run.rowsPerSecond / copy.rowsPerSecond),
    turns,
  };
  if (flags.dry) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else process.stdout.write(`${await storeResult(bench.url, flags.name, found)}\n`);
} finally {
  await dataset.drop();
  await rm(folder, { recursive: true, force: true });
  await bench.close();
}

/** An officer of a county, and the enterprises there. */
async function officerAndEnterprises() {
  const owner = openOwnerPool({ connection: { connectionString: dataset.url } });
  const { rows: officers } = await owner.query<{ username: string; region: string }>(
    `select p.username, o.region from person p join post o on o.person = p.id
      where o.role = 'inspector' and o.level = 'county' and o.sectors is null order by p.username limit 1`,
  );
  const [officer] = officers;
  if (officer === undefined) throw new Error("The dataset has no officer of a county");
  const { rows: found } = await owner.query<{ title: string }>(
    "select title from entry_enterprise where county = $1 order by id",
    [officer.region],
  );
  await owner.end();
  return { username: officer.username, names: found.map(({ title }) => title) };
}

async function measureTurn(turn: number) {
  const { username, names } = await officerAndEnterprises();
  const file = join(folder, `rows-${turn}.xlsx`);
  const made = Array.from({ length: rows }, (_, at) => rowOf(turn, at, names));
  await writeWorkbook(file, made);
  const reading = await measureReading(file);
  const copy = await measureCopy(made);
  const server = spawn(process.execPath, [...startFlags, path("server.ts"), dataset.url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  try {
    const [address]: Buffer[] = await once(server.stdout, "data");
    const api = await signIn(String(address).trim(), username);
    const id = await bring(api, file);
    const used = async () => cpuSecondsOf(server.pid ?? 0);
    const standing = await peakMegabytes(server.pid ?? 0);
    const before = await used();
    const trial = await timed(() => atRest(api, id, "PUT", `/api/imports/${id}/plan`, api.plan));
    const between = await used();
    const tried = await peakMegabytes(server.pid ?? 0);
    const run = await timed(() => atRest(api, id, "POST", `/api/imports/${id}/run`, { choice: "good" }));
    const after = await used();
    return {
      reading,
      copy,
      trial: { ...trial, ownCpuSeconds: round(between - before) },
      run: { ...run, ownCpuSeconds: round(after - between) },
      /** When the file is read, when it is tried, and when it is in. */
      megabytes: [standing, tried, await peakMegabytes(server.pid ?? 0)],
      peakMegabytes: await peakMegabytes(server.pid ?? 0),
    };
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

function path(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

function rowOf(turn: number, at: number, names: readonly string[]): readonly (string | number)[] {
  return [
    `第 ${turn} 次第 ${at} 处隐患`,
    names[at % names.length] ?? "",
    `2026年${1 + (at % 6)}月${1 + (at % 28)}日`,
    "部门检查",
    at % 40,
    `${at % 12} 号车间`,
    "现场检查发现防护装置缺失，未按规定定期检查维护，作业人员未佩戴防护用品",
    "可能造成机械伤害",
    "需停机整改",
    `检查〔2026〕${at} 号`,
  ];
}

function writeWorkbook(file: string, made: readonly (readonly (string | number)[])[]): Promise<void> {
  async function* batches() {
    for (let at = 0; at < made.length; at += 1_000) yield made.slice(at, at + 1_000);
  }
  const columns = headings.map((heading) => ({ heading, width: 20, isText: true }));
  return writeXlsx(createWriteStream(file), { columns, rows: batches() });
}

async function timed(work: () => Promise<unknown>) {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  return { seconds: round(seconds), rowsPerSecond: Math.round(rows / seconds) };
}

/** The workbook read by the same reader, and nothing done with its rows. */
function measureReading(file: string) {
  return timed(async () => {
    const table = await openTable(file, { name: file });
    let read = 0;
    for await (const batch of table.batches()) read += batch.length;
    await table.close();
    if (read !== rows + 1) throw new Error(`${read} rows were read`);
  });
}

/** The same cells, copied by psql into a table of texts without any index. */
async function measureCopy(made: readonly (readonly (string | number)[])[]) {
  const file = join(folder, "rows.csv");
  const script = join(folder, "copy.sql");
  await writeFile(file, made.map((cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\n`).join(""));
  const columns = headings.map((_, at) => `c${at} text`).join(", ");
  await writeFile(
    script,
    `drop table if exists bare_rows;\ncreate table bare_rows (${columns});\n\\copy bare_rows from '${file}' csv\ndrop table bare_rows;\n`,
  );
  return timed(() => promisify(execFile)("psql", ["-qXv", "ON_ERROR_STOP=1", "-f", script, dataset.url]));
}

interface Api {
  readonly address: string;
  readonly cookie: string;
  plan?: unknown;
}

async function signIn(address: string, username: string): Promise<Api> {
  const answer = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: benchPassword }),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
  return { address, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}

async function ask(api: Api, method: string, address: string, body?: unknown) {
  const sent =
    body instanceof Uint8Array
      ? { body, headers: { "content-type": "application/octet-stream", "x-file-name": "rows.xlsx" } }
      : body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const { headers = {}, ...rest } = sent;
  const answer = await fetch(api.address + address, {
    method,
    ...rest,
    headers: { ...headers, cookie: api.cookie },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${text}`);
  return JSON.parse(text).import;
}

async function bring(api: Api, file: string): Promise<string> {
  const one = await ask(api, "POST", "/api/registers/hazard/imports", new Uint8Array(await readFile(file)));
  api.plan = one.plan;
  return one.id;
}

/** Sets it to work and waits until it rests with every row dealt with. */
async function atRest(api: Api, id: string, method: string, address: string, body: unknown): Promise<void> {
  let one = await ask(api, method, address, body);
  while (one.state === "checking" || one.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, 100));
    one = await ask(api, "GET", `/api/imports/${id}`);
  }
  if (one.counts.add !== rows) throw new Error(`Of ${rows} rows came ${JSON.stringify(one.counts)}`);
}

async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}
