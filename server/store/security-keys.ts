import { securityKeys } from "../../core/sign-in/security-key.ts";
import type { Queryable, Transaction } from "./database.ts";
import { newId } from "./ids.ts";
import { hashToken } from "./people.ts";
import { query } from "./second-factors.ts";

/** A security key as its person sees it, with what a browser must know to ask for it. */
export interface SecurityKey {
  readonly id: string;
  readonly credential: string;
  readonly host: string;
  readonly name: string;
  readonly transports: readonly string[];
  readonly added: Date;
  readonly used: Date | null;
}

/** A key that is added; `counter` is how often it says it was used. */
export interface NewSecurityKey extends Pick<SecurityKey, "credential" | "host" | "name" | "transports"> {
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

/** The keys of a person, the oldest first; those that were added before `from` count no more. */
export async function keysOf(
  db: Queryable,
  person: string,
  from: Date | undefined,
): Promise<readonly SecurityKey[]> {
  const { rows } = await db.query<SecurityKey>({
    name: "security-keys",
    text: `select id, credential, host, name, transports, added_at as added, used_at as used from security_key
      where person = $1 and added_at > coalesce($2, '-infinity'::timestamptz) order by added_at, id`,
    values: [person, from ?? null],
  });
  return rows;
}

/** For what a session's key is asked. */
export type KeyPurpose = "add" | "use";

/** Keeps what the session's key has to answer, in the place of what it was asked before. */
export const keepChallenge = (
  tx: Transaction,
  token: string,
  purpose: KeyPurpose,
  challenge: string,
  now: Date,
): Promise<unknown> =>
  query(
    tx,
    `insert into security_key_challenge (token_hash, purpose, challenge, at) values ($1, $2, $3, $4)
      on conflict (token_hash) do update set purpose = excluded.purpose, challenge = excluded.challenge, at = excluded.at`,
    [hashToken(token), purpose, challenge, now],
  );

/** Takes away what the session's key was asked; of two requests at once only one finds it. Undefined where it is too long ago, too. */
export async function takeChallenge(
  tx: Transaction,
  token: string,
  purpose: KeyPurpose,
  now: Date,
): Promise<string | undefined> {
  const rows = await query<{ challenge: string; at: Date }>(
    tx,
    "delete from security_key_challenge where token_hash = $1 and purpose = $2 returning challenge, at",
    [hashToken(token), purpose],
  );
  const [asked] = rows;
  const since = now.getTime() - securityKeys.challengeMinutes * 60_000;
  return asked !== undefined && asked.at.getTime() > since ? asked.challenge : undefined;
}

interface HeldKey {
  readonly id: string;
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

/** A key of a person at a host, held until the transaction ends; undefined where they have none such. */
export async function holdKey(
  tx: Transaction,
  person: string,
  credential: string,
  host: string,
  from: Date | undefined,
): Promise<HeldKey | undefined> {
  const rows = await query<Omit<HeldKey, "counter"> & { counter: string | number }>(
    tx,
    `select id, name, public_key as "publicKey", counter from security_key
      where person = $1 and credential = $2 and host = $3 and added_at > coalesce($4, '-infinity'::timestamptz) for update`,
    [person, credential, host, from ?? null],
  );
  const [held] = rows;
  return held && { ...held, counter: Number(held.counter) };
}

export const noteKeyUse = (tx: Transaction, id: string, counter: number, now: Date): Promise<unknown> =>
  query(tx, "update security_key set counter = $2, used_at = $3 where id = $1", [id, counter, now]);

/** So that nobody's factors are added to or taken away twice at once. */
export const holdFactorsOf = (tx: Transaction, person: string): Promise<unknown> =>
  query(tx, "select 1 from person where id = $1 for no key update", [person]);

/** Adds a key of a person; undefined where it is somebody's already. */
export async function addKey(
  tx: Transaction,
  person: string,
  { credential, host, name, transports, publicKey, counter }: NewSecurityKey,
  now: Date,
): Promise<string | undefined> {
  const rows = await query<{ id: string }>(
    tx,
    `insert into security_key (id, person, credential, host, name, public_key, counter, transports, added_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      newId(now.getTime()),
      person,
      credential,
      host,
      name,
      Buffer.from(publicKey),
      counter,
      [...transports],
      now,
    ],
  );
  return rows[0]?.id;
}

/** Forgets the keys of a person that count no more. */
export const forgetKeysBefore = (tx: Transaction, person: string, from: Date): Promise<unknown> =>
  query(tx, "delete from security_key where person = $1 and added_at <= $2", [person, from]);

/** Calls a key of a person otherwise; false where there is none such. */
export async function renameKey(tx: Transaction, person: string, id: string, name: string): Promise<boolean> {
  const rows = await query(
    tx,
    "update security_key set name = $3 where person = $1 and id = $2 returning id",
    [person, id, name],
  );
  return rows.length === 1;
}

export const removeKey = (tx: Transaction, person: string, id: string): Promise<unknown> =>
  query(tx, "delete from security_key where person = $1 and id = $2", [person, id]);
