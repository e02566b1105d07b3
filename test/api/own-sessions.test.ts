import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { demonstrationRules, strictRules } from "../../core/sign-in/rules.ts";
import { tendAudit } from "../../server/jobs/audit.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { beginning, type PersonName, password } from "../support/cast.ts";
import { type Browsing, newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld({ signInRules: strictRules });
});
afterEach(() => world.stop());

const minuteMs = 60_000;
const later = (minutes: number) => {
  world.clock.now = new Date(beginning.getTime() + minutes * minuteMs);
};

async function signedIn(name: PersonName): Promise<Browsing> {
  const browser = newBrowser(world);
  mustDo(await browser.signIn(name, password));
  return browser;
}

const shown = z.object({
  sessions: z.array(z.looseObject({ id: z.string(), current: z.boolean() })),
  tries: z.array(z.unknown()),
  before: z.unknown(),
});
const signIns = async (browser: Browsing) =>
  shown.parse(mustDo(await browser.get("/api/session/sign-ins")).body);

async function endsOf(person: PersonName): Promise<readonly unknown[]> {
  const ends: unknown[] = [];
  for await (const { body, facts } of readAudit(world.owner, { person }))
    if (body.act === "sessionEnded") ends.push(facts.why);
  return ends;
}

test("a person is shown the own sessions: from where, since when, last used, and which is this one", async () => {
  const desk = await signedIn("lin");
  later(5);
  const telephone = await signedIn("lin");
  await signedIn("wang");
  later(9);
  mustDo(await desk.get("/api/session"));
  const { sessions } = await signIns(telephone);
  expect(sessions).toMatchObject([
    { current: true, began: "2026-03-10T01:05:00.000Z", used: "2026-03-10T01:09:00.000Z" },
    { current: false, began: "2026-03-10T01:00:00.000Z", used: "2026-03-10T01:09:00.000Z" },
  ]);
  expect(sessions[0]).toMatchObject({ address: "127.0.0.1", device: { zh: "程序或未知浏览器" } });
});

test("one session is ended from another, which is told of it and logged", async () => {
  const [desk, telephone] = [await signedIn("lin"), await signedIn("lin")];
  const other = (await signIns(desk)).sessions.find(({ current }) => !current)?.id;
  expect((await desk.send("DELETE", `/api/session/others/${other}`)).status).toBe(204);
  expect((await telephone.get("/api/home")).body).toMatchObject({
    status: 401,
    code: "session-ended",
    detail: "本人在别处结束了这次登录",
  });
  expect((await desk.get("/api/home")).status).toBe(200);
  expect((await signIns(desk)).sessions).toHaveLength(1);
  expect(await endsOf("lin")).toEqual(["endedElsewhere"]);
});

test("all other sessions are ended at once, and nobody else's", async () => {
  const [desk, one, two] = [await signedIn("lin"), await signedIn("lin"), await signedIn("lin")];
  const wang = await signedIn("wang");
  expect((await desk.send("DELETE", "/api/session/others")).body).toEqual({ sessions: 2 });
  const asked = await Promise.all([desk, one, two, wang].map((browser) => browser.get("/api/session")));
  expect(asked.map(({ status }) => status)).toEqual([200, 401, 401, 200]);
});

test("nobody ends another's session, the present one, or one that is none", async () => {
  const [lin, wang] = [await signedIn("lin"), await signedIn("wang")];
  const [{ sessions: own }, { sessions: others }] = [await signIns(lin), await signIns(wang)];
  for (const id of [own[0]?.id, others[0]?.id, "0192f0c1-0000-7000-8000-000000000001"])
    expect((await lin.send("DELETE", `/api/session/others/${id}`)).body.code).toBe("not-found");
  for (const browser of [lin, wang]) expect((await browser.get("/api/session")).status).toBe(200);
});

test("a fourth session ends the oldest, whose person is told", async () => {
  const browsers: Browsing[] = [];
  for (const minute of [1, 2, 3, 4]) {
    later(minute);
    browsers.push(await signedIn("lin"));
  }
  const asked = await Promise.all(browsers.map((browser) => browser.get("/api/session")));
  expect(asked.map(({ body }) => body.code)).toEqual(["session-ended", undefined, undefined, undefined]);
  expect(asked[0]?.body.detail).toContain("超过了同时登录数的上限");
  expect(await endsOf("lin")).toEqual(["tooMany"]);
});

