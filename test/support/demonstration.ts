import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { logInto } from "../../server/operation/log.ts";
import type { Services } from "../../server/services.ts";
import { assemble, type Zhiben } from "../../server/start.ts";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { createDatabase, dropDatabase } from "./test-database.ts";

/** A demonstration as a first start founds it. */
export interface Demonstration {
  readonly app: Zhiben["app"];
  readonly owner: Pool;
  readonly services: Services;
  /** What the log warned of. */
  readonly warned: readonly string[];
}

/**
 * Founds a demonstration as a first start does on a day; `first` is done before, on the same database. Returns it with what ends it.
 */
export async function foundDemonstration(
  day: string,
  first?: (start: (filesFolder: string) => Promise<Zhiben>, folder: string) => Promise<void>,
): Promise<Demonstration & { end(): Promise<void> }> {
  const server = inject("server");
  count += 1;
  const database = `${inject("template").replace(/_template$/, "")}_demo_${process.pid}_${count}`;
  const connection = { ...server, database };
  const folder = await mkdtemp(join(tmpdir(), "zhiben-demo-"));
  const warned: string[] = [];
  const start = (filesFolder: string) =>
    assemble({
      connection,
      filesFolder,
      exportsFolder: join(folder, "exports"),
      keysFolder: join(folder, "keys"),
      algorithm: "sha256",
      pages: undefined,
      pack: "diqing",
      demonstration: true,
      clock: () => new Date(`${day}T18:00:00+08:00`),
      onProgress: () => undefined,
      onError: (error) => warned.push(String(error)),
      log: logInto("warn", (line) => warned.push(line)),
    });
  await createDatabase(server, database);
  await first?.(start, folder);
  const zhiben = await start(join(folder, "files"));
  // What the hour brings would come before a test looks, or after it, as the machine is quick.
  await zhiben.firstRound;
  const owner = openOwnerPool({ connection });
  return {
    app: zhiben.app,
    owner,
    services: zhiben.services,
    warned,
    async end() {
      await owner.end();
      await zhiben.stop();
      await dropDatabase(server, database);
      await rm(folder, { recursive: true });
    },
  };
}

let count = 0;
