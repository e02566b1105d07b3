import assert from "node:assert/strict";
import pg from "pg";
import { regionRange, type Scope } from "../../core/scope/scope.ts";

// A legal day is a day, not an instant: it must never pass through a Date and its time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Pool = pg.Pool;
/** A connection inside a transaction; what it may see is set before it is handed out. */
export type Transaction = pg.PoolClient;
/** Whatever can run a statement. */
export type Queryable = Pick<pg.ClientBase, "query">;

export interface DatabaseOptions {
  readonly connection: pg.PoolConfig;
  readonly size?: number;
}

interface OwnerOptions extends DatabaseOptions {
  readonly commits?: boolean;
}

/** The pool that serves requests: every connection steps down to the role that may only read, and only what a scope allows. */
export function openPool({ connection, size = 16 }: DatabaseOptions): Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    pipeline: true,
    options: "-c role=zhiben_request -c jit=off -c timezone=UTC -c statement_timeout=60s",
  });
  return surviving(pool);
}

/** A broken connection is replaced by the pool and its statement fails; without listeners, idle or lent, it would end the process. */
function surviving(pool: Pool): Pool {
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * Connections with the owner's rights, for migrations and for founding an installation only. Where one is to commit, its statements
 * leave together as on those that serve requests; such a connection cannot copy.
 */
export function openOwnerPool({ connection, commits = false }: OwnerOptions): Pool {
  return surviving(new pg.Pool({ ...connection, max: 2, pipeline: commits, options: "-c timezone=UTC" }));
}

/**
 * One connection that reads everything and can write nothing, for work that takes long and must not take a place in the pool. With
 * the owner's rights: no role that serves requests may read both logs, as a verification does.
 */
export function openReader({ connection }: DatabaseOptions): Pool {
  const options = "-c default_transaction_read_only=on -c timezone=UTC";
  return surviving(new pg.Pool({ ...connection, max: 1, options }));
}

/**
 * Something that must hold of whoever asks, looked up by the very statement that tells a transaction its scope: by itself it cost a
 * round trip of its own. `take` is handed the row that was found and throws where it does not hold; then nothing is committed.
 */
export interface Proof<R extends pg.QueryResultRow = pg.QueryResultRow> {
  /** Which statement it is, among those that a connection remembers. */
  readonly name: string;
  /** Gives one row at most. */
  readonly text: string;
  readonly values: readonly unknown[];
  /** Of where there is no row, every member is null. */
  take(row: R): void;
}

/** What a transaction may see, and what is still to be proven of whoever it sees it for. */
export interface Sight {
  readonly scope: Scope;
  readonly proof: Proof;
}

/** Runs `work` in one transaction that sees what `scope` allows; commits when it returns, rolls back when it throws. */
export const inTransaction = <T>(
  pool: Pool,
  scope: Scope | Sight | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => inAnsweringTransaction(pool, scope, work, async (_, done) => done);

/**
 * As `inTransaction`, and `answer` then reads what the answer still needs: its statements leave together with the commit, all of
 * them before it waits for the first. Where one of them fails nothing is committed.
 */
export async function inAnsweringTransaction<T, R>(
  pool: Pool,
  scope: Scope | Sight | undefined,
  work: (tx: Transaction) => Promise<T>,
  answer: (tx: Transaction, done: T) => Promise<R>,
): Promise<R> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    // Sent ahead of the first statement without waiting for it: should it fail, nothing after it is in sight or allowed.
    const begun = inOrder([tx.query(prepared("begin")), look(tx, scope)]);
    const [done] = await inOrder([work(tx), begun]);
    const [answered] = await inOrder([answer(tx, done), tx.query(prepared("commit"))]);
    return answered;
  } catch (error) {
    broken = await rolledBack(tx);
    throw error;
  } finally {
    tx.release(broken);
  }
}

/** What one moment shows, for as long as it is held: a transaction that only reads. */
export interface Snapshot {
  readonly tx: Transaction;
  /** Lets go of it; again does nothing. */
  end(): Promise<void>;
}

