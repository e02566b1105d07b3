import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { securityKeys } from "../../core/sign-in/security-key.ts";
import { setUpSecondFactor } from "../support/authenticator.ts";
import { type PersonName, password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { ofMaker } from "../support/model-attestation.ts";
import {
  addKey,
  answerOf,
  askedOf,
  giveKey,
  make,
  newSoftKey,
  offeredTo,
  ofItself,
  type SoftKey,
  seenBy,
  storyOf,
  withKeys,
} from "../support/security-key.ts";
import { type Browsing, newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
const { later, enrol, atSecondStep } = withKeys((started) => {
  world = started;
});

/** What the log tells of the last failure; each test has an instant of its own. */
const lastFailure = async (person: PersonName) =>
  (await storyOf(world, person)).filter((line) => line.startsWith("codeFailed")).at(-1);

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

test("of two factors that are given up at the same moment one stays, where the post demands one", async () => {
  const strict = await newWorld({ secondFactorFor: ["officials"] });
  const { browser, recoveryCodes } = await setUpSecondFactor(strict, "lin");
  const [first, second, third] = recoveryCodes;
  await addKey(browser, { code: first });
  const [{ id } = { id: "" }] = (await seenBy(browser)).keys;
  const holding = await strict.owner.connect();
  onTestFinished(() => holding.release(true));
  await holding.query("begin");
  await holding.query("select 1 from person for no key update");
  const both = Promise.all([
    browser.send("POST", "/api/session/second-factor/removal", { code: second }),
    browser.send("POST", `/api/session/security-keys/${id}/removal`, { code: third }),
  ]);
  const waiting =
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await expect.poll(async () => (await holding.query(waiting)).rowCount, { timeout: 10_000 }).toBe(2);
  await holding.query("commit");
  expect((await both).map(({ status }) => status).toSorted()).toEqual([204, 409]);
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

  test("of a key that names its model by a certificate, for which the library might ask elsewhere", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    const made = make(newSoftKey(), await offeredTo(world.as("fang"), { password }), {}, ofMaker);
    expect((await world.as("fang").send("POST", add, { ...named, ...made })).body.code).toBe("key-refused");
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    const own = make(newSoftKey(), await offeredTo(world.as("fang"), { password }), {}, ofItself);
    mustDo(await world.as("fang").send("POST", add, { ...named, ...own }));
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
