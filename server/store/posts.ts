import type { Day } from "../../core/calendar/day.ts";
import { heads, isRole, type Role, readingRoles } from "../../core/scope/roles.ts";
import type { Actor, Placed } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import { type Post, type PostRow, postOf } from "./people.ts";

/** Gives a person a further post, once however often it is given; for whoever sets up an installation. */
export async function givePost(
  owner: Queryable,
  person: string,
  post: Omit<Post, "id"> & { readonly from: Day },
): Promise<void> {
  await owner.query(
    `insert into post (id, person, role, organisation, level, region, sectors, from_day)
      select $1, $2, $3, $4, $5, $6, $7, $8
      where not exists (select 1 from post where person = $2 and role = $3 and organisation = $4)`,
    [
      newId(),
      person,
      post.role,
      post.organisation,
      post.level,
      post.region,
      post.sectors === "all" ? null : post.sectors,
      post.from,
    ],
  );
}

/** A post that somebody holds, and for how long. */
export interface HeldPost extends Post {
  readonly from: Day;
  /** The last day; undefined for a post without an end. */
  readonly to?: Day | undefined;
}

/** The posts that a person holds on a day with the days on which they hold them, in the order in which they were given. */
export async function heldPosts(db: Queryable, person: string, day: Day): Promise<readonly HeldPost[]> {
  const { rows } = await db.query<PostRow & { from: Day; to: Day | null }>(
    `select id, role, organisation, level, region, sectors, from_day as from, to_day as to from post
      where person = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by from_day, id`,
    [person, day],
  );
  return rows.flatMap((row) => {
    const post = postOf(row);
    return post ? [{ ...post, from: row.from, to: row.to ?? undefined }] : [];
  });
}

interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly level: Actor["level"];
  readonly region: string;
  readonly sectors: string[] | null;
}

const actorColumns = "p.id, p.name, o.role, o.organisation, o.level, o.region, o.sectors";
const heldOn = (day: string) =>
  `not p.disabled and o.from_day <= ${day} and (o.to_day is null or o.to_day >= ${day})`;

const actorsIn = (rows: readonly ActorRow[]): readonly Actor[] =>
  rows.flatMap(({ role, sectors, ...row }) =>
    isRole(role) ? [{ ...row, role, sectors: sectors ?? ("all" as const) }] : [],
  );

/** These people in each of the posts that they hold on a day. */
export async function actorsAmong(
  db: Queryable,
  people: readonly string[],
  day: Day,
): Promise<readonly Actor[]> {
  if (people.length === 0) return [];
  const { rows } = await db.query<ActorRow>({
    name: "actors-among",
    text: `select ${actorColumns} from post o join person p on p.id = o.person
      where p.id = any($1::uuid[]) and ${heldOn("$2")} order by p.id, o.from_day, o.id`,
    values: [people, day],
  });
  return actorsIn(rows);
}

/** Which of these organisations somebody is at the head of on a day, other than these people. */
export async function headedUnits(
  db: Queryable,
  organisations: readonly string[],
  besides: readonly string[],
  day: Day,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ organisation: string }>({
    name: "headed-units",
    text: `select distinct o.organisation from post o join person p on p.id = o.person
      where o.organisation = any($1::uuid[]) and o.role = any($2::text[]) and ${heldOn("$3")}
        and p.id <> all($4::uuid[])`,
    values: [organisations, heads, day, besides],
  });
  return new Set(rows.map(({ organisation }) => organisation));
}

/** Who is in one of these roles on a day; of some organisations only, where they are given. */
export async function actorsInRoles(
  db: Queryable,
  roles: readonly Role[],
  day: Day,
  organisations?: readonly string[],
): Promise<readonly Actor[]> {
  const { rows } = await db.query<ActorRow>({
    name: "actors-in-roles",
    text: `select ${actorColumns} from post o join person p on p.id = o.person
      where o.role = any($1::text[]) and ${heldOn("$2")} and ($3::uuid[] is null or o.organisation = any($3::uuid[]))`,
    values: [roles, day, organisations],
  });
  return actorsIn(rows);
}

/** Of how many posts it is looked whether their holders may be named; a name that was begun narrows them. */
const mostLookedAt = 500;

/**
 * People in posts that may see what lies in a place, whose name holds these signs, those of its parties first; core says whether
 * each may be named. Looks as `inScope` does, but at whole organisations, so that hardly anybody is read who then is not shown.
 */
export async function actorsNear(
  db: Queryable,
  { placed, name, day }: { readonly placed: Placed; readonly name: string; readonly day: Day },
): Promise<readonly Actor[]> {
  const organisations = [placed.organisation, ...placed.parties.map(({ organisation }) => organisation)];
  const { rows } = await db.query<ActorRow>({
    name: "actors-near",
    text: `select ${actorColumns} from post o join person p on p.id = o.person
      where o.role = any($1::text[]) and ${heldOn("$2")} and position($3 in p.name) > 0
        and (o.organisation = any($4::uuid[])
          or o.region <> '' and starts_with($5, o.region) and (o.sectors is null or $6 = any(o.sectors)))
      order by o.organisation = any($4::uuid[]) desc, p.name, p.id, o.from_day, o.id limit ${mostLookedAt}`,
    values: [
      readingRoles,
      day,
      name,
      organisations.filter((id) => id !== undefined),
      placed.region ?? "",
      placed.sector ?? "",
    ],
  });
  return actorsIn(rows);
}
