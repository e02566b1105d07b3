/**
 * The Merkle tree of RFC 6962 § 2.1 over any number of leaves. Its nodes are asked for one perfect subtree at a time, so that a
 * proof in a ledger of millions of lines reads some dozens of stored nodes and not all leaves. Sizes and positions are whole
 * numbers up to 2⁵³ − 1, too long for JavaScript's bit operators.
 */

/** SM3 or SHA-256 over bytes. */
export type BytesDigest = (bytes: Uint8Array) => Uint8Array;

/** A perfect subtree: over the leaves from `index` · 2^`level` on, 2^`level` of them. Level 0 is the leaves. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

/** The hash of a perfect subtree that lies within the tree. */
export type NodeAt = (place: Place) => Uint8Array;

// The prefix keeps a leaf from passing for an inner node (second preimage).
const [leafPrefix, nodePrefix] = [0, 1] as const;

export function leafHash(leaf: Uint8Array, digest: BytesDigest): Uint8Array {
  const bytes = new Uint8Array(1 + leaf.length);
  bytes[0] = leafPrefix;
  bytes.set(leaf, 1);
  return digest(bytes);
}

function nodeHash(left: Uint8Array, right: Uint8Array, digest: BytesDigest): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = nodePrefix;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return digest(bytes);
}

/**
 * The nodes of a tree of which some are stored: what is not stored is computed from the two nodes below it. Throws a RangeError
 * where not even the leaf is stored.
 */
export function nodesFrom(stored: (place: Place) => Uint8Array | undefined, digest: BytesDigest): NodeAt {
  const nodeAt: NodeAt = ({ level, index }) => {
    const known = stored({ level, index });
    if (known !== undefined) return known;
    if (level === 0) throw new RangeError(`No leaf ${index}`);
    const left = nodeAt({ level: level - 1, index: index * 2 });
    return nodeHash(left, nodeAt({ level: level - 1, index: index * 2 + 1 }), digest);
  };
  return nodeAt;
}

/** The nodes of a tree whose leaf hashes are all at hand. Computes anew on every asking: for small trees, and for tests. */
export const nodesOver = (leaves: readonly Uint8Array[], digest: BytesDigest): NodeAt =>
  nodesFrom(({ level, index }) => (level === 0 ? leaves[index] : undefined), digest);

/** The root of the tree over the first `size` leaves; of none, the hash of nothing. */
export function treeRoot(size: number, nodeAt: NodeAt, digest: BytesDigest): Uint8Array {
  assertSize(size);
  return rangeHash(0, size, nodeAt, digest);
}

/** RFC 6962 § 2.1.1: the hashes that lead from the leaf at `index` to the root over `size` leaves, from below. */
export function inclusionPath(
  index: number,
  size: number,
  nodeAt: NodeAt,
  digest: BytesDigest,
): readonly Uint8Array[] {
  assertSize(size);
  assertSize(index);
  if (index >= size) throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  return pathRanges(index, 0, size).map(([from, to]) => rangeHash(from, to, nodeAt, digest));
}

/** RFC 6962 § 2.1.2: the hashes that show the tree over `oldSize` leaves to be the beginning of the one over `newSize`. */
export function consistencyPath(
  oldSize: number,
  newSize: number,
  nodeAt: NodeAt,
  digest: BytesDigest,
): readonly Uint8Array[] {
  assertSize(oldSize);
  assertSize(newSize);
  if (oldSize > newSize) throw new RangeError(`A tree of ${newSize} has no earlier one of ${oldSize}`);
  if (oldSize === 0) return [];
  return growthRanges(oldSize, 0, newSize, true).map(([from, to]) => rangeHash(from, to, nodeAt, digest));
}

/** The places that a root, a path or a frontier asks for, so that a store can read them at once beforehand. */
export function placesFor(compute: (nodeAt: NodeAt, digest: BytesDigest) => unknown): readonly Place[] {
  const places: Place[] = [];
  const nothing = new Uint8Array(0);
  compute(
    (place) => {
      places.push(place);
      return nothing;
    },
    () => nothing,
  );
  return places;
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** The leaf's hash, as `leafHash` makes it. */
  readonly leaf: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the path leads from the leaf to the root (RFC 9162 § 2.1.3.2). False, never thrown, on whatever is not a proof. */
export function verifyInclusion({ index, size, leaf, path, root }: Inclusion, digest: BytesDigest): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!allAsLongAs(root, [leaf, ...path])) return false;
  let walk: Walk = { at: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of path) {
    if (walk.last === 0) return false;
    const isLeft = siblingIsLeft(walk);
    hash = isLeft ? nodeHash(sibling, hash, digest) : nodeHash(hash, sibling, digest);
    walk = up(isLeft ? skipLonely(walk) : walk);
  }
  return walk.last === 0 && sameBytes(hash, root);
}

