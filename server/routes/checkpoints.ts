import { z } from "zod";
import { consistencyPath } from "../../core/ledger/merkle.ts";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, none, ok, openRoute } from "../http/route.ts";
import { sha256 } from "../signing.ts";
import { latestCheckpoint, olderCheckpoints, verifierKeys } from "../store/checkpoints.ts";
import { bestWitnessed, newestCosignatures, witnessedNote } from "../store/cosignatures.ts";
import { inTransaction } from "../store/database.ts";
import { bytesDigestOf } from "../store/digests.ts";
import { overTree } from "../store/tree.ts";

const tag = "ledger";

/** Open to everybody: it tells how many lines there are and nothing of what they say, and the more keep it, the better. */
export const readCheckpointNote = openRoute(
  "GET /api/checkpoint",
  {
    ...bare,
    tag,
    words: { zh: "最新签名检查点与公钥", en: "The newest signed checkpoint, and the public keys" },
    answers: z.object({
      checkpoint: z.string().nullable(),
      keys: z.array(z.string()),
      /** The newest that witnesses cosigned, which may lag behind by the time that they take. */
      witnessed: z.string().nullable(),
      witnesses: z.array(z.object({ key: z.string(), size: z.int(), at: z.iso.datetime() })),
      /** The key by which this installation witnesses other logs. */
      witnessKey: z.string(),
    }),
  },
  async ({ services }) =>
    inTransaction(services.pool, undefined, async (tx) => {
      const latest = await latestCheckpoint(tx);
      const keys = await verifierKeys(tx);
      const witnesses = await newestCosignatures(tx);
      const newest = Math.max(0, ...witnesses.map(({ size }) => size));
      const witnessed = await bestWitnessed(tx, newest);
      return ok({
        checkpoint: latest ? await witnessedNote(tx, latest) : null,
        keys: keys.map((key) => verifierKeyText(key, sha256)),
        witnessed: witnessed ? await witnessedNote(tx, witnessed) : null,
        witnesses: witnesses.map(({ key, size, at }) => ({ key, size, at: at.toISOString() })),
        witnessKey: verifierKeyText(services.witness.key, sha256),
      });
    }),
);

const lineCount = z.coerce.number().int().min(0);

export const listCheckpoints = openRoute(
  "GET /api/checkpoints",
  {
    ...bare,
    query: z.strictObject({
      before: lineCount.optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).default(limits.pageSizeDefaultRows),
    }),
    tag,
    words: { zh: "历次签名检查点", en: "All signed checkpoints, the newest first" },
    answers: z.object({
      checkpoints: z.array(z.object({ size: z.int(), at: z.iso.datetime(), note: z.string() })),
      next: z.int().nullable(),
    }),
  },
  async ({ services, query: { before = Number.MAX_SAFE_INTEGER, limit } }) =>
    inTransaction(services.pool, undefined, async (tx) => {
      const found = await olderCheckpoints(tx, before, limit + 1);
      const page = found.slice(0, limit);
      const checkpoints = [];
      for (const checkpoint of page)
        checkpoints.push({
          size: checkpoint.size,
          at: checkpoint.at.toISOString(),
          note: await witnessedNote(tx, checkpoint),
        });
      return ok({ checkpoints, next: found.length > limit ? (page.at(-1)?.size ?? null) : null });
    }),
);

/** For whoever kept a checkpoint and wants to know whether the newest continues it: no trust in us is needed to check the path. */
export const readConsistency = openRoute(
  "GET /api/checkpoints/consistency",
  {
    params: none,
    query: z.strictObject({ from: lineCount, to: lineCount }),
    body: none,
    tag,
    words: { zh: "两个检查点之间的一致性证明", en: "Proof that one checkpoint continues another" },
    answers: z.object({ from: z.int(), to: z.int(), path: z.array(z.base64()) }),
  },
  async ({ services, query: { from, to } }) =>
    inTransaction(services.pool, undefined, async (tx) => {
      if (from > to) throw new HttpProblem("malformed-request", [{ field: "from", code: "bad-pattern" }]);
      const latest = await latestCheckpoint(tx);
      if (latest === undefined || to > latest.size) throw new HttpProblem("not-found");
      const digest = bytesDigestOf(services.algorithm);
      const path = await overTree(tx, digest, (nodeAt, hash) => consistencyPath(from, to, nodeAt, hash));
      return ok({ from, to, path: path.map((hash) => Buffer.from(hash).toString("base64")) });
    }),
);
