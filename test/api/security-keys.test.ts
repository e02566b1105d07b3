import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { demonstrationRules } from "../../core/sign-in/rules.ts";
import { securityKeys } from "../../core/sign-in/security-key.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { codeAt, secretAnswer, setUpSecondFactor } from "../support/authenticator.ts";
import { beginning, type PersonName, password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { zhiben } from "../support/command.ts";
import {
  addKey,
  answerOf,
  askedOf,
  giveKey,
  make,
  newSoftKey,
  offeredTo,
  type SoftKey,
} from "../support/security-key.ts";
import { type Browsing, newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let minutes = 0;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  minutes += 60;
  world.clock.now = later(0);
});

/** So many minutes after the beginning of this test. */
const later = (more: number) => new Date(beginning.getTime() + (minutes + more) * 60_000);

/** Somebody who adds a key to their account, in the browser in which they are signed in. */
async function enrol(name: PersonName, on = world, key = newSoftKey()) {
  const browser = newBrowser(on);
  mustDo(await browser.signIn(name, password));
  return { browser, ...(await addKey(browser, { password }, key)) };
}

/** Somebody who has given the password. */
async function atSecondStep(name: PersonName, on = world): Promise<Browsing> {
  const browser = newBrowser(on);
  expect((await browser.signIn(name, password)).body.next).toBe("enter-code");
  return browser;
}

async function story(person: string, on = world): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { body, facts } of readAudit(on.owner, { person }))
    told.push(typeof facts.why === "string" ? `${body.act}: ${facts.why}` : body.act);
  return told;
}

/** What the log tells of the last failure; each test has an instant of its own. */
const lastFailure = async (person: string) =>
  (await story(person)).filter((line) => line.startsWith("codeFailed")).at(-1);

const keysSeen = z.object({
  since: z.string().nullable(),
  recoveryCodesLeft: z.int(),
  keys: z.array(
    z.object({ id: z.string(), name: z.string(), here: z.boolean(), used: z.string().nullable() }),
  ),
});
const seenBy = async (browser: Pick<Browsing, "get">) =>
  keysSeen.parse(mustDo(await browser.get("/api/session/second-factor")).body);

