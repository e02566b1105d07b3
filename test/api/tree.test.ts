import { beforeAll, expect, test } from "vitest";
import {
  consistencyPath,
  inclusionPath,
  nodesOver,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from "../../core/ledger/merkle.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";
import { leafOf, overTree } from "../../server/store/tree.ts";
import { newWorld, type World } from "../support/world.ts";

const digest = bytesDigestOf("sha256");
let world: World;
let leaves: readonly Uint8Array[];

// Grown in many small batches, as acts come, until it has several stored levels.
beforeAll(async () => {
  world = await newWorld();
  for (let round = 0; round < 30; round += 1) {
    await world.hazardBroughtTo("closed", round % 2 === 0 ? "major" : "general");
    await world.sequenced();
  }
  const { rows } = await world.owner.query<{ hash: string }>("select hash from leaf order by position");
  leaves = rows.map(({ hash }) => leafOf(hash, digest));
});

test("the stored tree is the one over all leaves, at every size that it had", async () => {
  expect(leaves.length).toBeGreaterThan(200);
  for (let size = 0; size <= leaves.length; size += 1) {
    const stored = await overTree(world.owner, digest, (nodeAt, hash) => treeRoot(size, nodeAt, hash));
    expect(stored, String(size)).toEqual(treeRoot(size, nodesOver(leaves, digest), digest));
  }
});

test("every fourth level is stored whole, and nothing else", async () => {
  const { rows } = await world.owner.query<{ level: number; index: number }>(
    "select level, index from tree_node order by level, index",
  );
  const expected = [4, 8].flatMap((level) =>
    Array.from({ length: Math.floor(leaves.length / 2 ** level) }, (_, index) => ({ level, index })),
  );
  expect(rows).toEqual(expected);
});

test("paths from the stored nodes lead to the root", async () => {
  const size = leaves.length;
  const root = await overTree(world.owner, digest, (nodeAt, hash) => treeRoot(size, nodeAt, hash));
  for (const index of [0, 1, 15, 16, 17, 127, 128, size - 1]) {
    const path = await overTree(world.owner, digest, (nodeAt, hash) =>
      inclusionPath(index, size, nodeAt, hash),
    );
    const leaf = leaves[index] ?? new Uint8Array(0);
    expect(verifyInclusion({ index, size, leaf, path, root }, digest), String(index)).toBe(true);
    expect(verifyInclusion({ index: index + 1, size, leaf, path, root }, digest), String(index)).toBe(false);
  }
  for (const oldSize of [1, 16, 100, 128, size]) {
    const [oldRoot, path] = await Promise.all([
      overTree(world.owner, digest, (nodeAt, hash) => treeRoot(oldSize, nodeAt, hash)),
      overTree(world.owner, digest, (nodeAt, hash) => consistencyPath(oldSize, size, nodeAt, hash)),
    ]);
    const proof = { oldSize, newSize: size, oldRoot, newRoot: root, path };
    expect(verifyConsistency(proof, digest), String(oldSize)).toBe(true);
  }
});

test("the tree only grows, for its owner too", async () => {
  for (const statement of [
    "update tree_node set hash = hash",
    "delete from tree_node",
    "truncate tree_node",
    "update checkpoint set note = note",
    "delete from checkpoint",
    "truncate checkpoint",
  ])
    await expect(world.owner.query(statement), statement).rejects.toMatchObject({ code: "42501" });
});
