import { checkpointText, readCheckpoint } from "../../core/ledger/checkpoint.ts";
import { type BytesDigest, consistencyPath, treeRoot, verifyConsistency } from "../../core/ledger/merkle.ts";
import {
  noteText,
  readNote,
  readVerifierKey,
  signersOf,
  type VerifierKey,
  verifierKeyText,
} from "../../core/ledger/note.ts";
import { checkSignature, type NoteSigner, sha256 } from "../signing.ts";
import { lastPosition } from "./changes.ts";
import type { Queryable } from "./database.ts";
import { hexOf, overTree } from "./tree.ts";

/** A signed head of the tree, as it is stored. */
export interface StoredCheckpoint {
  /** How many lines it covers: those before this position. */
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly note: string;
  /** When it was signed, UTC. */
  readonly at: Date;
}

/** The tree no longer begins with what was signed before: somebody rewrote the past behind the product's back. */
export class PastRewritten extends Error {
  readonly size: number;
  constructor(size: number) {
    super(`The ledger no longer begins with the ${size} lines that were signed: run zhiben verify`);
    this.name = "PastRewritten";
    this.size = size;
  }
}

export async function latestCheckpoint(tx: Queryable): Promise<StoredCheckpoint | undefined> {
  const { rows } = await tx.query<StoredCheckpoint>({
    name: "latest-checkpoint",
    text: "select size, root, note, at from checkpoint order by size desc limit 1",
  });
  return rows[0];
}

export async function checkpointOfSize(tx: Queryable, size: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await tx.query<StoredCheckpoint>({
    name: "checkpoint-of-size",
    text: "select size, root, note, at from checkpoint where size = $1",
    values: [size],
  });
  return rows[0];
}

/** Checkpoints of fewer lines than `before`, the newest first. */
export async function olderCheckpoints(
  tx: Queryable,
  before: number,
  limit: number,
): Promise<readonly StoredCheckpoint[]> {
  const { rows } = await tx.query<StoredCheckpoint>({
    name: "older-checkpoints",
    text: "select size, root, note, at from checkpoint where size < $1 order by size desc limit $2",
    values: [before, limit],
  });
  return rows;
}

/**
 * Signs the head of the tree as it stands, or gives the checkpoint of that size where it is signed already. The transaction must
 * be of the commit role. Throws PastRewritten, and signs nothing, where the tree is no continuation of the last checkpoint, of the
 * database or of those remembered outside it: a signature must never make a rewritten past look whole.
 */
export async function signHead(
  tx: Queryable,
  signer: NoteSigner,
  digest: BytesDigest,
  now: Date,
  remembered?: string,
): Promise<StoredCheckpoint> {
  const latest = await latestCheckpoint(tx);
  const size = (await lastPosition(tx)) + 1;
  if (latest?.size === size && latest.note === remembered) return latest;
  const root = await overTree(tx, digest, (nodeAt, hash) => treeRoot(size, nodeAt, hash));
  const keys = [signer.key, ...(await verifierKeys(tx))];
  for (const note of [latest?.note, remembered]) {
    if (note !== undefined && !(await continues(tx, note, keys, { size, root }, digest)))
      throw new PastRewritten(sizeIn(note));
  }
  if (latest?.size === size) return latest;
  const text = checkpointText({ origin: signer.key.name, size, root });
  const signature = signer.sign(text, Math.floor(now.getTime() / 1_000));
  const note = noteText({ text, signatures: [signature] });
  // Two servers may sign one head at once; the first one's stands.
  await tx.query({
    name: "keep-checkpoint",
    text: "insert into checkpoint (size, root, note, at) values ($1, $2, $3, $4) on conflict do nothing",
    values: [size, hexOf(root), note, now],
  });
  const kept = await latestCheckpoint(tx);
  if (kept === undefined) throw new Error("A checkpoint was not kept");
  return kept;
}

const sizeIn = (note: string): number => readCheckpoint(readNote(note)?.text ?? "")?.size ?? 0;

async function continues(
  tx: Queryable,
  earlier: string,
  keys: readonly VerifierKey[],
  head: { readonly size: number; readonly root: Uint8Array },
  digest: BytesDigest,
): Promise<boolean> {
  const note = readNote(earlier);
  const signed = note && readCheckpoint(note.text);
  if (note === undefined || signed === undefined || signed.size > head.size) return false;
  const { signers } = signersOf(note, keys, { sha256, checkSignature });
  if (signers.length === 0) return false;
  const path = await overTree(tx, digest, (nodeAt, hash) =>
    consistencyPath(signed.size, head.size, nodeAt, hash),
  );
  const proof = { oldSize: signed.size, newSize: head.size, oldRoot: signed.root, newRoot: head.root, path };
  return verifyConsistency(proof, digest);
}

/** The public keys under which this installation has signed, the oldest first. */
export async function verifierKeys(tx: Queryable): Promise<readonly VerifierKey[]> {
  const { rows } = await tx.query<{ key: string }>({
    name: "verifier-keys",
    text: "select key from verifier_key order by at, key",
  });
  return rows.flatMap(({ key }) => readVerifierKey(key, sha256) ?? []);
}

/** Notes a public key of this installation, so that what it signed can be checked after it has been replaced. */
export async function keepVerifierKey(tx: Queryable, key: VerifierKey, now: Date): Promise<void> {
  await tx.query("insert into verifier_key (key, at) values ($1, $2) on conflict do nothing", [
    verifierKeyText(key, sha256),
    now,
  ]);
}
