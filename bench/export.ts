import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBenchServer } from "./bench-server.ts";
import { openDataset, program } from "./dataset.ts";
import { measureExport } from "./exporting.ts";
import { medianOf, round } from "./measure.ts";
import { withServer } from "./product.ts";
import { storeResult } from "./store-result.ts";
import type { Turn } from "./turn.ts";

/**
 * How fast a list goes out as a workbook, turn by turn beside the bare writer, which is handed rows that are in memory already and
 * writes them to a file; and the most memory that the product takes over it. Each turn of both is a process of its own.
 */
const { values: flags } = parseArgs({
  options: {
    entries: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    name: { type: "string", default: "export" },
    keep: { type: "boolean", default: false },
  },
});
const asked = { seconds: 8, megabytes: 300 };

const bench = await openBenchServer();
const folder = await mkdtemp(join(tmpdir(), "zhiben-bench-"));
try {
  const entries = Number(flags.entries);
  const dataset = await openDataset(bench.url, { entries, seed: Number(flags.seed), algorithm: "sha256" });
  const load = loadavg().map(round);
  const turns = [];
  for (let at = 0; at < Number(flags.rounds); at += 1) {
    const bare: Turn = JSON.parse(await program("turn.ts", ["write", dataset.url, "sha256", folder]));
    const exported = await withServer(dataset.url, (product) => measureExport(product, folder));
    process.stderr.write(`${JSON.stringify({ exported, bare })}\n`);
    turns.push({ share: round(bare.seconds / exported.seconds), exported, bare });
  }
  if (!flags.keep) await dataset.drop();
  const found = {
    entries,
    asked,
    load,
    seconds: medianOf(turns.map(({ exported }) => exported.seconds)),
    peakMegabytes: Math.max(...turns.map(({ exported }) => exported.peakMegabytes ?? Number.NaN)),
    share: round(medianOf(turns.map(({ share }) => share))),
    turns,
  };
  process.stdout.write(`${await storeResult(bench.url, flags.name, found)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
  await bench.close();
}
