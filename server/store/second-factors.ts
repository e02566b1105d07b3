import type { Json } from "../../core/ledger/canonical.ts";
import type { Role } from "../../core/scope/roles.ts";
import type { KeptRecoveryCode } from "../second-factor/recovery.ts";
import { becomeCommitter, becomeReader, inOrder, type Queryable, type Transaction } from "./database.ts";
import { installationRegister } from "./found.ts";

/** How it stands with somebody's second factor, as they themselves and administrators may know it. */
export interface SecondFactorState {
  /** Since when there is one; null where there is none. */
  readonly since: Date | null;
  readonly recoveryCodesLeft: number;
}

/** One from before `from`, where that is given, counts no more. */
export async function readSecondFactor(
  db: Queryable,
  person: string,
  from: Date | undefined,
): Promise<SecondFactorState> {
  const { rows } = await db.query<SecondFactorState>({
    name: "second-factor",
    text: `select (select since from second_factor where person = $1 and since > coalesce($2, '-infinity'::timestamptz)) as since,
      (select count(*)::integer from recovery_code where person = $1 and used_at is null) as "recoveryCodesLeft"`,
    values: [person, from ?? null],
  });
  return rows[0] ?? { since: null, recoveryCodesLeft: 0 };
}

/** The encrypted secret of a person with the last step that worked, held until the transaction ends: a code cannot be used twice at once. */
export interface HeldSecret {
  readonly secret: Json;
  readonly lastStep: number;
}

/** For as long as `work` takes the transaction may write; then it is back at the role that reads. */
async function asCommitter<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const [, done] = await inOrder([becomeCommitter(tx), work(), becomeReader(tx)]);
  return done;
}

/** A statement of a transaction that may write for as long as it runs. */
export const query = <R extends object>(
  tx: Transaction,
  text: string,
  values: unknown[],
): Promise<readonly R[]> => asCommitter(tx, async () => (await tx.query<R>(text, values)).rows);

export async function holdSecret(tx: Transaction, person: string): Promise<HeldSecret | undefined> {
  const rows = await query<HeldSecret>(
    tx,
    `select secret, last_step as "lastStep" from second_factor where person = $1 for update`,
    [person],
  );
  return rows[0];
}

/** Uses the code of a step up; false where it, or one of a later step, was used. */
export async function spendStep(tx: Transaction, person: string, step: number): Promise<boolean> {
  const rows = await query(
    tx,
    "update second_factor set last_step = $2 where person = $1 and last_step < $2 returning person",
    [person, step],
  );
  return rows.length === 1;
}

/** Keeps a secret that is shown, in the place of one that was shown before. */
export const offerSecret = (tx: Transaction, person: string, secret: Json, now: Date): Promise<unknown> =>
  query(
    tx,
    `insert into second_factor_offer (person, secret, at) values ($1, $2, $3)
      on conflict (person) do update set secret = excluded.secret, at = excluded.at`,
    [person, secret, now],
  );

/** The secret that was shown since, held until the transaction ends; undefined where there is none. */
export async function holdOffer(tx: Transaction, person: string, since: Date): Promise<Json | undefined> {
  const rows = await query<{ secret: Json }>(
    tx,
    "select secret from second_factor_offer where person = $1 and at > $2 for update",
    [person, since],
  );
  return rows[0]?.secret;
}

/** Makes of the secret that was shown the person's second factor; the step of its first code has been used. */
export const takeOffer = (tx: Transaction, person: string, step: number, now: Date): Promise<unknown> =>
  query(
    tx,
    `with taken as (delete from second_factor_offer where person = $1 returning secret)
      insert into second_factor (person, secret, since, last_step) select $1, secret, $3, $2 from taken
      on conflict (person) do update set secret = excluded.secret, since = excluded.since, last_step = excluded.last_step`,
    [person, step, now],
  );

/** Puts recovery codes in the place of all that were there. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  person: string,
  kept: readonly KeptRecoveryCode[],
): Promise<void> {
  await query(tx, "delete from recovery_code where person = $1", [person]);
  await query(
    tx,
    `insert into recovery_code (person, salt, hash) select $1, * from unnest($2::text[], $3::text[])`,
    [person, kept.map(({ salt }) => salt), kept.map(({ hash }) => hash)],
  );
}

/** The salt of the person's recovery codes; undefined where they have none. */
export async function saltOfRecoveryCodes(tx: Transaction, person: string): Promise<string | undefined> {
  const rows = await query<{ salt: string }>(tx, "select salt from recovery_code where person = $1 limit 1", [
    person,
  ]);
  return rows[0]?.salt;
}

/** Uses a recovery code up; false where there is none such, or it was used. Of two requests at once only one finds it unused. */
export async function spendRecoveryCode(
  tx: Transaction,
  person: string,
  hash: string,
  now: Date,
): Promise<boolean> {
  const rows = await query<{ hash: string }>(
    tx,
    "update recovery_code set used_at = $3 where person = $1 and hash = $2 and used_at is null returning hash",
    [person, hash, now],
  );
  return rows.length === 1;
}

/** Removes the authenticator of a person, and leaves their security keys; recovery codes go with the last factor. */
export async function removeAuthenticator(tx: Transaction, person: string): Promise<void> {
  await query(tx, "delete from second_factor_offer where person = $1", [person]);
  await query(tx, "delete from second_factor where person = $1", [person]);
  await dropIdleRecoveryCodes(tx, person);
}

