import { z } from "zod";
import { bare, ok, openRoute } from "../http/route.ts";
import { backlog } from "../store/changes.ts";
import { inTransaction } from "../store/database.ts";

export const readHealth = openRoute(
  "GET /api/health",
  {
    ...bare,
    tag: "operation",
    words: { zh: "运行状态", en: "Whether the product lives and is ready" },
    answers: z.object({
      live: z.boolean(),
      ready: z.boolean(),
      version: z.string(),
      demonstration: z.boolean(),
      backlog: z.int().nullable(),
    }),
  },
  async ({ services }) => {
    const { pool, version, demonstration } = services;
    const waiting = await inTransaction(pool, undefined, backlog).catch(() => null);
    return ok({ live: true, ready: waiting !== null, version, demonstration, backlog: waiting });
  },
);
