import type { Day } from "../../core/calendar/day.ts";
import { post, standsNow } from "../../core/registers/post.ts";
import type { Role } from "../../core/scope/roles.ts";
import type { Queryable } from "./database.ts";
import { columnOf, tableOf } from "./tables.ts";

/** A role in an organisation on a day, but for one post. */
export interface HeldBeside {
  readonly role: Role;
  readonly organisation: string;
  readonly post: string;
  readonly day: Day;
}

/** The names of those who hold a role in an organisation beside the holder of one post. */
export async function holdersBeside(
  db: Queryable,
  { role, organisation, post, day }: HeldBeside,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>({
    name: "holders-beside",
    text: `select p.name from post o join person p on p.id = o.person
      where o.role = $1 and o.organisation = $2 and o.id <> $3 and not p.disabled
        and o.from_day <= $4 and (o.to_day is null or o.to_day >= $4)
        and o.person <> (select person from post where id = $3)
      group by p.id, p.name order by p.name, p.id`,
    values: [role, organisation, post, day],
  });
  return rows.map(({ name }) => name);
}

/** How many notices to a person by name in an organisation they have not seen. */
export async function unseenNamings(db: Queryable, person: string, organisation: string): Promise<number> {
  const { rows } = await db.query<{ unseen: number }>({
    name: "unseen-namings",
    text: `select count(*) as unseen from notice n where n.person = $1 and n.organisation = $2
      and n.at > coalesce((select up_to from notice_seen where person = $1), '-infinity'::timestamptz)`,
    values: [person, organisation],
  });
  return rows[0]?.unseen ?? 0;
}

/**
 * The posts that an account holds, will from a day to come, or would once they are confirmed: each with the state that it is in now.
 * Whoever goes by the state names the version as well, so that one confirmed in the same moment is found to have moved on.
 */
export async function postsStandingFor(db: Queryable, account: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; state: string }>({
    name: "posts-standing-for",
    text: `select e.id, e.state from ${tableOf(post)} e
      where e.${columnOf(post, "account").column} = $1 and e.state = any($2::text[])`,
    values: [account, standsNow],
  });
  return new Map(rows.map(({ id, state }) => [id, state]));
}
