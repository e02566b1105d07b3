import type { Writable } from "node:stream";
import pg from "pg";
import { from } from "pg-copy-streams";
import type { Pool, Queryable, Transaction } from "../database.ts";
import type { KeptTable, Sequence } from "./catalog.ts";
import { columnList, writePlainText } from "./snapshot.ts";

/** Runs `work` in one transaction of the owner's: all that it loads is there when it returns, and nothing when it throws. */
export async function inLoading<T>(owner: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await owner.connect();
  let broken = true;
  try {
    await tx.query("begin");
    await writePlainText(tx);
    const result = await work(tx);
    await tx.query("commit");
    broken = false;
    return result;
  } finally {
    // A connection that is closed rolls back, also one that was left in the middle of a COPY.
    tx.release(broken);
  }
}

/** Takes rows that `copyOut` gave; `rows` tells how many, once all are taken. */
export function copyIn(
  tx: Transaction,
  { name, columns }: Pick<KeptTable, "name" | "columns">,
): { readonly bytes: Writable; readonly rows: () => number } {
  const stream = tx.query(from(`copy ${pg.escapeIdentifier(name)} (${columnList(columns)}) from stdin`));
  return { bytes: stream, rows: () => stream.rowCount };
}

// What PostgreSQL writes for a bound, of literals only: an archive must not bring statements of its own.
const literal = String.raw`(?:'[^'\\]*'|-?\d+(?:\.\d+)?|true|false|NULL|MINVALUE|MAXVALUE)`;
const literals = String.raw`\(${literal}(?:, ${literal})*\)`;
const bound = new RegExp(
  String.raw`^(?:DEFAULT|FOR VALUES (?:FROM ${literals} TO ${literals}|IN ${literals}|WITH \(modulus \d+, remainder \d+\)))$`,
);

/** Makes the parts that a partitioned table had and has not here. False where a bound is none, and nothing is made of it. */
export async function makePartitions(
  tx: Queryable,
  { name, partitions }: Pick<KeptTable, "name" | "partitions">,
): Promise<boolean> {
  for (const partition of partitions) {
    if (!bound.test(partition.bound)) return false;
    const part = pg.escapeIdentifier(partition.name);
    await tx.query(
      `create table if not exists ${part} partition of ${pg.escapeIdentifier(name)} ${partition.bound}`,
    );
  }
  return true;
}

/**
 * Switches off, for the transaction, what would act on each row that is loaded: what such triggers wrote stands in the archive
 * already. The returned function switches exactly them on again. Those that let a table only grow have nothing to do with rows
 * that are added, and stay on.
 */
export async function quietTriggers(tx: Queryable): Promise<() => Promise<void>> {
  const { rows } = await tx.query<{ table: string; trigger: string }>(
    `select quote_ident(c.relname) as table, quote_ident(t.tgname) as trigger
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O' and (t.tgtype & 4) <> 0
      and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())`,
  );
  const all = async (doing: "disable" | "enable") => {
    for (const { table, trigger } of rows) await tx.query(`alter table ${table} ${doing} trigger ${trigger}`);
  };
  await all("disable");
  return () => all("enable");
}

/** Sequences go on where they were. False where one of them does not exist. */
export async function setSequences(tx: Queryable, sequences: readonly Sequence[]): Promise<boolean> {
  for (const { name, last, called } of sequences) {
    const { rowCount } = await tx.query(
      `select setval(c.oid, $2, $3) from pg_class c where c.relkind = 'S' and c.relname = $1
        and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())`,
      [name, last, called],
    );
    if (rowCount !== 1) return false;
  }
  return true;
}

/** Lets the planner know what was loaded: until then every plan is a guess. */
export const analyze = (owner: Queryable): Promise<unknown> => owner.query("analyze");

/** PostgreSQL says that its disk is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === "53100";

/** PostgreSQL refuses the rows themselves: they are not of the columns' types, or break a constraint. */
export const refusesRows = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(22|23)/.test(error.code ?? "");

/** The epoch of the installation in a database; undefined where nothing has been founded there. */
export async function readEpoch(owner: Queryable): Promise<string | undefined> {
  const { rowCount } = await owner.query(
    "select 1 from pg_tables where tablename = 'installation' and schemaname = current_schema()",
  );
  if (rowCount === 0) return undefined;
  const { rows } = await owner.query<{ epoch: string }>("select epoch from installation");
  return rows[0]?.epoch;
}
