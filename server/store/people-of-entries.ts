import { account, closedAccount } from "../../core/registers/account.ts";
import { post, whileHeld } from "../../core/registers/post.ts";
import type { Transaction } from "./database.ts";
import { tableOf } from "./tables.ts";

const inList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/** Who may sign in, as the accounts say. After an erasure the number stands for the name. */
export const peopleSaid = `select e.id, e.username, coalesce(e.title, e.number) as name, e.state in (${inList(closedAccount)}) as disabled,
    e.data ->> 'certificateNumber' as certificate_number, (e.data ->> 'certificateFrom')::date as certificate_from,
    (e.data ->> 'certificateTo')::date as certificate_to
  from ${tableOf(account)} e`;

/** Who holds what, as the posts say: one that nobody has confirmed gives no rights. Where it covers no region, sectors say nothing. */
export const postsSaid = `select e.id, e.account as person, e.role, e.unit as organisation, e.data ->> 'unitLevel' as level,
    coalesce(e.covers, '') collate "C" as region,
    case when e.covers is not null and coalesce(e.data ->> 'everySector', 'false') = 'false'
      then array(select jsonb_array_elements_text(coalesce(e.data -> 'sectors', '[]'))) end as sectors,
    e.held_from as from_day, e.held_until as to_day
  from ${tableOf(post)} e where e.state in (${inList(whileHeld)})`;

/**
 * The function by which the tables that sign-in reads follow the entries, and the only way in which they change while the product
 * runs: it writes what the entries say and nothing that it is told, so that no role which serves requests can give anybody a post.
 */
export const createPeopleOfEntries = `create function keep_people(entries uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
insert into person (id, username, name, disabled, certificate_number, certificate_from, certificate_to)
${peopleSaid} where e.id = any (entries)
on conflict (id) do update set name = excluded.name, disabled = excluded.disabled,
  certificate_number = excluded.certificate_number, certificate_from = excluded.certificate_from,
  certificate_to = excluded.certificate_to;

insert into post (id, person, role, organisation, level, region, sectors, from_day, to_day)
${postsSaid} and e.id = any (entries)
on conflict (id) do update set to_day = excluded.to_day;
$$;
revoke all on function keep_people(uuid[]) from public;
grant execute on function keep_people(uuid[]) to zhiben_commit;
`;

/** Lets those who sign in follow the accounts and posts that were just written. */
export async function keepPeople(
  tx: Transaction,
  written: readonly {
    readonly register: { readonly name: string };
    readonly entry: { readonly id: string };
  }[],
): Promise<unknown> {
  const ids = written.flatMap(({ register, entry }) =>
    register.name === account.name || register.name === post.name ? [entry.id] : [],
  );
  if (ids.length === 0) return undefined;
  return tx.query({ name: "keep-people", text: "select keep_people($1::uuid[])", values: [ids] });
}
