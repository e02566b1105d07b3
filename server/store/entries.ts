import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Queryable } from "./database.ts";
import { entryOf, type Row, type StoredEntry } from "./row.ts";
import { newParameters, type Parameters, partyCondition, regionCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";

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
  /** Only what awaits this role in this organisation. */
  readonly awaits?: { readonly organisation: string; readonly states: readonly string[] } | undefined;
  /** Due days between these, both included; open entries only. */
  readonly due?: { readonly from?: string; readonly to: string } | undefined;
  readonly sort: ListSort;
  readonly limit: number;
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
 * they meet: an OR of the two would read the whole table.
 */
export async function listEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<Page> {
  const parameters = newParameters();
  const { column, descending } = query.sort;
  const order = `${column} ${descending ? "desc" : "asc"}, id ${descending ? "desc" : "asc"}`;
  const limit = parameters.add(query.limit + 1);
  const conditions = [...filters(register, query, parameters), ...keyset(query, parameters)];
  const walk = (from: string, seen: string) =>
    `(select e.* from ${from} where ${[seen, ...conditions].join(" and ")} order by e.${order.replace(", id", ", e.id")} limit ${limit})`;
  const own = walk(`${tableOf(register)} e`, scopeCondition(scope, parameters));
  const text =
    scope.sees === "everything"
      ? own
      : `select * from (${own} union ${walk(partyWalk(register), `p.organisation = ${parameters.add(scope.organisation)}`)}) page
        order by ${order} limit ${limit}`;
  const { rows } = await tx.query<Row>({ text, values: parameters.values });
  const entries = rows.slice(0, query.limit).map((row) => entryOf(register, row));
  return { entries, more: rows.length > query.limit };
}

const partyWalk = (register: Register): string => `party p join ${tableOf(register)} e on e.id = p.entry`;

/** How many entries a list has in all, by the same conditions as its pages. */
export async function countEntries(
  tx: Queryable,
  scope: Scope,
  register: Register,
  query: ListQuery,
): Promise<number> {
  const parameters = newParameters();
  const conditions = filters(register, query, parameters)
    .map((condition) => ` and ${condition}`)
    .join("");
  const own = scopeCondition(scope, parameters);
  const party =
    scope.sees === "everything"
      ? ""
      : ` + (select count(distinct e.id) from ${partyWalk(register)}
          where p.organisation = ${parameters.add(scope.organisation)} and not coalesce(${own}, false)${conditions})`;
  const { rows } = await tx.query<{ total: number }>({
    text: `select (select count(*) from ${tableOf(register)} e where ${own}${conditions})${party} as total`,
    values: parameters.values,
  });
  return rows[0]?.total ?? 0;
}

const columnOf: Readonly<Record<string, string>> = {
  level: "e.level",
  sector: "e.sector",
  organisation: "e.organisation",
  holder: "e.holder",
  number: "e.number",
  source: "e.source",
  foundOn: "e.found_on",
  openedOn: "e.opened_on",
  closedOn: "e.closed_on",
  dueOn: "e.due_on",
};

/** Fields by which a list can be narrowed, for every register that has them. */
export const filterFields = Object.keys(columnOf);

function filters(register: Register, query: ListQuery, parameters: Parameters): string[] {
  const has = (field: string) => register.allFields[field] !== undefined && columnOf[field] !== undefined;
  const compare = (members: Readonly<Record<string, string>>, operator: string) =>
    Object.entries(members).flatMap(([field, value]) =>
      has(field) ? [`${columnOf[field]} ${operator} ${parameters.add(value)}`] : [],
    );
  const conditions = [
    ...compare(query.equals, "="),
    ...compare(query.from, ">="),
    ...compare(query.to, "<="),
  ];
  if (query.states) conditions.push(`e.state = any(${parameters.add(query.states)}::text[])`);
  if (query.region) conditions.push(regionCondition(query.region, parameters));
  if (query.search) conditions.push(searchCondition(query.search, parameters));
  if (query.awaits) {
    conditions.push(
      `e.holder = ${parameters.add(query.awaits.organisation)} and e.state = any(${parameters.add(query.awaits.states)}::text[])`,
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

function keyset({ after, sort }: ListQuery, parameters: Parameters): string[] {
  const column = `e.${sort.column}`;
  if (after === undefined) return [`${column} is not null`];
  const sign = sort.descending ? "<" : ">";
  return [
    `(${column}, e.id) ${sign} (${parameters.add(after.value)}::date, ${parameters.add(after.id)}::uuid)`,
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
      where closed_on is null and due_on is not null and data ->> 'dueProvisional' = 'true' and ($1::uuid is null or id > $1)
      order by id limit $2`,
    values: [after, limit],
  });
  return rows.map((row) => entryOf(register, row));
}
