import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { password } from "../support/cast.ts";
import { dropDatabase } from "../support/test-database.ts";
import { newWorld, signIn, type World } from "../support/world.ts";

const token = "0123456789abcdef0123456789";
let world: World;
let address: string;
beforeAll(async () => {
  const pages = await mkdtemp(join(tmpdir(), "zhiben-pages-"));
  await writeFile(join(pages, "index.html"), "<p>__CSP_NONCE__</p>");
  await writeFile(join(pages, "a.js"), "a();");
  world = await newWorld({ metricsToken: token, pages });
  address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  return () => rm(pages, { recursive: true });
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("every answer names its request:", () => {
  test.each([
    ["a good one", "/api/health"],
    ["a page", "/registers/hazard"],
    ["a file", "/a.js"],
    ["a problem", "/api/nothing"],
    ["nobody signed in", "/api/session"],
    ["an address that is none", "/%zz"],
    ["the document", "/api/openapi.json"],
    ["the metrics", "/metrics"],
  ])("%s", async (_, path) => {
    const answer = await world.nobody.get(path, { "x-request-id": "mine" });
    expect(answer.headers["x-request-id"]).toMatch(uuid);
    if (answer.status >= 400) expect(answer.body.requestId).toBe(answer.headers["x-request-id"]);
  });

  test("the stream", async () => {
    const cookie = await signIn(world.zhiben.app, "su", password);
    const listening = new AbortController();
    const answer = await fetch(`${address}/api/stream`, { headers: { cookie }, signal: listening.signal });
    expect(answer.headers.get("x-request-id")).toMatch(uuid);
    listening.abort();
  });

  test("bytes that are no request", async () => {
    const text = await rawly("nothing of HTTP\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    const id = text.match(/x-request-id: (\S+)/)?.[1];
    expect(JSON.parse(text.split("\r\n\r\n")[1] ?? "")).toMatchObject({
      code: "malformed-request",
      requestId: id,
    });
  });
});

async function rawly(bytes: string): Promise<string> {
  const socket = net.connect(Number(new URL(address).port), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.write(bytes);
  await once(socket, "close");
  return text;
}

describe("the metrics", () => {
  const read = (headers: Record<string, string> = {}, remoteAddress = "127.0.0.1", of = world) =>
    of.zhiben.app.inject({ method: "GET", url: "/metrics", headers, remoteAddress });

  test("tell what happened and how things stand", async () => {
    const id = await world.hazardFound();
    await world.as("su").act("hazard", id, "close", { version: 1, input: {} });
    await world.as("su").act("hazard", id, "nonsense-13900000042", { version: 1, input: {} });
    await world.sequenced();
    const { payload, headers } = await read();
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    const value = (line: string) =>
      payload
        .split("\n")
        .find((one) => one.startsWith(`${line} `))
        ?.split(" ")[1];
    expect(value('zhiben_acts_total{register="hazard",act="find",outcome="done"}')).toBe("1");
    expect(value('zhiben_acts_total{register="hazard",act="unknown",outcome="not-found"}')).toBe("1");
    expect(payload).not.toContain("13900000042");
    expect(payload).toMatch(/zhiben_acts_total\{register="hazard",act="close",outcome="[a-z-]+"\} 1/);
    expect(payload).toMatch(
      /zhiben_http_request_duration_seconds_count\{method="POST",route="\/api\/registers\/:register\/entries",status="201"\} 1/,
    );
    expect(value("zhiben_sequencer_backlog_lines")).toBe("0");
    const { rows } = await world.owner.query("select max(position) as last from leaf");
    expect(value("zhiben_sequencer_last_position")).toBe(String(rows[0].last));
    expect(value("zhiben_database_up")).toBe("1");
    expect(value("zhiben_streams")).toBe("0");
    expect(value('zhiben_job_runs_total{job="remind",outcome="done"}')).toBe("1");
    expect(Number(value('zhiben_job_last_success_timestamp_seconds{job="remind"}'))).toBe(
      world.clock.now.getTime() / 1_000,
    );
    expect(Number(value("zhiben_database_size_bytes"))).toBeGreaterThan(1_000_000);
    expect(Number(value("zhiben_disk_free_bytes"))).toBeGreaterThan(0);
    expect(Number(value("process_resident_memory_bytes"))).toBeGreaterThan(0);
  });

  test.each<[string, Record<string, string>, string, number]>([
    ["this machine may read", {}, "127.0.0.1", 200],
    ["and by its other address", {}, "::1", 200],
    ["another machine may not", {}, "192.0.2.7", 404],
    ["but with the secret it may", { authorization: `Bearer ${token}` }, "192.0.2.7", 200],
    ["with another secret it may not", { authorization: "Bearer x" }, "192.0.2.7", 404],
    ["nor does a wrong secret go through here", { authorization: "Bearer x" }, "127.0.0.1", 404],
    ["whom a proxy here passes on may not", { "x-forwarded-for": "192.0.2.7" }, "127.0.0.1", 404],
  ])("%s", async (_, headers, from, gives) => {
    expect((await read(headers, from)).statusCode).toBe(gives);
  });

  test("behind a proxy the secret alone counts, and without one nobody reads", async () => {
    const proxied = await newWorld({ proxies: ["127.0.0.1"], metricsToken: token });
    expect((await read({}, "127.0.0.1", proxied)).statusCode).toBe(404);
    expect((await read({ authorization: `Bearer ${token}` }, "127.0.0.1", proxied)).statusCode).toBe(200);
    const shut = await newWorld({ proxies: ["127.0.0.1"] });
    expect((await read({ authorization: "Bearer undefined" }, "127.0.0.1", shut)).statusCode).toBe(404);
  });
});

describe("behind a proxy", () => {
  const enter = (of: World, name: string, from: string, secret = password) =>
    of.zhiben.app.inject({
      method: "POST",
      url: "/api/session",
      headers: { "x-forwarded-for": from, "x-forwarded-proto": "https" },
      payload: { username: name, password: secret },
    });
  const failTen = async (of: World) => {
    for (let time = 0; time < 10; time += 1) await enter(of, "su", "192.0.2.1", "wrong");
  };

  test("each address guesses for itself, and the cookie travels under TLS alone", async () => {
    const proxied = await newWorld({ proxies: ["127.0.0.1"] });
    await failTen(proxied);
    expect((await enter(proxied, "su", "192.0.2.1")).statusCode).toBe(429);
    const other = await enter(proxied, "su", "192.0.2.2");
    expect(other.statusCode).toBe(200);
    expect(other.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: "Strict" });
  });

  test("without a proxy nobody is believed who says to come from elsewhere", async () => {
    const plain = await newWorld();
    await failTen(plain);
    const other = await enter(plain, "su", "192.0.2.2");
    expect(other.statusCode).toBe(429);
    expect((await enter(plain, "mei", "192.0.2.2")).cookies[0]?.secure).toBeUndefined();
  });
});

describe("health", () => {
  test("is ready while everything stands", async () => {
    await world.sequenced();
    const { status, body } = await world.nobody.get("/api/health");
    expect(status).toBe(200);
    expect(body).toMatchObject({ live: true, ready: true, notReady: null, demonstration: false });
  });

  test("is not ready on a schema that is not this program's", async () => {
    const of = await newWorld();
    await of.owner.query(
      "delete from schema_version where number = (select max(number) from schema_version)",
    );
    const { status, body } = await of.nobody.get("/api/health");
    expect([status, body.ready, body.notReady]).toEqual([503, false, "schema-not-current"]);
  });

  test("is alive, but not ready, without its database", async () => {
    const of = await newWorld();
    await dropDatabase(inject("server"), of.connection.database);
    const { status, body } = await of.nobody.get("/api/health");
    expect([status, body.live, body.notReady, body.backlog]).toEqual([503, true, "database-gone", null]);
    expect((await of.nobody.get("/api/health?live")).status).toBe(200);
  });

  test("is not ready while the product stops", async () => {
    const of = await newWorld();
    of.services.lifecycle.stopping();
    const { status, body } = await of.nobody.get("/api/health");
    expect([status, body.notReady]).toEqual([503, "stopping"]);
  });
});
