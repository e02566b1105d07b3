import { concernsCondition, exceptions, type OwnList, toldCondition } from "./own-lists.ts";
import { type Parameters, partyCondition, scopeCondition } from "./scope.ts";
import { tableOf } from "./tables.ts";
import { cut, type Errand, type ListQuery, type Statement, statement, walkOn } from "./walks.ts";

/**
 * The ways to a page of somebody's own list: over what concerns them, and of what they were told also over the parties, by each role
 * in turn. Both have an index in the order of opening. Sight is asked of each entry that is met: few of them lie elsewhere.
 */
export function ownListWalks(
  errand: Errand,
  [list, ...others]: readonly [OwnList, ...OwnList[]],
): readonly Statement[] {
  const rest = { ...errand, query: { ...errand.query, own: others } };
  const walks = [statement((parameters) => concernWalk(rest, list, parameters))];
  return list.kind === "copied"
    ? [...walks, statement((parameters) => toldWalk(rest, list, parameters))]
    : walks;
}

function concernWalk(errand: Errand, list: OwnList, parameters: Parameters): string {
  const { register, query } = errand;
  // Said of both days where the list has another order: looked up by half of its key, a concern took a minute for a page.
  const sameDay = query.sort.column === "opened_on" ? "" : " and e.opened_on = k.opened_on";
  const from = `concern k join ${tableOf(register)} e on e.id = k.entry${sameDay}`;
  const found = concernsCondition(register, list, parameters);
  const way = { from, seen: seenOf(errand, list, found, parameters), ...orderOf(query, "k") };
  return walkOn(way, errand, parameters);
}

function toldWalk(
  errand: Errand,
  list: OwnList & { readonly kind: "copied" },
  parameters: Parameters,
): string {
  const { register, query } = errand;
  const from = `party p join ${tableOf(register)} e on e.id = p.entry`;
  const found = toldCondition(register, list, "p.role = w.role", parameters);
  const way = { from, seen: seenOf(errand, list, found, parameters), ...orderOf(query, "p") };
  const roles = `unnest(${parameters.add(list.as)}::text[]) w(role)`;
  return `select found.* from ${roles} cross join lateral (${walkOn(way, errand, parameters)}) found
    ${cut(query, query.sort.column, "id", parameters)}`;
}

function seenOf({ register, scope }: Errand, list: OwnList, found: string, parameters: Parameters): string {
  const sight = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  return [found, sight, ...exceptions(register, list, parameters)].join(" and ");
}

/** Both tables repeat the day of opening, so that their index gives the order; another day is the entry's own. */
const orderOf = ({ sort: { column } }: ListQuery, alias: string) =>
  column === "opened_on"
    ? { day: `${alias}.opened_on`, id: `${alias}.entry` }
    : { day: `e.${column}`, id: "e.id" };
