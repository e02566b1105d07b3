import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { strictRules } from "../../core/sign-in/rules.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { codeAt, setUpSecondFactor } from "../support/authenticator.ts";
import { type PersonName, password } from "../support/cast.ts";
import {
  type IdentityProvider,
  newBrowserAtProvider,
  startIdentityProvider,
} from "../support/identity-provider.ts";
import { newBrowser } from "../support/sign-in.ts";
import {
  address,
  beginBinding,
  begun,
  besideProvider,
  bind,
  comeBack,
  lastFailure,
  passwordIn,
  signOn,
  visitProvider,
} from "../support/sign-on.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let provider: IdentityProvider;
let world: World;
besideProvider((started) => {
  ({ provider, world } = started);
});

async function story(person: string, on = world): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { body, facts } of readAudit(on.owner, { person }))
    told.push(typeof facts.way === "string" ? `${body.act} ${facts.way}` : body.act);
  return told;
}

describe("whoever has bound the own account", () => {
  beforeAll(async () => {
    mustDo(await bind("lin", "employee-17", world));
  });

  test("signs in through the provider and goes on where they were", async () => {
    const browser = newBrowser(world);
    const back = await visitProvider(browser, "employee-17", undefined, "/registers/hazard?state=open");
    const { name } = await world.actor("lin");
    expect(mustDo(await comeBack(browser, back)).body).toMatchObject({
      signIn: { person: { name } },
      goOn: "/registers/hazard?state=open",
    });
    expect((await browser.get("/api/session")).body).toMatchObject({ person: { name } });
  });

  test("is shown by which way they signed in", async () => {
    const browser = newBrowser(world);
    mustDo(await signOn("employee-17", world, browser));
    const { body } = await browser.get("/api/session/sign-ins");
    const { sessions } = z.object({ sessions: z.array(z.looseObject({ current: z.boolean() })) }).parse(body);
    expect(sessions.find(({ current }) => current)).toMatchObject({ way: "provider" });
    expect(body.tries).toContainEqual(expect.objectContaining({ came: true, way: "provider" }));
    expect(await story("lin")).toEqual(
      expect.arrayContaining(["signedIn", "signOnBound", "signedIn provider"]),
    );
  });

  test("gets another token than the browser had, in cookies that no visit from elsewhere carries", async () => {
    const browser = newBrowser(world);
    const sent = await browser.send("POST", "/api/sign-on", {});
    expect(String(sent.headers["set-cookie"])).toMatch(
      /^zhiben_sign_on=[\w-]{43}; Max-Age=600; Path=\/api\/sign-on; HttpOnly; SameSite=Strict$/,
    );
    const back = await newBrowserAtProvider().visit(begun.parse(sent.body).address, "employee-17");
    const first = await comeBack(browser, back);
    const second = await signOn("employee-17", world, browser);
    const [one = "", other] = [first, second].map(({ headers }) =>
      String([headers["set-cookie"]].flat().find((line) => String(line).startsWith("zhiben_session="))),
    );
    expect(one).toContain("SameSite=Strict");
    expect(one).not.toBe(other);
    const old = await world.nobody.get("/api/session", { cookie: one.split(";")[0] ?? "" });
    expect(old.body.code).toBe("session-ended");
  });

  test("is called otherwise at the provider later, and is the same", async () => {
    provider.names.set("employee-17", "wang");
    const { name } = await world.actor("lin");
    expect(mustDo(await signOn("employee-17", world)).body).toMatchObject({ signIn: { person: { name } } });
  });

  test("unbinds it, and comes in no more", async () => {
    mustDo(await bind("fang", "employee-80", world));
    const browser = newBrowser(world);
    mustDo(await signOn("employee-80", world, browser));
    expect((await browser.get("/api/sign-on/binding")).body).toMatchObject({ byPerson: true });
    expect((await browser.send("DELETE", "/api/sign-on/binding")).status).toBe(204);
    expect((await browser.send("DELETE", "/api/sign-on/binding")).body.code).toBe("sign-on-not-bound");
    expect((await browser.get("/api/sign-on/binding")).body).toEqual({ since: null, byPerson: false });
    expect((await signOn("employee-80", world)).body.code).toBe("sign-on-refused");
  });
});

