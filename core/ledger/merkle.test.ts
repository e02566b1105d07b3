import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendLeaf,
  type BytesDigest,
  type Consistency,
  consistencyPath,
  emptyFrontier,
  type Frontier,
  frontierAt,
  frontierPlaces,
  frontierRoot,
  type Inclusion,
  inclusionPath,
  leafHash,
  type NodeAt,
  nodesOver,
  type Place,
  placesFor,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

const digestOf =
  (algorithm: string): BytesDigest =>
  (bytes) =>
    new Uint8Array(createHash(algorithm).update(bytes).digest());
const sha256 = digestOf("sha256");
const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

// The leaves, nodes and roots with which Certificate Transparency's own implementations are tested.
const publishedLeaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((leaf) => leafHash(fromHex(leaf), sha256));
const published = nodesOver(publishedLeaves, sha256);
const publishedRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const publishedRoot = (size: number): Uint8Array => fromHex(publishedRoots[size] ?? "");

function grown(leaves: readonly Uint8Array[], digest = sha256): Frontier {
  return leaves.reduce(
    (frontier: Frontier, leaf) => appendLeaf(frontier, leaf, digest).frontier,
    emptyFrontier,
  );
}

describe("the published tree", () => {
  test.each(publishedRoots.map((root, size) => ({ size, root })))(
    "of $size leaves has the root $root",
    ({ size, root }) => {
      expect(toHex(treeRoot(size, published, sha256))).toBe(root);
      expect(toHex(frontierRoot(grown(publishedLeaves.slice(0, size)), sha256))).toBe(root);
    },
  );

  test.each([
    { index: 0, size: 1, path: [] },
    {
      index: 0,
      size: 8,
      path: [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ],
    },
    { index: 2, size: 3, path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
    {
      index: 1,
      size: 5,
      path: [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ],
    },
  ])("shows leaf $index among $size by the published path", ({ index, size, path }) => {
    expect(inclusionPath(index, size, published, sha256).map(toHex)).toEqual(path);
    const leaf = publishedLeaves[index] ?? new Uint8Array(0);
    expect(
      verifyInclusion({ index, size, leaf, path: path.map(fromHex), root: publishedRoot(size) }, sha256),
    ).toBe(true);
  });

  test.each([
    { oldSize: 1, newSize: 1, path: [] },
    {
      oldSize: 1,
      newSize: 8,
      path: [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ],
    },
    {
      oldSize: 6,
      newSize: 8,
      path: [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ],
    },
    {
      oldSize: 2,
      newSize: 5,
      path: [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ],
    },
  ])("shows that $newSize leaves begin with $oldSize by the published path", ({ oldSize, newSize, path }) => {
    expect(consistencyPath(oldSize, newSize, published, sha256).map(toHex)).toEqual(path);
    const roots = { oldRoot: publishedRoot(oldSize), newRoot: publishedRoot(newSize) };
    expect(verifyConsistency({ oldSize, newSize, ...roots, path: path.map(fromHex) }, sha256)).toBe(true);
  });

  test("may be hashed with SM3, and then has another root", () => {
    const sm3 = digestOf("sm3");
    const leaves = [leafHash(fromHex("00"), sm3), leafHash(fromHex("10"), sm3)];
    const root = treeRoot(2, nodesOver(leaves, sm3), sm3);
    const path = inclusionPath(1, 2, nodesOver(leaves, sm3), sm3);
    const proof = { index: 1, size: 2, leaf: leaves[1] ?? root, path, root };
    expect([verifyInclusion(proof, sm3), verifyInclusion(proof, sha256)]).toEqual([true, false]);
  });
});

/** RFC 6962 § 2.1 word for word, over slices of the leaves, for comparison. */
const naive = {
  split(count: number): number {
    return 2 ** Math.ceil(Math.log2(count) - 1);
  },
  root(leaves: readonly Uint8Array[]): Uint8Array {
    const [only] = leaves;
    if (only === undefined) return sha256(new Uint8Array(0));
    if (leaves.length === 1) return only;
    const k = naive.split(leaves.length);
    return sha256(Buffer.concat([Buffer.of(1), naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k))]));
  },
  path(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
    if (leaves.length === 1) return [];
    const k = naive.split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return m < k
      ? [...naive.path(m, left), naive.root(right)]
      : [...naive.path(m - k, right), naive.root(left)];
  },
  proof(m: number, leaves: readonly Uint8Array[], isWhole: boolean): readonly Uint8Array[] {
    if (m === leaves.length) return isWhole ? [] : [naive.root(leaves)];
    const k = naive.split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return m <= k
      ? [...naive.proof(m, left, isWhole), naive.root(right)]
      : [...naive.proof(m - k, right, false), naive.root(left)];
  },
};

