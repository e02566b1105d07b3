import { z } from "zod";
import type { Register } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { countEntries, listEntries } from "../store/lists.ts";
import type { ListQuery } from "../store/walks.ts";
import { awaitsOf, dueRange } from "./list-query.ts";
import * as shapes from "./shapes.ts";
import { viewEntries } from "./views.ts";

const rowsShown = 10;
const card = z.object({
  total: z.int(),
  entries: z.array(shapes.entry),
  registers: z.array(z.object({ register: z.string(), total: z.int() })),
});

type Visit = Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "scope" | "actor" | "today">;

/** What a person finds on coming in. Every total is the total of the list that it opens, by the same query. */
export const readHome = route(
  "GET /api/home",
  {
    ...bare,
    tag: "home",
    words: { zh: "首页", en: "Home" },
    answers: z.object({ todo: card, soon: card, overdue: card }),
  },
  async (visit) =>
    inTransaction(visit.services.pool, visit.scope, async (tx) =>
      ok({
        todo: await readCard(tx, visit, ({ awaits }) => ({ awaits })),
        soon: await readCard(tx, visit, ({ awaits }) => ({
          awaits,
          due: dueRange("soon", { ...visit, campaign: visit.services.campaign }),
        })),
        overdue: await readCard(tx, visit, ({ awaits }) => ({
          awaits,
          due: dueRange("overdue", { ...visit, campaign: visit.services.campaign }),
        })),
      }),
    ),
);

type Narrowing = (mine: Pick<ListQuery, "awaits">) => Partial<ListQuery>;

async function readCard(tx: Transaction, visit: Visit, narrow: Narrowing) {
  const { services, scope, actor, today } = visit;
  const totals: { register: string; total: number }[] = [];
  const found = [];
  for (const register of registers.filter(awaitsAnybody)) {
    const query = { ...plainQuery, ...narrow({ awaits: awaitsOf(register, actor) }) };
    totals.push({ register: register.name, total: await countEntries(tx, scope, register, query) });
    found.push(...(await listEntries(tx, scope, register, query)).entries);
  }
  const total = totals.reduce((sum, counted) => sum + counted.total, 0);
  const first = found
    .sort((one, other) => ((one.values.dueOn ?? "") < (other.values.dueOn ?? "") ? -1 : 1))
    .slice(0, rowsShown);
  return { total, entries: await viewEntries(tx, services.campaign, today, first), registers: totals };
}

const awaitsAnybody = ({ states }: Register): boolean =>
  Object.values(states).some(({ awaits }) => awaits !== undefined);

// In the order of due days: a voluntary self-check, which has none, is told by its notice and stands in its own list.
const plainQuery: ListQuery = {
  equals: {},
  from: {},
  to: {},
  sort: { column: "due_on", descending: false },
  limit: rowsShown,
};
