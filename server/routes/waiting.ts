import { z } from "zod";
import { registers } from "../../core/registers/index.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { countEntries } from "../store/lists.ts";
import { listQueryOf } from "./list-query.ts";

/** How much work waits, register by register, where any can: each total is that of the list narrowed to `todo=mine`. */
export const readWaiting = route(
  "GET /api/waiting",
  {
    ...bare,
    tag: "home",
    words: { zh: "各台账待办数", en: "Work that waits, by register" },
    answers: z.object({ registers: z.array(z.object({ register: z.string(), total: z.int() })) }),
  },
  async ({ services, scope, actor, today }) => {
    const asker = { actor, today, campaign: services.campaign };
    const own = registers.filter(({ states }) =>
      Object.values(states).some(({ awaits }) => awaits?.includes(actor.role)),
    );
    return inTransaction(services.pool, scope, async (tx) => {
      const waiting = [];
      for (const register of own) {
        const asked = listQueryOf(register, { todo: "mine" }, asker);
        waiting.push({ register: register.name, total: await countEntries(tx, scope, register, asked) });
      }
      return ok({ registers: waiting });
    });
  },
);
