import { z } from "zod";
import { inclusionPath } from "../../core/ledger/merkle.ts";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { verifyProof } from "../../core/ledger/proof.ts";
import type { Entry } from "../../core/register/entry.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { type ProofFile, proofFile } from "../proof-shape.ts";
import type { Services } from "../services.ts";
import { checkSignature, sha256 } from "../signing.ts";
import {
  latestCheckpoint,
  PastRewritten,
  type StoredCheckpoint,
  signHead,
  verifierKeys,
} from "../store/checkpoints.ts";
import { bestWitnessed, witnessedNote } from "../store/cosignatures.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { bytesDigestOf, digestOf } from "../store/digests.ts";
import { readEntry } from "../store/entries.ts";
import { type EntryLedger, readLedger, type StoredLine } from "../store/ledger.ts";
import { overTree } from "../store/tree.ts";
import { ofEntry, recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const tag = "ledger";
const pending = z.object({ status: z.literal("pending"), waiting: z.int() });
const proven = z.object({ status: z.literal("proven"), proof: proofFile });

export const readEntryProof = route(
  "GET /api/registers/:register/entries/:id/proof",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string(), id: shapes.id }),
    tag,
    words: { zh: "存证：条目全过程的离线证明", en: "Proof of an entry's history, to be checked offline" },
    answers: z.discriminatedUnion("status", [pending, proven]),
  },
  async (visit) => {
    const { services, scope, actor, params, now } = visit;
    const register = registerFor(params.register, actor);
    const last = await services.remembered.read();
    const answer = await inTransaction(services.pool, scope, async (tx) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      const ledger = await readLedger(tx, entry.id, services);
      if (ledger.fault !== undefined) throw new HttpProblem("ledger-broken");
      const lines = ledger.lines.flatMap(placed);
      const waiting = ledger.lines.length - lines.length;
      if (waiting > 0) return { status: "pending" as const, waiting };
      const covered = Math.max(...lines.map(({ position }) => position + 1));
      const newest = await sign(tx, services, { now, last, covered }).catch(asBroken);
      const proof = await proofOf(tx, services, entry, ledger, lines, newest);
      const facts = { ...ofEntry(entry), lines: lines.length };
      await recordVisit(tx, visit, { event: "proofExported", facts });
      return { status: "proven" as const, proof, newest };
    });
    // Only what was committed may be remembered.
    if (answer.status === "pending") return ok(answer);
    const { newest, ...proven } = answer;
    await services.remembered.keep(newest.note);
    return ok(proven);
  },
);

function asBroken(error: unknown): never {
  throw error instanceof PastRewritten ? new HttpProblem("ledger-broken") : error;
}

type PlacedLine = StoredLine & { readonly position: number };
const placed = (line: StoredLine): readonly PlacedLine[] =>
  line.position === null ? [] : [{ ...line, position: line.position }];

/** What the person may see has been read; signing looks at the tree of all lines. */
async function sign(
  tx: Transaction,
  { algorithm, signer }: Services,
  { now, last, covered }: { readonly now: Date; readonly last: string | undefined; readonly covered: number },
): Promise<StoredCheckpoint> {
  await becomeCommitter(tx);
  // A checkpoint for every question would fill the table for ever: one that covers the entry serves.
  const latest = await latestCheckpoint(tx);
  if (latest !== undefined && latest.size >= covered) return latest;
  return signHead(tx, signer, bytesDigestOf(algorithm), now, last);
}

async function proofOf(
  tx: Transaction,
  { algorithm }: Services,
  { id, register }: Entry,
  { sealed }: EntryLedger,
  lines: readonly PlacedLine[],
  newest: StoredCheckpoint,
): Promise<ProofFile> {
  const digest = bytesDigestOf(algorithm);
  // One that witnesses cosigned proves more than the newest, as long as it covers every line of the entry.
  const covered = Math.max(0, ...lines.map(({ position }) => position + 1));
  const checkpoint = (await bestWitnessed(tx, covered)) ?? newest;
  const { size } = checkpoint;
  const paths = await overTree(tx, digest, (nodeAt, hash) =>
    lines.map(({ position }) => inclusionPath(position, size, nodeAt, hash)),
  );
  const keys = await verifierKeys(tx);
  const proof: ProofFile = {
    format: "zhiben-proof/1",
    register,
    entry: id,
    hash: algorithm,
    lines: lines.map(({ text, position }, at) => ({ text, position, path: (paths[at] ?? []).map(base64Of) })),
    // A proof is handed on: personal numbers stay behind, and the lines prove what they commit to without them.
    values: sealed.flatMap(({ version, field, salt, value }) =>
      isEncrypted(value) ? [] : [{ version, field, salt, value }],
    ),
    checkpoint: await witnessedNote(tx, checkpoint),
    keys: keys.map((key) => verifierKeyText(key, sha256)),
  };
  // Nothing is handed out that would not hold where it is read.
  const checks = { digest: digestOf(algorithm), bytesDigest: digest, sha256, checkSignature };
  if ("fault" in verifyProof(proof, keys, checks)) throw new HttpProblem("ledger-broken");
  return proof;
}

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