describe("whoever has a security key", () => {
  test("gives the password, then the key, and nothing is open in between", async () => {
    const { key, recoveryCodes } = await enrol("lin");
    expect(recoveryCodes).toHaveLength(10);
    const lin = newBrowser(world);
    expect((await lin.signIn("lin", password)).body).toEqual({ next: "enter-code", ways: ["key"] });
    for (const path of ["/api/session", "/api/home", "/api/session/second-factor"])
      expect((await lin.get(path)).body.code).toBe("sign-in-unfinished");
    for (const path of ["/api/session/security-keys/offer", "/api/session/recovery-codes"])
      expect((await lin.send("POST", path, { password })).body.code).toBe("sign-in-unfinished");
    expect((await giveKey(lin, key)).body).toMatchObject({ person: { name: "林执行" } });
    expect((await lin.get("/api/home")).status).toBe(200);
    expect(await seenBy(lin)).toMatchObject({
      since: null,
      recoveryCodesLeft: 10,
      keys: [{ name: "蓝色钥匙", here: true, used: later(0).toISOString() }],
    });
    // All of them at one instant, so in no order.
    expect((await story("lin")).toSorted()).toEqual([
      "securityKeyAdded",
      "securityKeyUsed",
      "signInBegun",
      "signedIn",
      "signedIn",
    ]);
  });

  test("is out everywhere else once it is added, and signs in by a recovery code as well", async () => {
    const elsewhere = newBrowser(world);
    mustDo(await elsewhere.signIn("yang", password));
    const { recoveryCodes } = await enrol("yang");
    expect((await elsewhere.get("/api/session")).status).toBe(401);
    const yang = await atSecondStep("yang");
    mustDo(await yang.send("POST", "/api/session/code", { code: recoveryCodes[0] }));
    expect((await yang.get("/api/home")).status).toBe(200);
  });

  test("and an authenticator too takes either, and the recovery codes of the first hold", async () => {
    const { browser, secret, recoveryCodes } = await setUpSecondFactor(world, "wang");
    const { key, recoveryCodes: more } = await addKey(browser, { code: recoveryCodes[0] });
    expect(more).toEqual([]);
    const wang = newBrowser(world);
    expect((await wang.signIn("wang", password)).body.ways).toEqual(["key", "code"]);
    mustDo(await giveKey(wang, key));
    world.clock.now = later(1);
    const again = await atSecondStep("wang");
    mustDo(await again.send("POST", "/api/session/code", { code: codeAt(secret, world.clock.now) }));
    const last = await atSecondStep("wang");
    mustDo(await last.send("POST", "/api/session/code", { code: recoveryCodes[1] }));
  });

  test("sets an authenticator up with the key, and keeps the recovery codes", async () => {
    const { browser, key, recoveryCodes } = await enrol("su");
    const proof = { key: answerOf(key, await askedOf(browser)) };
    const shown = await browser.send("POST", "/api/session/second-factor/secret", proof);
    const { secret } = secretAnswer.parse(mustDo(shown).body);
    const code = codeAt(secret, world.clock.now);
    const set = mustDo(await browser.send("PUT", "/api/session/second-factor", { code }));
    expect(set.body.recoveryCodes).toEqual([]);
    mustDo(await (await atSecondStep("su")).send("POST", "/api/session/code", { code: recoveryCodes[0] }));
  });

  test("calls it otherwise, and removes it with itself; then the password alone signs in", async () => {
    const { browser, key } = await enrol("gao");
    const [{ id = "" } = {}] = (await seenBy(browser)).keys;
    mustDo(await browser.send("PUT", `/api/session/security-keys/${id}`, { name: " 办公室的钥匙 " }));
    expect((await seenBy(browser)).keys).toMatchObject([{ name: "办公室的钥匙" }]);
    const proof = { key: answerOf(key, await askedOf(browser)) };
    mustDo(await browser.send("POST", `/api/session/security-keys/${id}/removal`, proof));
    expect(await seenBy(browser)).toMatchObject({ keys: [], recoveryCodesLeft: 0 });
    expect((await newBrowser(world).signIn("gao", password)).body).toMatchObject({ person: {} });
    expect(await story("gao")).toEqual(expect.arrayContaining(["securityKeyUsed", "securityKeyRemoved"]));
  });

  test("gives the authenticator up and keeps the key with its recovery codes", async () => {
    const { browser, recoveryCodes } = await setUpSecondFactor(world, "tong");
    const { key } = await addKey(browser, { code: recoveryCodes[0] });
    const proof = { key: answerOf(key, await askedOf(browser)) };
    mustDo(await browser.send("POST", "/api/session/second-factor/removal", proof));
    expect(await seenBy(browser)).toMatchObject({ since: null, recoveryCodesLeft: 9, keys: [{}] });
    const tong = newBrowser(world);
    expect((await tong.signIn("tong", password)).body.ways).toEqual(["key"]);
    mustDo(await giveKey(tong, key));
  });

  test("may have one that does not count", async () => {
    const { key } = await enrol("mei", world, newSoftKey(0));
    for (const _ of ["once", "twice"]) mustDo(await giveKey(await atSecondStep("mei"), key));
  });
});

