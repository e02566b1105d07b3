import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { SealedValue } from "../../core/ledger/line.ts";
import type { Entry } from "../../core/register/entry.ts";

/** The ledger of one entry as a release wrote it, with the entry that it made then. */
export interface Sample {
  readonly lines: readonly { readonly text: string; readonly hash: string }[];
  readonly sealed: readonly SealedValue[];
  readonly entry: Entry;
}

const folder = new URL("./", import.meta.url);

/** The samples of one release, by name; none where it left none. */
export function samplesOf(release: string): ReadonlyMap<string, Sample> {
  const home = new URL(`${release}/`, folder);
  const names = existsSync(home) ? readdirSync(home).filter((name) => name.endsWith(".json")) : [];
  return new Map(
    names.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, home), "utf8"))]),
  );
}

export const releases: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((found) => found.isDirectory())
  .map(({ name }) => name);
