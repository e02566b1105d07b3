import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { demonstrationRules } from "../../core/sign-in/rules.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { beginning, type PersonName, password } from "../support/cast.ts";
import { newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const mine = "雪山脚下有一座小学校，春天";
const hourMs = 3_600_000;
const issued = z.object({ username: z.string(), password: z.string(), until: z.string() });

const issue = async (name: PersonName) => {
  return issued.parse(
    mustDo(await world.as("tang").send("POST", `/api/accounts/${name}/one-time-password`)).body,
  );
};

async function story(person: string): Promise<readonly string[]> {
  const acts: string[] = [];
  for await (const { body } of readAudit(world.owner, { person })) acts.push(body.act);
  return acts;
}

test("a one-time password opens nothing but the way to an own one", async () => {
  const { password: once } = await issue("lin");
  expect(once).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);
  const lin = newBrowser(world);
  expect((await lin.signIn("lin", once)).body).toEqual({ next: "change-password" });
  for (const path of ["/api/session", "/api/home", "/api/registers/hazard/entries", "/api/stream"])
    expect((await lin.get(path)).body).toMatchObject({ code: "sign-in-unfinished", next: "change-password" });
  expect(
    (await lin.send("PUT", "/api/session/post", { post: (await world.actor("lin")).id })).body.code,
  ).toBe("sign-in-unfinished");
  const changed = await lin.send("PUT", "/api/session/password", { old: once, password: mine });
  expect(changed.body).toMatchObject({ person: { name: "林执行" } });
  expect((await lin.get("/api/home")).status).toBe(200);
  world.clock.now = new Date(beginning.getTime() + 1_000);
  expect((await newBrowser(world).signIn("lin", once)).body.code).toBe("sign-in-failed");
  world.clock.now = new Date(beginning.getTime() + 2_000);
  expect((await newBrowser(world).signIn("lin", mine)).status).toBe(200);
  expect(await story("lin")).toEqual([
    "signInBegun",
    "passwordChanged",
    "signedIn",
    "signInFailed",
    "signedIn",
  ]);
});

test("the token under which somebody gave a one-time password opens nothing once they are signed in", async () => {
  const { password: once } = await issue("wang");
  const wang = newBrowser(world);
  const begun = String((await wang.signIn("wang", once)).headers["set-cookie"]).split(";")[0] ?? "";
  mustDo(await wang.send("PUT", "/api/session/password", { old: once, password: mine }));
  expect((await world.nobody.get("/api/session", { cookie: begun })).status).toBe(401);
});

test("a one-time password ends the account's sessions at once, and says so", async () => {
  const mei = newBrowser(world);
  mustDo(await mei.signIn("mei", password));
  const { password: once, until } = await issue("mei");
  expect(Date.parse(until) - beginning.getTime()).toBe(72 * hourMs);
  expect((await mei.get("/api/session")).status).toBe(401);
  expect((await newBrowser(world).signIn("mei", password)).body.code).toBe("sign-in-failed");
  world.clock.now = new Date(beginning.getTime() + 72 * hourMs - 1);
  expect((await newBrowser(world).signIn("mei", once)).status).toBe(200);
  world.clock.now = new Date(beginning.getTime() + 72 * hourMs);
  expect((await newBrowser(world).signIn("mei", once)).body.code).toBe("sign-in-failed");
  const ends: unknown[] = [];
  for await (const { body, facts } of readAudit(world.owner, { person: "mei" }))
    ends.push(facts.why ?? body.act);
  expect(ends.toSorted()).toEqual([
    "passwordExpired",
    "passwordIssued",
    "signInBegun",
    "signedIn",
    "wrongPassword",
  ]);
});

