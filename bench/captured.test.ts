import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCaptured } from "./bare/statements.ts";
import { type BenchServer, openBenchServer } from "./bench-server.ts";
import { type Captured, capture } from "./capture.ts";
import { drop, recreate, urlOf } from "./database.ts";
import { generate } from "./generate.ts";

const folder = fileURLToPath(new URL("bare/captured/", import.meta.url));
const database = `zb_bench_captured_${process.pid}`;
let bench: BenchServer;
let sent: Readonly<Record<string, Captured>>;

beforeAll(async () => {
  bench = await openBenchServer();
  await recreate(bench.url, database);
  const url = urlOf(bench.url, database);
  await generate({ url, entries: 400, seed: 1, onProgress: () => undefined });
  sent = await capture(url);
}, 120_000);

afterAll(async () => {
  await drop(bench.url, database);
  await bench.close();
});

test("the bare statements are those that a page and an act send today", async () => {
  const kept = (await readdir(folder)).map((file) => file.replace(".generated.json", "")).sort();
  expect(kept).toEqual(Object.keys(sent).sort());
  for (const name of kept) {
    const { statements } = await readCaptured(folder, name);
    expect(sent[name]?.statements.map(shapeOf), name).toEqual(statements.map(shapeOf));
  }
});

/** The statement without what differs between two databases: the ids and codes that are set for a transaction. */
const shapeOf = ({ text }: { readonly text: string }): string => text.replaceAll(/ = '[^']*'/g, " = …");
