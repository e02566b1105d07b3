import { limits } from "../../core/limits.ts";
import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { inOrder, planEachTime, type Queryable } from "./database.ts";
import {
  filters,
  inPlace,
  type ListQuery,
  ownWalk,
  partyWalks,
  placesBeyond,
  type Statement,
} from "./list-walks.ts";
import type { OwnList } from "./own-lists.ts";
import { ownListWalks } from "./own-walks.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { newParameters, type Parameters, partyCondition, scopeCondition } from "./scope.ts";
import { columnOf, tableOf } from "./tables.ts";

/** One entry within a scope; undefined where there is none, or where it is not this scope's to see. */
export async function readEntry(
  tx: Queryable,
  scope: Scope,
  register: Register,
  id: string,
): Promise<StoredEntry | undefined> {
  const parameters = newParameters();
  const place = parameters.add(id);
  const seen = `(${scopeCondition(scope, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    name: `entry-${register.name}-${scopeShape(scope)}`,
    text: `select e.* from ${tableOf(register)} e where e.id = ${place} and ${seen}`,
    values: parameters.values,
  });
  const [row] = rows;
  return row && entryOf(register, row);
}

/** Several entries within a scope, by id; those that are absent or not to be seen are left out. */
export async function readEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  if (ids.length === 0) return new Map();
  const parameters = newParameters();
  const place = parameters.add(ids);
  const seen = `(${scopeCondition(scope, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    text: `select e.* from ${tableOf(register)} e where e.id = any(${place}::uuid[]) and ${seen}`,
    values: parameters.values,
  });
  return new Map(rows.map((row) => [String(row.id), entryOf(register, row)]));
}

/** A few entries within a scope that have these values in these fields, which are columns; the earliest first. */
export async function readSame(
  tx: Queryable,
  scope: Scope,
  register: Register,
  { fields, values, except }: Same,
): Promise<readonly StoredEntry[]> {
  const parameters = newParameters();
  const own = `e.id <> ${parameters.add(except)}`;
  const equal = fields.map(
    (field, at) => `e.${columnOf(register, field).column} = ${parameters.add(values[at])}`,
  );
  const seen = `(${scopeCondition(scope, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<Row>({
    text: `select e.* from ${tableOf(register)} e where ${[own, ...equal, seen].join(" and ")}
      order by e.opened_on, e.id limit ${limits.sameEntriesTold}`,
    values: parameters.values,
  });
  return rows.map((row) => entryOf(register, row));
}

interface Same {
  readonly fields: readonly string[];
  readonly values: readonly unknown[];
  readonly except: string;
}

/** The part of a scope that shapes a statement: two scopes of one shape share a prepared statement. */
export function scopeShape(scope: Scope): string {
  if (scope.sees !== "region") return scope.sees;
  return `region${scope.region.length}${scope.sectors === "all" ? "" : "s"}`;
}

export interface Page {
  readonly entries: readonly StoredEntry[];
  readonly more: boolean;
}

/**
 * One page in keyset order, or of a list of somebody's own along what concerns them. Sight is the union of two index walks, by scope and by being a party, each cut to the page before
 * they meet: an OR of the two would read the whole table. The second is seldom needed; whether it is gets asked after the first
 * has looked, so that an entry which leaves the scope in between is in one of the two.
 */
export async function listEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<Page> {
  const [first, ...others] = query.own ?? [];
  if (first !== undefined)
    return pageOf(register, query, await readOwnList(tx, register, scope, query, [first, ...others]));
  const [own, more] = await inOrder([
    readPlanned(tx, ownWalk(register, scope, query)),
    isPartyBeyond(tx, register, scope),
  ]);
  const rows = more ? merged(query, own, await readPlanned(tx, partyWalks(register, scope, query))) : own;
  return pageOf(register, query, rows);
}

function pageOf(register: Register, { limit }: ListQuery, rows: readonly Row[]): Page {
  return {
    entries: rows.slice(0, limit).map((row) => entryOf(register, row)),
    more: rows.length > limit,
  };
}

async function readOwnList(
  tx: Queryable,
  register: Register,
  scope: Scope,
  query: ListQuery,
  lists: readonly [OwnList, ...OwnList[]],
): Promise<readonly Row[]> {
  const walks = ownListWalks(register, scope, query, lists);
  const read = await inOrder(walks.map((statement) => readPlanned(tx, statement)));
  return read.reduce((one, other) => merged(query, one, other));
}

/**
 * Reads by a plan for the values at hand: one for any value of `region >= $1` was 33 times slower. What finds rows by their keys
 * keeps its plan; planning it every time took longer than doing it.
 */
async function readPlanned(tx: Queryable, { text, values }: Statement): Promise<readonly Row[]> {
  const [, { rows }] = await inOrder([
    planEachTime(tx, true),
    tx.query<Row>({ ...named(text), text, values: [...values] }),
    planEachTime(tx, false),
  ]);
  return rows;
}

/** Rows of two walks as one: each entry once, in the order of the list. Days and ids are text that sorts as they do. */
function merged({ sort }: ListQuery, own: readonly Row[], party: readonly Row[]): readonly Row[] {
  const place = (row: Row) => `${row[sort.column]} ${row.id}`;
  const rows = [...new Map([...own, ...party].map((row) => [place(row), row]))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return (sort.descending ? rows.reverse() : rows).map(([, row]) => row);
}

/**
 * Whether there are such places. Most often there are none: a bureau whose region shows all that it is party to waited 1.2 s for
 * states in which hardly any of its hundred thousand entries was.
 */
async function isPartyBeyond(tx: Queryable, register: Register, scope: Scope): Promise<boolean> {
  if (scope.sees === "everything") return false;
  const parameters = newParameters();
  const text = `select 1 from party_place w where ${placesBeyond(register, scope, parameters)} limit 1`;
  const { rows } = await tx.query({ ...named(text), text, values: parameters.values });
  return rows.length > 0;
}

const statementNames = new Map<string, string>();
const mostNamedStatements = 200;

// Parsed once per connection. Filters combine in more ways than a connection should remember, so only the first shapes are named.
function named(text: string): { name?: string } {
  const known = statementNames.get(text);
  if (known !== undefined) return { name: known };
  if (statementNames.size >= mostNamedStatements) return {};
  const name = `list-${statementNames.size}`;
  statementNames.set(text, name);
  return { name };
}

/** How many entries a list has in all, by the same conditions as its pages. */
export async function countEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<number> {
  const parameters = newParameters();
  const { rows } = await tx.query<{ total: number }>({
    text: `select ${totalOf(register, scope, query, parameters, true)} as total`,
    values: parameters.values,
  });
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
  const parameters = newParameters();
  const totals = queries.map((query) => totalOf(register, scope, query, parameters, beyond));
  const { rows } = await tx.query<{ totals: readonly string[] }>({
    text: `select array[${totals.join(", ")}]::text[] as totals`,
    values: parameters.values,
  });
  return rows[0]?.totals.map(Number) ?? [];
}

/** A list's total, as a term of SQL: what the scope shows, and beyond it what the organisation is party to. */
function totalOf(
  register: Register,
  scope: Scope,
  query: ListQuery,
  parameters: Parameters,
  beyond: boolean,
): string {
  const { column } = query.sort;
  // Only the day of opening is never empty; a list in the order of another day holds what has one.
  const listed = column === "opened_on" ? [] : [`e.${column} is not null`];
  const conditions = [...filters(register, query, parameters), ...listed]
    .map((condition) => ` and ${condition}`)
    .join("");
  const own = scopeCondition(scope, parameters);
  const party =
    scope.sees === "everything" || !beyond
      ? ""
      : ` + (select count(distinct e.id)
          from party_place w join party p on ${inPlace} join ${tableOf(register)} e on e.id = p.entry
          where ${placesBeyond(register, scope, parameters)} and not coalesce(${own}, false)${conditions})`;
  return `(select count(*) from ${tableOf(register)} e where ${own}${conditions})${party}`;
}

/** Open entries whose deadline is provisional, in the order of their ids; for the engine alone, which sees everything. */
export async function readProvisional(
  tx: Queryable,
  register: Register,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await tx.query<Row>({
    text: `select * from ${tableOf(register)}
      where closed_on is null and data ->> 'dueProvisional' = 'true' and id > $1
      order by id limit $2`,
    values: [after ?? "00000000-0000-0000-0000-000000000000", limit],
  });
  return rows.map((row) => entryOf(register, row));
}