describe("an account is bound", () => {
  test("only with the own password", async () => {
    const own = await passwordIn("wang", world);
    const asked = await own.send("POST", "/api/sign-on/binding", { password: "another one" });
    expect(asked.body.code).toBe("password-wrong");
  });

  test("only by whoever began it", async () => {
    const own = await passwordIn("wang", world);
    const back = await newBrowserAtProvider().visit(await beginBinding(own), "employee-5");
    mustDo(await own.signIn("zhang", password));
    expect((await own.send("POST", "/api/sign-on/binding/return", back)).body.code).toBe("sign-on-stale");
    expect((await signOn("employee-5", world)).body.code).toBe("sign-on-refused");
  });

  test("not by whoever gives it up there, which is told", async () => {
    const own = await passwordIn("wang", world);
    const back = await newBrowserAtProvider().visit(await beginBinding(own), "give-up");
    expect((await own.send("POST", "/api/sign-on/binding/return", back)).body.code).toBe("sign-on-given-up");
    expect(await story("wang")).toContain("signOnBindingFailed");
  });

  test("to one who is bound to no other, and once", async () => {
    mustDo(await bind("wang", "employee-6", world));
    expect((await bind("su", "employee-6", world)).body.code).toBe("sign-on-taken");
    const own = await passwordIn("wang", world);
    const again = await own.send("POST", "/api/sign-on/binding", { password });
    expect(again.body.code).toBe("sign-on-bound-already");
  });

  test("and unbound by the system administrator alone, which ends its sessions and is told", async () => {
    mustDo(await bind("mei", "employee-7", world));
    const browser = newBrowser(world);
    mustDo(await signOn("employee-7", world, browser));
    const end = (by: PersonName, of: string) => world.as(by).send("DELETE", `/api/accounts/${of}/sign-on`);
    expect((await end("min", "mei")).body.code).toBe("role-may-not");
    expect((await end("tang", "tang")).body.code).toBe("own-account");
    expect((await end("tang", "mei")).status).toBe(204);
    expect((await end("tang", "mei")).body.code).toBe("sign-on-not-bound");
    expect((await browser.get("/api/session")).body.code).toBe("session-ended");
    expect((await signOn("employee-7", world)).body.code).toBe("sign-on-refused");
    expect(await story("tang")).toContain("signOnTakenAway");
  });
});

