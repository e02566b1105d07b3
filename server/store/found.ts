import type { Day } from "../../core/calendar/day.ts";
import { genesis, type LineBody } from "../../core/ledger/line.ts";
import { appendInstallationLine } from "./commit.ts";
import type { Queryable } from "./database.ts";
import { type HashAlgorithm, isHashAlgorithm } from "./digests.ts";
import { newId } from "./ids.ts";

/** The register of the installation's own lines, which concern no entry. */
export const installationRegister = "installation";

/** What an installation is, for ever: its kind is the first line of its ledger. */
export interface Installation {
  readonly id: string;
  /** Drawn anew by every restore: positions of the change feed mean something within one epoch only. */
  readonly epoch: string;
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
    epoch: string;
    kind: string;
    pack: string;
    hash_algorithm: string;
    loaded: boolean;
  }>("select id, epoch, kind, pack, hash_algorithm, loaded from installation");
  const [row] = rows;
  if (row === undefined || !isHashAlgorithm(row.hash_algorithm)) return undefined;
  return {
    id: row.id,
    epoch: row.epoch,
    demonstration: row.kind === "demonstration",
    pack: row.pack,
    algorithm: row.hash_algorithm,
    loaded: row.loaded,
  };
}

/** Founds an installation with the first line of its ledger, in the caller's transaction. */
export async function foundInstallation(
  owner: Queryable,
  { demonstration, pack, algorithm }: Omit<Installation, "id" | "epoch" | "loaded">,
  now: Date,
  day: Day,
): Promise<Installation> {
  const [id, epoch] = [newId(now.getTime()), newId(now.getTime())];
  const installation = { id, epoch, demonstration, pack, algorithm, loaded: !demonstration };
  const kind = kindOf(installation);
  await owner.query(
    "insert into installation (id, epoch, kind, pack, hash_algorithm, founded_at, loaded) values ($1, $2, $3, $4, $5, $6, $7)",
    [id, epoch, kind, pack, algorithm, now, !demonstration],
  );
  const line = { version: 1, act: "found", changes: { kind, pack, hashAlgorithm: algorithm, epoch } };
  await appendInstallationLine(owner, algorithm, genesis, lineOf(installation, line, now, day));
  return installation;
}

/** The archive from which an installation goes on. */
export interface RestoredFrom {
  readonly sha256: string;
  /** When its picture was taken, UTC, ISO 8601. */
  readonly takenAt: string;
  readonly lastPosition: number;
}

/**
 * Begins a new epoch and says in the installation's ledger from which archive it was restored, in the caller's transaction.
 * Every sign-in ends: one that was ended after the picture was taken must not come to life again.
 */
export async function recordRestore(
  owner: Queryable,
  epoch: string,
  { sha256, takenAt, lastPosition }: RestoredFrom,
  now: Date,
  day: Day,
): Promise<void> {
  const installation = await readInstallation(owner);
  if (installation === undefined) throw new Error("What was restored is no installation");
  await owner.query("update installation set epoch = $1", [epoch]);
  await owner.query("delete from session; delete from ended_session");
  const { rows } = await owner.query<{ version: number; hash: string }>(
    "select version, hash from ledger where entry = $1 order by version desc limit 1",
    [installation.id],
  );
  const { version = 0, hash = genesis } = rows[0] ?? {};
  const changes = { epoch, archive: sha256, takenAt, lastPosition };
  const line = lineOf(installation, { version: version + 1, act: "restore", changes }, now, day);
  await appendInstallationLine(owner, installation.algorithm, hash, line);
}

const kindOf = ({ demonstration }: Installation): string => (demonstration ? "demonstration" : "real");

function lineOf(
  installation: Installation,
  { version, act, changes }: Pick<LineBody, "version" | "act" | "changes">,
  now: Date,
  day: Day,
): LineBody {
  const { id } = installation;
  return {
    entry: id,
    version,
    register: installationRegister,
    act,
    state: kindOf(installation),
    actor: id,
    role: "system",
    organisation: id,
    at: now.toISOString(),
    day,
    changes,
  };
}

/** The demonstration stands whole; it is not looked at again. */
export async function markLoaded(owner: Queryable): Promise<void> {
  await owner.query("update installation set loaded = true");
}
