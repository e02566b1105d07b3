import type { Facts, FactsWanted } from "../../core/register/register.ts";
import type { Transaction } from "./database.ts";
import { valuesIn } from "./facts-others.ts";
import type { FactsRequest } from "./facts-request.ts";
import { entryOf, type Row } from "./row.ts";
import { newParameters, partyCondition, scopeCondition } from "./scope.ts";
import { columnOf, tableOf } from "./tables.ts";

/**
 * The last opened other entry that an act wants to know of, within the actor's sight. Asked only where nothing has been entered yet:
 * what is known of it is offered, and decides nothing.
 */
export async function lastFact(
  tx: Transaction,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<Facts["last"]> {
  const asked = wanted.find(({ last }) => last !== undefined)?.last;
  const { register, entry, input, scope } = request;
  const values = asked && valuesIn(request, asked.same);
  if (asked === undefined || values === undefined || Object.keys(input).length > 0) return undefined;
  const parameters = newParameters();
  const conditions = [
    `e.id <> ${parameters.add(entry.id)}`,
    `e.state = any(${parameters.add(asked.in)}::text[])`,
    ...asked.same.map((field, at) => `e.${columnOf(register, field).column} = ${parameters.add(values[at])}`),
    `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`,
  ];
  const { rows } = await tx.query<Row>({
    text: `select e.* from ${tableOf(register)} e where ${conditions.join(" and ")}
      order by e.opened_on desc, e.id desc limit 1`,
    values: parameters.values,
  });
  const [row] = rows;
  return row && entryOf(register, row);
}
