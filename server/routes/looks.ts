import { z } from "zod";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { noteLook, readLook } from "../store/looks.ts";
import { entryInSight } from "./comments.ts";
import * as shapes from "./shapes.ts";

const tag = "comments";
const ofEntry = z.strictObject({ register: z.string(), id: shapes.id });
const look = z.object({ version: z.int(), at: z.string() });

export const readLookAt = route(
  "GET /api/registers/:register/entries/:id/looked",
  {
    right: "registers",
    ...bare,
    params: ofEntry,
    tag,
    words: { zh: "已看到的版本", en: "Up to which version this post has looked" },
    answers: z.object({ look: look.nullable() }),
  },
  async (visit) => {
    const { services, scope, post } = visit;
    return inTransaction(services.pool, scope, async (tx) => {
      const { entry } = await entryInSight(tx, visit);
      return ok({ look: (await readLook(tx, { post: post.id, entry: entry.id })) ?? null });
    });
  },
);

export const lookAtEntry = route(
  "PUT /api/registers/:register/entries/:id/looked",
  {
    right: "registers",
    ...bare,
    params: ofEntry,
    body: z.strictObject({ version: z.int().min(1) }),
    tag,
    words: { zh: "记下已看到的版本", en: "Note up to which version this post has looked" },
    answers: z.object({ look }),
  },
  async (visit) => {
    const { services, scope, post, now, body } = visit;
    return inTransaction(services.pool, scope, async (tx) => {
      const { entry } = await entryInSight(tx, visit);
      // Nobody has seen more than there is.
      const version = Math.min(body.version, entry.version);
      return ok({ look: await noteLook(tx, { post: post.id, entry: entry.id, version, at: now }) });
    });
  },
);