/** Opens a snapshot of what `scope` allows: whatever others commit meanwhile, every statement of it sees the same rows. */
export async function openSnapshot(pool: Pool, scope: Scope): Promise<Snapshot> {
  const tx = await pool.connect();
  let ended: Promise<void> | undefined;
  const end = async () => tx.release(await rolledBack(tx));
  const snapshot = {
    tx,
    end: () => {
      ended ??= end();
      return ended;
    },
  };
  try {
    await inOrder([tx.query(prepared("begin isolation level repeatable read, read only")), see(tx, scope)]);
    return snapshot;
  } catch (error) {
    await snapshot.end();
    throw error;
  }
}

/** Rolls back and says whether the connection is of no more use. */
async function rolledBack(tx: Transaction): Promise<Error | undefined> {
  try {
    await tx.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** From here on the transaction may write entries and append to the ledger, wherever they lie. */
export const becomeCommitter = (tx: Queryable) => tx.query(prepared("set local role zhiben_commit"));

/** Back to the owner's rights, on a connection that has them. */
export const becomeOwner = (tx: Queryable) => tx.query(prepared("reset role"));

/** Back to the role that only reads, and only what the scope allows. */
export const becomeReader = (tx: Queryable) => tx.query(prepared("set local role zhiben_request"));

/** From here on the transaction reads the audit log and nothing of any register; only for whoever holds the right to. */
export const becomeAuditor = (tx: Queryable) => tx.query(prepared("set local role zhiben_audit"));

/**
 * A statement without values under its own name. The driver gathers prepared statements that are sent together into one write to
 * the database; a plain text is written at once, and such writes were a quarter of what a page costs here.
 */
const prepared = (text: string) => ({ name: text, text });

/** Whether the transaction's statements are planned for the values at hand, or may keep a plan for any. */
export const planEachTime = (tx: Queryable, each: boolean) =>
  tx.query(prepared(`set local plan_cache_mode = ${each ? "force_custom_plan" : "auto"}`));

const look = (tx: Transaction, sight: Scope | Sight | undefined): Promise<void> =>
  sight !== undefined && "proof" in sight ? prove(tx, sight) : see(tx, sight);

/** As `see`, and looks up the proof in the same statement. */
async function prove(tx: Transaction, { scope, proof }: Sight): Promise<void> {
  const settings = scope.sees === "everything" ? [] : settingsOf(scope);
  const set = settings.map(
    ([name], at) => `set_config('zhiben.${name}', $${proof.values.length + at + 1}, true) as set_${at}, `,
  );
  const { rows } = await tx.query({
    name: `prove-${proof.name}-${scope.sees}`,
    text: `select ${set.join("")}proven.* from (values (true)) one left join (${proof.text}) proven on true`,
    values: [...proof.values, ...settings.map(([, value]) => value)],
  });
  const [row] = rows;
  assert(row !== undefined);
  proof.take(row);
}

/** Tells the row-level policies what the transaction may see, for as long as it lasts. */
async function see(tx: Transaction, scope: Scope | undefined): Promise<void> {
  if (scope === undefined || scope.sees === "everything") return;
  const settings = settingsOf(scope);
  const set = settings.map(([name], at) => `set_config('zhiben.${name}', $${at + 1}, true)`);
  await tx.query({
    name: `see-${scope.sees}`,
    text: `select ${set.join(", ")}`,
    values: settings.map(([, value]) => value),
  });
}

function settingsOf(scope: Exclude<Scope, { sees: "everything" }>): readonly (readonly [string, string])[] {
  const own = [
    ["sees", scope.sees] as const,
    ["organisation", scope.organisation] as const,
    ["role", scope.role ?? ""] as const,
    ["person", scope.person ?? ""] as const,
  ];
  if (scope.sees === "organisation") return own;
  const { from, before } = regionRange(scope.region);
  const sectors = scope.sectors === "all" ? "all" : scope.sectors.join(",");
  return [...own, ["region_from", from], ["region_before", before], ["sectors", sectors]];
}

/** Whether an insert met its own primary key, there already. */
export function isKeyTaken(error: unknown): boolean {
  const isUnique = error instanceof pg.DatabaseError && error.code === "23505";
  return isUnique && error.constraint?.endsWith("_pkey") === true;
}

/** Whether a value was missing where a column demands one. */
export const isNullRefused = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === "23502";

/** Waits for statements that were sent together; of several that fail, the first in order tells why. */
export async function inOrder<const T extends readonly (Promise<unknown> | undefined)[]>(
  sent: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(sent);
  return Promise.all(sent);
}
