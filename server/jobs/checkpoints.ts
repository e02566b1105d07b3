import type { Services } from "../services.ts";
import { type StoredCheckpoint, signHead } from "../store/checkpoints.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import { bytesDigestOf } from "../store/digests.ts";
import { runJob } from "./run-job.ts";

const everyMs = 5 * 60_000;

/** Signs the head of the tree, where it has grown since the last checkpoint, and remembers it outside the database. */
export async function signCheckpoint(services: Services): Promise<StoredCheckpoint> {
  const { pool, signer, algorithm, clock, remembered } = services;
  // Before the transaction looks at the tree: what is remembered by then has been committed.
  const last = await remembered.read();
  const signed = await inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return signHead(tx, signer, bytesDigestOf(algorithm), clock(), last);
  });
  await remembered.keep(signed.note);
  return signed;
}

/** A checkpoint every few minutes: what was signed cannot be rewritten unseen, so the time until then should be short. */
export function startCheckpoints(
  services: Services,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => runJob(services, "sign-checkpoint", signCheckpoint, onError));
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
