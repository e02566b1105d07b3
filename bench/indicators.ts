import { parseArgs } from "node:util";
import pg from "pg";
import { openBenchServer } from "./bench-server.ts";
import { openDataset, program } from "./dataset.ts";
import { openClient, requestText } from "./http-client.ts";
import { type Measured, round } from "./measure.ts";
import { withServer } from "./product.ts";
import { storeResult } from "./store-result.ts";
import { benchPassword } from "./world.ts";

/**
 * Figures of an indicator through HTTP, with session and scope, beside the same figures counted by GROUP BY over the entries' own table, as
 * its owner, in turns in one run; by the sizes named, and once more while acts are written.
 */
const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    seed: { type: "string", default: "1" },
    turns: { type: "string", default: "40" },
    name: { type: "string", default: "indicators" },
    keep: { type: "boolean", default: false },
  },
});
const [seed, turns] = [Number(flags.seed), Number(flags.turns)];
const warmUp = 4;
const say = (message: string) => process.stderr.write(`${message}\n`);

/** DESIGN §5: up to a thousand figures in 20 ms, the whole cube of townships in 400 ms. */
const cubes = [
  { name: "county-sector-month", by: "county,sector,month", months: 12, placed: "county", budgetMs: 20 },
  { name: "township-sector-month", by: "township,sector,month", months: 36, placed: "region", budgetMs: 400 },
] as const;
type Cube = (typeof cubes)[number];

const bench = await openBenchServer();
try {
  const sizes = [];
  for (const entries of flags.sizes.split(",").map(Number)) {
    const dataset = await openDataset(bench.url, { entries, seed, algorithm: "sha256" });
    sizes.push({ entries, ...(await measureAll(dataset.url)) });
    if (!flags.keep) await dataset.drop();
  }
  process.stdout.write(`${await storeResult(bench.url, flags.name, { seed, turns, sizes })}\n`);
} finally {
  await bench.close();
}

async function measureAll(url: string) {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    await owner.query("select roll_cells()");
    await owner.query("analyze");
    const { rows } = await owner.query<{ lines: number; cells: number; months: number }>(
      `select (select count(*) from ledger)::int as lines, (select count(*) from cell)::int as cells,
        (select count(*) from cell_month)::int as months`,
    );
    return await withServer(url, async ({ address }) => {
      const quiet = [];
      for (const cube of cubes) quiet.push(await compare(address, owner, cube));
      const writing = program("load.ts", [JSON.stringify({ address, clients: 2, acts: 150 })]);
      const beside = [];
      for (const cube of cubes) beside.push(await compare(address, owner, cube));
      await writing;
      return { ...rows[0], quiet, whileActsAreWritten: beside };
    });
  } finally {
    await owner.end();
  }
}

/** Turn by turn, so that whatever else the machine does falls on both. */
async function compare(address: string, owner: pg.Client, { name, by, months, placed, budgetMs }: Cube) {
  const { hostname, port } = new URL(address);
  const client = await openClient(hostname, Number(port));
  const signedIn = await client.send(
    requestText("POST", "/api/session", "", { username: "anweiban", password: benchPassword }),
  );
  const cookie = /set-cookie: ([^;]+)/i.exec(signedIn.headers)?.[1] ?? "";
  const { from, to } = await spanOf(owner, months);
  const request = requestText("GET", `/api/indicators/hazards-found?by=${by}&from=${from}&to=${to}`, cookie);
  let figures = 0;
  const ours = async () => {
    const { status, body } = await client.send(request);
    if (status !== 200) throw new Error(`Figures answered ${status}: ${body.toString().slice(0, 200)}`);
    figures = JSON.parse(body.toString()).rows.length;
  };
  const bare = async () => {
    await owner.query({
      name: `bare-${name}`,
      text: `select ${placed}, sector, date_trunc('month', found_on) as month, count(*) from entry_hazard
        where found_on between $1 and $2 and state not in ('dismissed', 'void', 'merged') group by 1, 2, 3`,
      values: [from, to],
    });
  };
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let turn = 0; turn < turns + warmUp; turn += 1) {
    for (const [side, work] of turn % 2 === 0
      ? ([
          ["ours", ours],
          ["bare", bare],
        ] as const)
      : ([
          ["bare", bare],
          ["ours", ours],
        ] as const)) {
      const started = performance.now();
      await work();
      if (turn >= warmUp) times[side].push(performance.now() - started);
    }
  }
  client.close();
  const found = { ours: spreadOf(times.ours), bare: spreadOf(times.bare) };
  const ratio = round(found.bare.p50Ms / found.ours.p50Ms);
  say(
    `${name}: ${figures} figures, p50 ${found.ours.p50Ms} ms, p95 ${found.ours.p95Ms} ms, bare ${found.bare.p50Ms} ms`,
  );
  return { name, figures, ...found, bareByOurs: ratio, budgetMs, met: found.ours.p95Ms <= budgetMs };
}

function spreadOf(times: readonly number[]): Pick<Measured, "p50Ms" | "p95Ms"> {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Whole months up to the last in which anything was found. */
async function spanOf(owner: pg.Client, months: number): Promise<{ from: string; to: string }> {
  const { rows } = await owner.query<{ from: string; to: string }>(
    `select to_char(date_trunc('month', max(found_on)) - ($1::int - 1) * interval '1 month', 'YYYY-MM-DD') as from,
      to_char(date_trunc('month', max(found_on)) + interval '1 month' - interval '1 day', 'YYYY-MM-DD') as to from entry_hazard`,
    [months],
  );
  if (rows[0] === undefined) throw new Error("There are no entries");
  return rows[0];
}
