import {
  appendLeaf,
  type BytesDigest,
  type Frontier,
  frontierAt,
  frontierPlaces,
  leafHash,
  type NodeAt,
  nodesFrom,
  type Place,
  placesFor,
} from "../../core/ledger/merkle.ts";
import type { Queryable } from "./database.ts";

/** Levels of the tree that are stored: the leaves, and every fourth above them. A node between is one of at most 8 below it. */
export const levelsApart = 4;

/** A line's leaf in the tree: its hash, hashed once more as a leaf. */
export const leafOf = (lineHash: string, digest: BytesDigest): Uint8Array =>
  leafHash(Buffer.from(lineHash, "hex"), digest);

/** Computes over the nodes of the stored tree, which are read at once beforehand: a root, a path, a frontier. */
export async function overTree<T>(
  tx: Queryable,
  digest: BytesDigest,
  compute: (nodeAt: NodeAt, digest: BytesDigest) => T,
): Promise<T> {
  return compute(await readNodes(tx, placesFor(compute), digest), digest);
}

/** The right edge of the stored tree, where the next leaf is appended. */
export async function readFrontier(tx: Queryable, size: number, digest: BytesDigest): Promise<Frontier> {
  return frontierAt(size, await readNodes(tx, frontierPlaces(size), digest));
}

/** Grows the stored tree by leaves that have just been placed after the first `size`; in their order, without a gap. */
export async function growTree(
  tx: Queryable,
  size: number,
  lineHashes: readonly string[],
  digest: BytesDigest,
): Promise<void> {
  let frontier = await readFrontier(tx, size, digest);
  const kept: { readonly level: number; readonly index: number; readonly hash: string }[] = [];
  for (const lineHash of lineHashes) {
    const grown = appendLeaf(frontier, leafOf(lineHash, digest), digest);
    frontier = grown.frontier;
    for (const { level, index, hash } of grown.completed)
      if (level > 0 && level % levelsApart === 0) kept.push({ level, index, hash: hexOf(hash) });
  }
  if (kept.length === 0) return;
  await tx.query({
    name: "grow-tree",
    text: "insert into tree_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::text[])",
    values: [kept.map((node) => node.level), kept.map((node) => node.index), kept.map((node) => node.hash)],
  });
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

async function readNodes(tx: Queryable, places: readonly Place[], digest: BytesDigest): Promise<NodeAt> {
  const wanted = places.flatMap(storedBelow);
  const leaves = wanted.filter(({ level }) => level === 0);
  const inner = wanted.filter(({ level }) => level > 0);
  const { rows } = await tx.query<{ level: number; index: number; hash: string }>({
    name: "tree-nodes",
    text: `select 0 as level, position as index, hash from leaf where position = any($1::bigint[])
      union all
      select n.level, n.index, n.hash from tree_node n
        join unnest($2::smallint[], $3::bigint[]) as w(level, index) on n.level = w.level and n.index = w.index`,
    values: [
      leaves.map(({ index }) => index),
      inner.map(({ level }) => level),
      inner.map(({ index }) => index),
    ],
  });
  const stored = new Map(
    rows.map(({ level, index, hash }) => [
      keyOf({ level, index }),
      level === 0 ? leafOf(hash, digest) : Buffer.from(hash, "hex"),
    ]),
  );
  return nodesFrom((place) => stored.get(keyOf(place)), digest);
}

/** The stored nodes from which a node is computed: itself where its level is stored. */
function storedBelow({ level, index }: Place): readonly Place[] {
  const storedLevel = level - (level % levelsApart);
  const count = 2 ** (level - storedLevel);
  return Array.from({ length: count }, (_, at) => ({ level: storedLevel, index: index * count + at }));
}

const keyOf = ({ level, index }: Place): string => `${level}/${index}`;
