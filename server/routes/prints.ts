import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { filterWords } from "../exchange/write/filter-words.ts";
import { addressOf } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, route } from "../http/route.ts";
import { exportParameters, listQueryOf } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { ofEntry, recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const name = z.string().max(64);

export const tellPrint = route(
  "POST /api/prints",
  {
    right: "registers",
    ...bare,
    /** An entry, or a list as it is narrowed with the rows that are on the page. */
    body: z.union([
      z.strictObject({ register: name, entry: shapes.id }),
      z.strictObject({
        register: name,
        filter: z.record(name, z.string().max(limits.listColumnsLengthCharacters)),
        rows: z.int().min(0).max(limits.pageSizeRows),
      }),
    ]),
    tag: "audit",
    words: {
      zh: "告知已打印（由浏览器报告）",
      en: "Tell that something is printed, as the browser notices it",
    },
    answers: "nothing",
  },
  async (visit) => {
    const { services, scope, actor, today, body } = visit;
    const register = registerFor(body.register, actor);
    await inTransaction(services.pool, scope, async (tx) => {
      if ("entry" in body) {
        const entry = await readEntry(tx, scope, register, body.entry);
        if (entry === undefined) throw new HttpProblem("not-found");
        return recordVisit(tx, visit, { event: "printed", facts: ofEntry(entry) });
      }
      const asked = exportParameters.safeParse(body.filter);
      if (!asked.success)
        throw new HttpProblem("malformed-request", [{ field: "filter", code: "bad-pattern" }]);
      const { form: _form, ...list } = asked.data;
      // It refuses what no list of the register is narrowed by.
      listQueryOf(register, list, { actor, today, campaign: services.campaign });
      const filter = await filterWords(tx, services.campaign, register, addressOf(list));
      const facts = { register: register.name, filter, rows: body.rows };
      return recordVisit(tx, visit, { event: "printed", facts });
    });
    return noContent;
  },
);
