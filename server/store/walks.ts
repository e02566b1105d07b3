import type { Counted } from "../../core/campaign/counted.ts";
import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { cellConditions } from "./cell-conditions.ts";
import { inOrder, planEachTime, type Queryable } from "./database.ts";
import { type Awaits, awaitsCondition, type OwnList, ownListConditions } from "./own-lists.ts";
import type { Row } from "./row.ts";
import { beyondCondition, newParameters, type Parameters, regionCondition, scopeCondition } from "./scope.ts";
import { columnOf, columnsOf, tableOf } from "./tables.ts";

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
  readonly awaits?: Awaits | undefined;
  /** Only what somebody finds in each of these lists of their own. */
  readonly own?: readonly OwnList[] | undefined;
  /** Only what is not at rest. */
  readonly unsettled?: true | undefined;
  /** Only the entries that a figure counts. */
  readonly counted?: CountedQuery | undefined;
  /** Only what is not at rest and has no due day. */
  readonly undated?: true | undefined;
  /** Due days between these, both included; open entries only. */
  readonly due?: { readonly from?: string; readonly to: string } | undefined;
  readonly sort: ListSort;
  readonly limit: number;
  /** The fields that are wanted of each entry; all of them where it is absent. */
  readonly fields?: readonly string[] | undefined;
  readonly after?: { readonly value: string; readonly id: string } | undefined;
}

/** The entries that a figure counts, to whom the scope shows the figure. */
export interface CountedQuery extends Counted {
  readonly scope: Scope;
}

