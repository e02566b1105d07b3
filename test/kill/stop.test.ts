import { expect, onTestFinished, test } from "vitest";
import { newHome, startServer } from "../support/running-server.ts";

test("a server whose output nobody reads any more still stops in order, and its database with it", async () => {
  const home = await newHome();
  onTestFinished(home.remove);
  const server = await startServer(home.folder);
  // A database that outlives its server must not outlive this test.
  onTestFinished(() => server.kill("database"));
  server.stopListening();
  expect(await server.stop()).toBe(0);
  expect(server.databaseRuns()).toBe(false);
});
