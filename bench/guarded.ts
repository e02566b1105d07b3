import { parseArgs } from "node:util";
import { openBenchServer } from "./bench-server.ts";
import { copyUnguarded, drop } from "./database.ts";
import { openDataset, program } from "./dataset.ts";
import { type Measured, medianOf, round } from "./measure.ts";
import { withServer } from "./product.ts";
import { storeResult } from "./store-result.ts";

/**
 * What the session check and the scope add to a page and to an act: the same routes through HTTP, once as they are, once on a server that
 * has looked each session up before and shows its people everything, of a copy without row-level security (`unguarded-server.ts`). In turns
 * in one run; the ratios count.
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
  const measured = await withServer(dataset.url, ({ address }) =>
    withServer(open, (bare) => measureAll(address, bare.address), "unguarded-server.ts"),
  );
  await drop(bench.url, copy);
  if (!flags.keep) await dataset.drop();
  process.stdout.write(
    `${await storeResult(bench.url, flags.name, { entries, seed, clients, turns: Number(flags.turns), allowed, measured })}\n`,
  );
} finally {
  await bench.close();
}

async function measureAll(guarded: string, bare: string) {
  const found = [];
  for (const page of pages)
    found.push(await compare(page, guarded, bare, { page, seconds: Number(flags.seconds) }));
  found.push(await compare("act", guarded, bare, { acts: Number(flags.acts) }));
  return found;
}

type Asked = { readonly page: string; readonly seconds: number } | { readonly acts: number };

/** Turn by turn, so that whatever else the machine does falls on both. */
async function compare(name: string, guarded: string, bare: string, asked: Asked) {
  const turns: { guarded: Measured; bare: Measured }[] = [];
  for (let at = 0; at < Number(flags.turns); at += 1) {
    const load = async (address: string): Promise<Measured> =>
      JSON.parse(await program("load.ts", [JSON.stringify({ address, clients, ...asked })]));
    const first = at % 2 === 0;
    const one = await load(first ? guarded : bare);
    const other = await load(first ? bare : guarded);
    turns.push(first ? { guarded: one, bare: other } : { guarded: other, bare: one });
  }
  const added = round(medianOf(turns.map((turn) => turn.bare.perSecond / turn.guarded.perSecond)) - 1);
  say(
    `${name}: ${Math.round(added * 100)} % added, ${JSON.stringify(turns.map((turn) => [turn.guarded.perSecond, turn.bare.perSecond]))}`,
  );
  return { name, added, met: added <= allowed, turns };
}
