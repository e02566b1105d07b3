import { base64, hex } from "@scure/base";
import { type Checkpoint, readCheckpoint } from "./checkpoint.ts";
import { type BytesDigest, verifyConsistency } from "./merkle.ts";
import {
  type CheckSignature,
  type KeyKind,
  readNote,
  type Sha256,
  type SignedNote,
  type Signer,
  signersOf,
  type VerifierKey,
} from "./note.ts";

/**
 * What a witness may cosign (C2SP tlog-witness): of each log one history that only grows. Whoever holds a checkpoint that two
 * independent witnesses cosigned knows that everybody else was shown the same ledger.
 */

/** A checkpoint as its log hands it to a witness, with the proof that it continues what the witness cosigned last. */
export interface Submission {
  /** Size of the tree that the witness cosigned last; 0 where it never did. */
  readonly oldSize: number;
  readonly path: readonly Uint8Array[];
  /** The signed note, as text. */
  readonly note: string;
}

/** C2SP tlog-witness: no tree of 2⁶³ leaves has a longer proof. */
const mostPathLines = 63;

/** The form in which a checkpoint travels to a witness: over HTTP as over a file. */
export const submissionText = ({ oldSize, path, note }: Submission): string =>
  `old ${oldSize}\n${path.map((hash) => `${base64.encode(hash)}\n`).join("")}\n${note}`;

/** Reads what `submissionText` wrote; undefined for whatever is none. The note in it is not looked into. */
export function readSubmission(text: string): Submission | undefined {
  const end = text.indexOf("\n\n");
  if (end < 0) return undefined;
  const [first = "", ...rest] = text.slice(0, end).split("\n", mostPathLines + 2);
  const written = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const path = rest.flatMap((line) => hashOf(line) ?? []);
  const oldSize = Number(written);
  if (!Number.isSafeInteger(oldSize) || path.length < rest.length || path.length > mostPathLines)
    return undefined;
  return { oldSize, path, note: text.slice(end + 2) };
}

const hashBytes = 32;

function hashOf(encoded: string): Uint8Array | undefined {
  try {
    const hash = base64.decode(encoded);
    return hash.length === hashBytes ? hash : undefined;
  } catch {
    return undefined;
  }
}

/** What a witness knows of a log. */
export interface WitnessedLog {
  readonly origin: string;
  /** The public keys by which the log signs; trusted by whoever runs the witness. */
  readonly keys: readonly VerifierKey[];
  /** The largest tree that was cosigned; undefined where none was. */
  readonly cosigned: { readonly size: number; readonly root: Uint8Array } | undefined;
}

/** Why a witness does not cosign, in the order in which it is found. */
export type WitnessRefusal =
  | { readonly refusal: "malformed" | "unknown-log" | "not-signed-by-log" | "other-root" | "inconsistent" }
  /** The proof starts elsewhere than the witness stands; `size` is where it does. */
  | { readonly refusal: "other-size"; readonly size: number };

export interface WitnessChecks {
  readonly sha256: Sha256;
  readonly checkSignature: CheckSignature;
  /** The hashes over which logs build their trees. */
  readonly digestOf: (hash: TreeHash) => BytesDigest;
}

/**
 * The checkpoint that a witness may cosign now, or why it may not; `log` is the one of `originOf`, undefined where the witness knows
 * none. Whoever cosigns holds the log from before this judgement until the checkpoint is kept, and answers only then: two
 * submissions judged at once could otherwise take the log back to a smaller tree.
 */
export function judgeSubmission(
  { oldSize, path, note: text }: Submission,
  log: WitnessedLog | undefined,
  checks: WitnessChecks,
): { readonly note: SignedNote; readonly checkpoint: Checkpoint } | WitnessRefusal {
  const note = readNote(text);
  const checkpoint = note && readCheckpoint(note.text);
  if (note === undefined || checkpoint === undefined) return { refusal: "malformed" };
  if (log?.origin !== checkpoint.origin) return { refusal: "unknown-log" };
  const { signers } = signersOf(note, log.keys, checks);
  const [signer] = signers;
  if (signer === undefined) return { refusal: "not-signed-by-log" };
  if (oldSize > checkpoint.size) return { refusal: "malformed" };
  const size = log.cosigned?.size ?? 0;
  if (oldSize !== size) return { refusal: "other-size", size };
  const digest = checks.digestOf(treeHashOf(signer.key.kind));
  const oldRoot = log.cosigned?.root ?? digest(new Uint8Array(0));
  if (checkpoint.size === size && hex.encode(checkpoint.root) !== hex.encode(oldRoot))
    return { refusal: "other-root" };
  const grown = { oldSize, newSize: checkpoint.size, oldRoot, newRoot: checkpoint.root, path };
  return verifyConsistency(grown, digest) ? { note, checkpoint } : { refusal: "inconsistent" };
}

/** The origin of a submitted checkpoint, so that its log can be looked up; undefined where none can be read. */
export const originOf = ({ note }: Submission): string | undefined =>
  readCheckpoint(readNote(note)?.text ?? "")?.origin;

export type TreeHash = "sha256" | "sm3";

/** The hash of a log's tree goes by the kind of key that signs it: SM3 with SM2, SHA-256 with Ed25519 as everywhere else. */
export const treeHashOf = (kind: KeyKind): TreeHash => (kind.startsWith("sm2") ? "sm3" : "sha256");

/**
 * The witnesses among the signers of a checkpoint. A key counts once however many names it has: what a witness signs does not name
 * it, so that one signature could be passed off under several.
 */
export function witnessesAmong(
  signers: readonly Signer[],
  witnesses: readonly VerifierKey[],
): readonly Signer[] {
  const known = new Set(witnesses.map(({ publicKey }) => hex.encode(publicKey)));
  const found = new Map<string, Signer>();
  for (const signer of signers) {
    const key = hex.encode(signer.key.publicKey);
    if (signer.seconds !== undefined && known.has(key) && !found.has(key)) found.set(key, signer);
  }
  return [...found.values()];
}
