import { readVerifierKey, signatureLine, type VerifierKey, verifierKeyText } from "../../core/ledger/note.ts";
import {
  judgeSubmission,
  originOf,
  type Submission,
  treeHashOf,
  type WitnessedLog,
  type WitnessRefusal,
} from "../../core/ledger/witness.ts";
import { checkSignature, type NoteSigner, sha256 } from "../signing.ts";
import type { Queryable, Transaction } from "./database.ts";
import { bytesDigestOf } from "./digests.ts";
import { hexOf } from "./tree.ts";

/** A log of somebody else's for which this installation is a witness. */
export interface StoredLog {
  readonly origin: string;
  /** What whoever trusts it calls it. */
  readonly name: string;
  /** C2SP verifier keys. */
  readonly keys: readonly string[];
  readonly size: number | null;
  /** Hex. */
  readonly root: string | null;
  /** When it was cosigned last. */
  readonly at: Date | null;
}

const checks = { sha256, checkSignature, digestOf: bytesDigestOf };

/** A checkpoint that was cosigned: its text with the signatures it came with, and our line beneath them. */
export interface Cosigned {
  readonly note: string;
  readonly line: string;
}

// The same text handed in again and again would fill the history; within this time it gets the line that it got.
const sameLineForSeconds = 3_600;

/**
 * Cosigns a submission, or says why not. The transaction must be of the commit role, and its outcome told to nobody before it is
 * committed. The log's row is locked first, so that of two submissions at once the second is judged by what the first left.
 */
export async function cosign(
  tx: Transaction,
  submission: Submission,
  witness: NoteSigner,
  now: Date,
): Promise<Cosigned | WitnessRefusal> {
  const origin = originOf(submission);
  const log = origin === undefined ? undefined : await lockLog(tx, origin);
  const judged = judgeSubmission(submission, log, checks);
  if ("refusal" in judged) return judged;
  const { note, checkpoint } = judged;
  const size = checkpoint.size;
  const repeated = await lineFor(tx, checkpoint.origin, size, submission.note, now);
  if (repeated !== undefined) return { note: submission.note, line: repeated };
  const seconds = Math.floor(now.getTime() / 1_000);
  const line = signatureLine(witness.sign(note.text, seconds));
  const root = hexOf(checkpoint.root);
  await tx.query({
    name: "keep-witnessed",
    text: `insert into witnessed_checkpoint (origin, size, root, note, line, at)
      values ($1, $2, $3, $4, $5, to_timestamp($6)) on conflict do nothing`,
    values: [checkpoint.origin, size, root, submission.note, line, seconds],
  });
  await tx.query({
    name: "move-witnessed-log",
    text: "update witnessed_log set size = $2, root = $3 where origin = $1",
    values: [checkpoint.origin, size, root],
  });
  return { note: submission.note, line };
}

async function lockLog(tx: Queryable, origin: string): Promise<WitnessedLog | undefined> {
  const { rows } = await tx.query<Omit<StoredLog, "name" | "at">>({
    name: "lock-witnessed-log",
    text: "select origin, keys, size, root from witnessed_log where origin = $1 for update",
    values: [origin],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { size, root } = row;
  return {
    origin,
    keys: keysOf(row.keys),
    cosigned: size === null || root === null ? undefined : { size, root: Buffer.from(root, "hex") },
  };
}

async function lineFor(
  tx: Queryable,
  origin: string,
  size: number,
  note: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ line: string }>({
    name: "witnessed-line",
    text: `select line from witnessed_checkpoint
      where origin = $1 and size = $2 and note = $3 and at > $4 and at <= $5 order by at desc limit 1`,
    values: [origin, size, note, new Date(now.getTime() - sameLineForSeconds * 1_000), now],
  });
  return rows[0]?.line;
}

const keysOf = (texts: readonly string[]): readonly VerifierKey[] =>
  texts.flatMap((text) => readVerifierKey(text, sha256) ?? []);

/** The logs that this installation witnesses; the connection must be the owner's or of the commit role. */
export async function witnessedLogs(owner: Queryable): Promise<readonly StoredLog[]> {
  const { rows } = await owner.query<StoredLog>(
    `select origin, name, keys, size, root, (select max(at) from witnessed_checkpoint w where w.origin = l.origin) as at
      from witnessed_log l order by name, origin`,
  );
  return rows;
}

/**
 * Trusts a key of a log from now on; the log is named by its key, as C2SP tlog-checkpoint recommends. A log may have several keys,
 * of one hash: undefined, and nothing is changed, where the log's other keys go with another.
 */
export async function trustLog(
  owner: Queryable,
  key: VerifierKey,
  name: string | undefined,
): Promise<StoredLog | undefined> {
  const standing = (await witnessedLogs(owner)).find(({ origin }) => origin === key.name);
  const hashes = keysOf(standing?.keys ?? []).map(({ kind }) => treeHashOf(kind));
  if (hashes.some((hash) => hash !== treeHashOf(key.kind))) return undefined;
  await owner.query(
    `insert into witnessed_log (origin, name, keys) values ($1, $2, array[$3])
      on conflict (origin) do update set
        name = coalesce($4, witnessed_log.name),
        keys = array(select distinct unnest(witnessed_log.keys || excluded.keys))`,
    [key.name, name ?? key.name, verifierKeyText(key, sha256), name ?? null],
  );
  return (await witnessedLogs(owner)).find(({ origin }) => origin === key.name);
}
