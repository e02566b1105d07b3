import type { Day } from "../../core/calendar/day.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import { hashToken, type PostRow, postOf, type SignedIn } from "./people.ts";

/** A link to the big screen, as its maker sees it. */
export interface ScreenLink {
  readonly id: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

interface Maker {
  readonly person: string;
  readonly post: string;
}

/** The links of a person in a post that still show anything. */
export async function readScreenLinks(
  tx: Queryable,
  { person, post }: Maker,
  now: Date,
): Promise<readonly ScreenLink[]> {
  const { rows } = await tx.query<ScreenLink>(
    `select id, made_at as "madeAt", expires_at as "expiresAt" from screen_link
      where person = $1 and post = $2 and revoked_at is null and expires_at > $3 order by id desc`,
    [person, post, now],
  );
  return rows;
}

/** Keeps a link under the hash of its secret; undefined where its maker has as many as one may. */
export async function keepScreenLink(
  tx: Queryable,
  { person, post }: Maker,
  {
    secret,
    now,
    expiresAt,
    most,
  }: { readonly secret: string; readonly now: Date; readonly expiresAt: Date; readonly most: number },
): Promise<ScreenLink | undefined> {
  const id = newId(now.getTime());
  const { rowCount } = await tx.query(
    `insert into screen_link (id, secret_hash, person, post, made_at, expires_at)
      select $1, $2, $3, $4, $5, $6
      where (select count(*) from screen_link
        where person = $3 and post = $4 and revoked_at is null and expires_at > $5) < $7`,
    [id, hashToken(secret), person, post, now, expiresAt, most],
  );
  return rowCount === 1 ? { id, madeAt: now, expiresAt } : undefined;
}

/** Ends a link of this person; whether there was such a one. */
export async function endScreenLink(
  tx: Queryable,
  { person, post }: Maker,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update screen_link set revoked_at = $4
      where id = $1 and person = $2 and post = $3 and revoked_at is null and expires_at > $4`,
    [id, person, post, now],
  );
  return rowCount === 1;
}

/** Who made a link that still shows something, in the post in which they made it. */
export interface LinkMaker extends SignedIn {
  readonly link: string;
}

/**
 * Whose figures a secret shows; undefined where it is no link's, its time is over, it was revoked, its maker's account is disabled or
 * the post is over.
 */
export async function makerOfLink(
  db: Queryable,
  secret: string,
  now: Date,
  day: Day,
): Promise<LinkMaker | undefined> {
  const { rows } = await db.query<PostRow & { link: string; person: string; person_name: string }>({
    name: "screen-link",
    text: `select l.id as link, p.id as person, p.name as person_name,
        o.id, o.role, o.organisation, o.level, o.region, o.sectors
      from screen_link l join person p on p.id = l.person join post o on o.id = l.post and o.person = l.person
      where l.secret_hash = $1 and l.expires_at > $2 and l.revoked_at is null and not p.disabled
        and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3)`,
    values: [hashToken(secret), now, day],
  });
  const [row] = rows;
  const post = row && postOf(row);
  if (row === undefined || post === undefined) return undefined;
  return { link: row.link, post, actor: { ...post, id: row.person, name: row.person_name }, next: undefined };
}

/** Notes that a link was opened; whether that is worth telling, since it was not within the last hour. */
export async function noteShown(db: Queryable, link: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update screen_link set shown_at = $2
      where id = $1 and (shown_at is null or shown_at < $2::timestamptz - interval '1 hour')`,
    [link, now],
  );
  return rowCount === 1;
}
