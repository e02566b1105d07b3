import type { Queryable } from "./database.ts";
import { newId } from "./ids.ts";

/** A list that a person keeps under a name, in one of their posts: what they may see hangs on it. */
export interface SavedSearch {
  readonly id: string;
  readonly register: string;
  readonly name: string;
  /** What the list is narrowed by, as the API's list takes it. */
  readonly filters: Readonly<Record<string, string>>;
  /** Whether its owner is told of what comes into it. */
  readonly notifies: boolean;
}

interface Owner {
  readonly person: string;
  readonly post: string;
}

/** The searches that a person keeps in a post, in the order in which they were kept. */
export async function readSearches(tx: Queryable, { person, post }: Owner): Promise<readonly SavedSearch[]> {
  const { rows } = await tx.query<SavedSearch>({
    name: "saved-searches",
    text: `select id, register, name, filters, notifies from saved_search
      where person = $1 and post = $2 order by id`,
    values: [person, post],
  });
  return rows;
}

/**
 * Keeps a search; undefined where the person has as many as they may. What already stands in the list is not new to its owner: they
 * are told from the present position of the ledger on.
 */
export async function keepSearch(
  tx: Queryable,
  { person, post }: Owner,
  search: Omit<SavedSearch, "id">,
  most: number,
): Promise<SavedSearch | undefined> {
  const id = newId();
  const { register, name, filters, notifies } = search;
  const { rowCount } = await tx.query(
    `insert into saved_search (id, person, post, register, name, filters, notifies, told_to)
      select $1, $2, $3, $4, $5, $6, $7, (select coalesce(max(position), -1) from leaf)
      where (select count(*) from saved_search where person = $2 and post = $3) < $8`,
    [id, person, post, register, name, JSON.stringify(filters), notifies, most],
  );
  return rowCount === 1 ? { ...search, id } : undefined;
}

/** Names a search anew, or changes whether its owner is told; from now on, where they were not before. Whether there is such a one. */
export async function changeSearch(
  tx: Queryable,
  { person, post }: Owner,
  { id, name, notifies }: Pick<SavedSearch, "id" | "name" | "notifies">,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update saved_search set name = $4, notifies = $5,
        told_to = case when $5 and not notifies then (select coalesce(max(position), -1) from leaf) else told_to end
      where id = $1 and person = $2 and post = $3`,
    [id, person, post, name, notifies],
  );
  return rowCount === 1;
}

export async function dropSearch(tx: Queryable, { person, post }: Owner, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "delete from saved_search where id = $1 and person = $2 and post = $3",
    [id, person, post],
  );
  return rowCount === 1;
}

/** A search whose owner wants to be told, and up to which position of the ledger they were. */
export interface TellingSearch extends Omit<SavedSearch, "notifies"> {
  readonly person: string;
  readonly post: string;
  readonly toldTo: number;
}

export async function searchesThatNotify(db: Queryable): Promise<readonly TellingSearch[]> {
  const { rows } = await db.query<TellingSearch>(
    `select id, person, post, register, name, filters, told_to as "toldTo" from saved_search
      where notifies order by id`,
  );
  return rows;
}

/** Entries of a register that others than this person have acted on, between two positions; within the transaction's scope. */
export async function actedOn(
  tx: Queryable,
  { register, person }: Pick<TellingSearch, "register" | "person">,
  after: number,
  upTo: number,
): Promise<readonly string[]> {
  const { rows } = await tx.query<{ entry: string }>(
    `select distinct l.entry from leaf f join ledger l on l.entry = f.entry and l.version = f.version
      where f.position > $1 and f.position <= $2 and l.register = $3 and l.actor <> $4 order by 1`,
    [after, upTo, register, person],
  );
  return rows.map(({ entry }) => entry);
}

/** Tells the owner of a search what came into it, each entry once, and remembers up to where they were told. */
export async function tellFound(
  tx: Queryable,
  search: TellingSearch,
  owner: { readonly organisation: string; readonly role: string },
  found: readonly string[],
  when: { readonly upTo: number; readonly day: string; readonly at: Date },
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into notice (id, entry, register, organisation, roles, kind, day, at, person, search)
      select gen_random_uuid(), e, $2, $3, array[$4], 'found', $5, $6, $7, $8 from unnest($1::uuid[]) e
      on conflict do nothing`,
    [found, search.register, owner.organisation, owner.role, when.day, when.at, search.person, search.id],
  );
  await tx.query("update saved_search set told_to = $2 where id = $1", [search.id, when.upTo]);
  return rowCount ?? 0;
}
