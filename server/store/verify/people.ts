import { peopleSaid, postsSaid } from "../people-of-entries.ts";
import type { Verifying } from "./verifying.ts";

const columns = {
  person: "id, username, name, disabled, certificate_number, certificate_from, certificate_to",
  post: "id, person, role, organisation, level, region, sectors, from_day, to_day",
} as const;

/** Whoever can sign in, and in which posts, is who the accounts and posts say, and nobody else. */
export async function checkPeople({ tx, faults }: Verifying): Promise<void> {
  for (const [table, said] of [
    ["person", peopleSaid],
    ["post", postsSaid],
  ] as const) {
    const { rows } = await tx.query<{ id: string }>(
      `with said as (${said}), kept as (select ${columns[table]} from ${table})
        select distinct id from (
          (select ${columns[table]} from said except select * from kept)
          union all (select * from kept except select ${columns[table]} from said)) d order by id limit 100`,
    );
    for (const { id } of rows) faults.add({ fault: "people-differ", entry: id, what: table });
  }
}
