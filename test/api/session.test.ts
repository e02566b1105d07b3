import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { organisationId } from "../../server/store/campaign.ts";
import { givePost } from "../../server/store/posts.ts";
import { beginning, password } from "../support/cast.ts";
import { type Client, clientOf } from "../support/client.ts";
import { newWorld, signIn, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const holding = (cookie: string): Client => clientOf(world.zhiben.app, async () => cookie);
const session = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  post: z.object({ id: z.string(), role: z.string() }),
  posts: z.array(z.object({ id: z.string(), role: z.string(), region: z.string() })),
});

const office = {
  role: "committeeOffice",
  organisation: organisationId("zhou-anweiban"),
  level: "prefecture",
  region: "5334",
  sectors: "all",
  from: "2025-01-01",
} as const;

test("whoever signs in is told who they are and in which post, and keeps a cookie that no script can read", async () => {
  const answer = await world.nobody.send("POST", "/api/session", { username: "lin", password });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    person: { name: "林执行" },
    post: {
      role: "inspector",
      roleWords: { zh: "行政执法人员", en: "Enforcement officer" },
      organisation: { name: { zh: "香格里拉市应急管理局" } },
      level: "county",
      region: "533401",
      sectors: "all",
    },
    demonstration: false,
    idleLockMinutes: null,
  });
  const cookie = String(answer.headers["set-cookie"]);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(answer.text).not.toContain(cookie.split(/[=;]/)[1]);
});

test("a person of an enterprise is told the name of their enterprise", async () => {
  const { body } = await world.as("mei").get("/api/session");
  expect(body).toMatchObject({ post: { organisation: { name: { zh: "云岭铜业选冶厂（虚构）" } } } });
});

test("a session's token works as a bearer token too, for programs", async () => {
  const [, token = ""] = (await signIn(world.zhiben.app, "lin", password)).split("=");
  const bearing = (authorization: string) => world.nobody.get("/api/session", { authorization });
  expect((await bearing(`Bearer ${token}`)).status).toBe(200);
  expect((await bearing(`Bearer ${token.slice(1)}`)).status).toBe(401);
  expect((await bearing(token)).status).toBe(401);
});

test("wrong password, unknown account and disabled account get the same answer", async () => {
  await world.owner.query("update person set disabled = true where username = 'gu'");
  const tries = [
    ["lin", "wrong"],
    ["nobody-of-that-name", password],
    ["gu", password],
  ] as const;
  const answers = await Promise.all(
    tries.map(([username, secret]) =>
      world.nobody.send("POST", "/api/session", { username, password: secret }),
    ),
  );
  for (const { status, body, headers } of answers) {
    expect(status).toBe(401);
    expect({ ...body, requestId: "" }).toEqual({ ...answers[0]?.body, requestId: "" });
    expect(headers["set-cookie"]).toBeUndefined();
  }
});

test("a session ends after twelve hours", async () => {
  const lin = holding(await signIn(world.zhiben.app, "lin", password));
  world.clock.now = new Date(beginning.getTime() + 12 * 3_600_000 - 1);
  expect((await lin.get("/api/session")).status).toBe(200);
  world.clock.now = new Date(beginning.getTime() + 12 * 3_600_000);
  expect((await lin.get("/api/session")).body.code).toBe("not-signed-in");
});

test("a session ends when its person signs out, and no other does", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => signIn(world.zhiben.app, "wang", password)));
  const signedOut = holding(one ?? "");
  expect((await signedOut.send("DELETE", "/api/session")).status).toBe(204);
  expect((await signedOut.get("/api/session")).status).toBe(401);
  expect((await holding(other ?? "").get("/api/session")).status).toBe(200);
  // Signing out twice is no mistake.
  expect((await signedOut.send("DELETE", "/api/session")).status).toBe(204);
});

test("a session ends at once when its account is disabled", async () => {
  const fang = holding(await signIn(world.zhiben.app, "fang", password));
  expect((await fang.get("/api/session")).status).toBe(200);
  await world.owner.query("update person set disabled = true where username = 'fang'");
  expect((await fang.get("/api/session")).status).toBe(401);
});

test("a session ends with the post in which it acts", async () => {
  const tong = holding(await signIn(world.zhiben.app, "tong", password));
  await world.owner.query(
    "update post set to_day = '2026-03-10' where person = (select id from person where username = 'tong')",
  );
  expect((await tong.get("/api/session")).status).toBe(200);
  world.clock.now = new Date("2026-03-11T00:00:00+08:00");
  expect((await tong.get("/api/session")).status).toBe(401);
});

test("a person with two posts acts in the chosen one, and sees what it sees", async () => {
  const chen = await world.actor("chen");
  await givePost(world.owner, chen.id, office);
  await world.hazardFound();
  const client = holding(await signIn(world.zhiben.app, "chen", password));
  const { posts } = session.parse((await client.get("/api/session")).body);
  expect(posts.map(({ role }) => role)).toEqual(["inspector", "committeeOffice"]);
  const second = posts[1]?.id;
  expect((await client.list("hazard")).entries).toEqual([]);
  const changed = await client.send("PUT", "/api/session/post", { post: second });
  expect(session.parse(changed.body).post).toMatchObject({ id: second, role: "committeeOffice" });
  expect((await client.list("hazard")).entries).toHaveLength(1);
});

test("a post that is given twice is held once", async () => {
  const he = await world.actor("he");
  await givePost(world.owner, he.id, office);
  await givePost(world.owner, he.id, office);
  const client = holding(await signIn(world.zhiben.app, "he", password));
  expect(session.parse((await client.get("/api/session")).body).posts).toHaveLength(2);
});

test("nobody acts in another's post", async () => {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from post where person = (select id from person where username = 'luo')",
  );
  const answer = await world.as("lin").send("PUT", "/api/session/post", { post: rows[0]?.id });
  expect(answer.status).toBe(404);
  expect((await world.as("lin").get("/api/session")).body).toMatchObject({ post: { role: "inspector" } });
});

test("the table of sessions does not hold the token", async () => {
  const cookie = await signIn(world.zhiben.app, "lin", password);
  const { rows } = await world.owner.query<{ held: string }>("select s::text as held from session s");
  for (const { held } of rows) expect(held).not.toContain(cookie.split("=")[1]);
});

test.each([
  ["GET", "/api/registers/hazard/entries"],
  ["GET", "/api/home"],
  ["GET", "/api/waiting"],
  ["GET", "/api/notices"],
  ["GET", "/api/changes"],
  ["GET", "/api/stream"],
  ["GET", "/api/criteria"],
  ["GET", "/api/criteria/standards"],
  ["GET", "/api/criteria/standards/GM"],
  ["GET", "/api/criteria/standards/GM/items/3-1/texts"],
  ["GET", "/api/criteria/imports"],
  ["POST", "/api/criteria/imports?file=a.csv&format=csv"],
  ["POST", "/api/criteria/imports/0192f0c1-0000-7000-8000-000000000001/withdrawal"],
  ["POST", "/api/files"],
  ["POST", "/api/registers/hazard/entries"],
] as const)("%s %s is for people who are signed in", async (method, path) => {
  const client = world.nobody;
  const answer = method === "GET" ? await client.get(path) : await client.send(method, path);
  expect(answer.body.code).toBe("not-signed-in");
});
