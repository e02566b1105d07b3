import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { versionOf } from "./database.ts";

/** Keeps what a bench measured in `bench/results`, with its day, the machine and the PostgreSQL; returns the file. */
export async function storeResult(url: string, name: string, found: object): Promise<string> {
  return writeResult(name, { postgresql: await versionOf(url) }, found);
}

/** The same of a bench that has no PostgreSQL at hand; `programs` are what else did the work, with their versions. Returns the file, beneath the repository's root. */
export async function writeResult(name: string, programs: object, found: object): Promise<string> {
  const at = new Date().toISOString();
  const [processor] = cpus();
  const machine = {
    cores: cpus().length,
    processor: processor?.model.trim() ?? "",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    ...programs,
  };
  const file = `results/${at.slice(0, 10)}-${name}.json`;
  await mkdir(new URL("results/", import.meta.url), { recursive: true });
  const text = JSON.stringify({ name, at, machine, ...found }, null, 2);
  await writeFile(new URL(file, import.meta.url), `${text}\n`);
  return `bench/${file}`;
}
