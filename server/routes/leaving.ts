import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { account } from "../../core/registers/account.ts";
import { givingUp, post } from "../../core/registers/post.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { postsStandingFor } from "../store/handover.ts";
import { performTogether } from "./acts.ts";
import * as shapes from "./shapes.ts";

/** Nobody holds nearly as many posts. */
const postsMost = 50;

/**
 * Whoever leaves hands over everything at once: each of their posts to the successor that is named for it, or ended where none is; one
 * that still awaits confirmation is taken back, or it would begin to count after they are gone. By the acts and rules of the posts, each
 * confirmed by the head of its organisation; all of it happens or nothing does. Refused where a post is left out, so that nothing is
 * forgotten (GB/T 22239-2019, 8.1.7.3: all access of whoever leaves ends at once).
 */
export const handOverAll = route(
  "POST /api/accounts/:id/handover",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ id: shapes.id }),
    body: z.strictObject({
      /** Needed where a post is held that ends. */
      endsFrom: z.string().refine(isDay).optional(),
      reason: z.string().trim().min(1).max(limits.reasonLengthCharacters),
      posts: z
        .array(
          z.strictObject({
            id: shapes.id,
            version: z.int().min(1),
            /** Null: nobody succeeds, and it ends, or is taken back where it still awaits confirmation. */
            successor: shapes.id.nullable(),
          }),
        )
        .min(1)
        .max(postsMost)
        .refine((posts) => new Set(posts.map(({ id }) => id)).size === posts.length),
    }),
    tag: "accounts",
    words: {
      zh: "离岗一次移交：全部任职逐一移交接任者或卸任",
      en: "Hand over every post of whoever leaves, at once",
    },
    answers: z.object({ handedOver: z.int() }),
  },
  async (visit) => {
    const { services, scope, params, body, actor, now, today } = visit;
    const { endsFrom, reason, posts } = body;
    return inTransaction(services.pool, scope, async (tx) => {
      if ((await readEntry(tx, scope, account, params.id)) === undefined) throw new HttpProblem("not-found");
      const standing = await postsStandingFor(tx, params.id);
      if (posts.some(({ id }) => !standing.has(id))) throw new HttpProblem("not-found");
      if (posts.length < standing.size) throw new HttpProblem("posts-left-out");
      await performTogether(
        tx,
        { services, scope, actor, now, today },
        posts.map(({ id, version, successor }) => ({
          register: post,
          on: { id, version },
          ...givingUp(standing.get(id) ?? "", { endsFrom, reason, successor }),
        })),
      );
      return ok({ handedOver: posts.length });
    });
  },
);
