import { limits } from "../../../core/limits.ts";
import type { Search } from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import { fieldNamed } from "../words-of.ts";

/**
 * A list's address says the whole list, so that it can be sent to a colleague: filters, order and place, under the names that
 * the API knows. What the register does not know is left out, for the API would refuse it.
 */
export function searchOfAddress(search: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
}

/** The columns by which the API can order a list. */
const sortable = ["openedOn", "foundOn", "dueOn"];
const everywhere = ["state", "q", "due", "todo", "sort", "cursor", "holder", "number"];

export const fromOf = (field: string): string => `${field}.from`;
export const toOf = (field: string): string => `${field}.to`;

/** The names under which a register's filters stand in the address: a day is asked as a span. */
export function filterNames(register: RegisterView): readonly string[] {
  return register.filters.flatMap((name) =>
    fieldNamed(register, name).kind === "day" ? [fromOf(name), toOf(name)] : [name],
  );
}

/** What of an address the API is asked for, with the size of a page and the total. */
export function listQuery(register: RegisterView, search: Search): Search {
  const known = new Set([...everywhere, ...filterNames(register)]);
  const asked = Object.entries(search).filter(
    ([name, value]) => known.has(name) && isUsable(register, name, value),
  );
  return { ...Object.fromEntries(asked), limit: String(limits.pageSizeDefaultRows), count: "quick" };
}

function isUsable(register: RegisterView, name: string, value: string): boolean {
  if (name === "sort") return sortsOf(register).includes(value);
  if (name === "due") return value === "soon" || value === "overdue";
  if (name === "todo") return value === "mine";
  if (name === "q") return value.trim() !== "" && value.length <= limits.searchLengthCharacters;
  return true;
}

/** Every order that a list of this register can have, the usual one first. */
export function sortsOf({ list }: RegisterView): readonly string[] {
  const fields = sortable.filter((name) => name === "openedOn" || list.includes(name));
  return fields.flatMap((name) => [`-${name}`, name]);
}

/** Pressing a column's heading: downwards first for a new column, then the other way round. */
export function nextSort(field: string, current: string | undefined): string {
  return current === `-${field}` ? field : `-${field}`;
}

/** The same list from its start: another filter or order makes every place in it meaningless. */
export function fromStart({ cursor: _cursor, ...search }: Search): Record<string, string> {
  return search;
}

/** Whether two addresses are the same list, wherever in it they are. */
export function isSameSearch(one: Search, other: Search): boolean {
  const said = (search: Search) => JSON.stringify(Object.entries(fromStart(search)).sort());
  return said(one) === said(other);
}

/** What a list is kept by: its filters and its order, as far as the register knows them. */
export function keptFilters(register: RegisterView, search: Search): Record<string, string> {
  const { limit: _limit, count: _count, cursor: _cursor, ...filters } = listQuery(register, search);
  return filters;
}
