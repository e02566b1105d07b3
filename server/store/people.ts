import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Day } from "../../core/calendar/day.ts";
import {
  type AuditActor,
  newTrail,
  type SessionEnd,
  type SignInFailure,
  type Trail,
} from "../../core/ledger/audit.ts";
import { limits } from "../../core/limits.ts";
import { isRole, type Role } from "../../core/scope/roles.ts";
import type { Actor, Level } from "../../core/scope/scope.ts";
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
}

interface PostRow {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly level: Level;
  readonly region: string;
  readonly sectors: string[] | null;
}

function postOf({ id, role, organisation, level, region, sectors }: PostRow): Post | undefined {
  return isRole(role) ? { id, role, organisation, level, region, sectors: sectors ?? "all" } : undefined;
}

/** Argon2id as RFC 9106 recommends it for little memory: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, argon);

// Verified against when there is no such account, so that the time taken does not tell.
let decoy: Promise<string> | undefined;

export type PasswordCheck =
  | { readonly person: { readonly id: string; readonly name: string } }
  | { readonly failure: SignInFailure; readonly account?: string };

/** Whose password this is, or why nobody's; it takes as long for an unknown and a disabled account as for a wrong password. */
export async function checkPassword(
  db: Queryable,
  username: string,
  password: string,
): Promise<PasswordCheck> {
  const { rows } = await db.query<{
    id: string;
    name: string;
    password_hash: string | null;
    disabled: boolean;
  }>({
    name: "person-by-username",
    text: "select id, name, password_hash, disabled from person where username = $1",
    values: [username],
  });
  const [person] = rows;
  decoy ??= hashPassword(newId());
  const right = await verify(
    person?.password_hash ?? (await decoy),
    password.slice(0, limits.passwordLengthBytes),
  );
  if (person === undefined) return { failure: "unknownName" };
  if (person.disabled) return { failure: "disabled", account: person.id };
  return right
    ? { person: { id: person.id, name: person.name } }
    : { failure: "wrongPassword", account: person.id };
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
const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export async function openSession(
  db: Queryable,
  person: string,
  post: string,
  now: Date,
): Promise<{ token: string; expires: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expires = new Date(now.getTime() + limits.sessionAgeHours * 3_600_000);
  const { entry, version, head } = newTrail(newId(now.getTime()));
  await db.query(
    `insert into session (token_hash, person, post, created_at, expires_at, audit_entry, audit_version, audit_head)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hashToken(token), person, post, now, expires, entry, version, head],
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

/** Who a session token belongs to, in the post chosen last; undefined when it has ended or the post has. */
export async function readSession(
  db: Queryable,
  token: string,
  now: Date,
  day: Day,
): Promise<SignedIn | undefined> {
  const { rows } = await db.query<PostRow & { person: string; person_name: string }>({
    name: "session",
    text: `select p.id as person, p.name as person_name, o.id, o.role, o.organisation, o.level, o.region, o.sectors
      from session s join person p on p.id = s.person join post o on o.id = s.post
      where s.token_hash = $1 and s.expires_at > $2 and not p.disabled
        and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)`,
    values: [hashToken(token), now, day],
  });
  const [row] = rows;
  const post = row && postOf(row);
  if (row === undefined || post === undefined) return undefined;
  return { post, actor: { ...post, id: row.person, name: row.person_name } };
}

/** A session as the audit log goes on with it: whose it is, in which post, and where its chain stands. */
export interface AuditedSession {
  readonly trail: Trail;
  readonly actor: AuditActor;
}

interface AuditedRow {
  readonly audit_entry: string;
  readonly audit_version: number;
  readonly audit_head: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

const auditedColumns = "s.audit_entry, s.audit_version, s.audit_head, s.person, o.role, o.organisation";

const auditedSession = (row: AuditedRow): AuditedSession => ({
  trail: { entry: row.audit_entry, version: row.audit_version, head: row.audit_head },
  actor: { id: row.person, role: row.role, organisation: row.organisation },
});

/** The session, held until the transaction ends: two requests of one session cannot write the same line of its chain. */
export async function holdSession(db: Queryable, token: string): Promise<AuditedSession | undefined> {
  const { rows } = await db.query<AuditedRow>(
    `select ${auditedColumns} from session s join post o on o.id = s.post where s.token_hash = $1 for update of s`,
    [hashToken(token)],
  );
  return rows[0] && auditedSession(rows[0]);
}

/** Moves on where a held session's chain goes on. */
export async function moveTrail(db: Queryable, token: string, { version, head }: Trail): Promise<void> {
  await db.query("update session set audit_version = $2, audit_head = $3 where token_hash = $1", [
    hashToken(token),
    version,
    head,
  ]);
}

/** Ends a session; undefined where there was none. */
export async function closeSession(db: Queryable, token: string): Promise<AuditedSession | undefined> {
  const { rows } = await db.query<AuditedRow>(
    `delete from session s using post o where o.id = s.post and s.token_hash = $1 returning ${auditedColumns}`,
    [hashToken(token)],
  );
  return rows[0] && auditedSession(rows[0]);
}

/** Ends every session that lets nobody in any more, and says why each ended. */
export async function closeDeadSessions(
  db: Queryable,
  now: Date,
  day: Day,
): Promise<readonly (AuditedSession & { readonly why: SessionEnd })[]> {
  const { rows } = await db.query<AuditedRow & { disabled: boolean; expired: boolean }>(
    `delete from session s using person p, post o where p.id = s.person and o.id = s.post
        and (s.expires_at <= $1 or p.disabled or o.to_day < $2)
      returning ${auditedColumns}, p.disabled, s.expires_at <= $1 as expired`,
    [now, day],
  );
  return rows.map((row) => ({
    ...auditedSession(row),
    why: row.disabled ? "disabled" : row.expired ? "expired" : "postEnded",
  }));
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

/** Names of people by id, for whoever reads what they did. */
export async function namesOf(
  db: Queryable,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>({
    name: "names",
    text: "select id, name from person where id = any($1::uuid[])",
    values: [people],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly certificate?: { readonly number: string; readonly from: Day; readonly to: Day };
  readonly post: Omit<Post, "id"> & { readonly from: Day };
}

/** Creates an account with one post; for whoever sets up an installation. */
export async function createPerson(owner: Queryable, person: NewPerson): Promise<Actor> {
  const id = newId();
  const { certificate, post } = person;
  await owner.query(
    `insert into person (id, username, name, password_hash, certificate_number, certificate_from, certificate_to)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      person.username,
      person.name,
      person.passwordHash,
      certificate?.number,
      certificate?.from,
      certificate?.to,
    ],
  );
  const postId = newId();
  await owner.query(
    `insert into post (id, person, role, organisation, level, region, sectors, from_day)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      postId,
      id,
      post.role,
      post.organisation,
      post.level,
      post.region,
      post.sectors === "all" ? null : post.sectors,
      post.from,
    ],
  );
  const { from: _from, ...held } = post;
  return { ...held, id, name: person.name };
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