const leavesOf = (size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at % 256, at >> 8), sha256));

/** Every size to 40, every leaf and every earlier size: 40 is past the first turns of powers of two. */
const sizes = Array.from({ length: 41 }, (_, size) => size);

test("roots and frontiers are those of the RFC's own recursion", () => {
  for (const size of sizes) {
    const leaves = leavesOf(size);
    const root = toHex(naive.root(leaves));
    expect(toHex(treeRoot(size, nodesOver(leaves, sha256), sha256))).toBe(root);
    expect(toHex(frontierRoot(grown(leaves), sha256))).toBe(root);
    expect(frontierAt(size, nodesOver(leaves, sha256))).toEqual(grown(leaves));
  }
});

test("paths are those of the RFC's own recursion, and hold", () => {
  for (const size of sizes) {
    const leaves = leavesOf(size);
    const nodeAt = nodesOver(leaves, sha256);
    const root = naive.root(leaves);
    for (const [index, leaf] of leaves.entries()) {
      const path = inclusionPath(index, size, nodeAt, sha256);
      expect(path).toEqual(naive.path(index, leaves));
      expect(verifyInclusion({ index, size, leaf, path, root }, sha256)).toBe(true);
    }
    for (const oldSize of sizes.slice(0, size + 1)) {
      const path = consistencyPath(oldSize, size, nodeAt, sha256);
      const oldRoot = naive.root(leaves.slice(0, oldSize));
      if (oldSize > 0) expect(path).toEqual(naive.proof(oldSize, leaves, true));
      expect(verifyConsistency({ oldSize, newSize: size, oldRoot, newRoot: root, path }, sha256)).toBe(true);
    }
  }
});

test("what appending completes is all that roots, paths and frontiers ever ask for", () => {
  const store = new Map<string, Uint8Array>();
  const key = ({ level, index }: Place) => `${level}/${index}`;
  const stored: NodeAt = (place) => {
    const hash = store.get(key(place));
    if (hash === undefined) throw new Error(`Not completed: ${key(place)}`);
    return hash;
  };
  let frontier = emptyFrontier;
  const leaves = leavesOf(100);
  for (const leaf of leaves) {
    const appended = appendLeaf(frontier, leaf, sha256);
    for (const node of appended.completed) store.set(key(node), node.hash);
    frontier = appended.frontier;
    const { size } = frontier;
    expect(toHex(treeRoot(size, stored, sha256))).toBe(toHex(frontierRoot(frontier, sha256)));
    expect(frontierAt(size, stored)).toEqual(frontier);
    const root = frontierRoot(frontier, sha256);
    const index = Math.floor(size * 0.6);
    const path = inclusionPath(index, size, stored, sha256);
    expect(verifyInclusion({ index, size, leaf: leaves[index] ?? root, path, root }, sha256)).toBe(true);
  }
  expect(store.size).toBe(100 + 50 + 25 + 12 + 6 + 3 + 1);
});

