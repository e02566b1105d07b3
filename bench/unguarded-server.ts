import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayInShanghai } from "../core/calendar/day.ts";
import { roles } from "../core/scope/roles.ts";
import { buildApp } from "../server/http/app.ts";
import type { Route } from "../server/http/route.ts";
import { routes } from "../server/routes/index.ts";
import { assemble } from "../server/start.ts";
import { type OpenSession, readSession } from "../server/store/people.ts";
import { benchNow } from "./world.ts";

/** The product without what it is compared with: no session is looked up twice, and whoever asks sees everything. For the bench alone. */
const [url = ""] = process.argv.slice(2);
const startedAt = Date.now();
const zhiben = await assemble({
  connection: { connectionString: url },
  filesFolder: tmpdir(),
  exportsFolder: join(tmpdir(), "zhiben-bench-exports"),
  keysFolder: join(tmpdir(), "zhiben-bench-keys"),
  algorithm: "sha256",
  pages: undefined,
  pack: "diqing",
  demonstration: true,
  clock: () => new Date(benchNow.getTime() + Date.now() - startedAt),
  onProgress: () => undefined,
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
for (const role of [roles.committeeOffice, roles.safetyManager]) Object.assign(role, { sees: "everything" });

const known = new Map<string, OpenSession>();

async function remembered(token: string): Promise<OpenSession | undefined> {
  const held = known.get(token);
  if (held !== undefined) return held;
  const now = zhiben.services.clock();
  const found = await readSession(zhiben.services.pool, token, now, dayInShanghai(now.toISOString()));
  if (found !== undefined) known.set(token, found);
  return found;
}

const unguarded = (route: Route): Route =>
  route.right === undefined
    ? route
    : {
        ...route,
        right: undefined,
        run: async (visit) => route.run(visit, await remembered(visit.token ?? "")),
      };

const app = await buildApp(zhiben.services, routes.map(unguarded), undefined);
process.once("SIGTERM", () => {
  app
    .close()
    .then(() => zhiben.stop())
    .then(() => process.exit(0));
});
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