describe("a key is refused that", () => {
  let key: SoftKey;
  let others: SoftKey;
  beforeAll(async () => {
    world.clock.now = later(60);
    ({ key } = await enrol("chen"));
    ({ key: others } = await enrol("duan"));
  });

  const send = (browser: Browsing, answer: unknown) =>
    browser.send("POST", "/api/session/security-key", answer);

  test.each<[string, string, (chen: Browsing) => Promise<Answer>]>([
    [
      "answers another challenge",
      "overdueKey|wrongKey",
      async (chen) => {
        await askedOf(chen);
        return send(chen, answerOf(key, Buffer.alloc(32, 7).toString("base64url")));
      },
    ],
    ["was asked nothing", "overdueKey", (chen) => send(chen, answerOf(key, "AAAA"))],
    [
      "answers a challenge of another session",
      "wrongKey",
      async (chen) => {
        const challenge = await askedOf(await atSecondStep("chen"));
        await askedOf(chen);
        return send(chen, answerOf(key, challenge));
      },
    ],
    [
      "answers after five minutes",
      "overdueKey",
      async (chen) => {
        const answer = answerOf(key, await askedOf(chen));
        world.clock.now = later(securityKeys.challengeMinutes);
        return send(chen, answer);
      },
    ],
    [
      "was asked by a page of another origin",
      "wrongKey",
      (chen) => giveKey(chen, key, { origin: "http://localhost:81" }),
    ],
    ["was asked for another host", "wrongKey", (chen) => giveKey(chen, key, { host: "zhiben.example" })],
    ["is another person's", "unknownKey", (chen) => giveKey(chen, others)],
    ["nobody has added", "unknownKey", (chen) => giveKey(chen, newSoftKey())],
    [
      "has another's name and its own signature",
      "wrongKey",
      (chen) => giveKey(chen, { ...newSoftKey(), id: key.id }),
    ],
    ["nobody touched", "wrongKey", async (chen) => send(chen, answerOf(key, await askedOf(chen), {}, 0))],
    [
      "answers what a new key was asked",
      "overdueKey",
      async (chen) => {
        mustDo(await giveKey(chen, key));
        const proof = { key: answerOf(key, await askedOf(chen)) };
        const challenge = await offeredTo(chen, proof);
        return chen.send("POST", "/api/session/recovery-codes", { key: answerOf(key, challenge) });
      },
    ],
  ])("%s: %s", async (_, why, ask) => {
    const chen = await atSecondStep("chen");
    expect((await ask(chen)).body.code).toBe("key-refused");
    expect(await lastFailure("chen")).toMatch(new RegExp(`^codeFailed: (${why})$`));
    // Whatever it was, the next try at a right answer goes through.
    mustDo(await giveKey(await atSecondStep("chen"), key));
  });

  test("answers twice", async () => {
    const chen = await atSecondStep("chen");
    const answer = answerOf(key, await askedOf(chen));
    mustDo(await send(chen, answer));
    const again = await chen.send("POST", "/api/session/recovery-codes", { key: answer });
    expect(again.body.code).toBe("key-refused");
    expect(await lastFailure("chen")).toBe("codeFailed: overdueKey");
  });

  test("counts backwards, of which its person is told", async () => {
    const copy = { ...key };
    mustDo(await giveKey(await atSecondStep("chen"), key));
    expect((await giveKey(await atSecondStep("chen"), copy)).body.code).toBe("key-refused");
    expect(await lastFailure("chen")).toBe("codeFailed: copiedKey");
    const chen = await atSecondStep("chen");
    mustDo(await giveKey(chen, key));
    expect((await chen.get("/api/notices")).body.notices).toMatchObject([
      { kind: "securityKeyCopied", words: { zh: expect.stringContaining("疑似被复制") } },
    ]);
    expect((await world.as("yu").get("/api/notices")).body.notices).toEqual([]);
  });

  test("guesses, after ten", async () => {
    for (let tries = 0; tries < 10; tries += 1) await giveKey(await atSecondStep("duan"), newSoftKey());
    expect((await newBrowser(world).signIn("duan", password)).body.code).toBe("too-many-attempts");
  });
});