test("a proof in five million lines asks for some dozens of nodes", () => {
  const size = 5_000_000;
  const asked = placesFor((nodeAt, digest) => inclusionPath(4_999_999, size, nodeAt, digest));
  const grew = placesFor((nodeAt, digest) => consistencyPath(4_999_998, size, nodeAt, digest));
  expect(Math.max(asked.length, grew.length)).toBeLessThan(50);
  for (const { level, index } of [...asked, ...grew, ...frontierPlaces(size)])
    expect((index + 1) * 2 ** level).toBeLessThanOrEqual(size);
});

test("a tree larger than bit operators reach keeps its places", () => {
  expect(frontierPlaces(2 ** 40 + 3)).toEqual([
    { level: 40, index: 0 },
    { level: 1, index: 2 ** 39 },
    { level: 0, index: 2 ** 40 + 2 },
  ]);
  expect(placesFor((nodeAt, digest) => inclusionPath(2 ** 40, 2 ** 40 + 1, nodeAt, digest))).toEqual([
    { level: 40, index: 0 },
  ]);
  const { completed } = appendLeaf(
    frontierAt(2 ** 40 - 1, () => publishedRoot(1)),
    publishedRoot(1),
    sha256,
  );
  expect(completed[1]).toMatchObject({ level: 1, index: 2 ** 39 - 1 });
  expect(completed.at(-1)).toMatchObject({ level: 40, index: 0 });
});

