import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Day } from "../../core/calendar/day.ts";
import { newTrail, type Origin, type SignInFailure } from "../../core/ledger/audit.ts";
import { limits } from "../../core/limits.ts";
import { isRole, type Role } from "../../core/scope/roles.ts";
import type { Actor, Level } from "../../core/scope/scope.ts";
import type { SessionUse } from "../../core/sign-in/idle-lock.ts";
import type { SignInStep } from "../../core/sign-in/next-step.ts";
import { isPasswordTooLong, normalPassword } from "../../core/sign-in/password.ts";
import type { SignInWay } from "../../core/sign-in/sign-on.ts";
import { argon } from "../argon.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";

/** A role in an organisation, with the region and sectors that it covers. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  readonly level: Level;
  readonly region: string;
  readonly sectors: "all" | readonly string[];
}

/** A signed-in person, acting in one of their posts. */
export interface SignedIn {
  readonly actor: Actor;
  readonly post: Post;
  /** What they have still to do before they may do anything else; undefined for whoever is signed in altogether. */
  readonly next: SignInStep | undefined;
  /** By which way they signed in; a partner's token did not. */
  readonly way?: SignInWay;
}

/** Somebody by whose session it is known, and how that was used. */
export interface OpenSession extends SignedIn {
  readonly use: SessionUse;
}

export interface PostRow {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly level: Level;
  readonly region: string;
  readonly sectors: string[] | null;
}

export function postOf({ id, role, organisation, level, region, sectors }: PostRow): Post | undefined {
  return isRole(role) ? { id, role, organisation, level, region, sectors: sectors ?? "all" } : undefined;
}

export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), argon);

// Verified against when there is no such account, so that the time taken does not tell.
let decoy: Promise<string> | undefined;

/** Whose password it was, and whether it is one that is changed on first use. */
export interface PersonSigningIn {
  readonly id: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
}

export type PasswordCheck =
  | { readonly person: PersonSigningIn }
  | { readonly failure: SignInFailure; readonly account?: string };

interface PasswordRow {
  readonly id: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly disabled: boolean;
  readonly must_change_password: boolean;
  readonly password_expires_at: Date | null;
}

/**
 * Whose password this is, or why nobody's; it takes as long for an account that is unknown, disabled or without a password as for a
 * wrong password.
 */
export async function checkPassword(
  db: Queryable,
  username: string,
  password: string,
  now: Date,
): Promise<PasswordCheck> {
  const { rows } = await db.query<PasswordRow>({
    name: "person-by-username",
    text: `select id, name, password_hash, disabled, must_change_password, password_expires_at
      from person where username = $1`,
    values: [username],
  });
  const [person] = rows;
  decoy ??= hashPassword(newId());
  const given = normalPassword(password);
  // One that is longer than any that was ever set is wrong; hashing it would only cost us time.
  const right = await verify(person?.password_hash ?? (await decoy), isPasswordTooLong(given) ? "" : given);
  if (person === undefined) return { failure: "unknownName" };
  const why = failureOf(person, right, now);
  if (why !== undefined) return { failure: why, account: person.id };
  const { id, name, must_change_password: mustChangePassword } = person;
  return { person: { id, name, mustChangePassword } };
}

function failureOf(person: PasswordRow, right: boolean, now: Date): SignInFailure | undefined {
  if (person.disabled) return "disabled";
  if (person.password_hash === null) return "noPassword";
  if (!right) return "wrongPassword";
  const expires = person.password_expires_at;
  return expires !== null && expires <= now ? "passwordExpired" : undefined;
}

/** Who has an account, by its id or by the name under which they sign in. */
export async function personNamed(
  db: Queryable,
  asked: { readonly id: string } | { readonly username: string },
): Promise<{ id: string; name: string; username: string; disabled: boolean } | undefined> {
  const [column, value] = "id" in asked ? ["id", asked.id] : ["username", asked.username];
  const { rows } = await db.query<{ id: string; name: string; username: string; disabled: boolean }>(
    `select id, name, username, disabled from person where ${column} = $1`,
    [value],
  );
  return rows[0];
}

/** The name under which a signed-in person signs in; undefined for who is no person with an account. */
export async function usernameOf(db: Queryable, person: string): Promise<string | undefined> {
  const { rows } = await db.query<{ username: string }>("select username from person where id = $1", [
    person,
  ]);
  return rows[0]?.username;
}

/** The posts that a person holds on a day, in the order in which they were given. */
export async function postsOf(db: Queryable, person: string, day: Day): Promise<readonly Post[]> {
  const { rows } = await db.query<PostRow>({
    name: "posts",
    text: `select id, role, organisation, level, region, sectors from post
      where person = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by from_day, id`,
    values: [person, day],
  });
  return rows.flatMap((row) => postOf(row) ?? []);
}

/** A person in a post that they hold on a day; undefined where the account is closed, or the post has ended or is another's. */
export async function actorInPost(
  db: Queryable,
  person: string,
  post: string,
  day: Day,
): Promise<Actor | undefined> {
  const { rows } = await db.query<PostRow & { person_name: string }>(
    `select p.name as person_name, o.id, o.role, o.organisation, o.level, o.region, o.sectors
      from post o join person p on p.id = o.person
      where o.id = $1 and p.id = $2 and not p.disabled and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)`,
    [post, person, day],
  );
  const [row] = rows;
  const held = row && postOf(row);
  return row && held && { ...held, id: person, name: row.person_name };
}

// Only a hash is kept: who reads the table cannot take over a session.
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export interface OpenedSession {
  readonly token: string;
  readonly expires: Date;
}

