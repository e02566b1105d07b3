import type { Day } from "../../core/calendar/day.ts";
import { appendInstallationLine } from "./commit.ts";
import type { Queryable } from "./database.ts";
import { type HashAlgorithm, isHashAlgorithm } from "./digests.ts";
import { newId } from "./ids.ts";

/** What an installation is, for ever: its kind is the first line of its ledger. */
export interface Installation {
  readonly id: string;
  readonly demonstration: boolean;
  readonly pack: string;
  readonly algorithm: HashAlgorithm;
  /** False for a demonstration whose loading was interrupted; loading goes on where it stopped. */
  readonly loaded: boolean;
}

/** Whether the database has been brought to a schema of ours at all. */
export async function isFounded(owner: Queryable): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    "select to_regclass('installation') is not null as there",
  );
  return rows[0]?.there === true;
}

export async function readInstallation(owner: Queryable): Promise<Installation | undefined> {
  const { rows } = await owner.query<{
    id: string;
    kind: string;
    pack: string;
    hash_algorithm: string;
    loaded: boolean;
  }>("select id, kind, pack, hash_algorithm, loaded from installation");
  const [row] = rows;
  if (row === undefined || !isHashAlgorithm(row.hash_algorithm)) return undefined;
  return {
    id: row.id,
    demonstration: row.kind === "demonstration",
    pack: row.pack,
    algorithm: row.hash_algorithm,
    loaded: row.loaded,
  };
}

/** Founds an installation with the first line of its ledger, in the caller's transaction. */
export async function foundInstallation(
  owner: Queryable,
  { demonstration, pack, algorithm }: Omit<Installation, "id" | "loaded">,
  now: Date,
  day: Day,
): Promise<Installation> {
  const id = newId(now.getTime());
  const kind = demonstration ? "demonstration" : "real";
  await owner.query(
    "insert into installation (id, kind, pack, hash_algorithm, founded_at, loaded) values ($1, $2, $3, $4, $5, $6)",
    [id, kind, pack, algorithm, now, !demonstration],
  );
  await appendInstallationLine(owner, algorithm, {
    entry: id,
    version: 1,
    register: "installation",
    act: "found",
    state: kind,
    actor: id,
    role: "system",
    organisation: id,
    at: now.toISOString(),
    day,
    changes: { kind, pack, hashAlgorithm: algorithm },
  });
  return { id, demonstration, pack, algorithm, loaded: !demonstration };
}

/** The demonstration stands whole; it is not looked at again. */
export async function markLoaded(owner: Queryable): Promise<void> {
  await owner.query("update installation set loaded = true");
}
