import { readdir, readFile } from "node:fs/promises";
import type { Pool, Queryable } from "./database.ts";
import { StartProblem } from "./start-problem.ts";

const folder = new URL("../migrations/", import.meta.url);

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}_.*\.sql$/.test(name)).sort();
  const read = names.map(async (name) => ({
    number: Number(name.slice(0, 3)),
    name,
    sql: await readFile(new URL(name, folder), "utf8"),
  }));
  return Promise.all(read);
}

/**
 * Brings a database to this version's schema, forward only, each migration in a transaction of its own. Throws a StartProblem
 * where the schema is newer than this program, or where the owner may not create the roles that requests run under.
 */
export async function migrate(
  owner: Pool,
  onProgress: (message: string) => void = () => undefined,
): Promise<void> {
  const tx = await owner.connect();
  try {
    // Two servers that start at once on one database take turns.
    await tx.query("select pg_advisory_lock(727001)");
    await createRoles(tx);
    await tx.query(`create table if not exists schema_version (
      number integer primary key, name text not null, at timestamptz not null default now())`);
    const { rows } = await tx.query<{ number: number | null }>(
      "select max(number) as number from schema_version",
    );
    const present = rows[0]?.number ?? 0;
    const migrations = await readMigrations();
    refuseNewer(present, migrations.at(-1)?.number ?? 0);
    for (const migration of migrations.filter(({ number }) => number > present)) {
      onProgress(migration.name);
      await apply(tx, migration);
    }
  } finally {
    await tx.query("select pg_advisory_unlock(727001)").catch(() => undefined);
    tx.release();
  }
}

function refuseNewer(present: number, known: number): void {
  if (present <= known) return;
  throw new StartProblem("schema-newer", {
    zh: `数据库结构版本（${present}）比本程序（${known}）新，请使用更新的程序启动`,
    en: `The database has schema ${present}, newer than this program's ${known}: start a newer program`,
  });
}

async function apply(tx: Queryable, { number, name, sql }: Migration): Promise<void> {
  await tx.query("begin");
  try {
    await tx.query(sql);
    await tx.query("insert into schema_version (number, name) values ($1, $2)", [number, name]);
    await tx.query("commit");
  } catch (error) {
    await tx.query("rollback");
    throw error;
  }
}

/** The two roles under which the product works. They belong to the server, so another installation may have made them. */
async function createRoles(tx: Queryable): Promise<void> {
  try {
    for (const role of ["zhiben_request", "zhiben_commit"]) {
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
      zh: `数据库用户无权创建角色 zhiben_request 与 zhiben_commit：${String(error)}`,
      en: `The database user may not create the roles zhiben_request and zhiben_commit: ${String(error)}`,
    });
  }
}
