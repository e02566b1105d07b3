import { parseArgs } from "node:util";
import { isHashAlgorithm } from "../server/store/digests.ts";
import { recreate, urlOf } from "./database.ts";
import { generate } from "./generate.ts";

const { values } = parseArgs({
  options: {
    server: { type: "string", default: process.env.DATABASE_URL ?? "" },
    database: { type: "string" },
    entries: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    algorithm: { type: "string", default: "sha256" },
  },
});
if (!isHashAlgorithm(values.algorithm)) throw new Error(`No hash: ${values.algorithm}`);
const database = values.database ?? `zb_bench_${values.entries}`;
await recreate(values.server, database);
const generated = await generate({
  url: urlOf(values.server, database),
  entries: Number(values.entries),
  seed: Number(values.seed),
  algorithm: values.algorithm,
  onProgress: (message) => process.stdout.write(`${message}\n`),
});
process.stdout.write(`${JSON.stringify(generated)}\n`);
