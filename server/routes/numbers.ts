import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { refusal } from "../../core/refusals.ts";
import { readHeld } from "../../core/register/personal.ts";
import { personalAmong } from "../../core/register/personal-values.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { openNumbers } from "../secrets/numbers.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { ofEntry, recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

/** Personal numbers whole, which every other answer masks. Nothing is shown before it is written who asked for it, and why. */
export const showNumbers = route(
  "POST /api/registers/:register/entries/:id/shown",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string(), id: shapes.id }),
    body: z.strictObject({
      fields: z.array(z.string()).min(1).max(limits.pageSizeRows),
      reason: z.string().trim().min(1).max(limits.reasonLengthCharacters),
    }),
    tag: "registers",
    words: { zh: "查看完整号码（留痕）", en: "See personal numbers whole, which is recorded" },
    answers: z.object({ values: z.record(z.string(), z.string()) }),
  },
  async (visit) => {
    const { services, scope, actor, params, body, reply } = visit;
    const register = registerFor(params.register, actor);
    const fields = [...new Set(body.fields)];
    const personal = personalAmong(register.allFields);
    const unknown = fields.filter((field) => !personal.has(field));
    if (unknown.length > 0)
      throw new HttpProblem(
        "malformed-request",
        unknown.map((field) => ({ field, code: "unknown" })),
      );
    if (!fields.every((field) => register.allFields[field]?.shownTo?.includes(actor.role)))
      throw new Refused(refusal("role-may-not"));
    const values = await inTransaction(services.pool, scope, async (tx) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      const shown = (await openNumbers(tx, services.vault, [entry], fields)).get(entry.id) ?? new Map();
      const held = fields.filter((field) => readHeld(entry.values[field]) !== undefined);
      if (held.some((field) => !shown.has(field))) throw new HttpProblem("number-unreadable");
      const facts = { ...ofEntry(entry), fields: fields.join(","), reason: body.reason };
      await recordVisit(tx, visit, { event: "numbersShown", facts });
      return Object.fromEntries(shown);
    });
    reply.header("cache-control", "no-store");
    return ok({ values });
  },
);
