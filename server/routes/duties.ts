import { z } from "zod";
import { periods } from "../../core/pack/plan.ts";
import { textValue } from "../../core/register/entry.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { dutiesOf } from "../../core/registers/enterprise-duties.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import * as shapes from "./shapes.ts";

/** What an enterprise has to do, and who supervises it for it, by its class and grade as they stand today. */
export const readDuties = route(
  "GET /api/duties",
  {
    right: "reference",
    ...bare,
    query: z.strictObject({ organisation: shapes.id }),
    tag: "campaign",
    words: { zh: "企业职责清单（分类分级）", en: "The duties of an enterprise, by class and grade" },
    answers: z.object({
      on: z.iso.date(),
      grade: z.string().nullable(),
      duties: z.array(
        z.object({
          id: z.string(),
          by: z.enum(["enterprise", "supervisor"]),
          words: shapes.words,
          every: z.enum(periods).nullable(),
          byGrade: z.boolean(),
          source: z.string(),
          toBeConfirmed: z.boolean(),
        }),
      ),
    }),
  },
  async ({ services, scope, query, today }) => {
    const found = await inTransaction(services.pool, scope, (tx) =>
      readEntry(tx, scope, enterprise, query.organisation),
    );
    if (found === undefined) throw new HttpProblem("not-found");
    const owed = dutiesOf(services.campaign.pack.duties, found.values, today);
    return ok({
      on: today,
      grade: textValue(found.values, "grade") ?? null,
      duties: owed.map(({ duty: { id, by, words, every = null, source, toBeConfirmed }, byGrade }) => ({
        id,
        by,
        words,
        every,
        byGrade,
        source,
        toBeConfirmed,
      })),
    });
  },
);