describe("no proof is", () => {
  const anyLeaves = fc.integer({ min: 1, max: 33 }).map(leavesOf);
  const flipped = (bytes: Uint8Array, at: number) =>
    bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ 1);

  test("an inclusion with anything changed", () => {
    fc.assert(
      fc.property(anyLeaves, fc.nat(), fc.nat(), (leaves, pick, byte) => {
        const size = leaves.length;
        const index = pick % size;
        const nodeAt = nodesOver(leaves, sha256);
        const path = inclusionPath(index, size, nodeAt, sha256);
        const leaf = leaves[index] ?? new Uint8Array(0);
        const proof: Inclusion = { index, size, leaf, path, root: treeRoot(size, nodeAt, sha256) };
        const changes: readonly Partial<Inclusion>[] = [
          { leaf: flipped(proof.leaf, byte) },
          { root: flipped(proof.root, byte) },
          { path: [...path, proof.root] },
          { path: [proof.root, ...path] },
          ...path.map((hash, at) => ({ path: path.with(at, flipped(hash, byte)) })),
          ...path.map((_, at) => ({ path: path.toSpliced(at, 1) })),
          ...path.map((hash, at) => ({ path: path.with(at, hash.slice(0, -1)) })),
          ...leaves.map((_, at) => ({ index: at })).filter((other) => other.index !== index),
          { index: size },
          { index: -1 },
          { index: 0.5 },
          { size: 0 },
          { size: Number.NaN },
          { root: new Uint8Array(0) },
        ];
        expect(verifyInclusion(proof, sha256)).toBe(true);
        for (const change of changes) expect(verifyInclusion({ ...proof, ...change }, sha256)).toBe(false);
      }),
    );
  });

  test("a consistency with anything changed", () => {
    fc.assert(
      fc.property(anyLeaves, fc.nat(), fc.nat(), (leaves, pick, byte) => {
        const newSize = leaves.length;
        const oldSize = pick % (newSize + 1);
        const nodeAt = nodesOver(leaves, sha256);
        const path = consistencyPath(oldSize, newSize, nodeAt, sha256);
        const [oldRoot, newRoot] = [treeRoot(oldSize, nodeAt, sha256), treeRoot(newSize, nodeAt, sha256)];
        const proof: Consistency = { oldSize, newSize, oldRoot, newRoot, path };
        const changes: readonly Partial<Consistency>[] = [
          { oldRoot: flipped(oldRoot, byte) },
          // Of the empty tree every tree is the growth, so its proof says nothing of the new root.
          ...(oldSize === 0 ? [] : [{ newRoot: flipped(newRoot, byte) }]),
          { path: [...path, newRoot] },
          { path: [newRoot, ...path] },
          ...path.map((hash, at) => ({ path: path.with(at, flipped(hash, byte)) })),
          ...path.map((_, at) => ({ path: path.toSpliced(at, 1) })),
          ...path.map((hash, at) => ({ path: path.with(at, hash.slice(1)) })),
          { oldSize: newSize + 1 },
          { oldSize: -1 },
          { oldSize: 0.5 },
          { newSize: Number.NaN },
          { oldRoot: new Uint8Array(0) },
        ];
        expect(verifyConsistency(proof, sha256)).toBe(true);
        for (const change of changes) expect(verifyConsistency({ ...proof, ...change }, sha256)).toBe(false);
      }),
    );
  });

  test("of a log whose past was written anew", () => {
    const leaves = leavesOf(21);
    const rewritten = nodesOver(leaves.with(3, leafHash(Uint8Array.of(9, 9), sha256)), sha256);
    for (let oldSize = 4; oldSize < 21; oldSize += 1) {
      const path = consistencyPath(oldSize, 21, rewritten, sha256);
      const oldRoot = treeRoot(oldSize, nodesOver(leaves, sha256), sha256);
      const newRoot = treeRoot(21, rewritten, sha256);
      expect(verifyConsistency({ oldSize, newSize: 21, oldRoot, newRoot, path }, sha256)).toBe(false);
    }
  });

  test("a path that is longer or shorter than the tree is high, though its hashes lead to the root", () => {
    const [left, right] = publishedLeaves;
    if (left === undefined || right === undefined) throw new Error("two leaves");
    const root = publishedRoot(2);
    const grew = { oldRoot: left, newRoot: root, path: [right] };
    expect(verifyInclusion({ index: 1, size: 2, leaf: right, path: [left], root }, sha256)).toBe(true);
    expect(verifyInclusion({ index: 0, size: 1, leaf: right, path: [left], root }, sha256)).toBe(false);
    expect(verifyConsistency({ oldSize: 1, newSize: 2, ...grew }, sha256)).toBe(true);
    expect(verifyConsistency({ oldSize: 1, newSize: 4, ...grew }, sha256)).toBe(false);
  });

  test("the same bytes cut into hashes elsewhere", () => {
    const both = new Uint8Array(Buffer.concat(publishedLeaves.slice(0, 2)));
    const [long, short] = [both.slice(0, 48), both.slice(48)];
    const root = publishedRoot(2);
    expect(verifyInclusion({ index: 0, size: 2, leaf: long, path: [short], root }, sha256)).toBe(false);
    const grew = { oldSize: 1, newSize: 2, oldRoot: long, newRoot: root, path: [short] };
    expect(verifyConsistency(grew, sha256)).toBe(false);
  });

  test("an inner node passed for a leaf", () => {
    const [left, right] = publishedLeaves.slice(0, 2);
    if (left === undefined || right === undefined) throw new Error("two leaves");
    const node = treeRoot(2, published, sha256);
    expect(toHex(leafHash(Buffer.concat([left, right]), sha256))).not.toBe(toHex(node));
  });
});

test.each([
  { story: "a leaf outside its tree", run: () => inclusionPath(3, 3, published, sha256) },
  { story: "a leaf before the first", run: () => inclusionPath(-1, 3, published, sha256) },
  { story: "a tree that shrank", run: () => consistencyPath(4, 3, published, sha256), says: /earlier/ },
  { story: "half a leaf", run: () => treeRoot(0.5, published, sha256) },
  { story: "a leaf that is not at hand", run: () => treeRoot(9, published, sha256) },
  { story: "more leaves than can be counted", run: () => frontierPlaces(2 ** 53) },
  {
    story: "a frontier without its nodes",
    run: () => appendLeaf({ size: 1, nodes: [] }, publishedRoot(1), sha256),
  },
])("$story is thrown", ({ run, says = /leaf|leaves/ }) => {
  expect(run).toThrow(RangeError);
  expect(run).toThrow(says);
});
