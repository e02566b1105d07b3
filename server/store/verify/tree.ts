import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  type Place,
} from "../../../core/ledger/merkle.ts";
import { bytesDigestOf } from "../digests.ts";
import { hexOf, leafOf, levelsApart } from "../tree.ts";
import { eachBatch } from "./cursor.ts";
import type { Verifying } from "./verifying.ts";

/**
 * The logs whose lines are the leaves of the one tree, by table; each has the columns `entry` and `version`. A leaf belongs to a line
 * of one of them.
 */
const logs: readonly string[] = ["ledger", "audit"];

/** A root that was signed, to be held against the tree when it has that size. */
export interface Head {
  readonly size: number;
  check(root: Uint8Array): void;
  /** The tree never grows to that size. */
  beyond(size: number): void;
}

/**
 * Grows the whole tree anew from its leaves, once, and holds against it the stored nodes and every root that was signed. Returns how
 * many leaves there are.
 */
export async function checkTree(verifying: Verifying, heads: readonly Head[]): Promise<number> {
  const { tx, faults, batchRows, onBatch, options } = verifying;
  const digest = bytesDigestOf(options.algorithm);
  const bySize = Map.groupBy(heads, ({ size }) => size);
  let frontier: Frontier = emptyFrontier;
  let nodes = 0;
  const checkHeads = () => {
    for (const head of bySize.get(frontier.size) ?? []) head.check(frontierRoot(frontier, digest));
  };
  checkHeads();
  const statement = "select position, hash from leaf order by position";
  await eachBatch<Leaf>(tx, { name: "leaves", statement, batchRows, onBatch }, async (leaves) => {
    const completed: Node[] = [];
    for (const { position, hash } of leaves) {
      if (position !== frontier.size)
        faults.add({ fault: "leaf-gap", position: Math.min(position, frontier.size) });
      const grown = appendLeaf(frontier, leafOf(hash, digest), digest);
      frontier = grown.frontier;
      if (grown.completed.length > levelsApart) completed.push(...grown.completed.filter(isStored));
      checkHeads();
    }
    nodes += completed.length;
    await checkNodes(verifying, completed);
  });
  for (const head of heads) if (head.size > frontier.size) head.beyond(frontier.size);
  await findStrangers(verifying, frontier.size, nodes);
  return frontier.size;
}

interface Leaf {
  readonly position: number;
  readonly hash: string;
}

type Node = Place & { readonly hash: Uint8Array };

const isStored = ({ level }: Place): boolean => level > 0 && level % levelsApart === 0;

async function checkNodes({ tx, faults }: Verifying, completed: readonly Node[]): Promise<void> {
  const { rows } = await tx.query<{ level: number; index: number; hash: string }>({
    name: "verify-nodes",
    text: `select n.level, n.index, n.hash from tree_node n
      join unnest($1::smallint[], $2::bigint[]) as w(level, index) on n.level = w.level and n.index = w.index`,
    values: [completed.map(({ level }) => level), completed.map(({ index }) => index)],
  });
  const stored = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  for (const { level, index, hash } of completed) {
    const found = stored.get(`${level}/${index}`);
    const what = `${level}/${index}`;
    if (found === undefined) faults.add({ fault: "node-missing", what });
    else if (found !== hexOf(hash)) faults.add({ fault: "node-differs", what });
  }
}

/** What the tree does not have and the database holds: nodes, leaves without a line, and what waits without one. */
async function findStrangers({ tx, faults }: Verifying, size: number, nodes: number): Promise<void> {
  const counted = await tx.query<{ count: number }>("select count(*) as count from tree_node");
  if (counted.rows[0]?.count !== nodes) {
    const { rows } = await tx.query<{ level: number; index: number }>(
      `select level, index from tree_node where level <= 0 or level % $1 <> 0 or index < 0
        or (index + 1) * power(2::numeric, level) > $2 order by level, index limit 100`,
      [levelsApart, size],
    );
    for (const { level, index } of rows) faults.add({ fault: "node-unknown", what: `${level}/${index}` });
  }
  const withoutLine = logs
    .map((log) => `not exists (select 1 from ${log} l where l.entry = w.entry and l.version = w.version)`)
    .join(" and ");
  const waiting = await tx.query<{ entry: string; version: number }>(
    `select entry, version from unsequenced w where ${withoutLine} order by entry, version limit 100`,
  );
  for (const line of waiting.rows) faults.add({ fault: "waiting-without-line", ...line });
}
