import { type Checkpoint, readCheckpoint } from "../../../core/ledger/checkpoint.ts";
import type { Fault } from "../../../core/ledger/faults.ts";
import {
  readNote,
  readVerifierKey,
  type SignedNote,
  signersOf,
  type VerifierKey,
  verifierKeyText,
} from "../../../core/ledger/note.ts";
import { checkSignature, sha256 } from "../../signing.ts";
import { hexOf } from "../tree.ts";
import { eachRow } from "./cursor.ts";
import type { Head } from "./tree.ts";
import type { OutsideNote, Verifying } from "./verifying.ts";

/**
 * The keys by which checkpoints are believed: those that somebody vouches for, and those of the database only where nobody vouches for
 * any. A key in the database that is not among those vouched for is a fault: whoever can write there can write theirs.
 */
export async function readKeys({ tx, faults, options }: Verifying): Promise<readonly VerifierKey[]> {
  const { rows } = await tx.query<{ key: string }>("select key from verifier_key order by at, key");
  const stored = rows.map(({ key }) => key);
  const own = options.ownKey && verifierKeyText(options.ownKey, sha256);
  if (own !== undefined && !stored.includes(own)) faults.add({ fault: "key-missing", what: own });
  if (options.keys === undefined) return stored.flatMap((key) => readVerifierKey(key, sha256) ?? []);
  const vouched = new Set(options.keys.map((key) => verifierKeyText(key, sha256)));
  for (const what of stored) if (!vouched.has(what)) faults.add({ fault: "key-unknown", what });
  return options.keys;
}

/** The roots that were signed, of the stored checkpoints and of those kept outside, with what is wrong with the notes themselves. */
export async function headsOf(
  verifying: Verifying,
  keys: readonly VerifierKey[],
  installation: string | undefined,
): Promise<readonly Head[]> {
  const origin = `zhiben/${installation}`;
  const heads: Head[] = [];
  const { tx, batchRows, onBatch, options } = verifying;
  const statement = "select size, root, note from checkpoint order by size";
  await eachRow<{ size: number; root: string; note: string }>(
    tx,
    { name: "checkpoints", statement, batchRows, onBatch },
    (stored) => {
      const head = headIn(verifying, keys, origin, { from: String(stored.size), note: stored.note });
      if (head === undefined) return;
      if (head.size !== stored.size || hexOf(head.root) !== stored.root)
        verifying.faults.add({ fault: "checkpoint-differs", what: String(stored.size) });
      heads.push(asHead(verifying, head, ""));
    },
  );
  const stored = new Set(heads.map(({ size }) => size));
  for (const outside of options.outside ?? []) {
    const head = headIn(verifying, keys, origin, outside);
    if (head === undefined) continue;
    heads.push(asHead(verifying, head, `${outside.from}: `));
    if (!stored.has(head.size))
      verifying.faults.add({ fault: "checkpoint-missing", what: `${outside.from}: ${head.size}` });
  }
  return heads;
}

function headIn(
  { faults }: Verifying,
  keys: readonly VerifierKey[],
  origin: string,
  { from, note }: OutsideNote,
): Checkpoint | undefined {
  const read = readNote(note);
  const checkpoint = read && readCheckpoint(read.text);
  if (read === undefined || checkpoint === undefined) {
    faults.add({ fault: "checkpoint-malformed", what: from });
    return undefined;
  }
  const fault = checkpoint.origin === origin ? signatureFault(read, keys) : "checkpoint-of-another";
  if (fault === undefined) return checkpoint;
  faults.add({ fault, what: from });
  return undefined;
}

function signatureFault(note: SignedNote, keys: readonly VerifierKey[]): Fault["fault"] | undefined {
  const { signers, broken } = signersOf(note, keys, { sha256, checkSignature });
  if (broken.length > 0) return "checkpoint-signature-broken";
  return signers.length === 0 ? "checkpoint-not-signed" : undefined;
}

function asHead({ faults }: Verifying, { size, root }: Checkpoint, from: string): Head {
  const told = `${from}${size} ${hexOf(root)}`;
  return {
    size,
    check(computed) {
      if (hexOf(computed) !== hexOf(root)) faults.add({ fault: "past-rewritten", what: told });
    },
    beyond: (present) => faults.add({ fault: "older-than-checkpoint", what: `${told}, ${present}` }),
  };
}