/** Recovery codes of somebody who has nothing left that they could stand in for. */
export const dropIdleRecoveryCodes = (tx: Transaction, person: string): Promise<unknown> =>
  query(
    tx,
    `delete from recovery_code where person = $1 and not exists (select 1 from second_factor where person = $1)
      and not exists (select 1 from security_key where person = $1)`,
    [person],
  );

/** Removes every second factor of a person and all that belongs to them; false where there was none. */
export async function removeSecondFactor(tx: Transaction, person: string): Promise<boolean> {
  const keys = await query(tx, "delete from security_key where person = $1 returning person", [person]);
  const gone = await query(tx, "delete from second_factor where person = $1 returning person", [person]);
  await query(tx, "delete from second_factor_offer where person = $1", [person]);
  await query(tx, "delete from recovery_code where person = $1", [person]);
  return keys.length + gone.length > 0;
}

/** The removal of a lost second factor, as it is asked for. */
export interface AskedReset {
  readonly person: string;
  readonly username: string;
  readonly name: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
}

const askedColumns = `r.person, p.username, p.name, r.asked_by as "askedBy", a.name as "askedByName", r.asked_at as "askedAt"`;
const askedResets = `second_factor_reset r join person p on p.id = r.person join person a on a.id = r.asked_by
  where r.decided_at is null and r.asked_at > $1`;

/** What was asked for since and nobody has decided on yet, the oldest first. */
export async function listResets(db: Queryable, since: Date): Promise<readonly AskedReset[]> {
  const { rows } = await db.query<AskedReset>(
    `select ${askedColumns} from ${askedResets} order by r.asked_at, r.person`,
    [since],
  );
  return rows;
}

/** The same of one person, held until the transaction ends. */
export async function holdReset(
  tx: Transaction,
  person: string,
  since: Date,
): Promise<AskedReset | undefined> {
  const rows = await query<AskedReset>(
    tx,
    `select ${askedColumns} from ${askedResets} and r.person = $2 for update of r`,
    [since, person],
  );
  return rows[0];
}

/** Asks for a removal; false where it is asked for already, since then. */
export async function askReset(
  tx: Transaction,
  person: string,
  askedBy: string,
  now: Date,
  since: Date,
): Promise<boolean> {
  const rows = await query(
    tx,
    `insert into second_factor_reset as r (person, asked_by, asked_at) values ($1, $2, $3)
      on conflict (person) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at,
        decided_by = null, decided_at = null, removed = false
        where r.decided_at is not null or r.asked_at <= $4
      returning person`,
    [person, askedBy, now, since],
  );
  return rows.length === 1;
}

export const decideReset = (
  tx: Transaction,
  person: string,
  decided: { readonly by: string; readonly removed: boolean; readonly at: Date },
): Promise<unknown> =>
  query(
    tx,
    "update second_factor_reset set decided_by = $2, decided_at = $3, removed = $4 where person = $1",
    [person, decided.by, decided.at, decided.removed],
  );

/** Who had the second factor of a person removed, and when, the last time; undefined where nobody did. */
export async function lastReset(
  db: Queryable,
  person: string,
): Promise<{ readonly askedBy: string; readonly decidedBy: string; readonly at: Date } | undefined> {
  const { rows } = await db.query<{ askedBy: string; decidedBy: string; at: Date }>(
    `select a.name as "askedBy", d.name as "decidedBy", r.decided_at as at from second_factor_reset r
      join person a on a.id = r.asked_by join person d on d.id = r.decided_by where r.person = $1 and r.removed`,
    [person],
  );
  return rows[0];
}

/** The secrets that are encrypted otherwise than by a key, for its exchange; with the owner's rights. */
export async function secretsNotUnder(
  owner: Queryable,
  key: string,
): Promise<readonly { readonly person: string; readonly secret: Json }[]> {
  const { rows } = await owner.query<{ person: string; secret: Json }>(
    "select person, secret from second_factor where secret ->> 'key' <> $1 order by person for update",
    [key],
  );
  return rows;
}

export const exchangeSecret = (owner: Queryable, person: string, secret: Json): Promise<unknown> =>
  owner.query("update second_factor set secret = $2 where person = $1", [person, secret]);

/** How many secrets each data key encrypts. */
export async function countSecretsByKey(owner: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query<{ key: string; count: number }>(
    "select secret ->> 'key' as key, count(*) from second_factor group by 1",
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Tells a person in each of their posts what befell their second factor, or another way to sign in. */
export async function tellOfSecondFactor(
  tx: Transaction,
  person: string,
  kind: "secondFactorReset" | "securityKeyCopied" | "signOnBound",
  posts: readonly { readonly organisation: string; readonly role: Role }[],
  day: string,
  at: Date,
): Promise<void> {
  await query(
    tx,
    `insert into notice (id, entry, register, organisation, roles, kind, day, at, person)
      select gen_random_uuid(), $1, $6, o, array_agg(r), $7, $2, $3, $1
      from unnest($4::uuid[], $5::text[]) as held(o, r) group by o on conflict do nothing`,
    [
      person,
      day,
      at,
      posts.map(({ organisation }) => organisation),
      posts.map(({ role }) => role),
      installationRegister,
      kind,
    ],
  );
}