export interface Consistency {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/**
 * Whether the path shows the new tree to begin with the old one (RFC 9162 § 2.1.4.2). The empty tree, by its own root, begins
 * every tree. False, never thrown, on whatever is not a proof.
 */
export function verifyConsistency(proof: Consistency, digest: BytesDigest): boolean {
  const { oldSize, newSize, oldRoot, newRoot, path } = proof;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!allAsLongAs(newRoot, [oldRoot, ...path])) return false;
  if (oldSize === newSize) return path.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return path.length === 0 && sameBytes(oldRoot, digest(new Uint8Array(0)));
  const [first, ...rest] = largestPowerBelow(oldSize + 1) === oldSize ? [oldRoot, ...path] : path;
  if (first === undefined) return false;
  let walk: Walk = { at: oldSize - 1, last: newSize - 1 };
  while (isOdd(walk.at)) walk = up(walk);
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (walk.last === 0) return false;
    const isLeft = siblingIsLeft(walk);
    if (isLeft) oldHash = nodeHash(sibling, oldHash, digest);
    newHash = isLeft ? nodeHash(sibling, newHash, digest) : nodeHash(newHash, sibling, digest);
    walk = up(isLeft ? skipLonely(walk) : walk);
  }
  return walk.last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
}

/** Where a proof stands on its way up: the node's position on its level, and the last position on that level. */
interface Walk {
  readonly at: number;
  readonly last: number;
}

const isOdd = (number: number): boolean => number % 2 === 1;
const up = ({ at, last }: Walk): Walk => ({ at: Math.floor(at / 2), last: Math.floor(last / 2) });
const siblingIsLeft = ({ at, last }: Walk): boolean => isOdd(at) || at === last;

/** The last node of a level may have no sibling there; it rises until it is a right child. */
function skipLonely(walk: Walk): Walk {
  let risen = walk;
  while (!isOdd(risen.at) && risen.at !== 0) risen = up(risen);
  return risen;
}

/** The right edge of a growing tree: all that appending needs. `nodes` are its perfect subtrees, the largest first. */
export interface Frontier {
  readonly size: number;
  readonly nodes: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, nodes: [] };

/** The perfect subtrees at the right edge of a tree of that size, the largest first. */
export function frontierPlaces(size: number): readonly Place[] {
  assertSize(size);
  const places: Place[] = [];
  for (let from = 0; from < size; ) {
    const level = levelOf(largestPowerBelow(size - from + 1));
    places.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return places;
}

/** Takes up a tree where it was left. */
export const frontierAt = (size: number, nodeAt: NodeAt): Frontier => ({
  size,
  nodes: frontierPlaces(size).map(nodeAt),
});

/**
 * Appends one leaf hash, in as many steps as the tree is high. `completed` are the perfect subtrees that now exist, the leaf
 * first: whoever stores them can answer every later `NodeAt`.
 */
export function appendLeaf(
  { size, nodes }: Frontier,
  leaf: Uint8Array,
  digest: BytesDigest,
): { frontier: Frontier; completed: readonly (Place & { readonly hash: Uint8Array })[] } {
  assertSize(size + 1);
  const edge = [...nodes];
  let place: Place = { level: 0, index: size };
  let hash = leaf;
  const completed = [{ ...place, hash }];
  while (isOdd(place.index)) {
    const left = edge.pop();
    if (left === undefined) throw new RangeError(`A frontier of ${size} leaves lacks a node`);
    hash = nodeHash(left, hash, digest);
    place = { level: place.level + 1, index: Math.floor(place.index / 2) };
    completed.push({ ...place, hash });
  }
  return { frontier: { size: size + 1, nodes: [...edge, hash] }, completed };
}

export function frontierRoot({ nodes }: Frontier, digest: BytesDigest): Uint8Array {
  const last = nodes.at(-1);
  if (last === undefined) return digest(new Uint8Array(0));
  return nodes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, digest), last);
}

type Range = readonly [from: number, to: number];

// In RFC 6962 every range begins at a multiple of the largest power of two below its length, so its left part is perfect.
function rangeHash(from: number, to: number, nodeAt: NodeAt, digest: BytesDigest): Uint8Array {
  const length = to - from;
  if (length === 0) return digest(new Uint8Array(0));
  const split = largestPowerBelow(length + 1);
  const left = nodeAt({ level: levelOf(split), index: from / split });
  return split === length ? left : nodeHash(left, rangeHash(from + split, to, nodeAt, digest), digest);
}

function pathRanges(index: number, from: number, to: number): readonly Range[] {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...pathRanges(index, from, middle), [middle, to]]
    : [...pathRanges(index, middle, to), [from, middle]];
}

function growthRanges(oldTo: number, from: number, to: number, isOldRoot: boolean): readonly Range[] {
  // Whoever checks has the old root already; only a subtree that is not the whole old tree is told.
  if (oldTo === to) return isOldRoot ? [] : [[from, to]];
  const middle = from + largestPowerBelow(to - from);
  return oldTo <= middle
    ? [...growthRanges(oldTo, from, middle, isOldRoot), [middle, to]]
    : [...growthRanges(oldTo, middle, to, false), [from, middle]];
}

/** The largest power of two that is smaller than a number of at least 2. */
function largestPowerBelow(number: number): number {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}

const levelOf = (power: number): number => Math.round(Math.log2(power));

const isSize = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

function assertSize(number: number): void {
  if (!isSize(number)) throw new RangeError(`Not a number of leaves: ${number}`);
}

// Of a longer and a shorter part the same bytes could be put together elsewhere, so every hash must have its length.
const allAsLongAs = (root: Uint8Array, hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === root.length);

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
