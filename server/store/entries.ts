import { limits } from "../../core/limits.ts";
import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { inOrder, planEachTime, type Queryable } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import {
  beyondCondition,
  newParameters,
  type Parameters,
  partyCondition,
  regionCondition,
  scopeCondition,
} from "./scope.ts";
import { columnOf, columnsOf, tableOf } from "./tables.ts";

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

/** What a list may be asked for. Every member narrows. */
export interface ListQuery {
  readonly states?: readonly string[] | undefined;
  readonly equals: Readonly<Record<string, string>>;
  readonly from: Readonly<Record<string, string>>;
  readonly to: Readonly<Record<string, string>>;
  readonly region?: string | undefined;
  readonly search?: string | undefined;
  /** Only entries with these ids. */
  readonly among?: readonly string[] | undefined;
  /** Only what awaits this role in this organisation. */
  readonly awaits?: { readonly organisation: string; readonly states: readonly string[] } | undefined;
  /** Due days between these, both included; open entries only. */
  readonly due?: { readonly from?: string; readonly to: string } | undefined;
  readonly sort: ListSort;
  readonly limit: number;
  /** The fields that are wanted of each entry; all of them where it is absent. */
  readonly fields?: readonly string[] | undefined;
  readonly after?: { readonly value: string; readonly id: string } | undefined;
}

export interface ListSort {
  readonly column: "opened_on" | "due_on" | "found_on";
  readonly descending: boolean;
}

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
  const [own, more] = await inOrder([
    readPlanned(tx, ownWalk(register, scope, query)),
    isPartyBeyond(tx, register, scope),
  ]);
  const rows = more ? merged(query, own, await readPlanned(tx, partyWalks(register, scope, query))) : own;
  const entries = rows.slice(0, query.limit).map((row) => entryOf(register, row));
  return { entries, more: rows.length > query.limit };
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
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

/** The columns that hold the wanted fields, and what an entry is not without. A page of whole entries is twice as many bytes. */
function chosenColumns(register: Register, { fields, sort }: ListQuery): string {
  if (fields === undefined) return "e.*";
  const promoted = [...columnsOf(register)].filter(([, { field }]) => fields.includes(field));
  const held = new Set(promoted.map(([, { field }]) => field));
  const rest = fields.filter((field) => !held.has(field)).map((field) => `'${field}', e.data -> '${field}'`);
  const columns = new Set([
    "id",
    "state",
    "version",
    "head",
    sort.column,
    ...promoted.map(([column]) => column),
  ]);
  return [...[...columns].map((column) => `e.${column}`), `jsonb_build_object(${rest}) as data`].join(", ");
}

/** One way to the entries of a page: from which tables, on which condition, and the columns that give its order. */
interface Walk {
  readonly from: string;
  readonly seen: string;
  readonly day: string;
  readonly id: string;
}

function walk(register: Register, query: ListQuery, way: Walk, parameters: Parameters): string {
  const { from, seen, day, id } = way;
  const met = [seen, ...keyset(query, day, id, parameters), ...filters(register, query, parameters)].join(
    " and ",
  );
  return `select ${chosenColumns(register, query)} from ${from} where ${met} ${cut(query, day, id, parameters)}`;
}

function cut({ sort, limit }: ListQuery, day: string, id: string, parameters: Parameters): string {
  const direction = sort.descending ? "desc" : "asc";
  return `order by ${day} ${direction}, ${id} ${direction} limit ${parameters.add(limit + 1)}`;
}

function ownWalk(register: Register, scope: Scope, query: ListQuery): Statement {
  const parameters = newParameters();
  const seen = scopeCondition(scope, parameters);
  const way = { from: `${tableOf(register)} e`, seen, day: `e.${query.sort.column}`, id: "e.id" };
  return { text: walk(register, query, way, parameters), values: parameters.values };
}

/**
 * What an organisation is party to, in each place that the scope does not show. By the day of opening, the parties have an index
 * of their own in that order: a bureau that is party to a fifth of a million entries waited 830 ms for what takes under 1. By
 * other days, PostgreSQL chooses whether to walk the entries in order or the parties. An entry comes once, however many roles
 * the organisation has in it.
 */
