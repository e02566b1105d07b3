import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { bare, ok, route } from "../http/route.ts";
import { lastPosition, readChanges } from "../store/changes.ts";
import { inTransaction } from "../store/database.ts";
import { readSession } from "../store/people.ts";
import * as shapes from "./shapes.ts";

const tag = "changes";
const position = z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER);
const change = z.object({
  position: z.int(),
  register: z.string(),
  entry: shapes.id,
  version: z.int(),
  act: z.string(),
  at: z.string(),
  day: z.iso.date(),
});

export const listChanges = route(
  "GET /api/changes",
  {
    ...bare,
    query: z.strictObject({
      after: position.optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    }),
    tag,
    words: { zh: "变更序列", en: "Changes in the order of the ledger, without gaps" },
    answers: z.object({ changes: z.array(change), next: z.int() }),
  },
  async ({ services, scope, query }) => {
    const { after = -1, limit = limits.pageSizeDefaultRows } = query;
    const { changes, last } = await inTransaction(services.pool, scope, (tx) =>
      readChanges(tx, after, limit),
    );
    return ok({ changes, next: last });
  },
);

export const streamChanges = route(
  "GET /api/stream",
  {
    ...bare,
    query: z.strictObject({ after: position.optional() }),
    tag,
    words: { zh: "实时变更（服务器推送）", en: "Changes as they happen (server-sent events)" },
    answers: "events",
  },
  async ({ services, scope, query, request, reply, token, post }) => {
    const { pool, clock, stream } = services;
    // A browser that reconnects says where it was; a new one starts now.
    const resumed = position.safeParse(request.headers["last-event-id"]);
    const after = resumed.success ? resumed.data : (query.after ?? (await lastPosition(pool)));
    stream.join(reply, scope, after, async () => {
      const now = clock();
      if (token === undefined) return false;
      const signedIn = await readSession(pool, token, now, dayInShanghai(now.toISOString()));
      return signedIn?.post.id === post.id;
    });
    return undefined;
  },
);