/** A session in which something is still to be done does not wait for it for long. */
function drawToken(next: SignInStep | undefined, now: Date): OpenedSession {
  const minutes = next === undefined ? limits.sessionAgeHours * 60 : limits.signInStepMinutes;
  const token = randomBytes(32).toString("base64url");
  return { token, expires: new Date(now.getTime() + minutes * 60_000) };
}

/** Moves a session on to its next step, under another token: one that was known before somebody was signed in opens nothing after. */
export async function moveSession(
  db: Queryable,
  token: string,
  next: SignInStep | undefined,
  now: Date,
): Promise<OpenedSession> {
  const moved = drawToken(next, now);
  await db.query("update session set token_hash = $2, expires_at = $3, next = $4 where token_hash = $1", [
    hashToken(token),
    hashToken(moved.token),
    moved.expires,
    next,
  ]);
  return moved;
}

export async function openSession(
  db: Queryable,
  person: string,
  post: string,
  next: SignInStep | undefined,
  { address, device }: Origin,
  now: Date,
  way: SignInWay = "password",
): Promise<OpenedSession> {
  const { token, expires } = drawToken(next, now);
  const { entry, version, head } = newTrail(newId(now.getTime()));
  await db.query(
    `insert into session (token_hash, person, post, created_at, expires_at, next, audit_entry, audit_version, audit_head,
        address, device, used_at, way)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $4, $12)`,
    [hashToken(token), person, post, now, expires, next, entry, version, head, address, device, way],
  );
  // The time before is kept, so that the person can be told what is new since.
  await db.query(
    `insert into sign_in (person, at) values ($1, $2)
      on conflict (person) do update set before = sign_in.at, at = excluded.at`,
    [person, now],
  );
  return { token, expires };
}

/** When a person had signed in before the last time; undefined where they never had. */
export async function signedInBefore(db: Queryable, person: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ before: Date | null }>({
    name: "signed-in-before",
    text: "select before from sign_in where person = $1",
    values: [person],
  });
  return rows[0]?.before ?? undefined;
}

export interface SessionRow extends PostRow {
  readonly person: string;
  readonly person_name: string;
  readonly next: SignInStep | null;
  readonly used_at: Date;
  readonly locked: boolean;
  readonly way: SignInWay;
}

/** The statement that looks up whose session a token is, and in which post: one row where it lets somebody in, none otherwise. */
export const sessionStatement = (token: string, now: Date, day: Day) => ({
  name: "session",
  text: `select p.id as person, p.name as person_name, s.next, s.used_at, s.locked, s.way,
        o.id, o.role, o.organisation, o.level, o.region, o.sectors
      from session s join person p on p.id = s.person join post o on o.id = s.post
      where s.token_hash = $1 and s.expires_at > $2 and not p.disabled
        and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)`,
  values: [hashToken(token), now, day],
});

/** Who a session token belongs to, in the post chosen last; undefined when it has ended or the post has. */
export async function readSession(
  db: Queryable,
  token: string,
  now: Date,
  day: Day,
): Promise<OpenSession | undefined> {
  const { rows } = await db.query<SessionRow>(sessionStatement(token, now, day));
  return rows[0] && openSessionOf(rows[0]);
}

/** The session in a row of that statement; undefined where its role is none that there is. */
export function openSessionOf(row: SessionRow): OpenSession | undefined {
  const post = postOf(row);
  if (post === undefined) return undefined;
  const actor = { ...post, id: row.person, name: row.person_name };
  const { way } = row;
  return { post, actor, next: row.next ?? undefined, way, use: { usedAt: row.used_at, locked: row.locked } };
}

/** Lets the session act in another post of the same person; false when the person does not hold it. */
export async function choosePost(db: Queryable, token: string, post: string, day: Day): Promise<boolean> {
  const { rowCount } = await db.query(
    `update session s set post = $2 where token_hash = $1
      and exists (select 1 from post o where o.id = $2 and o.person = s.person and o.from_day <= $3
        and (o.to_day is null or o.to_day >= $3))`,
    [hashToken(token), post, day],
  );
  return rowCount === 1;
}

/** Names of people by id, and of partners' tokens, for whoever reads what they did. */
export async function namesOf(
  db: Queryable,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>({
    name: "names",
    text: "select id, name from person where id = any($1::uuid[]) union all select id, name from token_names($1::uuid[])",
    values: [people],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The user names of everybody who was ever given a post in one of these roles. */
export async function holdersOf(owner: Queryable, held: readonly Role[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ username: string }>(
    "select distinct p.username from person p join post o on o.person = p.id where o.role = any($1::text[]) order by 1",
    [held],
  );
  return rows.map(({ username }) => username);
}

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  /** Until when the password is good that its person changes on first use; one of their own where it is left out. */
  readonly issuedUntil?: Date;
  readonly certificate?: { readonly number: string; readonly from: Day; readonly to: Day };
  readonly post: Omit<Post, "id"> & { readonly from: Day };
}

/** Gives everybody who has none this password; for whoever sets up an installation. */
export async function setPasswords(owner: Queryable, passwordHash: string): Promise<void> {
  await owner.query("update person set password_hash = $1 where password_hash is null", [passwordHash]);
}

/** The person with a user name, acting in the first of their posts on a day. */
export async function actorNamed(db: Queryable, username: string, today: Day): Promise<Actor | undefined> {
  const { rows } = await db.query<{ id: string; name: string }>(
    "select id, name from person where username = $1",
    [username],
  );
  const [person] = rows;
  const [post] = person ? await postsOf(db, person.id, today) : [];
  return person && post && { ...post, id: person.id, name: person.name };
}
