import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { HashAlgorithm } from "../server/store/digests.ts";
import { drop, label, recreate, stands, urlOf } from "./database.ts";

const run = promisify(execFile);

export interface Dataset {
  readonly entries: number;
  readonly seed: number;
  readonly algorithm: HashAlgorithm;
}

/** A database filled with that many entries, one that stands already if it was kept; made by a process of its own. */
export async function openDataset(server: string, { entries, seed, algorithm }: Dataset) {
  const database = `zb_lines_${entries}_${seed}_${algorithm}`;
  const purpose = `lines ${entries} ${seed} ${algorithm}`;
  if (!(await stands(server, database, purpose))) {
    await recreate(server, database);
    const size = ["--entries", String(entries), "--seed", String(seed), "--algorithm", algorithm];
    await program("generate-cli.ts", ["--server", server, "--database", database, ...size]);
    await label(server, database, purpose);
  }
  return { url: urlOf(server, database), drop: () => drop(server, database) };
}

/** Runs a file of the bench in a process of its own and returns what it wrote. */
export async function program(file: string, given: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await run(process.execPath, [path, ...given], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
