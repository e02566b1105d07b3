import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { startEmbedded } from "../../server/store/embedded/index.ts";
import { prepareTemplate } from "./template.ts";
import { type Connection, connectionOf, dropDatabases } from "./test-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server on which this run's databases are made, and the template that each of them copies. */
    server: Connection;
    template: string;
  }
}

/**
 * Finds or starts the PostgreSQL of a test run, and makes the template database that every world is a copy of. The server is
 * the one that TEST_DATABASE_URL or DATABASE_URL names; without one the run has an embedded server of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const own = given ? { connection: connectionOf(given), stop: async () => undefined } : await startOwn();
  // Two runs on one server at once must not meet.
  const prefix = `zhiben_test_${Date.now().toString(36)}${process.pid}`;
  const template = `${prefix}_template`;
  const { connection } = own;
  const tidy = async () => {
    await dropDatabases(connection, prefix).finally(() => own.stop());
  };
  try {
    await prepareTemplate(connection, template);
  } catch (error) {
    await tidy();
    throw error;
  }
  project.provide("server", connection);
  project.provide("template", template);
  return tidy;
}

/** An embedded server of a test's own. */
export async function startOwn(): Promise<{ connection: Connection; stop(): Promise<unknown> }> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-test-"));
  const data = await openDataFolder(folder);
  const embedded = await startEmbedded({ dataDir: folder, onProgress: () => undefined });
  return {
    connection: embedded.connection,
    async stop() {
      await embedded.stop();
      await data.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
