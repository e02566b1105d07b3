import { z } from "zod";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { awaitingRegisters, readFigures } from "./home-figures.ts";

/** How much work waits, register by register, where any can: each total is that of the list narrowed to `todo=mine`. */
export const readWaiting = route(
  "GET /api/waiting",
  {
    right: "own",
    ...bare,
    tag: "home",
    words: { zh: "各台账待办数", en: "Work that waits, by register" },
    answers: z.object({ registers: z.array(z.object({ register: z.string(), total: z.int() })) }),
  },
  async (visit) => {
    const wanted = awaitingRegisters(visit.actor.role).map(({ name }) => ({
      name: "waiting",
      register: name,
      filters: { todo: "mine" },
    }));
    const figures = await inTransaction(visit.services.pool, visit.scope, (tx) =>
      readFigures(tx, visit, wanted),
    );
    return ok({ registers: figures.map(({ register, total }) => ({ register, total })) });
  },
);
