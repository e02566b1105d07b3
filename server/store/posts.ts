import type { Day } from "../../core/calendar/day.ts";
import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";
import type { Post } from "./people.ts";

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