test("the audit log tells who issued a password to whom, and never the password", async () => {
  const { password: once } = await issue("tong");
  const { rows } = await world.owner.query<{ text: string }>("select text from audit");
  const told = rows.find(({ text }) => text.includes("passwordIssued"))?.text;
  expect(told).toContain('"role":"systemAdministrator"');
  const { rows: values } = await world.owner.query<{ value: string }>("select value::text from value");
  for (const { text } of rows) expect(text).not.toContain(once);
  for (const { value } of values) expect(value).not.toContain(once);
  const { rows: people } = await world.owner.query<{ hash: string }>(
    "select password_hash as hash from person where username = 'tong'",
  );
  expect(people[0]?.hash).toMatch(/^\$argon2id\$/);
});

test.each([
  ["the head of a department", "luo"],
  ["the auditor", "shen"],
] as const)("%s issues no password and finds no account", async (_, name) => {
  const asked = [
    await world.as(name).send("POST", "/api/accounts/chen/one-time-password"),
    await world.as(name).get("/api/accounts?q=chen"),
  ];
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([403, "role-may-not"]));
});

test("nobody issues a password to the own account, to a disabled one, or to one that does not exist", async () => {
  await world.owner.query("update person set disabled = true where username = 'gu'");
  const to = async (username: string) =>
    (await world.as("tang").send("POST", `/api/accounts/${username}/one-time-password`)).body.code;
  expect(await to("tang")).toBe("own-account");
  expect(await to("gu")).toBe("not-found");
  expect(await to("nobody-of-that-name")).toBe("not-found");
});

test("the system administrator sees how an account is signed in to, and nothing more", async () => {
  await world.owner.query("update person set password_hash = null where username = 'yu'");
  const found = (await world.as("tang").get(`/api/accounts?q=${encodeURIComponent("yu")}`)).body;
  expect(found.accounts).toContainEqual({
    id: (await world.actor("yu")).id,
    username: "yu",
    name: (await world.actor("yu")).name,
    disabled: false,
    password: "none",
    until: null,
    secondFactor: false,
    signOn: false,
  });
  expect((await newBrowser(world).signIn("yu", password)).body.code).toBe("sign-in-failed");
});

describe("whoever changes the own password", () => {
  const change = (name: PersonName, old: string, wanted: string) =>
    world.as(name).send("PUT", "/api/session/password", { old, password: wanted });

  test.each([
    ["with the old one wrong", "wrong", mine, "password-wrong", "old", "not-an-option"],
    ["for the same", password, password, "password-refused", "password", "password-too-short"],
    ["for a short one", password, "Tx7!qP2zvK9", "password-refused", "password", "password-too-short"],
    ["for one of the commonest", password, "Unbelievable", "password-refused", "password", "password-common"],
    [
      "for one with the own name",
      password,
      "段冶金-Tx7!qP2zvK9",
      "password-refused",
      "password",
      "password-holds-name",
    ],
    ["for a birthday", password, "born 1990-01-01", "password-refused", "password", "password-date"],
  ])("%s is refused", async (_, old, wanted, code, field, why) => {
    const { status, body } = await change("duan", old, wanted);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.problems).toMatchObject([{ field, code: why }]);
  });

  test("ends the other sessions and goes on in this one", async () => {
    const [one, other] = [newBrowser(world), newBrowser(world)];
    mustDo(await one.signIn("chen", password));
    mustDo(await other.signIn("chen", password));
    mustDo(await one.send("PUT", "/api/session/password", { old: password, password: mine }));
    expect((await one.get("/api/session")).status).toBe(200);
    expect((await other.get("/api/session")).status).toBe(401);
  });

  test("is stopped after ten wrong old ones", async () => {
    for (let tries = 0; tries < 10; tries += 1) await change("bai", "wrong", mine);
    expect((await change("bai", password, mine)).body.code).toBe("too-many-attempts");
  });
});

test("in a demonstration, whose accounts everybody shares, passwords stay as they are", async () => {
  const shared = await newWorld({ signInRules: demonstrationRules });
  const codes = [
    await shared.as("tang").send("POST", "/api/accounts/lin/one-time-password"),
    await shared.as("lin").send("PUT", "/api/session/password", { old: password, password: mine }),
  ].map(({ body }) => body.code);
  expect(codes).toEqual(["shared-account", "shared-account"]);
  await shared.stop();
});
