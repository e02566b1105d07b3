import { beforeAll, expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { bareConnection, codeIn, listening, overTheWire } from "../support/wire.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let port: number;
beforeAll(async () => {
  world = await newWorld({ patience: { headMs: 300, requestMs: 600, lookEveryMs: 50 } });
  port = await listening(world.zhiben);
});

/** Sends letter by letter, never so slowly that the connection would count as idle, until the other side has enough of it. */
async function dribbled(begun: string, letter: string): Promise<string> {
  const { socket, heard } = await bareConnection(port);
  socket.write(begun);
  const timer = setInterval(() => socket.writable && socket.write(letter), 30);
  const said = await heard;
  clearInterval(timer);
  return said;
}

const bodyOf = (said: string): string => said.slice(said.indexOf("\r\n\r\n") + 4);
const post = "POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";

// What is awaited is that the connection ends at all: without a bound it would not, however long the test waited.
test.each([
  {
    story: "headers letter by letter",
    begun: "GET /api/health HTTP/1.1\r\nhost: a\r\nx-slow: ",
    letter: "a",
  },
  { story: "headers without end", begun: "GET /api/health HTTP/1.1\r\nhost: a\r\n", letter: "x: a\r\n" },
  { story: "a body letter by letter", begun: `${post}content-length: 100000\r\n\r\n{`, letter: " " },
  { story: "a body in chunks", begun: `${post}transfer-encoding: chunked\r\n\r\n`, letter: "1\r\n \r\n" },
  { story: "nothing at all", begun: "", letter: "" },
])(
  "whoever sends $story is told that it takes too long, and others are served",
  async ({ begun, letter }) => {
    const slow = dribbled(begun, letter);
    expect((await overTheWire(port, { path: "/api/health" })).status).toBe(200);
    const said = await slow;
    expect(world.errors).toEqual([]);
    // A letter that is under way when the connection closes has the system drop what was said on it: then that it closed is all.
    if (said === "" && letter !== "") return;
    expect(said.split("\r\n")[0]).toBe("HTTP/1.1 408 Request Timeout");
    expect(codeIn(bodyOf(said))).toBe("request-too-slow");
  },
);

test("sixty who dribble at once keep nobody from being served", async () => {
  const slow = Array.from({ length: 60 }, () => dribbled(`${post}content-length: 100000\r\n\r\n{`, " "));
  for (let count = 0; count < 20; count += 1)
    expect((await overTheWire(port, { path: "/api/health" })).status).toBe(200);
  for (const said of await Promise.all(slow)) if (said !== "") expect(said).toContain("408");
});

test("a product that runs as usual has its bounds", async () => {
  const { server } = (await newWorld()).zhiben.app;
  expect([server.headersTimeout, server.requestTimeout, server.maxConnections]).toEqual([
    limits.requestHeadSeconds * 1_000,
    limits.requestSeconds * 1_000,
    limits.connections,
  ]);
});