function partyWalks(register: Register, scope: Scope, query: ListQuery): Statement {
  const parameters = newParameters();
  const { column } = query.sort;
  const again = "q.organisation = p.organisation and q.entry = p.entry and q.role < p.role";
  const byOpening = column === "opened_on";
  const way = {
    from: `party p join ${tableOf(register)} e on e.id = p.entry`,
    seen: `${inPlace} and not exists (select 1 from party q where ${again})`,
    day: byOpening ? "p.opened_on" : `e.${column}`,
    id: byOpening ? "p.entry" : "e.id",
  };
  const text = `select found.* from party_place w cross join lateral (${walk(register, query, way, parameters)}) found
    where ${placesBeyond(register, scope, parameters)} ${cut(query, column, "id", parameters)}`;
  return { text, values: parameters.values };
}

const inPlace =
  "p.organisation = w.organisation and p.register = w.register and p.own = w.own and p.county = w.county and p.sector = w.sector";

/** The places in which the organisation may be party to what the scope does not show. */
function placesBeyond(register: Register, scope: Scope, parameters: Parameters): string {
  if (scope.sees === "everything") return "false";
  const organisation = parameters.add(scope.organisation);
  return `w.organisation = ${organisation} and w.register = '${register.name}' and ${beyondCondition(scope, parameters)}`;
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
  const { column } = query.sort;
  // Only the day of opening is never empty; a list in the order of another day holds what has one.
  const listed = column === "opened_on" ? [] : [`e.${column} is not null`];
  const conditions = [...filters(register, query, parameters), ...listed]
    .map((condition) => ` and ${condition}`)
    .join("");
  const own = scopeCondition(scope, parameters);
  const party =
    scope.sees === "everything"
      ? ""
      : ` + (select count(distinct e.id)
          from party_place w join party p on ${inPlace} join ${tableOf(register)} e on e.id = p.entry
          where ${placesBeyond(register, scope, parameters)} and not coalesce(${own}, false)${conditions})`;
  const { rows } = await tx.query<{ total: number }>({
    text: `select (select count(*) from ${tableOf(register)} e where ${own}${conditions})${party} as total`,
    values: parameters.values,
  });
  return rows[0]?.total ?? 0;
}

/** Conditions over the register's columns; throws on a field that is none, which the route refuses before. */
function filters(register: Register, query: ListQuery, parameters: Parameters): string[] {
  const compare = (members: Readonly<Record<string, string>>, operator: string) =>
    Object.entries(members).map(
      ([field, value]) => `e.${columnOf(register, field).column} ${operator} ${parameters.add(value)}`,
    );
  const equal = Object.entries(query.equals).map(([field, value]) => {
    const { column, kind } = columnOf(register, field);
    const place = parameters.add(value);
    // Of several linked entries, one.
    return kind === "links" ? `e.${column} @> jsonb_build_array(${place}::text)` : `e.${column} = ${place}`;
  });
  const conditions = [...equal, ...compare(query.from, ">="), ...compare(query.to, "<=")];
  if (query.states) conditions.push(`e.state = any(${parameters.add(query.states)}::text[])`);
  if (query.region) conditions.push(regionCondition(query.region, parameters));
  if (query.search) conditions.push(searchCondition(query.search, parameters));
  if (query.among) conditions.push(`e.id = any(${parameters.add(query.among)}::uuid[])`);
  if (query.awaits) {
    conditions.push(
      // Nobody is awaited in a closed entry; said, so that the index of held entries serves.
      `e.closed_on is null and e.holder = ${parameters.add(query.awaits.organisation)} and e.state = any(${parameters.add(query.awaits.states)}::text[])`,
    );
  }
  if (query.due) {
    conditions.push(`e.closed_on is null and e.due_on <= ${parameters.add(query.due.to)}`);
    if (query.due.from) conditions.push(`e.due_on >= ${parameters.add(query.due.from)}`);
  }
  return conditions;
}

// LIKE's own signs in a search are signs like any other.
function searchCondition(search: string, parameters: Parameters): string {
  const pattern = parameters.add(`%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return `(e.title like ${pattern} or e.number like ${pattern})`;
}

function keyset({ after, sort }: ListQuery, day: string, id: string, parameters: Parameters): string[] {
  if (after === undefined) return [`${day} is not null`];
  const sign = sort.descending ? "<" : ">";
  return [
    `(${day}, ${id}) ${sign} (${parameters.add(after.value)}::date, ${parameters.add(after.id)}::uuid)`,
  ];
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
