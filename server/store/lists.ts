import { limits } from "../../core/limits.ts";
import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { inOrder, type Queryable } from "./database.ts";
import type { OwnList } from "./own-lists.ts";
import { ownListWalks } from "./own-walks.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { type Parameters, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";
import { countByText, findByText, type Total } from "./text-search.ts";
import {
  type CountedQuery,
  chosenColumns,
  type Errand,
  entriesCounted,
  filters,
  inPlace,
  isPartyBeyond,
  type ListQuery,
  ownWalk,
  partyWalks,
  placesBeyond,
  readPlanned,
  statement,
} from "./walks.ts";

export interface Page {
  readonly entries: readonly StoredEntry[];
  readonly more: boolean;
}

/**
 * One page in keyset order. Sight is the union of two index walks, by scope and by being a party, each cut to the page before
 * they meet: an OR of the two would read the whole table. The second is seldom needed; whether it is gets asked after the first
 * has looked, so that an entry which leaves the scope in between is in one of the two.
 */
export async function listEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<Page> {
  if (query.search !== undefined) return searchedPage(tx, scope, register, query);
  const errand = { register, scope, query, columns: chosenColumns(register, query) };
  const [list, ...others] = query.own ?? [];
  if (list !== undefined) return ownPage(tx, errand, [list, ...others]);
  const [own, more] = await inOrder([
    readPlanned(
      tx,
      statement((parameters) => ownWalk(errand, parameters)),
    ),
    isPartyBeyond(tx, register, scope),
  ]);
  const party = statement((parameters) => partyWalks(errand, parameters));
  const rows = more ? inListOrder(query, [...own, ...(await readPlanned(tx, party))]) : own;
  return pageOf(register, query, rows);
}

/** A page of a list of somebody's own, along what concerns them. */
async function ownPage(
  tx: Queryable,
  errand: Errand,
  lists: readonly [OwnList, ...OwnList[]],
): Promise<Page> {
  const { register, query } = errand;
  const read = await inOrder(ownListWalks(errand, lists).map((walk) => readPlanned(tx, walk)));
  return pageOf(register, query, inListOrder(query, read.flat()));
}

/** The search tells which entries; they are read as any others are, within the scope. */
async function searchedPage(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<Page> {
  const ids = await findByText(tx, { scope, register, query });
  if (ids.length === 0) return { entries: [], more: false };
  const { rows } = await tx.query<Row>({
    text: `select ${chosenColumns(register, query)} from ${tableOf(register)} e where e.id = any($1::uuid[])`,
    values: [ids],
  });
  return pageOf(register, query, inListOrder(query, rows));
}

function pageOf(register: Register, { limit }: ListQuery, rows: readonly Row[]): Page {
  const entries = rows.slice(0, limit).map((row) => entryOf(register, row));
  return { entries, more: rows.length > limit };
}

/** Rows of several walks as one: each entry once, in the order of the list. Days and ids are text that sorts as they do. */
function inListOrder({ sort }: ListQuery, found: readonly Row[]): readonly Row[] {
  const place = (row: Row) => `${row[sort.column]} ${row.id}`;
  const rows = [...new Map(found.map((row) => [place(row), row]))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return (sort.descending ? rows.reverse() : rows).map(([, row]) => row);
}

/** How many entries a list has in all, by the same conditions as its pages. */
export async function countEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<number> {
  if (query.search !== undefined)
    return (await countByText(tx, { scope, register, query }, { whole: true })).total;
  return count(tx, scope, register, query, "all");
}

/** The same without reading a long list to its end: a page of a million entries took 2 ms, and their number 300. */
export async function countSome(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<Total> {
  if (query.search !== undefined) return countByText(tx, { scope, register, query }, { whole: false });
  const most = limits.entriesCounted;
  const total = await count(tx, scope, register, query, most + 1);
  return total > most ? { total: most, atLeast: true } : { total };
}

/** How many entries a figure counts, whoever may see them today. */
export async function countOfFigure(
  tx: Queryable,
  register: Register,
  counted: CountedQuery,
): Promise<number> {
  const { text, values } = statement(
    (parameters) => `select count(*) as total from (${entriesCounted(register, counted, parameters)}) c`,
  );
  const { rows } = await tx.query<{ total: number }>({ text, values: [...values] });
  return rows[0]?.total ?? 0;
}

/** Counts as many as asked for. */
async function count(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
  most: number | "all",
): Promise<number> {
  const { text, values } = statement(
    (parameters) => `select ${totalOf({ register, scope, query, most, beyond: true }, parameters)} as total`,
  );
  const { rows } = await tx.query<{ total: number }>({ text, values: [...values] });
  return rows[0]?.total ?? 0;
}

/** How many entries each of several lists of a register has, as `countEntries` counts them, in one statement. */
export async function countLists(
  tx: Queryable,
  scope: Scope,
  register: Register,
  queries: readonly ListQuery[],
): Promise<readonly number[]> {
  if (queries.length === 0) return [];
  const beyond = await isPartyBeyond(tx, register, scope);
  const { text, values } = statement((parameters) => {
    const totals = queries.map((query) =>
      totalOf({ register, scope, query, most: "all", beyond }, parameters),
    );
    return `select array[${totals.join(", ")}]::text[] as totals`;
  });
  const { rows } = await tx.query<{ totals: readonly string[] }>({ text, values: [...values] });
  return rows[0]?.totals.map(Number) ?? [];
}

interface Counted {
  readonly register: Register;
  readonly scope: Scope;
  readonly query: ListQuery;
  readonly most: number | "all";
  /** Whether the organisation may be party to anything that the scope does not show. */
  readonly beyond: boolean;
}

/** A list's total, as a term of SQL: what the scope shows, and beyond it what the organisation is party to. */
function totalOf({ register, scope, query, most, beyond }: Counted, parameters: Parameters): string {
  const { column } = query.sort;
  // Only the day of opening is never empty; a list in the order of another day holds what has one.
  const listed = column === "opened_on" ? [] : [`e.${column} is not null`];
  const conditions = [...filters(register, query, parameters), ...listed]
    .map((condition) => ` and ${condition}`)
    .join("");
  const own = scopeCondition(scope, register, parameters);
  const some = most === "all" ? "" : ` limit ${parameters.add(most)}`;
  const party =
    scope.sees === "everything" || !beyond
      ? ""
      : ` + (select count(*) from (select distinct e.id
          from party_place w join party p on ${inPlace} join ${tableOf(register)} e on e.id = p.entry
          where ${placesBeyond(register, scope, parameters)} and not coalesce(${own}, false)${conditions}${some}) q)`;
  return `(select count(*) from (select from ${tableOf(register)} e where ${own}${conditions}${some}) o)${party}`;
}
