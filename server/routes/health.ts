import { z } from "zod";
import { healthPath } from "../http/app.ts";
import { bare, openRoute } from "../http/route.ts";
import type { Phase } from "../operation/phase.ts";
import type { Services } from "../services.ts";
import { latestSchema } from "../store/migrate.ts";
import { type Operation, readOperation } from "../store/operation.ts";
import * as shapes from "./shapes.ts";

const reasons = ["starting", "stopping", "database-gone", "schema-not-current"] as const;
type Reason = (typeof reasons)[number];

/** A database that has said nothing for so long is as good as gone to whoever waits for a page. */
const databasePatienceMs = 5_000;

const alive = z.object({ live: z.literal(true), version: z.string() });
const health = alive.extend({
  ready: z.boolean(),
  notReady: z.enum(reasons).nullable(),
  demonstration: z.boolean(),
  /** What the identity provider is called by which people may sign in as well; null where there is none. */
  signOn: shapes.words.nullable(),
  backlog: z.int().nullable(),
  position: z.int().nullable(),
  schema: z.object({ present: z.int().nullable(), known: z.int() }),
  /** When the whole ledger was last verified, and whether all was sound. */
  verified: z.object({ at: z.string(), ok: z.boolean() }).nullable(),
});

/**
 * Whether the product lives and is ready. `?live` asks about the process alone and never touches the database, for whoever
 * restarts what no longer answers; without it the answer is 503 while no work can be done, for whoever sends work elsewhere.
 */
export const readHealth = openRoute(
  `GET ${healthPath}`,
  {
    ...bare,
    query: z.strictObject({ live: z.string().max(5).optional() }),
    tag: "operation",
    words: { zh: "运行状态", en: "Whether the product lives and is ready" },
    answers: z.union([health, alive]),
    unwellStatus: 503,
  },
  async ({ services, query }) => {
    const { version, demonstration, lifecycle } = services;
    if (query.live !== undefined) return { status: 200, body: { live: true, version } };
    const [database, known] = await Promise.all([askDatabase(services), latestSchema()]);
    const notReady = reasonAgainst(lifecycle.phase, database, known);
    const body = {
      live: true,
      version,
      ready: notReady === null,
      notReady,
      demonstration,
      signOn: services.signOn?.settings.name ?? null,
      backlog: database?.backlog ?? null,
      position: database?.position ?? null,
      schema: { present: database?.schema ?? null, known },
      verified: database?.verified ?? null,
    };
    return { status: notReady === null ? 200 : 503, body };
  },
);

function reasonAgainst(phase: Phase, database: Operation | undefined, known: number): Reason | null {
  if (phase !== "running") return phase;
  if (database === undefined) return "database-gone";
  return database.schema === known ? null : "schema-not-current";
}

/** The state of the database; undefined when it does not answer in time. */
async function askDatabase({ pool }: Services): Promise<Operation | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, databasePatienceMs, undefined);
  });
  const asked = readOperation(pool).catch(() => undefined);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
