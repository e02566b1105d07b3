import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { exportTypes } from "../exchange/write/list-export.ts";
import { templateFor } from "../exchange/write/register-template.ts";
import { templateOf } from "../exchange/write/template-xlsx.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { attachment } from "./exports.ts";
import { registerFor } from "./register-of.ts";

export const readTemplate = route(
  "GET /api/registers/:register/template.xlsx",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string() }),
    query: z.strictObject({ mode: z.enum(["open", "record"]).optional() }),
    tag: "imports",
    words: { zh: "导入模板", en: "The form in which rows are brought in" },
    answers: "bytes",
  },
  async ({ services, scope, actor, params, query, now, reply }) => {
    const register = registerFor(params.register, actor);
    const { campaign, demonstration } = services;
    const today = dayInShanghai(now);
    const template = await inTransaction(services.pool, scope, (tx) =>
      templateFor(tx, campaign, register, query.mode ?? "open", { scope, today, demonstration }),
    );
    if (template === undefined) throw new HttpProblem("not-found");
    reply
      .header("content-disposition", attachment(`${template.title}.xlsx`))
      .header("cache-control", "no-store");
    await reply.type(exportTypes.xlsx).send(templateOf(template));
    return undefined;
  },
);
