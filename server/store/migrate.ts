import { readdir, readFile } from "node:fs/promises";
import type { Pool, Queryable } from "./database.ts";
import { digestOf } from "./digests.ts";
import { StartProblem } from "./start-problem.ts";

const ownFolder = new URL("../migrations/", import.meta.url);

/** Where migrations write down that they were applied. */
export const versionTable = "schema_version";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, as it is kept of what was applied. */
  readonly hash: string;
}

const migrationNames = async (folder: URL): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => /^\d{3}_.*\.sql$/.test(name)).sort();

const numberOf = (name: string): number => Number(name.slice(0, 3));

/** The migrations of a folder, in order. */
async function readMigrations(folder: URL): Promise<readonly Migration[]> {
  const read = (await migrationNames(folder)).map(async (name) => {
    const sql = await readFile(new URL(name, folder), "utf8");
    return { number: numberOf(name), name, sql, hash: digestOf("sha256")(sql) };
  });
  return Promise.all(read);
}

/** Which migrations, and how far; without, all of this program's. */
export interface MigrateOptions {
  readonly folder?: URL;
  /** The last one to apply. */
  readonly upTo?: number;
}

/** Names of the migrations that a database has not seen yet, and the number of the last one that it has. */
export async function pendingMigrations(
  owner: Queryable,
  folder = ownFolder,
): Promise<{ present: number; names: readonly string[] }> {
  const present = await schemaVersion(owner);
  const migrations = await readMigrations(folder);
  refuseNewer(present, migrations.at(-1)?.number ?? 0);
  return { present, names: migrations.filter(({ number }) => number > present).map(({ name }) => name) };
}

/**
 * Brings a database to this version's schema, forward only, each migration in a transaction of its own. Throws a StartProblem
 * where the schema is newer than this program, where it was made by migrations other than this program's, or where the owner
 * may not create the roles that requests run under.
 */
export async function migrate(
  owner: Pool,
  onProgress: (message: string) => void = () => undefined,
  { folder = ownFolder, upTo = Number.POSITIVE_INFINITY }: MigrateOptions = {},
): Promise<void> {
  const tx = await owner.connect();
  try {
    // Two servers that start at once on one database take turns.
    await tx.query("select pg_advisory_lock(727001)");
    for (const migration of await missingMigrations(tx, folder)) {
      if (migration.number > upTo) break;
      onProgress(migration.name);
      await inItsOwnTransaction(tx, migration);
    }
  } finally {
    await tx.query("select pg_advisory_unlock(727001)").catch(() => undefined);
    tx.release();
  }
}

/**
 * The same within the caller's transaction and up to that number at most: a restore makes the schema of its archive, fills it,
 * and goes on to this version's, whole or not at all.
 */
export async function migrateWithin(tx: Queryable, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(727001)");
  for (const migration of await missingMigrations(tx, ownFolder))
    if (migration.number <= upTo) await apply(tx, migration);
}

/** The number of the last migration that this program knows. */
export async function latestSchema(): Promise<number> {
  // By the names alone: whoever asks for the product's health asks this each time.
  const numbers = (await migrationNames(ownFolder)).map(numberOf);
  return numbers.at(-1) ?? 0;
}

/** The number of the last migration that was applied; 0 where none was. */
export async function schemaVersion(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ number: number | null }>(
    `select max(number) as number from ${versionTable}`,
  );
  return rows[0]?.number ?? 0;
}

async function missingMigrations(tx: Queryable, folder: URL): Promise<readonly Migration[]> {
  await createRoles(tx);
  await tx.query(`create table if not exists ${versionTable} (
    number integer primary key, name text not null, hash text not null, at timestamptz not null default now())`);
  // A whole row, as databases from before the first release know no hash.
  const { rows: applied } = await tx.query<Applied>(`select * from ${versionTable} order by number`);
  const present = applied.at(-1)?.number ?? 0;
  const migrations = await readMigrations(folder);
  refuseNewer(present, migrations.at(-1)?.number ?? 0);
  refuseOther(applied, migrations);
  return migrations.filter(({ number }) => number > present);
}

function refuseNewer(present: number, known: number): void {
  if (present <= known) return;
  throw new StartProblem("schema-newer", {
    zh: `数据库结构版本（${present}）比本程序（${known}）新，请使用更新的程序启动`,
    en: `The database has schema ${present}, newer than this program's ${known}: start a newer program`,
  });
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash?: string;
}

/** A migration is never edited once it was applied: it would not run again, and the schema would not be what the code believes. */
function refuseOther(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ number, hash }) => [number, hash]));
  const other = applied.filter(({ number, hash }) => known.get(number) !== hash).map(({ name }) => name);
  if (other.length === 0) return;
  const names = other.join(", ");
  throw new StartProblem("schema-differs", {
    zh: `数据库结构由另一版程序建立，与本程序不符（${names}）。请用原来的程序启动；若为未发布版本的试用数据，请换一个数据目录（ZHIBEN_DATA）或数据库（DATABASE_URL）重新开始`,
    en: `The schema of this database was made by another program than this one (${names}). Start that program; data of an unreleased version begins anew in another folder (ZHIBEN_DATA) or database (DATABASE_URL)`,
  });
}

async function apply(tx: Queryable, { number, name, sql, hash }: Migration): Promise<void> {
  await tx.query(sql);
  await tx.query(`insert into ${versionTable} (number, name, hash) values ($1, $2, $3)`, [
    number,
    name,
    hash,
  ]);
}

async function inItsOwnTransaction(tx: Queryable, migration: Migration): Promise<void> {
  await tx.query("begin");
  try {
    await apply(tx, migration);
    await tx.query("commit");
  } catch (error) {
    await tx.query("rollback");
    throw error;
  }
}

/** The roles under which the product works. */
export const productRoles = ["zhiben_request", "zhiben_commit", "zhiben_audit"] as const;

/** They belong to the server, so another installation may have made them. */
async function createRoles(tx: Queryable): Promise<void> {
  try {
    for (const role of productRoles) {
      const { rowCount } = await tx.query("select 1 from pg_roles where rolname = $1", [role]);
      if (rowCount === 0) await tx.query(`create role ${role} nologin`);
      const member = await tx.query<{ member: boolean }>(
        "select pg_has_role(current_user, $1, 'member') as member",
        [role],
      );
      if (!member.rows[0]?.member) await tx.query(`grant ${role} to current_user`);
    }
  } catch (error) {
    throw new StartProblem("roles-not-allowed", {
      zh: `数据库用户无权创建角色 ${productRoles.join("、")}：${String(error)}`,
      en: `The database user may not create the roles ${productRoles.join(", ")}: ${String(error)}`,
    });
  }
}
