import type { FaultCode } from "../../core/ledger/faults.ts";
import { inclusionPath, verifyInclusion } from "../../core/ledger/merkle.ts";
import { drops } from "./audit-drop.ts";
import { readTrail, trailFault } from "./audit-log.ts";
import { latestCheckpoint } from "./checkpoints.ts";
import type { Queryable } from "./database.ts";
import { bytesDigestOf, type HashAlgorithm } from "./digests.ts";
import { leafOf, overTree } from "./tree.ts";

/** How far a line of the audit log is proven: `pending` where it holds and no signed checkpoint stands over it yet. */
export type LineProof =
  | { readonly status: "broken"; readonly fault: FaultCode }
  | { readonly status: "pending"; readonly lines: number }
  | {
      readonly status: "verified";
      readonly lines: number;
      /** Its place among all lines of both logs. */
      readonly position: number;
      readonly checkpoint: { readonly size: number; readonly at: Date };
    };

/**
 * Checks the trail of a line whole, and that the newest signed checkpoint stands over the line: both as they are stored now. The
 * signature itself is checked by the verification of each day, and by whoever keeps the checkpoint elsewhere.
 */
export async function proveAuditLine(
  tx: Queryable,
  algorithm: HashAlgorithm,
  entry: string,
  version: number,
): Promise<LineProof | undefined> {
  const trail = await readTrail(tx, entry);
  const line = trail?.lines.find(({ columns }) => columns.version === version);
  if (trail === undefined || line === undefined) return undefined;
  const broken = trailFault(trail, algorithm);
  if (broken !== undefined) return { status: "broken", fault: broken.fault };
  const lines = trail.lines.length;
  const position = await positionOf(tx, entry, version);
  const checkpoint = await latestCheckpoint(tx);
  if (position === undefined || checkpoint === undefined || checkpoint.size <= position)
    return { status: "pending", lines };
  const { size, root, at } = checkpoint;
  const digest = bytesDigestOf(algorithm);
  const path = await overTree(tx, digest, (nodeAt, hash) => inclusionPath(position, size, nodeAt, hash));
  const leaf = leafOf(line.hash, digest);
  const isCovered = verifyInclusion(
    { index: position, size, leaf, path, root: Buffer.from(root, "hex") },
    digest,
  );
  return isCovered
    ? { status: "verified", lines, position, checkpoint: { size, at } }
    : { status: "broken", fault: "checkpoint-differs" };
}

async function positionOf(tx: Queryable, entry: string, version: number): Promise<number | undefined> {
  const { rows } = await tx.query<{ position: number }>({
    text: "select position from leaf where entry = $1 and version = $2",
    values: [entry, version],
  });
  return rows[0]?.position;
}

/** A recorded drop of months past their retention, with the last checkpoint that was signed over what went. */
export interface ToldDrop {
  readonly at: string;
  readonly before: string;
  readonly months: readonly string[];
  readonly lines: number;
  readonly checkpoint: { readonly size: number; readonly root: string; readonly at: Date } | undefined;
}

/** Every drop, the newest first. `lines`: how many had gone by then, with those of the drops before it. */
export async function toldDrops(tx: Queryable): Promise<readonly ToldDrop[]> {
  const told: ToldDrop[] = [];
  for (const { at, before, months, lines } of (await drops(tx)).toReversed()) {
    const { rows } = await tx.query<{ size: number; root: string; at: Date }>({
      text: "select size, root, at from checkpoint where at <= $1 order by size desc limit 1",
      values: [at],
    });
    told.push({ at, before, months, lines, checkpoint: rows[0] });
  }
  return told;
}

/** Whether nobody else verifies the audit log now; held until the transaction ends. */
export async function claimAuditVerification(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ claimed: boolean }>(
    "select pg_try_advisory_xact_lock(727005) as claimed",
  );
  return rows[0]?.claimed === true;
}