export interface ListSort {
  readonly column: "opened_on" | "due_on" | "found_on";
  readonly descending: boolean;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement from its text, which adds its values while it is put together. */
export function statement(write: (parameters: Parameters) => string): Statement {
  const parameters = newParameters();
  return { text: write(parameters), values: parameters.values };
}

/**
 * Reads by a plan for the values at hand: one for any value of `region >= $1` was 33 times slower. What finds rows by their keys
 * keeps its plan; planning it every time took longer than doing it.
 */
export async function readPlanned<R extends Row = Row>(
  tx: Queryable,
  { text, values }: Statement,
): Promise<readonly R[]> {
  const [, { rows }] = await inOrder([
    planEachTime(tx, true),
    tx.query<R>({ ...named(text), text, values: [...values] }),
    planEachTime(tx, false),
  ]);
  return rows;
}

/** The columns that hold the wanted fields, and what an entry is not without. A page of whole entries is twice as many bytes. */
export function chosenColumns(register: Register, { fields, sort }: ListQuery): string {
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

/** What a walk is for: whose list it is of, which columns it gives, and what its rows must meet beside the list's filters. */
export interface Errand {
  readonly register: Register;
  readonly scope: Scope;
  readonly query: ListQuery;
  readonly columns: string;
  readonly also?: (parameters: Parameters) => string;
}

/** One way to the entries of a page: from which tables, on which condition, and the columns that give its order. */
export interface Way {
  readonly from: string;
  readonly seen: string;
  readonly day: string;
  readonly id: string;
}

function rowsOn({ from, seen, day, id }: Way, errand: Errand, parameters: Parameters): string {
  const { register, query, columns, also } = errand;
  const met = [seen, ...keyset(query, day, id, parameters), ...filters(register, query, parameters)];
  return `select ${columns} from ${from} where ${[...met, ...(also ? [also(parameters)] : [])].join(" and ")}`;
}

/** The rows of one way, in order and cut to the page. */
export function walkOn(way: Way, errand: Errand, parameters: Parameters): string {
  return `${rowsOn(way, errand, parameters)} ${cut(errand.query, way.day, way.id, parameters)}`;
}

/** The order of the list and where its page ends. */
export function cut({ sort, limit }: ListQuery, day: string, id: string, parameters: Parameters): string {
  const direction = sort.descending ? "desc" : "asc";
  return `order by ${day} ${direction}, ${id} ${direction} limit ${parameters.add(limit + 1)}`;
}

function ownWay({ register, scope, query }: Errand, parameters: Parameters): Way {
  const seen = scopeCondition(scope, register, parameters);
  return { from: `${tableOf(register)} e`, seen, day: `e.${query.sort.column}`, id: "e.id" };
}

/** What the scope shows of the list. */
export function ownRows(errand: Errand, parameters: Parameters): string {
  return rowsOn(ownWay(errand, parameters), errand, parameters);
}

/** The same, in order and cut to the page. */
export function ownWalk(errand: Errand, parameters: Parameters): string {
  return walkOn(ownWay(errand, parameters), errand, parameters);
}

/**
 * By the day of opening, the parties have an index of their own in that order: a bureau that is party to a fifth of a million
 * entries waited 830 ms for what takes under 1. By other days, PostgreSQL chooses whether to walk the entries in order or the
 * parties. An entry comes once, however many roles the organisation has in it.
 */
function partyWay({ register, query }: Errand): Way {
  const { column } = query.sort;
  const again = "q.organisation = p.organisation and q.entry = p.entry and q.role < p.role";
  const byOpening = column === "opened_on";
  return {
    from: `party p join ${tableOf(register)} e on e.id = p.entry`,
    seen: `${inPlace} and not exists (select 1 from party q where ${again})`,
    day: byOpening ? "p.opened_on" : `e.${column}`,
    id: byOpening ? "p.entry" : "e.id",
  };
}

/** What an organisation is party to, in each place that the scope does not show. */
export function partyRows(errand: Errand, parameters: Parameters): string {
  return acrossPlaces(errand, rowsOn(partyWay(errand), errand, parameters), parameters);
}

/** The same, each place cut to the page before they meet, in order. */
export function partyWalks(errand: Errand, parameters: Parameters): string {
  const across = acrossPlaces(errand, walkOn(partyWay(errand), errand, parameters), parameters);
  return `${across} ${cut(errand.query, errand.query.sort.column, "id", parameters)}`;
}

function acrossPlaces({ register, scope }: Errand, rows: string, parameters: Parameters): string {
  return `select found.* from party_place w cross join lateral (${rows}) found
    where ${placesBeyond(register, scope, parameters)}`;
}

export const inPlace =
  "p.organisation = w.organisation and p.register = w.register and p.own = w.own and p.county = w.county and p.sector = w.sector";

/** The places in which the organisation may be party to what the scope does not show. */
export function placesBeyond(register: Register, scope: Scope, parameters: Parameters): string {
  if (scope.sees === "everything") return "false";
  const organisation = parameters.add(scope.organisation);
  return `w.organisation = ${organisation} and w.register = '${register.name}' and ${beyondCondition(scope, parameters)}`;
}

/**
 * Whether there are such places. Most often there are none: a bureau whose region shows all that it is party to waited 1.2 s for
 * states in which hardly any of its hundred thousand entries was.
 */
export async function isPartyBeyond(tx: Queryable, register: Register, scope: Scope): Promise<boolean> {
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

/** Conditions over the register's columns; throws on a field that is none, which the route refuses before. */
export function filters(register: Register, query: ListQuery, parameters: Parameters): string[] {
  const compare = (members: Readonly<Record<string, string>>, operator: string) =>
    Object.entries(members).map(
      ([field, value]) => `e.${columnOf(register, field).column} ${operator} ${parameters.add(value)}`,
    );
  const equal = Object.entries(query.equals).map(([field, value]) => {
    const { column, kind } = columnOf(register, field);
    const place = parameters.add(value);
    // Of several linked entries or rows, one.
    return kind === "links" || kind === "packRows"
      ? `e.${column} @> jsonb_build_array(${place}::text)`
      : `e.${column} = ${place}`;
  });
  const conditions = [...equal, ...compare(query.from, ">="), ...compare(query.to, "<=")];
  if (query.states) conditions.push(`e.state = any(${parameters.add(query.states)}::text[])`);
  if (query.region) conditions.push(regionCondition(query.region, parameters));
  if (query.among) conditions.push(`e.id = any(${parameters.add(query.among)}::uuid[])`);
  if (query.awaits) conditions.push(awaitsCondition(query.awaits, parameters));
  if (query.counted) conditions.push(`e.id in (${entriesCounted(register, query.counted, parameters)})`);
  for (const list of query.own ?? []) conditions.push(...ownListConditions(register, list, parameters));
  if (query.unsettled) conditions.push("e.closed_on is null");
  if (query.undated) conditions.push("e.closed_on is null and e.due_on is null");
  if (query.due) {
    conditions.push(`e.closed_on is null and e.due_on <= ${parameters.add(query.due.to)}`);
    if (query.due.from) conditions.push(`e.due_on >= ${parameters.add(query.due.from)}`);
  }
  return conditions;
}

/**
 * Ids of the entries that a figure counts: of each, what counted it and what took that back come to more than nothing. Of what changed
 * since a day, those for which what came and went since do not come to the same. Or what else is told of each.
 */
export function entriesCounted(
  { name }: Register,
  { count, scope, window, asOf, since, cut, levels, kinds, sum }: CountedQuery,
  parameters: Parameters,
  told = "c.entry",
): string {
  const summed = [
    ...(sum === undefined ? [] : [` and sum(c.sum) >= ${parameters.add(sum.from)}`]),
    ...(sum?.to === undefined ? [] : [` and sum(c.sum) <= ${parameters.add(sum.to)}`]),
  ].join("");
  const met = [
    `c.measure = ${parameters.add(`${name}.${count}`)}`,
    ...cellConditions({ scope, window, asOf, since, cut, levels, kinds }, parameters),
  ];
  const having = since === undefined ? "sum(c.count) > 0" : "(sum(c.count) <> 0 or sum(c.sum) <> 0)";
  return `select ${told} from cell c where ${met.join(" and ")} group by c.entry having ${having}${summed}`;
}

function keyset({ after, sort }: ListQuery, day: string, id: string, parameters: Parameters): string[] {
  if (after === undefined) return [`${day} is not null`];
  const sign = sort.descending ? "<" : ">";
  return [
    `(${day}, ${id}) ${sign} (${parameters.add(after.value)}::date, ${parameters.add(after.id)}::uuid)`,
  ];
}
