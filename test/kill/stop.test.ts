import { once } from "node:events";
import type http from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { halfARequest } from "../support/half-request.ts";
import { newHome, startServer } from "../support/running-server.ts";

// How it stops does not depend on what it holds: without a demonstration it is there in a moment.
const bare = ["--no-demo"];
const nobody = { username: "nobody", password: "whatever it may be" };

test("a server whose output nobody reads any more still stops in order, and its database with it", async () => {
  const home = await newHome();
  onTestFinished(home.remove);
  const server = await startServer(home.folder, bare);
  // A database that outlives its server must not outlive this test.
  onTestFinished(() => server.kill("database"));
  server.stopListening();
  expect(await server.stop()).toBe(0);
  expect(server.databaseRuns()).toBe(false);
});

test("words stand on one output and the log on the other, where a stop answers what it began", async () => {
  const home = await newHome();
  onTestFinished(home.remove);
  const server = await startServer(home.folder, bare);
  onTestFinished(() => server.kill("database"));
  const { request, rest } = await halfARequest(server.address, nobody);
  const answered = once(request, "response");
  server.signal("SIGTERM");
  await refused(server.address);
  request.end(rest);
  const [response]: http.IncomingMessage[] = await answered;
  expect(response?.statusCode).toBe(401);
  response?.resume();
  expect(await server.ended()).toBe(0);
  expect(server.databaseRuns()).toBe(false);

  expect(server.said.words.filter((line) => line.startsWith("Zhiben is ready at"))).toHaveLength(1);
  const events = server.said.log.map((line): { event: string } => JSON.parse(line));
  expect(events.map(({ event }) => event)).toEqual(["ready", "stopping", "request"]);
  expect(events[2]).toMatchObject({ route: "/api/session", status: 401 });
});

test("a second signal ends it at once, though a request is still in flight", async () => {
  const home = await newHome();
  onTestFinished(home.remove);
  const server = await startServer(home.folder, bare);
  onTestFinished(() => server.kill("database"));
  const { request } = await halfARequest(server.address, nobody);
  const cut = once(request, "error");
  server.signal("SIGTERM");
  await refused(server.address);
  server.signal("SIGINT");
  expect(await server.ended()).toBe(1);
  await cut;
});

/** Waits until nobody is taken on any more. */
async function refused(address: string): Promise<void> {
  while (await fetch(`${address}/api/health?live`).catch(() => undefined));
}
