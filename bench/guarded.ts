import { parseArgs } from "node:util";
import { openBenchServer } from "./bench-server.ts";
import { backendsOf, copyUnguarded, drop } from "./database.ts";
import { openDataset, program } from "./dataset.ts";
import type { BenchProduct } from "./exporting.ts";
import { cpuSecondsOf, type Measured, medianOf, round } from "./measure.ts";
import { withServer } from "./product.ts";
import { storeResult } from "./store-result.ts";

/**
 * What the session check and the scope add to a page and to an act: the same routes through HTTP, once as they are, once on a server that
 * has looked each session up before and shows its people everything, of a copy without row-level security (`unguarded-server.ts`). In turns
 * in one run; the ratios count. By the clock and by the processor time of the server and its PostgreSQL backends, which is what a fully laden
 * machine comes to and hangs less on what else it does.
 */
const { values: flags } = parseArgs({
  options: {
    entries: { type: "string", default: "10000" },
    turns: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    acts: { type: "string", default: "150" },
    clients: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "guarded" },
    keep: { type: "boolean", default: false },
  },
});
const [entries, clients, seed] = [Number(flags.entries), Number(flags.clients), Number(flags.seed)];
// Pages whose filter holds the same rows, whatever the scope.
const pages = ["county-township-by-state", "prefecture-county-by-states", "prefecture-by-due-day"] as const;
const allowed = 0.15;
const say = (message: string) => process.stderr.write(`${message}\n`);

const bench = await openBenchServer();
try {
  const dataset = await openDataset(bench.url, { entries, seed, algorithm: "sha256" });
  const copy = "zb_unguarded";
  const open = await copyUnguarded(bench.url, new URL(dataset.url).pathname.slice(1), copy);
  const measured = await withServer(dataset.url, (guarded) =>
    withServer(
      open,
      (bare) => measureAll({ ...guarded, url: dataset.url }, { ...bare, url: open }),
      "unguarded-server.ts",
    ),
  );
  await drop(bench.url, copy);
  if (!flags.keep) await dataset.drop();
  process.stdout.write(
    `${await storeResult(bench.url, flags.name, { entries, seed, clients, turns: Number(flags.turns), allowed, measured })}\n`,
  );
} finally {
  await bench.close();
}

/** A server of the bench and its database. */
type Side = BenchProduct & { readonly url: string };

async function measureAll(guarded: Side, bare: Side) {
  const found = [];
  for (const page of pages)
    found.push(await compare(page, guarded, bare, { page, seconds: Number(flags.seconds) }));
  found.push(await compare("act", guarded, bare, { acts: Number(flags.acts) }));
  return found;
}

type Asked = { readonly page: string; readonly seconds: number } | { readonly acts: number };

/** Turn by turn, so that whatever else the machine does falls on both. */
async function compare(name: string, guarded: Side, bare: Side, asked: Asked) {
  const turns: { guarded: Laden; bare: Laden }[] = [];
  for (let at = 0; at < Number(flags.turns); at += 1) {
    const first = at % 2 === 0;
    const one = await load(first ? guarded : bare, asked);
    const other = await load(first ? bare : guarded, asked);
    turns.push(first ? { guarded: one, bare: other } : { guarded: other, bare: one });
  }
  const added = round(medianOf(turns.map((turn) => turn.bare.perSecond / turn.guarded.perSecond)) - 1);
  const addedCpu = round(medianOf(turns.map((turn) => turn.guarded.cpuMs / turn.bare.cpuMs)) - 1);
  say(
    `${name}: ${Math.round(added * 100)} % added by the clock, ${Math.round(addedCpu * 100)} % of processor time, ${JSON.stringify(turns.map((turn) => [turn.guarded.perSecond, turn.bare.perSecond, turn.guarded.cpuMs, turn.bare.cpuMs]))}`,
  );
  return { name, added, addedCpu, met: added <= allowed, turns };
}

/** What a load did, and what processor time one of its requests took, with those before it that warmed the server up. */
type Laden = Measured & { readonly cpuMs: number };

async function load({ address, pid, url }: Side, asked: Asked): Promise<Laden> {
  const before = await cpuSeconds(pid, url);
  const done: Measured & { readonly warm: number } = JSON.parse(
    await program("load.ts", [JSON.stringify({ address, clients, ...asked })]),
  );
  const spent = (await cpuSeconds(pid, url)) - before;
  return { ...done, cpuMs: round((spent * 1_000) / (done.count + done.warm)) };
}

/** What a server and the backends of its connections, which it keeps, have used so far, on this machine. */
async function cpuSeconds(pid: number | undefined, url: string): Promise<number> {
  const processes = [...(pid === undefined ? [] : [pid]), ...(await backendsOf(url))];
  const spent = await Promise.all(processes.map(cpuSecondsOf));
  return spent.reduce((sum, seconds) => sum + seconds, 0);
}
