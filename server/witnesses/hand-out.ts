import { readCheckpoint } from "../../core/ledger/checkpoint.ts";
import { readNote } from "../../core/ledger/note.ts";
import type { Submission } from "../../core/ledger/witness.ts";
import type { Services } from "../services.ts";
import { checkpointOfSize, latestCheckpoint, type StoredCheckpoint } from "../store/checkpoints.ts";
import { keepCosignatures, lastCosignedSize, submissionOf } from "../store/cosignatures.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { bytesDigestOf } from "../store/digests.ts";
import { type HandingOutcome, wentWell } from "./outcome.ts";
import { takeCosigned, writeSubmission } from "./over-folder.ts";
import { submitOverHttp } from "./over-http.ts";
import { sendByMail } from "./over-mail.ts";
import type { Mail, Witness } from "./settings.ts";

type Needs = Pick<Services, "pool" | "algorithm">;

/** What a witness has to cosign next. */
interface NextSubmission {
  readonly checkpoint: StoredCheckpoint;
  readonly submission: Submission;
}

/**
 * The newest checkpoint, for a witness that stands at the size of `from`. Undefined where there is no checkpoint yet, and where the
 * witness stands beyond the newest.
 */
export function submissionToNewest(
  { pool, algorithm }: Needs,
  from: (tx: Transaction) => Promise<number>,
): Promise<NextSubmission | undefined> {
  return inTransaction(pool, undefined, async (tx) => {
    const checkpoint = await latestCheckpoint(tx);
    const oldSize = await from(tx);
    if (checkpoint === undefined || oldSize > checkpoint.size) return undefined;
    const submission = await submissionOf(tx, checkpoint, oldSize, bytesDigestOf(algorithm));
    return { checkpoint, submission };
  });
}

const nextSubmission = (needs: Needs, { key }: Witness, told: number | undefined) =>
  submissionToNewest(needs, async (tx) => told ?? lastCosignedSize(tx, key));

// Once from where we think that it stands, once from where it says; and again should it have moved on meanwhile.
const mostAttempts = 3;

/** Has a witness cosign the newest checkpoint over HTTP, where it has not yet. */
export async function handOverHttp(needs: Needs, witness: Witness, url: string): Promise<HandingOutcome> {
  let from: number | undefined;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const next = await nextSubmission(needs, witness, from);
    if (next === undefined)
      return from === undefined ? wentWell : { problem: "rolled-back", detail: `${from}` };
    const { checkpoint, submission } = next;
    if (from === undefined && submission.oldSize === checkpoint.size) return wentWell;
    const answer = await submitOverHttp(url, submission);
    if ("problem" in answer) return answer;
    if ("signatures" in answer) {
      const kept = await inTransaction(needs.pool, undefined, async (tx) => {
        await becomeCommitter(tx);
        return keepCosignatures(tx, checkpoint, answer.signatures, [witness.key]);
      });
      return kept.length > 0 ? wentWell : { problem: "bad-answer", detail: "no cosignature" };
    }
    from = answer.size;
  }
  return { problem: "unreachable", detail: "409" };
}

/** Lays the newest checkpoint into a folder for a witness to take away, and takes in what it put back. */
export async function handOverFolder(
  needs: Needs,
  witness: Witness,
  folder: string,
): Promise<HandingOutcome> {
  try {
    const refused = await takeCosigned(folder, (note) => acceptCosigned(needs, note, [witness]));
    const next = await nextSubmission(needs, witness, undefined);
    if (next !== undefined) await writeSubmission(folder, next.checkpoint.size, next.submission);
    return refused.length > 0 ? { problem: "bad-answer", detail: refused.join(", ") } : wentWell;
  } catch (error) {
    // A folder that is not there is a disk that is not plugged in; whatever else goes wrong is our own fault.
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    return { problem: "unreachable", detail: error.message };
  }
}

/** Takes in a note with the cosignatures of witnesses; false where it is not a checkpoint of ours, or none of them cosigned it. */
export function acceptCosigned(
  { pool }: Pick<Needs, "pool">,
  note: string,
  witnesses: readonly Witness[],
): Promise<boolean> {
  return inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    const read = readNote(note);
    const size = read && readCheckpoint(read.text)?.size;
    const checkpoint = size === undefined ? undefined : await checkpointOfSize(tx, size);
    // Of the same size another text may be signed, of another log or another past.
    if (read === undefined || checkpoint === undefined || readNote(checkpoint.note)?.text !== read.text)
      return false;
    const keys = witnesses.map(({ key }) => key);
    return (await keepCosignatures(tx, checkpoint, read.signatures, keys)).length > 0;
  });
}

/** Mails the newest checkpoint to whoever keeps it for us. */
export async function handOverMail({ pool }: Needs, mail: Mail): Promise<HandingOutcome> {
  const checkpoint = await inTransaction(pool, undefined, latestCheckpoint);
  return checkpoint === undefined ? wentWell : sendByMail(mail, checkpoint);
}
