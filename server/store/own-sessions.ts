import type { Origin } from "../../core/ledger/audit.ts";
import type { SessionEnd } from "../../core/ledger/session-ends.ts";
import { limits } from "../../core/limits.ts";
import type { SignInWay } from "../../core/sign-in/sign-on.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import { hashToken } from "./people.ts";

/** A session as its person is shown it. */
export interface OwnSession extends Origin {
  /** The id of its chain in the audit log, which gives nobody the session. */
  readonly id: string;
  readonly began: Date;
  /** To the minute. */
  readonly used: Date;
  readonly current: boolean;
  readonly way: SignInWay;
}

/** The sessions of a person that go on, the one last begun first. */
export async function sessionsOf(
  db: Queryable,
  person: string,
  token: string,
  now: Date,
): Promise<readonly OwnSession[]> {
  const { rows } = await db.query<OwnSession>(
    `select audit_entry as id, created_at as began, used_at as used, token_hash = $2 as current, address, device, way
      from session where person = $1 and expires_at > $3 order by created_at desc, audit_entry desc`,
    [person, hashToken(token), now],
  );
  return rows;
}

const usedEveryMs = 60_000;

/** Notes that a session is used; to the minute, so that not every request writes. */
export async function noteUse(db: Queryable, token: string, usedAt: Date, now: Date): Promise<void> {
  if (now.getTime() - usedAt.getTime() < usedEveryMs) return;
  await db.query({
    name: "session-used",
    text: "update session set used_at = $2 where token_hash = $1 and used_at < $2",
    values: [hashToken(token), now],
  });
}

/** Locks a session before its time: its page says that nobody is at it. */
export const lockSession = (db: Queryable, token: string): Promise<unknown> =>
  db.query("update session set locked = true where token_hash = $1", [hashToken(token)]);

/** Why a session ended that was ended from outside; undefined where nobody knows of it, or any more. */
export async function whyEnded(db: Queryable, token: string): Promise<SessionEnd | undefined> {
  const { rows } = await db.query<{ why: SessionEnd }>({
    name: "why-ended",
    text: "select why from ended_session where token_hash = $1",
    values: [hashToken(token)],
  });
  return rows[0]?.why;
}

/** Forgets why those sessions ended that would be over by now. */
export const forgetEnded = (db: Queryable, now: Date): Promise<unknown> =>
  db.query("delete from ended_session where until <= $1", [now]);

/** An attempt to sign in, as the person whose account it was is shown it. */
export interface SignInTry extends Origin {
  readonly at: Date;
  readonly came: boolean;
  readonly way: SignInWay;
}

/** Notes an attempt to sign in. Successes and failures are kept apart, so that no guesser pushes the successes out. */
export async function noteTry(
  db: Queryable,
  person: string,
  came: boolean,
  { address, device }: Origin,
  now: Date,
  way: SignInWay = "password",
): Promise<void> {
  await db.query(
    "insert into sign_in_try (id, person, at, address, device, came, way) values ($1, $2, $3, $4, $5, $6, $7)",
    [newId(now.getTime()), person, now, address, device, came, way],
  );
  await db.query(
    `delete from sign_in_try where id in (select id from sign_in_try where person = $1 and came = $2
      order by at desc, id desc offset $3)`,
    [person, came, limits.signInsShown],
  );
}

/** The last attempts to sign in to an account, the latest first. */
export async function triesOf(db: Queryable, person: string): Promise<readonly SignInTry[]> {
  const { rows } = await db.query<SignInTry>(
    "select at, address, device, came, way from sign_in_try where person = $1 order by at desc, id desc limit $2",
    [person, limits.signInsShown],
  );
  return rows;
}

const knownForDays = 90;

/** Whether an account was signed in to from an address of late; nothing is known of an account that is none. */
export async function isKnownPlace(
  db: Queryable,
  username: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "known-place",
    text: `select from sign_in_try t join person p on p.id = t.person
      where p.username = $1 and t.came and t.address = $2 and t.at > $3::timestamptz - $4 * interval '1 day' limit 1`,
    values: [username, address, now, knownForDays],
  });
  return rowCount === 1;
}

/** The sign-in before the present one; undefined where there was none. */
export async function signInBefore(db: Queryable, person: string): Promise<SignInTry | undefined> {
  const { rows } = await db.query<SignInTry>({
    name: "sign-in-before",
    text: `select at, address, device, came, way from sign_in_try where person = $1 and came
      order by at desc, id desc offset 1 limit 1`,
    values: [person],
  });
  return rows[0];
}
