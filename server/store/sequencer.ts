import pg from "pg";
import type { DatabaseOptions, Pool, Queryable } from "./database.ts";
import { bytesDigestOf, type HashAlgorithm } from "./digests.ts";
import { rollCells } from "./roll-cells.ts";
import { growTree } from "./tree.ts";

/** The channel on which new leaves are told of. */
export const leafChannel = "zhiben_leaf";

const batchLines = 5_000;

/**
 * Gives committed lines their dense, gap-free positions and grows the Merkle tree by them. One sequencer runs at a time, on
 * whichever server holds the lock; it alone moves lines from `unsequenced` to `leaf`, so a reader that has seen position n has
 * seen everything before it. Returns how many lines were placed; 0 also when another server is at it.
 */
export async function sequence(pool: Pool, algorithm: HashAlgorithm): Promise<number> {
  const tx = await pool.connect();
  try {
    await tx.query("begin; set local role zhiben_commit");
    const placed = (await holdsLock(tx)) ? await placeLines(tx) : [];
    const [first] = placed;
    if (first !== undefined) {
      const hashes = placed.map(({ hash }) => hash);
      await growTree(tx, first.position, hashes, bytesDigestOf(algorithm));
      await tx.query("select pg_notify($1, $2)", [leafChannel, String(placed.length)]);
    }
    await tx.query("commit");
    return placed.length;
  } catch (error) {
    await tx.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
}

async function holdsLock(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ held: boolean }>("select pg_try_advisory_xact_lock(727002) as held");
  return rows[0]?.held === true;
}

interface Leaf {
  readonly position: number;
  readonly hash: string;
}

// Lines of one entry take their positions in the order of their versions, even where two servers' clocks disagree. What is placed goes
// by where it lies, and the statement has no name, so that it is planned anew each time: by what was known of the table while it was
// empty, each line was looked for among all the others.
async function placeLines(tx: Queryable): Promise<readonly Leaf[]> {
  const { rows } = await tx.query<Leaf>({
    text: `with waiting as (
        select ctid as place, entry, version, hash, max(at) over (partition by entry order by version) as at from unsequenced
        order by at, entry, version limit $1),
      gone as (delete from unsequenced where ctid = any (array(select place from waiting))),
      last as (select coalesce(max(position), -1) as position from leaf),
      placed as (
        insert into leaf (position, entry, version, hash)
        select last.position + row_number() over (order by w.at, w.entry, w.version), w.entry, w.version, w.hash
        from waiting w, last
        returning position, hash)
      select position, hash from placed order by position`,
    values: [batchLines],
  });
  return rows;
}

// Seldom enough to cost nothing, often enough that few cells lie beside the months.
const rollEveryMs = 5_000;

/**
 * A running sequencer: it looks again after every batch, and else as often as `everyMs` says. Now and then it sums by month what was
 * counted since, between two looks and so on the connection that it holds anyhow.
 */
export interface Sequencer {
  stop(): Promise<void>;
}

export function startSequencer(
  pool: Pool,
  algorithm: HashAlgorithm,
  everyMs: number,
  onError: (error: unknown) => void,
): Sequencer {
  let stopped = false;
  let wake: () => void = () => undefined;
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  let rolledAt = performance.now();
  const roll = async () => {
    if (performance.now() - rolledAt < rollEveryMs) return;
    rolledAt = performance.now();
    await rollCells(pool).catch(onError);
  };
  const run = async () => {
    while (!stopped) {
      const placed = await sequence(pool, algorithm).catch((error: unknown) => {
        onError(error);
        return 0;
      });
      await roll();
      if (placed < batchLines && !stopped) await rest();
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Listens for new leaves on a connection of its own, and connects again when it is lost. */
export function listenForLeaves(
  { connection }: DatabaseOptions,
  onLeaves: () => void,
  onError: (error: unknown) => void,
) {
  let stopped = false;
  let client: pg.Client | undefined;
  const connect = async () => {
    const listening = new pg.Client(connection);
    client = listening;
    listening.on("notification", onLeaves);
    listening.on("error", onError);
    listening.once("end", () => {
      if (!stopped) setTimeout(() => connect().catch(onError), 1_000);
    });
    await listening.connect();
    await listening.query(`listen ${leafChannel}`);
    onLeaves();
  };
  // A database that goes away in this very moment is told of like one that goes later; at a stop it is meant to.
  connect().catch((error: unknown) => stopped || onError(error));
  return {
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}
