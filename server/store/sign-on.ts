import type { Secrets } from "../sign-on/provider.ts";
import { becomeCommitter, becomeReader, inOrder, type Queryable, type Transaction } from "./database.ts";
import { hashToken } from "./people.ts";

/** One way to the provider, which began in one browser. */
export interface Begun extends Secrets {
  /** Whose account is to be bound; null where somebody signs in. */
  readonly person: string | null;
  readonly goOn: string;
  readonly anew: boolean;
  readonly at: Date;
}

/** Keeps a way under the browser's token; those that are over are forgotten with it. */
export async function keepBegun(db: Queryable, token: string, begun: Begun, since: Date): Promise<void> {
  const { state, nonce, verifier, person, goOn, anew, at } = begun;
  await db.query("delete from sign_on_begun where at <= $1", [since]);
  await db.query(
    `insert into sign_on_begun (token_hash, state, nonce, verifier, person, go_on, anew, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hashToken(token), state, nonce, verifier, person, goOn, anew, at],
  );
}

/** Uses a way up: whatever comes back, nothing comes back by it again. Undefined where there is none, or it is over. */
export async function takeBegun(db: Queryable, token: string, since: Date): Promise<Begun | undefined> {
  const { rows } = await db.query<Begun>(
    `delete from sign_on_begun where token_hash = $1 and at > $2
      returning state, nonce, verifier, person, go_on as "goOn", anew, at`,
    [hashToken(token), since],
  );
  return rows[0];
}

/** Somebody at the provider: the subject is theirs for ever. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** An account that a subject at the provider is bound to, or is called by. */
export interface BoundAccount {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
}

/** Whose account is bound to a subject, and whether that was by its person. */
export async function accountOf(
  db: Queryable,
  { issuer, subject }: Subject,
): Promise<(BoundAccount & Pick<BindingState, "byPerson">) | undefined> {
  const { rows } = await db.query<BoundAccount & Pick<BindingState, "byPerson">>(
    `select p.id, p.name, p.disabled, s.by_person as "byPerson" from sign_on s join person p on p.id = s.person
      where s.issuer = $1 and s.subject = $2`,
    [issuer, subject],
  );
  return rows[0];
}

/** An account by its user name, that is bound to nobody at this provider and never was: what somebody undid stays undone. */
export async function unboundAccount(db: Queryable, username: string): Promise<BoundAccount | undefined> {
  const { rows } = await db.query<BoundAccount>(
    `select id, name, disabled from person p
      where username = $1 and not sign_on_unbound and not exists (select from sign_on s where s.person = p.id)`,
    [username],
  );
  return rows[0];
}

/** Since when an account is bound, and by whom. */
export interface BindingState {
  readonly since: Date;
  readonly byPerson: boolean;
}

export async function bindingOf(db: Queryable, person: string): Promise<BindingState | undefined> {
  const { rows } = await db.query<BindingState>(
    `select since, by_person as "byPerson" from sign_on where person = $1`,
    [person],
  );
  return rows[0];
}

const asCommitter = async (tx: Transaction, text: string, values: unknown[]): Promise<boolean> => {
  const [, { rowCount }] = await inOrder([becomeCommitter(tx), tx.query(text, values), becomeReader(tx)]);
  return rowCount === 1;
};

/** Binds an account; false where it, or whoever it is at the provider, is bound already, or was unbound and its name binds it. */
export const bindAccount = (
  tx: Transaction,
  person: string,
  { issuer, subject }: Subject,
  byPerson: boolean,
  now: Date,
): Promise<boolean> =>
  asCommitter(
    tx,
    `insert into sign_on (person, issuer, subject, since, by_person)
      select id, $2, $3, $4, $5 from person where id = $1 and ($5 or not sign_on_unbound)
      on conflict do nothing`,
    [person, issuer, subject, now, byPerson],
  );

/** Unbinds an account, which its name binds no more; false where it was not bound. */
export const unbindAccount = (tx: Transaction, person: string): Promise<boolean> =>
  asCommitter(
    tx,
    `with unbound as (delete from sign_on where person = $1 returning person)
      update person set sign_on_unbound = true from unbound where id = unbound.person`,
    [person],
  );
