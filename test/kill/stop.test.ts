import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../support/running-server.ts";

test("a server whose output nobody reads any more still stops in order, and its database with it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-stop-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o711);
  const server = await startServer(folder);
  // A database that outlives its server must not outlive this test.
  onTestFinished(() => server.kill("database"));
  server.stopListening();
  expect(await server.stop()).toBe(0);
  expect(server.databaseRuns()).toBe(false);
});