test("whoever knows of an ended session learns why until it would have been over, and then no more", async () => {
  const [desk, telephone] = [await signedIn("lin"), await signedIn("lin")];
  mustDo(await desk.send("DELETE", "/api/session/others"));
  expect((await telephone.get("/api/session")).body.code).toBe("session-ended");
  later(12 * 60);
  await tendAudit(world.zhiben.services);
  expect((await telephone.get("/api/session")).body.code).toBe("not-signed-in");
});

describe("the own attempts to sign in", () => {
  test("tell successes and failures with their place, the latest first", async () => {
    await signedIn("lin");
    later(1);
    await newBrowser(world).signIn("lin", "something else");
    later(2);
    const { tries, before } = await signIns(await signedIn("lin"));
    expect(tries).toMatchObject([
      { came: true, at: "2026-03-10T01:02:00.000Z", address: "127.0.0.1" },
      { came: false, at: "2026-03-10T01:01:00.000Z" },
      { came: true, at: "2026-03-10T01:00:00.000Z" },
    ]);
    expect(before).toMatchObject({ came: true, at: "2026-03-10T01:00:00.000Z" });
  });

  test("are twenty at most, and failures push no success out of what is kept", async () => {
    await signedIn("lin");
    const person = (await world.actor("lin")).id;
    await world.owner.query(
      `insert into sign_in_try select gen_random_uuid(), $1, $2::timestamptz + n * interval '1 second', '192.0.2.1', 'other', false
        from generate_series(1, 40) n`,
      [person, beginning],
    );
    later(1);
    await newBrowser(world).signIn("lin", "something else");
    later(2);
    const lin = await signedIn("lin");
    expect((await signIns(lin)).tries).toHaveLength(20);
    expect((await signIns(lin)).before).toMatchObject({ at: "2026-03-10T01:00:00.000Z" });
    const { rows } = await world.owner.query("select from sign_in_try where person = $1 and not came", [
      person,
    ]);
    expect(rows).toHaveLength(20);
  });

  test("are nobody else's", async () => {
    await newBrowser(world).signIn("lin", "something else");
    expect((await signIns(await signedIn("wang"))).tries).toMatchObject([{ came: true }]);
  });
});

describe("the system administrator", () => {
  const end = (by: PersonName, of: string) => world.as(by).send("DELETE", `/api/accounts/${of}/sessions`);

  test("ends every session of an account, which is told of it and logged", async () => {
    const [desk, telephone] = [await signedIn("lin"), await signedIn("lin")];
    expect((await end("tang", "lin")).body).toEqual({ sessions: 2 });
    for (const browser of [desk, telephone])
      expect((await browser.get("/api/home")).body).toMatchObject({
        code: "session-ended",
        detail: "系统管理员结束了该账号的登录",
      });
    expect(await endsOf("lin")).toEqual(["endedByAdministrator", "endedByAdministrator"]);
    const told: unknown[] = [];
    for await (const { body, facts } of readAudit(world.owner, { person: "tang" }))
      if (body.act === "sessionsEnded") told.push([facts.account, facts.sessions]);
    expect(told).toEqual([[(await world.actor("lin")).id, 2]]);
    mustDo(await newBrowser(world).signIn("lin", password));
  });

  test.each([
    ["an inspector", "wang", "lin", "role-may-not"],
    ["the security administrator", "min", "lin", "role-may-not"],
    ["the system administrator for the own account", "tang", "tang", "own-account"],
    ["the system administrator for an account that is none", "tang", "nobody-of-that-name", "not-found"],
  ] as const)("but not %s", async (_, by, of, code) => {
    const lin = await signedIn("lin");
    expect((await end(by, of)).body.code).toBe(code);
    expect((await lin.get("/api/session")).status).toBe(200);
  });
});

test("accounts that many share have as many sessions as there are, and nobody sees or ends another's", async () => {
  await world.stop();
  world = await newWorld({ signInRules: demonstrationRules });
  const browsers = await Promise.all([1, 2, 3, 4, 5].map(() => signedIn("lin")));
  const [first, second] = browsers;
  if (first === undefined || second === undefined) throw new Error("Nobody signed in");
  expect(await signIns(first)).toMatchObject({ sessions: [{ current: true }], tries: [], before: null });
  expect((await first.send("DELETE", "/api/session/others")).body.code).toBe("shared-account");
  expect((await world.as("tang").send("DELETE", "/api/accounts/lin/sessions")).body.code).toBe(
    "shared-account",
  );
  for (const browser of browsers) expect((await browser.get("/api/session")).status).toBe(200);
});
