import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { versionOf } from "./database.ts";

/** Keeps what a bench measured in `bench/results`, with its day and the machine; returns the file, beneath the repository's root. */
export async function storeResult(url: string, name: string, found: object): Promise<string> {
  const at = new Date().toISOString();
  const [processor] = cpus();
  const machine = {
    cores: cpus().length,
    processor: processor?.model.trim() ?? "",
    node: process.versions.node,
    postgresql: await versionOf(url),
  };
  const file = `results/${at.slice(0, 10)}-${name}.json`;
  await mkdir(new URL("results/", import.meta.url), { recursive: true });
  const text = JSON.stringify({ name, at, machine, ...found }, null, 2);
  await writeFile(new URL(file, import.meta.url), `${text}\n`);
  return `bench/${file}`;
}
