import pg from "pg";
import { listStatements, readCaptured } from "./statements.ts";

/**
 * The bare equivalent of a page: what it reads its rows by, prepared, by several connections of the tables' owner, whom
 * row-level security does not concern. Prints what it measured as JSON.
 */
const [url = "", folder = "", name = "", clientCount = "8", seconds = "5"] = process.argv.slice(2);
const statements = listStatements(await readCaptured(folder, name));
const clients = await Promise.all(
  Array.from({ length: Number(clientCount) }, async () => {
    // As the product does: a generic plan for ranges and states was many times slower.
    const client = new pg.Client({ connectionString: url, options: "-c plan_cache_mode=force_custom_plan" });
    await client.connect();
    return client;
  }),
);
await run(Math.min(Number(seconds), 2) * 500);
process.stdout.write(`${JSON.stringify(await run(Number(seconds) * 1_000))}\n`);
for (const client of clients) await client.end();

async function run(forMs: number) {
  const times: number[] = [];
  const started = performance.now();
  const loop = async (client: pg.Client) => {
    while (performance.now() - started < forMs) {
      const from = performance.now();
      for (const [at, { text, values }] of statements.entries())
        await client.query({ name: `page-${at}`, text, values: [...values] });
      times.push(performance.now() - from);
    }
  };
  await Promise.all(clients.map(loop));
  const elapsedSeconds = (performance.now() - started) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  const perSecond = Math.round((times.length / elapsedSeconds) * 100) / 100;
  return { count: times.length, perSecond, p50Ms: at(0.5), p95Ms: at(0.95) };
}
