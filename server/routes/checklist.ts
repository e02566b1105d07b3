import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { standardKinds } from "../../core/pack/pack.ts";
import type { ChecklistItem } from "../../core/register/criteria-fact.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { checklistFacts } from "../store/campaign.ts";
import { inOrder, inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { currentLibrary } from "../store/imported-criteria.ts";
import * as shapes from "./shapes.ts";

const item = z.object({
  id: z.string(),
  article: z.string(),
  text: shapes.words,
  standard: z.object({ name: shapes.words, kind: z.enum(standardKinds), document: z.string().nullable() }),
});

/** The items that a self-check of an enterprise answers, and those that it may have answered before an import was withdrawn, by the same function as the act that takes the answers. */
export const readChecklist = route(
  "GET /api/checklist",
  {
    right: "reference",
    ...bare,
    query: z.strictObject({ organisation: shapes.id, on: z.string().refine(isDay).optional() }),
    tag: "campaign",
    words: { zh: "企业自查清单", en: "The checklist of an enterprise" },
    answers: z.object({ on: z.iso.date(), items: z.array(item), withdrawn: z.array(item) }),
  },
  async ({ services, scope, query, today }) => {
    const { pool, campaign } = services;
    const [found, library] = await inTransaction(pool, scope, (tx) =>
      inOrder([readEntry(tx, scope, enterprise, query.organisation), currentLibrary(tx, campaign)]),
    );
    if (found === undefined) throw new HttpProblem("not-found");
    const on = query.on ?? today;
    const { checklist, checklistThen = [] } = checklistFacts(library, sectorsOf(found.values), on);
    const gone = checklistThen.filter(({ id }) => library.withdrawn.has(id));
    const shown = (asked: readonly ChecklistItem[]) =>
      asked.flatMap(({ id, article, text }) => {
        const standard = (library.criteria.get(id) ?? library.withdrawn.get(id))?.standard;
        if (standard === undefined) return [];
        const { name, kind, document } = standard;
        return [{ id, article, text, standard: { name, kind, document } }];
      });
    return ok({ on, items: shown(checklist), withdrawn: shown(gone) });
  },
);
