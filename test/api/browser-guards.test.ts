import { beforeAll, expect, test } from "vitest";
import { password } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const planted = "a-token-that-somebody-else-has-planted-1234567";
const signIn = (headers: Record<string, string>) =>
  world.nobody.send("POST", "/api/session", { username: "lin", password }, headers);

test("a session begins under a token that nobody knew before", async () => {
  const cookie = `zhiben_session=${planted}`;
  const given = String((await signIn({ cookie })).headers["set-cookie"]);
  expect(given).toMatch(/^zhiben_session=[\w-]{43};.*HttpOnly; SameSite=Strict/);
  expect(given).not.toContain(planted);
  expect((await world.nobody.get("/api/session", { cookie })).status).toBe(401);
});

test("whoever signs in again in a browser leaves no session behind under the old token", async () => {
  const tokenOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
    String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const first = tokenOf(await signIn({}));
  const second = tokenOf(await signIn({ cookie: first }));
  expect(second).not.toBe(first);
  expect((await world.nobody.get("/api/session", { cookie: first })).body.code).toBe("session-ended");
  expect((await world.nobody.get("/api/session", { cookie: second })).status).toBe(200);
});

test.each(["POST", "PUT", "DELETE"] as const)("no other site has a browser send a %s", async (method) => {
  const origin = "https://elsewhere.example";
  const answer = await world.as("wang").send(method, "/api/session", undefined, { origin });
  expect([answer.status, answer.body.code]).toEqual([403, "cross-origin"]);
});

test.each(["/api/session", "/api/health"])("no site shows %s in a frame", async (path) => {
  const { headers } = await world.as("wang").get(path);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});
