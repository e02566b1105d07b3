import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { isLocked } from "../../core/sign-in/idle-lock.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { lastPosition, readChanges, rewoundTo } from "../store/changes.ts";
import { inTransaction } from "../store/database.ts";
import { readSession } from "../store/people.ts";
import * as shapes from "./shapes.ts";

const tag = "changes";
const position = z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER);
const epoch = z
  .uuid()
  .describe(
    "序列段，恢复备份后更换；与现值不同即答 409 feed-rewound · changes with every restore; another one is answered 409 feed-rewound",
  );
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
    right: "registers",
    partners: true,
    ...bare,
    query: z.strictObject({
      after: position.optional(),
      epoch: epoch.optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    }),
    tag,
    words: { zh: "变更序列", en: "Changes in the order of the ledger, without gaps" },
    answers: z.object({ epoch, changes: z.array(change), next: z.int() }),
  },
  async ({ services, scope, query, actor }) => {
    const { after = -1, limit = limits.pageSizeDefaultRows } = query;
    const { changes, last } = await inTransaction(services.pool, scope, async (tx) => {
      const rewound = await rewoundTo(tx, services.epoch, { epoch: query.epoch, after });
      if (rewound !== undefined)
        throw new HttpProblem("feed-rewound", [], { epoch: services.epoch, last: rewound });
      return readChanges(tx, after, limit);
    });
    // A token reads some registers only; how far it has come is told all the same.
    const { token } = actor;
    const told = token ? changes.filter(({ register }) => token.mayRead.includes(register)) : changes;
    return ok({ epoch: services.epoch, changes: told, next: last });
  },
);

export const streamChanges = route(
  "GET /api/stream",
  {
    right: "registers",
    ...bare,
    query: z.strictObject({ after: position.optional(), epoch: epoch.optional() }),
    tag,
    words: { zh: "实时变更（服务器推送）", en: "Changes as they happen (server-sent events)" },
    answers: "events",
  },
  async ({ services, scope, query, request, reply, token, post }) => {
    const { pool, clock, stream } = services;
    // A browser that reconnects says where it was; a new one starts now.
    const { after = await lastPosition(pool), ...asked } =
      readEventId(request.headers["last-event-id"]) ?? query;
    const rewound = await rewoundTo(pool, services.epoch, { epoch: asked.epoch, after });
    if (rewound !== undefined) return stream.rewind(reply, services.epoch, rewound);
    const mayHear = async () => {
      const now = clock();
      if (token === undefined) return false;
      const signedIn = await readSession(pool, token, now, dayInShanghai(now.toISOString()));
      return signedIn?.post.id === post.id && !isLocked(signedIn.use, services.signInRules, now);
    };
    stream.join(reply, scope, { epoch: services.epoch, after }, { mayHear });
    return undefined;
  },
);

const eventId = z.tuple([position, epoch.optional()]);

/** The id of an event as this stream wrote it, or a bare position. */
function readEventId(given: unknown) {
  const read = eventId.safeParse(typeof given === "string" && given !== "" ? given.split("@") : undefined);
  return read.success ? { after: read.data[0], epoch: read.data[1] } : undefined;
}
