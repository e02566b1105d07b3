import type { Actor } from "../core/scope/scope.ts";
import type { Queryable } from "../server/store/database.ts";
import { newId } from "../server/store/ids.ts";
import type { NewPerson } from "../server/store/people.ts";

/** An account with one post, written straight into what sign-in reads: nothing that is measured looks at its record. */
export async function createPerson(owner: Queryable, person: NewPerson): Promise<Actor> {
  const id = newId();
  const { certificate, post } = person;
  await owner.query(
    `insert into person (id, username, name, password_hash, certificate_number, certificate_from, certificate_to,
        must_change_password, password_expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz is not null, $8)`,
    [
      id,
      person.username,
      person.name,
      person.passwordHash,
      certificate?.number,
      certificate?.from,
      certificate?.to,
      person.issuedUntil,
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