test("of two who give the same answer at the same moment one gets in", async () => {
  const { key } = await enrol("zhang", world, newSoftKey(0));
  const zhang = await atSecondStep("zhang");
  const answer = answerOf(key, await askedOf(zhang));
  // Both are held up where they meet, so that neither is through before the other begins.
  const holding = await world.owner.connect();
  await holding.query("begin");
  await holding.query("select 1 from security_key_challenge for update");
  const both = Promise.all(
    ["one", "other"].map(() => zhang.send("POST", "/api/session/security-key", answer)),
  );
  const waiting =
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await expect.poll(async () => (await holding.query(waiting)).rowCount, { timeout: 10_000 }).toBe(2);
  await holding.query("commit");
  holding.release();
  expect((await both).map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

describe("adding is refused", () => {
  const offer = "/api/session/security-keys/offer";
  const add = "/api/session/security-keys";
  const named = { name: "钥匙" };

  test.each<[string, string, () => Promise<Answer>]>([
    ["without the password", "password-required", () => world.as("bai").send("POST", offer, {})],
    [
      "with a wrong password",
      "password-wrong",
      () => world.as("bai").send("POST", offer, { password: "wrong" }),
    ],
    [
      "with the password alone, beside a factor",
      "code-required",
      async () => (await enrol("bai")).browser.send("POST", offer, { password }),
    ],
    [
      "of a key that was offered nothing",
      "key-refused",
      () => world.as("fang").send("POST", add, { ...named, ...make(newSoftKey(), "AAAA") }),
    ],
    [
      "of a key that answers late",
      "key-refused",
      async () => {
        const made = make(newSoftKey(), await offeredTo(world.as("fang"), { password }));
        world.clock.now = later(securityKeys.challengeMinutes);
        return world.as("fang").send("POST", add, { ...named, ...made });
      },
    ],
    [
      "of a key made for a page of another origin",
      "key-refused",
      async () => {
        const challenge = await offeredTo(world.as("fang"), { password });
        const made = make(newSoftKey(), challenge, { origin: "https://zhiben.example" });
        return world.as("fang").send("POST", add, { ...named, ...made });
      },
    ],
    [
      "of a key made for another host",
      "key-refused",
      async () => {
        const challenge = await offeredTo(world.as("fang"), { password });
        const made = make(newSoftKey(), challenge, { host: "zhiben.example" });
        return world.as("fang").send("POST", add, { ...named, ...made });
      },
    ],
    [
      "of a key that is called something else than it is",
      "key-refused",
      async () => {
        const made = make(newSoftKey(), await offeredTo(world.as("fang"), { password }));
        return world.as("fang").send("POST", add, { ...named, ...made, id: newSoftKey().id });
      },
    ],
    [
      "of a key without a name",
      "malformed-request",
      async () => {
        const made = make(newSoftKey(), await offeredTo(world.as("fang"), { password }));
        return world.as("fang").send("POST", add, { name: " ", ...made });
      },
    ],
    [
      "of a key that is somebody's already",
      "key-known",
      async () => {
        const { key } = await enrol("he");
        const made = make(key, await offeredTo(world.as("fang"), { password }));
        return world.as("fang").send("POST", add, { ...named, ...made });
      },
    ],
    [
      "at an address that is a number",
      "keys-not-here",
      () => world.as("fang").send("POST", offer, { password }, { host: "127.0.0.1:8080" }),
    ],
    [
      "without TLS",
      "keys-not-here",
      () => world.as("fang").send("POST", offer, { password }, { host: "zhiben.example" }),
    ],
  ])("%s: %s", async (_, code, ask) => {
    expect((await ask()).body.code).toBe(code);
  });

  test("of one more than there may be, and the browser is told which there are", async () => {
    const { browser, key, recoveryCodes } = await enrol("ji");
    for (let at = 1; at < securityKeys.most; at += 1) await addKey(browser, { code: recoveryCodes[at] });
    expect((await browser.send("POST", offer, { code: recoveryCodes[9] })).body.code).toBe("too-many-keys");
    const asked = mustDo(await browser.send("POST", "/api/session/security-key-challenge")).body;
    expect(asked).toMatchObject({ rpId: "localhost", userVerification: "preferred" });
    expect(asked.allowCredentials).toHaveLength(securityKeys.most);
    const [, second = { id: "" }] = (await seenBy(browser)).keys;
    const proof = { key: answerOf(key, await askedOf(browser)) };
    mustDo(await browser.send("POST", `/api/session/security-keys/${second.id}/removal`, proof));
    const offered = mustDo(await browser.send("POST", offer, { code: recoveryCodes[9] })).body;
    expect(offered.excludeCredentials).toHaveLength(securityKeys.most - 1);
    expect(offered).toMatchObject({ attestation: "none", rp: { id: "localhost" } });
  });
});

test("at an address where no key works, the page is told why, in words", async () => {
  const at = (host: string) => world.as("yu").get("/api/session/second-factor", { host });
  expect((await at("10.0.0.8")).body.keysFault).toMatchObject({ zh: expect.stringContaining("IP 地址") });
  expect((await at("zhiben.example")).body.keysFault).toMatchObject({ zh: expect.stringContaining("HTTPS") });
  expect((await at("localhost:8080")).body.keysFault).toBeNull();
  const refused = await world
    .as("yu")
    .send("POST", "/api/session/security-key-challenge", undefined, { host: "10.0.0.8" });
  expect(refused.body).toMatchObject({ code: "keys-not-here", detail: expect.stringContaining("IP 地址") });
});

test("a key answers at no other host than its own, whatever the browser says", async () => {
  const { key, browser } = await enrol("zhou");
  const elsewhere = { host: "other.localhost" };
  const asked = await browser.send("POST", "/api/session/security-key-challenge", undefined, elsewhere);
  expect(asked.body.code).toBe("keys-elsewhere");
  const proof = {
    key: answerOf(key, await askedOf(browser), { origin: "http://other.localhost", host: "other.localhost" }),
  };
  const drawn = await browser.send("POST", "/api/session/recovery-codes", proof, elsewhere);
  expect(drawn.body.code).toBe("key-refused");
  expect(await lastFailure("zhou")).toBe("codeFailed: unknownKey");
});

test("whoever serves requests reads neither public keys nor challenges", async () => {
  for (const statement of [
    "select public_key from security_key",
    "select counter from security_key",
    "select 1 from security_key_challenge",
  ])
    await expect(world.services.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
});

test("others see, change and remove no key of somebody's", async () => {
  const { browser } = await enrol("gu");
  const [{ id = "" } = {}] = (await seenBy(browser)).keys;
  const { browser: other, recoveryCodes } = await enrol("luo");
  const path = `/api/session/security-keys/${id}`;
  expect((await other.send("PUT", path, { name: "x" })).body.code).toBe("not-found");
  const removal = await other.send("POST", `${path}/removal`, { code: recoveryCodes[0] });
  expect(removal.body.code).toBe("not-found");
  expect((await seenBy(browser)).keys).toHaveLength(1);
});

describe("where the rules demand a second factor", () => {
  let strict: World;
  beforeAll(async () => {
    strict = await newWorld({ secondFactorFor: ["officials"] });
  });
  beforeEach(() => {
    strict.clock.now = later(0);
  });

  test("a key alone meets them, and the last one stays", async () => {
    const lin = newBrowser(strict);
    expect((await lin.signIn("lin", password)).body).toEqual({ next: "set-second-factor" });
    const made = make(newSoftKey(), await offeredTo(lin, { password }));
    const added = await lin.send("POST", "/api/session/security-keys", { name: "钥匙", ...made });
    expect(mustDo(added).body.signIn).toMatchObject({ person: { name: "林执行" } });
    const [{ id = "" } = {}] = (await seenBy(lin)).keys;
    const code = z.object({ recoveryCodes: z.array(z.string()) }).parse(added.body).recoveryCodes[0];
    const path = `/api/session/security-keys/${id}/removal`;
    expect((await lin.send("POST", path, { code })).body.code).toBe("second-factor-required");
    const { key } = await addKey(lin, { code });
    const proof = async () => ({ key: answerOf(key, await askedOf(lin)) });
    mustDo(await lin.send("POST", path, await proof()));
    const [{ id: left = "" } = {}] = (await seenBy(lin)).keys;
    const last = await lin.send("POST", `/api/session/security-keys/${left}/removal`, await proof());
    expect(last.body.code).toBe("second-factor-required");
  });

  test("two administrators remove keys as well, and another factor is demanded next", async () => {
    const wang = newBrowser(strict);
    await wang.signIn("wang", password);
    await addKey(wang, { password });
    mustDo(await strict.as("tang").send("POST", "/api/accounts/wang/second-factor-reset"));
    const of = (await strict.actor("wang")).id;
    mustDo(await strict.as("min").send("POST", `/api/second-factor-resets/${of}/confirmation`));
    expect((await wang.get("/api/session")).status).toBe(401);
    expect((await newBrowser(strict).signIn("wang", password)).body).toEqual({ next: "set-second-factor" });
  });
});

test("on the server the keys of an administrator are removed by a command", async () => {
  const own = await newWorld();
  await enrol("tang", own);
  expect((await zhiben(own, ["second-factor", "--remove", "tang"])).code).toBe(0);
  expect((await newBrowser(own).signIn("tang", password)).body).toMatchObject({ person: {} });
  await own.stop();
});

test("in a demonstration a key counts for an hour, and may be added anew after it", async () => {
  const shared = await newWorld({ signInRules: demonstrationRules });
  shared.clock.now = later(0);
  await enrol("lin", shared);
  expect((await newBrowser(shared).signIn("lin", password)).body.next).toBe("enter-code");
  shared.clock.now = later(60);
  const { browser, recoveryCodes } = await enrol("lin", shared);
  expect(recoveryCodes).toHaveLength(10);
  expect((await seenBy(browser)).keys).toHaveLength(1);
  await shared.stop();
});
