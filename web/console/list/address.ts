import { isDay } from "../../../core/calendar/day.ts";
import { isDueChoice } from "../../../core/calendar/due-ladder.ts";
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
const everywhere = [
  "state",
  "q",
  "due",
  "unsettled",
  "counted",
  "todo",
  "acted",
  "started",
  "copied",
  "openedOn.from",
  "closedOn.from",
  "sort",
  "cursor",
  "holder",
  "number",
];

/** The lists that a person calls their own: one of them at a time. */
export const ownLists = ["todo", "acted", "started", "copied"] as const;
export type OwnList = (typeof ownLists)[number];

/** Which of them an address asks for. */
export const ownListOf = (search: Search): OwnList | undefined =>
  ownLists.find((name) => search[name] === "mine");

/** The same address for another list of the person's own, or for none. */
export function withOwnList(search: Search, list: string | undefined): Record<string, string> {
  const others = Object.entries(search).filter(([name]) => !ownLists.some((own) => own === name));
  return { ...Object.fromEntries(others), ...(list === undefined ? {} : { [list]: "mine" }) };
}

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
  if (name === "due") return isDueChoice(value);
  if (name === "unsettled") return value === "true";
  if (ownLists.some((own) => own === name)) return value === "mine";
  if (name === "openedOn.from" || name === "closedOn.from") return isDay(value);
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

/** The same list from a place on; from its start where there is none. */
export function atPlace(search: Search, cursor: string | undefined): Record<string, string> {
  return cursor === undefined ? fromStart(search) : { ...search, cursor };
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
