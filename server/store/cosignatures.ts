import { type BytesDigest, consistencyPath } from "../../core/ledger/merkle.ts";
import {
  type NoteSignature,
  noteText,
  readNote,
  readSignatureLines,
  type Signer,
  signatureLine,
  signersOf,
  type VerifierKey,
  verifierKeyText,
} from "../../core/ledger/note.ts";
import type { Submission } from "../../core/ledger/witness.ts";
import { checkSignature, sha256 } from "../signing.ts";
import type { StoredCheckpoint } from "./checkpoints.ts";
import type { Queryable } from "./database.ts";
import { overTree } from "./tree.ts";

/** What a witness has to cosign: the checkpoint, and the proof that it continues the tree of `oldSize` lines. */
export async function submissionOf(
  tx: Queryable,
  { size, note }: StoredCheckpoint,
  oldSize: number,
  digest: BytesDigest,
): Promise<Submission> {
  const path = await overTree(tx, digest, (nodeAt, hash) => consistencyPath(oldSize, size, nodeAt, hash));
  return { oldSize, path, note };
}

/** The size that a witness cosigned last, as far as we have its cosignatures; 0 where we have none. */
export async function lastCosignedSize(tx: Queryable, witness: VerifierKey): Promise<number> {
  const { rows } = await tx.query<{ size: number | null }>({
    name: "last-cosigned",
    text: "select max(size) as size from cosignature where key = $1",
    values: [verifierKeyText(witness, sha256)],
  });
  return rows[0]?.size ?? 0;
}

/**
 * Keeps what witnesses signed beneath a checkpoint, of those that are trusted as such; returns them. Signatures of others are passed
 * over. The transaction must be of the commit role.
 */
export async function keepCosignatures(
  tx: Queryable,
  checkpoint: StoredCheckpoint,
  signatures: readonly NoteSignature[],
  witnesses: readonly VerifierKey[],
): Promise<readonly Signer[]> {
  const text = readNote(checkpoint.note)?.text ?? "";
  const held = signatures.flatMap((signature) => {
    const { signers } = signersOf({ text, signatures: [signature] }, witnesses, { sha256, checkSignature });
    return signers.map((signer) => ({ signer, line: signatureLine(signature) }));
  });
  for (const { signer, line } of held)
    await tx.query({
      name: "keep-cosignature",
      text: `insert into cosignature (size, key, line, at) values ($1, $2, $3, to_timestamp($4))
        on conflict do nothing`,
      values: [checkpoint.size, verifierKeyText(signer.key, sha256), line, signer.seconds],
    });
  return held.map(({ signer }) => signer);
}

/** A checkpoint's note with all that witnesses signed beneath it. */
export async function witnessedNote(tx: Queryable, { size, note }: StoredCheckpoint): Promise<string> {
  const { rows } = await tx.query<{ line: string }>({
    name: "cosignatures",
    text: "select line from cosignature where size = $1 order by key",
    values: [size],
  });
  const signed = readNote(note);
  const cosignatures = readSignatureLines(rows.map(({ line }) => line).join("")) ?? [];
  return signed === undefined
    ? note
    : noteText({ ...signed, signatures: [...signed.signatures, ...cosignatures] });
}

const newestLookedAt = 200;

/**
 * Of the newest checkpoints over at least `least` lines the one that most witnesses cosigned, the newest of several; undefined where
 * none was cosigned.
 */
export async function bestWitnessed(tx: Queryable, least: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await tx.query<StoredCheckpoint>({
    name: "best-witnessed",
    text: `select size, root, note, c.at from checkpoint c join (
        select size, count(*) as witnesses from (
          select size from cosignature where size >= $1 order by size desc limit $2) newest group by size) w
      using (size) order by witnesses desc, size desc limit 1`,
    values: [least, newestLookedAt],
  });
  return rows[0];
}

/** The newest cosignature of a witness. */
export interface NewestCosignature {
  /** C2SP verifier key. */
  readonly key: string;
  readonly size: number;
  readonly at: Date;
}

/** How far each witness that ever cosigned has come: how old the newest of these is, tells whether witnessing still works. */
export async function newestCosignatures(tx: Queryable): Promise<readonly NewestCosignature[]> {
  // One look into the index for each key: reading all cosignatures would grow with the years.
  const { rows } = await tx.query<NewestCosignature>({
    name: "newest-cosignatures",
    text: `with recursive witness as (
        select min(key) as key from cosignature
        union all
        select (select min(key) from cosignature c where c.key > w.key) from witness w where w.key is not null)
      select w.key, n.size, n.at from witness w cross join lateral (
        select size, at from cosignature c where c.key = w.key order by size desc limit 1) n`,
  });
  return rows;
}
