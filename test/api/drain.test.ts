import { once } from "node:events";
import type http from "node:http";
import { expect, test } from "vitest";
import { password } from "../support/cast.ts";
import { halfARequest } from "../support/half-request.ts";
import { newWorld, signIn } from "../support/world.ts";

test("a stop answers what is in flight, takes on nothing more, and ends the streams", async () => {
  const world = await newWorld();
  const address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  const cookie = await signIn(world.zhiben.app, "su", password);
  const stream = await fetch(`${address}/api/stream`, { headers: { cookie } });
  const { request, rest } = await halfARequest(address, { username: "su", password });
  const answered = once(request, "response");

  const stopped = world.zhiben.stop();
  await stream.text();
  await expect(fetch(`${address}/api/health`)).rejects.toThrow("fetch failed");
  request.end(rest);
  const [response]: http.IncomingMessage[] = await answered;
  expect(response?.statusCode).toBe(200);
  response?.resume();
  await stopped;
  expect(world.errors).toEqual([]);
});

test("a request that never ends is cut off in the end", async () => {
  const world = await newWorld({ drainWithinMs: 50 });
  const address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  const { request } = await halfARequest(address, { username: "su", password });
  const cut = once(request, "error");
  await world.zhiben.stop();
  await cut;
});
