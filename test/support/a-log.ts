import { checkpointText } from "../../core/ledger/checkpoint.ts";
import { consistencyPath, leafHash, nodesOver, treeRoot } from "../../core/ledger/merkle.ts";
import { type KeyKind, noteText } from "../../core/ledger/note.ts";
import { type Submission, treeHashOf, type WitnessedLog } from "../../core/ledger/witness.ts";
import { signerWith } from "../../server/signing.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";

const leaves = 40;

/**
 * A log of 40 lines that signs whatever tree it likes. `fork` is the line from which on it shows others than it showed before.
 */
export function aLog(kind: KeyKind = "ed25519", secret = "11".repeat(32), origin = "zhiben.example/log") {
  const signer = signerWith(origin, kind, secret);
  const digest = bytesDigestOf(treeHashOf(kind));
  const nodes = (fork: number) =>
    nodesOver(
      Array.from({ length: leaves }, (_, at) => leafHash(Uint8Array.from([at, at < fork ? 0 : 1]), digest)),
      digest,
    );
  const root = (size: number, fork = leaves) => treeRoot(size, nodes(fork), digest);
  const submit = (oldSize: number, size: number, { fork = leaves, name = origin } = {}): Submission => {
    const text = checkpointText({ origin: name, size, root: root(size, fork) });
    const path = oldSize > size ? [] : consistencyPath(oldSize, size, nodes(fork), digest);
    return { oldSize, path, note: noteText({ text, signatures: [signer.sign(text, 0)] }) };
  };
  const seenAt = (size: number, fork = leaves): WitnessedLog => ({
    origin,
    keys: [signer.key],
    cosigned: size === 0 ? undefined : { size, root: root(size, fork) },
  });
  return { submit, seenAt, root, key: signer.key };
}
