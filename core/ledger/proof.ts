import { base64, hex } from "@scure/base";
import { type Checkpoint, readCheckpoint } from "./checkpoint.ts";
import {
  type ChainFault,
  type Digest,
  type LineBody,
  readLine,
  type SealedValue,
  verifyChain,
  verifyValues,
} from "./line.ts";
import { type BytesDigest, leafHash, verifyInclusion } from "./merkle.ts";
import {
  type CheckSignature,
  isCosignature,
  readNote,
  type Sha256,
  type Signer,
  signersOf,
  type VerifierKey,
} from "./note.ts";

/**
 * What proves to a third party, without our database, what the whole history of one entry said when the checkpoint was signed: its
 * lines, the sealed values that still exist, each line's path to the root of the tree, and the signed root.
 */
export interface Proof {
  readonly register: string;
  readonly entry: string;
  readonly lines: readonly ProvenLine[];
  readonly values: readonly Omit<SealedValue, "entry">[];
  /** The signed note of the checkpoint, with the signatures of witnesses. */
  readonly checkpoint: string;
}

export interface ProvenLine {
  /** The stored text, byte for byte. */
  readonly text: string;
  /** The line's place among all lines of the installation. */
  readonly position: number;
  /** Hashes that lead from the line to the root, from below; base64. */
  readonly path: readonly string[];
}

export type ProofFault =
  | ChainFault
  | { readonly version: number; readonly fault: "other-register" | "not-in-the-tree" }
  | {
      readonly version: 0;
      readonly fault: "no-lines" | "checkpoint-malformed" | "not-signed" | "signature-broken";
    };

/** What a proof shows when nothing is wrong with it. */
export interface Proven {
  readonly lines: readonly LineBody[];
  readonly checkpoint: Checkpoint;
  /** The known keys that signed the checkpoint, those of witnesses among them. */
  readonly signers: readonly Signer[];
}

export interface ProofChecks {
  readonly digest: Digest;
  readonly bytesDigest: BytesDigest;
  readonly sha256: Sha256;
  readonly checkSignature: CheckSignature;
}

/**
 * Holds a proof against the keys that its reader trusts; the first fault, or what is proven. It goes from the inside out: every
 * text hashes into the next, every value opens its commitment, every line leads to the root, and the root is signed. It cannot
 * tell of lines that came after the checkpoint.
 */
export function verifyProof(
  proof: Proof,
  known: readonly VerifierKey[],
  checks: ProofChecks,
): ProofFault | Proven {
  // Of nothing everything holds: a proof whose lines were taken away must not pass for one.
  if (proof.lines.length === 0) return { version: 0, fault: "no-lines" };
  const lines = proof.lines.map(({ text }) => ({ text, hash: checks.digest(text) }));
  const values = proof.values.map((value) => ({ ...value, entry: proof.entry }));
  const broken = verifyChain(lines, checks.digest) ?? verifyValues(lines, values, checks.digest);
  if (broken) return broken;
  const bodies = lines.map(({ text }) => readLine(text).body);
  const stranger = bodies.find(({ entry, register }) => entry !== proof.entry || register !== proof.register);
  if (stranger) return { version: stranger.version, fault: "other-register" };

  const note = readNote(proof.checkpoint);
  const checkpoint = note && readCheckpoint(note.text);
  if (note === undefined || checkpoint === undefined) return { version: 0, fault: "checkpoint-malformed" };
  const { signers, broken: forged } = signersOf(note, known, checks);
  if (forged.length > 0) return { version: 0, fault: "signature-broken" };
  if (!signers.some(({ key }) => key.name === checkpoint.origin && !isCosignature(key.kind)))
    return { version: 0, fault: "not-signed" };

  const outside = proof.lines.findIndex(({ position, path }, at) => {
    const leaf = leafHash(hex.decode(lines[at]?.hash ?? ""), checks.bytesDigest);
    const { size, root } = checkpoint;
    return !verifyInclusion(
      { index: position, size, leaf, path: path.map(hashOf), root },
      checks.bytesDigest,
    );
  });
  if (outside >= 0) return { version: outside + 1, fault: "not-in-the-tree" };
  return { lines: bodies, checkpoint, signers };
}

/** A hash of a path; of what is no base64 an empty one, which leads nowhere. */
function hashOf(encoded: string): Uint8Array {
  try {
    return base64.decode(encoded);
  } catch {
    return new Uint8Array(0);
  }
}
