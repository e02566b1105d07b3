import { once } from "node:events";
import http from "node:http";
import { expect, test } from "vitest";
import { password } from "../support/cast.ts";
import { newWorld, signIn } from "../support/world.ts";

/** A request whose body is still on its way; resolves once the server has its head and waits for the rest. */
async function halfARequest(address: string): Promise<{ request: http.ClientRequest; rest: string }> {
  const body = JSON.stringify({ username: "su", password });
  const request = http.request(`${address}/api/session`, {
    method: "POST",
    agent: new http.Agent({ keepAlive: true }),
    headers: { "content-type": "application/json", "content-length": body.length, expect: "100-continue" },
  });
  request.flushHeaders();
  await once(request, "continue");
  request.write(body.slice(0, 10));
  return { request, rest: body.slice(10) };
}

test("a stop answers what is in flight, takes on nothing more, and ends the streams", async () => {
  const world = await newWorld();
  const address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  const cookie = await signIn(world.zhiben.app, "su", password);
  const stream = await fetch(`${address}/api/stream`, { headers: { cookie } });
  const { request, rest } = await halfARequest(address);
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
  const { request } = await halfARequest(address);
  const cut = once(request, "error");
  await world.zhiben.stop();
  await cut;
});