describe("where the user name binds", () => {
  let named: World;
  beforeAll(async () => {
    named = await newWorld({ signOn: provider.settings({ ZHIBEN_OIDC_BIND: "claim" }) });
  });
  beforeEach(() => {
    named.clock.now = new Date(named.clock.now.getTime() + 1_000);
  });

  test("the account of that name is bound at the first sign-in, and to that person for ever", async () => {
    provider.names.set("employee-20", "lin");
    mustDo(await signOn("employee-20", named));
    expect(await story("lin", named)).toEqual(["signedIn provider", "signOnBoundByName"]);
    provider.names.set("employee-21", "lin");
    expect((await signOn("employee-21", named)).body.code).toBe("sign-on-refused");
    provider.names.set("employee-20", "somebody-else");
    const { name } = await named.actor("lin");
    expect(mustDo(await signOn("employee-20", named)).body).toMatchObject({ signIn: { person: { name } } });
  });

  test("and not by the name again once somebody unbound it, but by the person", async () => {
    provider.names.set("employee-25", "wang");
    const wang = newBrowser(named);
    mustDo(await signOn("employee-25", named, wang));
    mustDo(await wang.send("DELETE", "/api/sign-on/binding"));
    expect((await signOn("employee-25", named)).body.code).toBe("sign-on-refused");
    mustDo(await bind("wang", "employee-25", named, wang));
    mustDo(await signOn("employee-25", named));
    mustDo(await named.as("tang").send("DELETE", "/api/accounts/wang/sign-on"));
    expect((await signOn("employee-25", named)).body.code).toBe("sign-on-refused");
  });

  test("and comes in no more by that binding once it is an administrator's", async () => {
    provider.names.set("employee-26", "zhang");
    mustDo(await signOn("employee-26", named));
    await makeAdministrator(named, "zhang");
    expect((await signOn("employee-26", named)).body.code).toBe("sign-on-refused");
    expect(await lastFailure(named)).toBe("provider: boundByName");
  });

  test.each<PersonName>(["tang", "min"])("but never of an administrator (%s)", async (name) => {
    provider.names.set("employee-22", name);
    expect((await signOn("employee-22", named)).body.code).toBe("sign-on-refused");
    expect(await lastFailure(named)).toBe("provider: notBound");
  });

  test("and of two who come by one name at once, one is bound", async () => {
    provider.names.set("employee-23", "su");
    provider.names.set("employee-24", "su");
    const both = await Promise.all([signOn("employee-23", named), signOn("employee-24", named)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe("the second factor", () => {
  let strict: World;
  const enough = { ZHIBEN_OIDC_AMR: "otp,hwk", ZHIBEN_OIDC_ACR: "urn:example:two-factors" };
  beforeAll(async () => {
    strict = await newWorld({
      signOn: provider.settings(enough),
      signInRules: { ...strictRules, sessionsAtMost: undefined, idleLockMinutes: undefined },
      secondFactorFor: ["administrators", "officials"],
    });
  });

  test("is asked for where the account has one here", async () => {
    const { browser, secret, recoveryCodes } = await setUpSecondFactor(strict, "lin");
    // Whoever has one shows it before another door to the account opens: the password alone may be somebody else's by now.
    const asked = await browser.send("POST", "/api/sign-on/binding", { password });
    expect(asked.body.code).toBe("code-required");
    const [code = ""] = recoveryCodes;
    mustDo(await bind("lin", "employee-30", strict, browser, { code }));
    expect((await browser.get("/api/notices")).body.notices).toContainEqual(
      expect.objectContaining({ kind: "signOnBound" }),
    );
    const own = newBrowser(strict);
    expect((await signOn("employee-30", strict, own)).body).toMatchObject({ signIn: { next: "enter-code" } });
    expect((await own.get("/api/session")).body.code).toBe("sign-in-unfinished");
    strict.clock.now = new Date(strict.clock.now.getTime() + 30_000);
    mustDo(await own.send("POST", "/api/session/code", { code: codeAt(secret, strict.clock.now) }));
    mustDo(await own.get("/api/session"));
  });

  test.each([{ amr: ["pwd", "otp"] }, { acr: "urn:example:two-factors" }])(
    "that was shown there (%j) is enough",
    async (assured) => {
      provider.assured = assured;
      expect(mustDo(await signOn("employee-30", strict)).body).toMatchObject({ signIn: { person: {} } });
    },
  );

  test("of an administrator is the product's own, whatever was shown there", async () => {
    const own = newBrowser(strict);
    await bound("min", "employee-32");
    provider.assured = { amr: ["otp"], acr: "urn:example:two-factors" };
    const answer = await signOn("employee-32", strict, own);
    expect(answer.body).toMatchObject({ signIn: { next: "set-second-factor" } });
    // Nor is its word enough to set one up: whoever has the provider in hand would choose the one that is asked for.
    const asked = await own.send("POST", "/api/session/second-factor/secret", {});
    expect(asked.body.code).toBe("password-required");
    const shown = mustDo(await own.send("POST", "/api/session/second-factor/secret", { password }));
    const { secret } = z.looseObject({ secret: z.string() }).parse(shown.body);
    const code = codeAt(secret, strict.clock.now);
    mustDo(await own.send("PUT", "/api/session/second-factor", { code }));
    mustDo(await own.get("/api/session"));
    expect((await signOn("employee-32", strict)).body).toMatchObject({ signIn: { next: "enter-code" } });
    // The code was given in this session, which acts in any post.
    const [post] = await postsHeld("min");
    mustDo(await own.send("PUT", "/api/session/post", { post }));
  });

  test("is set up without the password by anybody else for whom the provider vouches, who may have none", async () => {
    const own = newBrowser(strict);
    await bound("chen", "employee-33");
    expect((await signOn("employee-33", strict, own)).body).toMatchObject({
      signIn: { next: "set-second-factor" },
    });
    mustDo(await own.send("POST", "/api/session/second-factor/secret", {}));
  });

  test("is asked for at the next sign-in of whoever was made an administrator after the provider's was enough", async () => {
    provider.assured = { amr: ["otp"] };
    const own = newBrowser(strict);
    mustDo(await signOn("employee-30", strict, own));
    const [post] = await postsHeld("lin");
    mustDo(await own.send("PUT", "/api/session/post", { post }));
    await makeAdministrator(strict, "lin");
    const changed = await own.send("PUT", "/api/session/post", { post });
    expect(changed.body.code).toBe("second-factor-required");
  });

  /** As by a person who bound it before a second factor was demanded. */
  const bound = (name: PersonName, subject: string) =>
    strict.owner.query(
      `insert into sign_on (person, issuer, subject, since, by_person)
        select id, $1, $2, now(), true from person where username = $3`,
      [provider.issuer, subject, name],
    );

  async function postsHeld(name: PersonName): Promise<readonly string[]> {
    const { id } = await strict.actor(name);
    const { rows } = await strict.owner.query<{ id: string }>("select id from post where person = $1", [id]);
    return rows.map((row) => row.id);
  }
});

/** Gives somebody a post of the auditor beside their own. */
const makeAdministrator = async (on: World, name: PersonName) =>
  on.owner.query(
    `insert into post (id, person, role, organisation, level, region, sectors, from_day)
      select gen_random_uuid(), $1, role, organisation, level, region, sectors, from_day from post
      where role = 'auditor' limit 1`,
    [(await on.actor(name)).id],
  );

test("an issued password that was not used is not asked to be changed, and is when it is used", async () => {
  const named = await newWorld({ signOn: provider.settings({ ZHIBEN_OIDC_BIND: "claim" }) });
  const issued = mustDo(await named.as("tang").send("POST", "/api/accounts/yu/one-time-password"));
  provider.names.set("employee-40", "yu");
  expect(mustDo(await signOn("employee-40", named)).body).toMatchObject({ signIn: { person: {} } });
  const answer = await newBrowser(named).signIn("yu", String(issued.body.password));
  expect(answer.body).toEqual({ next: "change-password" });
});

test("whoever is issued a password anew is unbound, so that nobody else comes in beside them", async () => {
  mustDo(await bind("yu", "employee-41", world));
  const bound = async () => (await world.as("tang").get("/api/accounts?q=yu")).body.accounts;
  expect(await bound()).toContainEqual(expect.objectContaining({ username: "yu", signOn: true }));
  mustDo(await world.as("tang").send("POST", "/api/accounts/yu/one-time-password"));
  expect(await bound()).toContainEqual(expect.objectContaining({ username: "yu", signOn: false }));
  expect((await signOn("employee-41", world)).body.code).toBe("sign-on-refused");
});

test("a locked session is opened by whoever shows anew at the provider that it is they", async () => {
  const locking = await newWorld({ signOn: provider.settings(), signInRules: strictRules });
  // The provider goes by the real time, and so must what it says be held against.
  locking.clock.now = new Date();
  const there = newBrowserAtProvider();
  const browser = await passwordIn("chen", locking);
  mustDo(await bind("chen", "employee-50", locking, browser));
  mustDo(await comeBack(browser, await visitProvider(browser, "employee-50", there)));
  const begin = async () => begun.parse((await browser.send("POST", "/api/sign-on", {})).body).address;
  expect((await browser.send("PUT", "/api/session/lock")).status).toBe(204);
  const sent = await begin();
  const asked = new URL(sent).searchParams;
  expect([asked.get("prompt"), asked.get("max_age")]).toEqual(["login", "0"]);
  mustDo(await comeBack(browser, await there.visit(sent, "employee-50")));
  mustDo(await browser.get("/api/session"));

  // Whoever takes the demand out of the address would come in by what the provider remembers of the morning.
  locking.clock.now = new Date(Date.now() + 3_600_000);
  const loosened = new URL(await begin());
  for (const demand of ["prompt", "max_age"]) loosened.searchParams.delete(demand);
  const back = await there.visit(loosened.href, "employee-50");
  expect((await comeBack(browser, back)).body.code).toBe("sign-on-not-anew");
  expect((await browser.get("/api/session")).body.code).toBe("session-locked");
  expect(await lastFailure(locking)).toBe("provider: notAnew");
});

describe("a provider that is not there", () => {
  test("is said to be away, while people sign in by password", async () => {
    const gone = await startIdentityProvider(address);
    const settings = gone.settings();
    await gone.stop();
    const alone = await newWorld({ signOn: settings });
    const refused = await alone.nobody.send("POST", "/api/sign-on", {});
    expect(refused.body).toMatchObject({ status: 503, code: "sign-on-down" });
    expect((await alone.nobody.get("/api/sign-on/end")).body.code).toBe("sign-on-down");
    mustDo(await newBrowser(alone).signIn("lin", password));
  });

  test("any more when somebody comes back is told and logged", async () => {
    const leaving = await startIdentityProvider(address);
    const alone = await newWorld({ signOn: leaving.settings() });
    const browser = newBrowser(alone);
    const back = await visitProvider(browser, "employee-60");
    await leaving.stop();
    expect((await comeBack(browser, back)).body.code).toBe("sign-on-down");
    expect(await lastFailure(alone)).toBe("provider: providerDown");
  });

  test("is asked for nothing where none is set up", async () => {
    const plain = await newWorld();
    const own = await passwordIn("lin", plain);
    const asked = [
      await own.send("POST", "/api/sign-on", {}),
      await own.send("POST", "/api/sign-on/return", { state: "x", code: "y" }),
      await own.get("/api/sign-on/end"),
      await own.get("/api/sign-on/binding"),
      await own.send("POST", "/api/sign-on/binding", { password }),
    ];
    expect(asked.map(({ body }) => body.code)).toEqual(asked.map(() => "sign-on-absent"));
    expect((await own.get("/api/health")).body.signOn).toBeNull();
    expect((await world.nobody.get("/api/health")).body.signOn).toMatchObject({ zh: "统一身份认证" });
  });
});

test("where to sign out at the provider is told, with the way back", async () => {
  const { body } = await world.nobody.get("/api/sign-on/end");
  const end = new URL(begun.parse(body).address);
  expect(end.origin).toBe(provider.issuer);
  expect(end.searchParams.get("post_logout_redirect_uri")).toBe(`${address}/sign-in`);
});
