import { addDays, type Day } from "../../core/calendar/day.ts";
import {
  type AuditActor,
  auditLine,
  type Happened,
  newTrail,
  type Origin,
  type SignInFailure,
  type Trail,
  trailAfter,
} from "../../core/ledger/audit.ts";
import type { Line, SealedValue } from "../../core/ledger/line.ts";
import type { SessionEnd } from "../../core/ledger/session-ends.ts";
import type { SignInWay } from "../../core/sign-in/sign-on.ts";
import {
  type AuditedSession,
  closeDeadSessions,
  closeSession,
  closeSessionsOf,
  type EndingOf,
  holdSession,
  moveTrail,
} from "./audited-sessions.ts";
import { keepSealed, lineColumns, lineRows, lineValues } from "./commit.ts";
import { becomeCommitter, becomeReader, inOrder, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { newId, newSalt } from "./ids.ts";
import { holdTrailOfToken, moveTrailOfToken } from "./partner-tokens.ts";

/**
 * Writes one event of a session into the audit log, in the transaction of the thing itself, so that what is not logged does not
 * happen. Nothing where the session has ended in the meantime: whoever asks checks that on their own.
 */
export async function recordInSession(
  tx: Transaction,
  algorithm: HashAlgorithm,
  token: string,
  happened: Happened,
  now: Date,
): Promise<void> {
  await becomeReader(tx);
  const session = await holdSession(tx, token);
  if (session === undefined) return;
  const recorded = lineOf(session.trail, happened, session.actor, now, algorithm);
  await moveTrail(tx, token, trailAfter(recorded.line));
  await append(tx, [recorded]);
}

/** Signs a session out; its last line is written with it. */
export async function recordSignOut(
  tx: Transaction,
  algorithm: HashAlgorithm,
  token: string,
  from: Origin,
  now: Date,
): Promise<void> {
  const session = await closeSession(tx, token);
  if (session === undefined) return;
  const signedOut = { event: "signedOut", facts: {}, from } as const;
  await append(tx, [lineOf(session.trail, signedOut, session.actor, now, algorithm)]);
}

/** Somebody who was not let in, and what is known of them. */
export interface FailedSignIn {
  readonly why: SignInFailure;
  /** The person whose account it is, where there is one. */
  readonly account?: string | undefined;
  /** As it was typed; nothing is typed where a provider vouches. */
  readonly username?: string;
  readonly way?: SignInWay;
}

/** A failure has a chain of its own: there is no session that it belongs to. */
export async function recordFailedSignIn(
  tx: Transaction,
  algorithm: HashAlgorithm,
  facts: FailedSignIn,
  from: Origin,
  now: Date,
): Promise<void> {
  const trail = newTrail(newId(now.getTime()));
  const failed = { event: "signInFailed", facts: { ...facts }, from } as const;
  await append(tx, [lineOf(trail, failed, await installationItself(tx), now, algorithm)]);
}

/** What the operator does on the server has a chain of its own, under the name of the installation. */
export async function recordOfItself(
  tx: Transaction,
  algorithm: HashAlgorithm,
  happened: Happened,
  now: Date,
): Promise<void> {
  await recordApart(tx, algorithm, await installationItself(tx), happened, now);
}

/** What is done for a person beside their sessions has a chain of its own, too. */
export async function recordApart(
  tx: Transaction,
  algorithm: HashAlgorithm,
  { id, role, organisation }: AuditActor,
  happened: Happened,
  now: Date,
): Promise<void> {
  const trail = newTrail(newId(now.getTime()));
  await append(tx, [lineOf(trail, happened, { id, role, organisation }, now, algorithm)]);
}

/** What was done by a partner's token goes on with the token's own chain. */
export async function recordByToken(
  tx: Transaction,
  algorithm: HashAlgorithm,
  { id, role, organisation }: AuditActor,
  happened: Happened,
  now: Date,
): Promise<void> {
  await becomeReader(tx);
  const trail = await holdTrailOfToken(tx, id);
  const recorded = lineOf(trail, happened, { id, role, organisation }, now, algorithm);
  await moveTrailOfToken(tx, id, trailAfter(recorded.line));
  await append(tx, [recorded]);
}

/** Ends the sessions that let nobody in any more, each with a line that says why. Returns how many there were. */
export async function endDeadSessions(
  tx: Transaction,
  algorithm: HashAlgorithm,
  now: Date,
  day: Day,
): Promise<number> {
  const ended = await closeDeadSessions(tx, now, day);
  await recordEnds(tx, algorithm, ended, now);
  return ended.length;
}

/** Ends sessions of a person, each with a line that says why. Returns how many there were. */
export async function endSessionsOf(
  tx: Transaction,
  algorithm: HashAlgorithm,
  { why, ...which }: EndingOf & { readonly why: SessionEnd },
  now: Date,
): Promise<number> {
  const ended = await closeSessionsOf(tx, which, why);
  await recordEnds(
    tx,
    algorithm,
    ended.map((session) => ({ ...session, why })),
    now,
  );
  return ended.length;
}

async function recordEnds(
  tx: Transaction,
  algorithm: HashAlgorithm,
  ended: readonly (AuditedSession & { readonly why: SessionEnd })[],
  now: Date,
): Promise<void> {
  if (ended.length === 0) return;
  const itself = await installationItself(tx);
  const lines = ended.map(({ trail, why }) =>
    lineOf(trail, { event: "sessionEnded", facts: { why } }, itself, now, algorithm),
  );
  await append(tx, lines);
}

interface Recorded {
  readonly line: Line;
  readonly sealed: readonly SealedValue[];
}

const lineOf = (
  trail: Trail,
  happened: Happened,
  actor: AuditActor,
  now: Date,
  algorithm: HashAlgorithm,
): Recorded => auditLine(trail, happened, actor, now.toISOString(), newSalt, digestOf(algorithm));

async function installationItself(tx: Queryable): Promise<AuditActor> {
  const { rows } = await tx.query<{ id: string }>("select id from installation");
  const id = rows[0]?.id ?? "";
  return { id, role: "system", organisation: id };
}

/** Steps down to the role that may append, and back. */
async function append(tx: Transaction, recorded: readonly Recorded[]): Promise<void> {
  await inOrder([
    becomeCommitter(tx),
    tx.query({
      name: "append-audit",
      text: `with lines as (insert into audit (${lineColumns}) select * from ${lineRows})
        insert into unsequenced (entry, version, at, hash)
        select * from unnest($1::uuid[], $2::integer[], $6::timestamptz[], $10::text[])`,
      values: lineValues(recorded.map(({ line }) => line)),
    }),
    keepSealed(
      tx,
      recorded.flatMap(({ sealed }) => sealed),
    ),
    becomeReader(tx),
  ]);
}

const monthsAhead = [0, 31, 62];

/** Makes the partitions of this month and the next ones, so that no line has to wait in the default for its month. */
export async function makeAuditMonths(tx: Transaction, today: Day): Promise<void> {
  await becomeCommitter(tx);
  for (const days of monthsAhead)
    await tx.query("select make_audit_month(($1::date)::timestamp at time zone 'Asia/Shanghai')", [
      addDays(today, days),
    ]);
}
