import { randomBytes } from "node:crypto";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { keptTables } from "./backup/catalog.ts";
import { makePartitions } from "./backup/load.ts";
import { type DatabaseOptions, openOwnerPool, type Pool, type Queryable } from "./database.ts";
import type { HashAlgorithm } from "./digests.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { dumpSchema } from "./schema.ts";
import { StartProblem } from "./start-problem.ts";
import { type Verification, verifyLedger } from "./verify.ts";

/** How it went on the copy. Without anything pending there was none. */
export type Rehearsal =
  | { readonly outcome: "nothing-pending" }
  | { readonly outcome: "applied"; readonly names: readonly string[]; readonly verification: Verification }
  | { readonly outcome: "failed"; readonly name: string; readonly error: unknown };

/** What is rehearsed, and on which database. */
export interface Rehearsed {
  readonly connection: DatabaseOptions["connection"];
  readonly owner: Pool;
  readonly algorithm: HashAlgorithm;
  /** The folder of the migrations; this program's without. */
  readonly folder?: URL;
}

/**
 * Applies the pending migrations to a copy and verifies its ledger; the copy is dropped in any case. The original is only read,
 * in one snapshot, and may be in use. Throws a StartProblem where the owner may not create databases, and where the schema is
 * not what its migrations made, so that a rehearsal would prove nothing.
 */
export async function rehearse({ connection, owner, algorithm, folder }: Rehearsed): Promise<Rehearsal> {
  const { present, names } = await pendingMigrations(owner, folder);
  if (names.length === 0) return { outcome: "nothing-pending" };
  const name = `zhiben_rehearsal_${randomBytes(6).toString("hex")}`;
  await createDatabase(owner, name);
  const copy = openOwnerPool({ connection: { ...connection, ...databaseOf(connection, name) } });
  try {
    const options = folder === undefined ? {} : { folder };
    await migrate(copy, undefined, { ...options, upTo: present });
    await refuseOther(owner, copy);
    await copyRows(owner, copy);
    let applying = "";
    try {
      await migrate(
        copy,
        (one) => {
          applying = one;
        },
        options,
      );
    } catch (error) {
      return { outcome: "failed", name: applying, error };
    }
    return { outcome: "applied", names, verification: await verifyLedger(copy, algorithm, () => undefined) };
  } finally {
    await copy.end();
    await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  }
}

async function createDatabase(owner: Queryable, name: string): Promise<void> {
  try {
    await owner.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "42501") throw error;
    throw new StartProblem("rehearsal-not-allowed", {
      zh: "演练需要新建一个临时数据库：请为数据库用户授予 CREATEDB 权限",
      en: "A rehearsal makes a database for a while: grant the database user CREATEDB",
    });
  }
}

/** The same server and user, another database. */
function databaseOf({ connectionString }: pg.PoolConfig, database: string): pg.PoolConfig {
  if (connectionString === undefined) return { database };
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

async function refuseOther(owner: Queryable, copy: Queryable): Promise<void> {
  if ((await dumpSchema(owner)) === (await dumpSchema(copy))) return;
  throw new StartProblem("schema-drifted", {
    zh: "数据库结构被人改动过，演练不能说明问题：请先运行 zhiben doctor",
    en: "Somebody changed the schema, so a rehearsal would prove nothing: run zhiben doctor first",
  });
}

/** Copies every row as it stood at one moment, tables before those that refer to them. */
async function copyRows(owner: Pool, copy: Pool): Promise<void> {
  const [source, target] = [await owner.connect(), await copy.connect()];
  try {
    await source.query("begin isolation level repeatable read read only");
    // Months of the audit log that the migrations alone do not make.
    for (const table of await keptTables(source)) await makePartitions(target, table);
    for (const table of await tablesInOrder(source)) {
      const name = pg.escapeIdentifier(table);
      await pipeline(
        source.query(copyTo(`copy ${name} to stdout`)),
        target.query(copyFrom(`copy ${name} from stdin`)),
      );
    }
    await target.query("analyze");
  } finally {
    await source.query("rollback").catch(() => undefined);
    source.release();
    target.release();
  }
}

async function tablesInOrder(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `with recursive known (oid, depth) as (
        select oid, 0 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        union all
        select k.conrelid, depth + 1 from known
          join pg_constraint k on k.confrelid = known.oid and k.contype = 'f' and k.conrelid <> k.confrelid)
      select c.relname as name from known join pg_class c on c.oid = known.oid
      where c.relname <> 'schema_version' group by c.relname order by max(depth), c.relname`,
  );
  return rows.map(({ name }) => name);
}
