import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { cut, type ListQuery, type Statement, walk } from "./list-walks.ts";
import { concernsCondition, exceptions, type OwnList, toldCondition } from "./own-lists.ts";
import { newParameters, type Parameters, partyCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";

/**
 * The ways to a page of somebody's own list: over what concerns them, and of what they were told also over the parties, by each role
 * in turn. Both have an index in the order of opening. Sight is asked of each entry that is met: few of them lie elsewhere.
 */
export function ownListWalks(
  register: Register,
  scope: Scope,
  query: ListQuery,
  [list, ...others]: readonly [OwnList, ...OwnList[]],
): readonly Statement[] {
  const rest = { ...query, own: others };
  const walks = [concernWalk(register, scope, rest, list)];
  return list.kind === "copied" ? [...walks, toldWalk(register, scope, rest, list)] : walks;
}

function concernWalk(register: Register, scope: Scope, query: ListQuery, list: OwnList): Statement {
  const parameters = newParameters();
  // Said of both days where the list has another order: looked up by half of its key, a concern took a minute for a page.
  const sameDay = query.sort.column === "opened_on" ? "" : " and e.opened_on = k.opened_on";
  const from = `concern k join ${tableOf(register)} e on e.id = k.entry${sameDay}`;
  const found = concernsCondition(register, list, parameters);
  const way = { from, seen: seenOf(register, scope, list, found, parameters), ...orderOf(query, "k") };
  return { text: walk(register, query, way, parameters), values: parameters.values };
}

function toldWalk(
  register: Register,
  scope: Scope,
  query: ListQuery,
  list: OwnList & { readonly kind: "copied" },
): Statement {
  const parameters = newParameters();
  const from = `party p join ${tableOf(register)} e on e.id = p.entry`;
  const found = toldCondition(register, list, "p.role = w.role", parameters);
  const way = { from, seen: seenOf(register, scope, list, found, parameters), ...orderOf(query, "p") };
  const roles = `unnest(${parameters.add(list.as)}::text[]) w(role)`;
  const text = `select found.* from ${roles} cross join lateral (${walk(register, query, way, parameters)}) found
    ${cut(query, query.sort.column, "id", parameters)}`;
  return { text, values: parameters.values };
}

function seenOf(
  register: Register,
  scope: Scope,
  list: OwnList,
  found: string,
  parameters: Parameters,
): string {
  const sight = `(${scopeCondition(scope, parameters)} or ${partyCondition(scope, parameters)})`;
  return [found, sight, ...exceptions(register, list, parameters)].join(" and ");
}

/** Both tables repeat the day of opening, so that their index gives the order; another day is the entry's own. */
const orderOf = ({ sort: { column } }: ListQuery, alias: string) =>
  column === "opened_on"
    ? { day: `${alias}.opened_on`, id: `${alias}.entry` }
    : { day: `e.${column}`, id: "e.id" };
