import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, route } from "../http/route.ts";
import { isColumn } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import { keepColumns, readColumns } from "../store/list-columns.ts";
import { registerFor } from "./register-of.ts";

const columns = z.array(z.string().min(1).max(limits.shortTextLengthCharacters)).max(limits.listColumns);

export const listColumns = route(
  "GET /api/list-columns",
  {
    right: "own",
    ...bare,
    tag: "registers",
    words: { zh: "本人的列设置", en: "The columns that one has chosen, by register" },
    answers: z.object({ columns: z.record(z.string(), columns) }),
  },
  async ({ services, scope, actor }) =>
    ok({ columns: await inTransaction(services.pool, scope, (tx) => readColumns(tx, actor.id)) }),
);

export const chooseColumns = route(
  "PUT /api/list-columns/:register",
  {
    right: "own",
    ...bare,
    params: z.strictObject({ register: z.string().max(64) }),
    /** In their order; with none, the list has its usual ones again. */
    body: z.strictObject({ columns }),
    tag: "registers",
    words: { zh: "保存本人的列设置", en: "Keep one's columns for a register" },
    answers: "nothing",
  },
  async ({ services, scope, actor, params, body }) => {
    const register = registerFor(params.register, actor);
    const chosen = [...new Set(body.columns)];
    const problems = chosen.flatMap((name, at) =>
      isColumn(register, name) ? [] : [{ field: `columns.${at}`, code: "unknown" as const }],
    );
    if (problems.length > 0) throw new HttpProblem("malformed-request", problems);
    await inTransaction(services.pool, scope, (tx) => keepColumns(tx, actor.id, register.name, chosen));
    return noContent;
  },
);
