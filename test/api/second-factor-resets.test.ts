import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAudit } from "../../server/store/audit-log.ts";
import { codeAt, setUpSecondFactor } from "../support/authenticator.ts";
import { beginning, type PersonName, password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const hourMs = 3_600_000;
const ask = (of: string, by: PersonName = "tang", on = world) =>
  on.as(by).send("POST", `/api/accounts/${of}/second-factor-reset`);
const confirm = async (of: PersonName, by: PersonName = "min", on = world) =>
  on.as(by).send("POST", `/api/second-factor-resets/${(await on.actor(of)).id}/confirmation`);
const decline = async (of: PersonName, by: PersonName = "min") =>
  world.as(by).send("DELETE", `/api/second-factor-resets/${(await world.actor(of)).id}`);

async function story(person: string): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { body, facts } of readAudit(world.owner, { person }))
    told.push(typeof facts.why === "string" ? `${body.act}: ${facts.why}` : body.act);
  return told;
}

test("one administrator asks, another confirms, and then the person begins anew and is told", async () => {
  const { browser, secret } = await setUpSecondFactor(world, "ji");
  expect((await world.as("tang").get("/api/accounts?q=ji")).body.accounts).toMatchObject([
    { username: "ji", secondFactor: true },
  ]);
  mustDo(await ask("ji"));
  // Asking alone changes nothing.
  expect((await browser.get("/api/session")).status).toBe(200);
  expect((await newBrowser(world).signIn("ji", password)).body).toEqual({ next: "enter-code" });
  const asked = { username: "ji", name: "纪明", askedByName: "唐系统", askedAt: beginning.toISOString() };
  expect((await world.as("tang").get("/api/second-factor-resets")).body.resets).toMatchObject([
    { ...asked, mayDecide: false },
  ]);
  expect((await world.as("min").get("/api/second-factor-resets")).body.resets).toMatchObject([
    { ...asked, mayDecide: true },
  ]);
  mustDo(await confirm("ji"));
  expect((await browser.get("/api/session")).status).toBe(401);
  expect((await world.as("min").get("/api/second-factor-resets")).body.resets).toEqual([]);

  const ji = newBrowser(world);
  expect((await ji.signIn("ji", password)).body).toMatchObject({ person: { name: "纪明" } });
  expect((await ji.get("/api/session/second-factor")).body).toMatchObject({
    since: null,
    recoveryCodesLeft: 0,
    reset: { askedBy: "唐系统", decidedBy: "闵安管", at: beginning.toISOString() },
  });
  expect((await ji.get("/api/notices")).body).toMatchObject({
    notices: [
      { kind: "secondFactorReset", words: { zh: expect.stringContaining("第二重验证已被管理员重置") } },
    ],
    unseen: 1,
  });
  expect((await world.as("yang").get("/api/notices")).body.notices).toEqual([]);
  world.clock.now = new Date(beginning.getTime() + 30_000);
  const code = codeAt(secret, world.clock.now);
  expect((await ji.send("POST", "/api/session/recovery-codes", { code })).body.code).toBe("no-second-factor");
  expect(await story("ji")).toEqual(
    expect.arrayContaining(["secondFactorSet", "sessionEnded: secondFactorReset", "signedIn"]),
  );
  expect(await story("tang")).toContain("resetAsked");
  expect(await story("min")).toContain("resetConfirmed");
});

test("where the rules demand a second factor, whoever lost one is told and sets up another first", async () => {
  const strict = await newWorld({ secondFactorFor: ["officials"] });
  await setUpSecondFactor(strict, "lin");
  mustDo(await ask("lin", "tang", strict));
  mustDo(await confirm("lin", "min", strict));
  const lin = newBrowser(strict);
  expect((await lin.signIn("lin", password)).body).toEqual({ next: "set-second-factor" });
  expect((await lin.get("/api/session/second-factor")).body).toMatchObject({
    required: true,
    reset: { askedBy: "唐系统", decidedBy: "闵安管" },
  });
  await strict.stop();
});

test("what is declined changes nothing, and may be asked for again", async () => {
  await setUpSecondFactor(world, "zhou");
  mustDo(await ask("zhou"));
  mustDo(await decline("zhou"));
  expect((await confirm("zhou")).body.code).toBe("not-found");
  expect((await newBrowser(world).signIn("zhou", password)).body).toEqual({ next: "enter-code" });
  mustDo(await ask("zhou"));
  mustDo(await decline("zhou", "tang"));
  expect(await story("tang")).toContain("resetDeclined");
});

test("what nobody decides on within three days is void", async () => {
  await setUpSecondFactor(world, "gao");
  mustDo(await ask("gao"));
  world.clock.now = new Date(beginning.getTime() + 72 * hourMs);
  expect((await confirm("gao")).body.code).toBe("not-found");
  mustDo(await ask("gao"));
  mustDo(await confirm("gao"));
});

describe("is refused", () => {
  beforeAll(async () => {
    world.clock.now = beginning;
    await setUpSecondFactor(world, "lin");
    await setUpSecondFactor(world, "wang");
    mustDo(await ask("lin"));
  });

  test.each<[string, string, () => Promise<Answer>]>([
    ["the head of a department who asks", "role-may-not", () => ask("wang", "luo")],
    ["the security administrator who asks", "role-may-not", () => ask("wang", "min")],
    ["the auditor who asks", "role-may-not", () => ask("wang", "shen")],
    ["the system administrator who confirms", "role-may-not", () => confirm("lin", "tang")],
    ["the auditor who confirms", "role-may-not", () => confirm("lin", "shen")],
    ["the auditor who turns down", "role-may-not", () => decline("lin", "shen")],
    ["the head who looks", "role-may-not", () => world.as("luo").get("/api/second-factor-resets")],
    ["asking for nobody", "not-found", () => ask("nobody-of-that-name")],
    ["asking for oneself", "own-account", () => ask("tang")],
    ["asking for who has none", "no-second-factor", () => ask("mei")],
    ["asking twice", "reset-asked-already", () => ask("lin")],
    ["confirming what nobody asked for", "not-found", () => confirm("wang")],
    ["turning down what nobody asked for", "not-found", () => decline("wang")],
  ])("%s: %s", async (_, code, asked) => {
    expect((await asked()).body.code).toBe(code);
  });

  // Nobody holds both posts; should the tables say so all the same, it still takes two.
  test.each([
    ["confirming what one asked for", "asked-by-oneself", "min", "wang"],
    ["confirming one's own", "own-account", "tang", "min"],
  ] as const)("%s: %s", async (_, code, askedBy, of) => {
    await world.owner.query(
      `insert into second_factor_reset (person, asked_by, asked_at)
        select (select id from person where username = $1), (select id from person where username = $2), $3`,
      [of, askedBy, beginning],
    );
    expect((await confirm(of)).body.code).toBe(code);
  });
});
