import { beforeAll, beforeEach, expect, test } from "vitest";
import { demonstrationRules } from "../../core/sign-in/rules.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { beginning, password } from "../support/cast.ts";
import { type Browsing, newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld({ idleLockMinutes: 15 });
});
beforeEach(() => {
  world.clock.now = beginning;
});

// A stream of an epoch that has gone ends by itself, where one that goes on would keep the test waiting.
const otherEpoch = "0192f0c1-0000-7000-8000-000000000001";

const later = (minutes: number, of: World = world) => {
  of.clock.now = new Date(beginning.getTime() + minutes * 60_000);
};

async function signedIn(of: World = world): Promise<Browsing> {
  const browser = newBrowser(of);
  mustDo(await browser.signIn("lin", password));
  return browser;
}

test("after a quarter of an hour without use a session does nothing until its person signs in again", async () => {
  const lin = await signedIn();
  later(16);
  mustDo(await lin.get("/api/session"));
  later(32.5);
  const locked = await lin.get("/api/home");
  expect([locked.status, locked.body.code]).toEqual([401, "session-locked"]);
  const sent = await lin.send("PUT", "/api/session/post", { post: (await world.actor("lin")).id });
  expect(sent.body.code).toBe("session-locked");
  const cookie = String((await lin.signIn("lin", password)).headers["set-cookie"]).split(";")[0] ?? "";
  expect((await lin.get("/api/home")).status).toBe(200);
  // What was locked has ended, and does not count among the sessions that an account may have.
  const { sessions } = (await lin.get("/api/session/sign-ins")).body as { sessions: unknown[] };
  expect(sessions).toHaveLength(1);
  expect(cookie).not.toBe("");
  const ends: unknown[] = [];
  for await (const { body, facts } of readAudit(world.owner, { person: "lin" }))
    if (body.act === "sessionEnded") ends.push(facts.why);
  expect(ends).toEqual(["signedInAgain"]);
});

test.each([
  ["asks by itself", { "x-zhiben-unattended": "1" }, "/api/home"],
  ["follows the stream", {}, `/api/stream?after=0&epoch=${otherEpoch}`],
])("a page that only %s does not keep its session open", async (_, headers, path) => {
  const lin = await signedIn();
  for (const minute of [5, 10, 15]) {
    later(minute);
    expect((await lin.get(path, headers)).status).toBeLessThan(401);
  }
  later(16.5);
  expect((await lin.get("/api/home")).body.code).toBe("session-locked");
});

test("a page that says that somebody is at it keeps its session open, until it locks it", async () => {
  const lin = await signedIn();
  for (const minute of [10, 20, 30]) {
    later(minute);
    expect((await lin.send("PUT", "/api/session/use")).status).toBe(204);
  }
  expect((await lin.send("PUT", "/api/session/lock")).status).toBe(204);
  expect((await lin.get("/api/home")).body.code).toBe("session-locked");
  expect((await lin.send("PUT", "/api/session/use")).body.code).toBe("session-locked");
  expect((await lin.send("DELETE", "/api/session")).status).toBe(204);
});

test("the operator chooses the time, and a demonstration has none", async () => {
  const chosen = await newWorld({ idleLockMinutes: 60 });
  const open = await newWorld({ signInRules: demonstrationRules });
  const [lin, visitor] = [await signedIn(chosen), await signedIn(open)];
  later(61, chosen);
  later(600, open);
  expect((await lin.get("/api/session")).body).toMatchObject({ idleLockMinutes: 60 });
  expect((await visitor.get("/api/session")).body).toMatchObject({ idleLockMinutes: null });
  expect((await visitor.send("PUT", "/api/session/lock")).status).toBe(204);
  expect((await visitor.get("/api/home")).status).toBe(200);
  later(123, chosen);
  expect((await lin.get("/api/session")).body.code).toBe("session-locked");
});
