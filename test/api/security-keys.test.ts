import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { demonstrationRules } from "../../core/sign-in/rules.ts";
import { codeAt, secretAnswer, setUpSecondFactor } from "../support/authenticator.ts";
import { password } from "../support/cast.ts";
import { zhiben } from "../support/command.ts";
import {
  addKey,
  answerOf,
  askedOf,
  giveKey,
  make,
  newSoftKey,
  offeredTo,
  seenBy,
  storyOf,
  withKeys,
} from "../support/security-key.ts";
import { newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
const { later, enrol, atSecondStep } = withKeys((started) => {
  world = started;
});

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
    expect((await storyOf(world, "lin")).toSorted()).toEqual([
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
    expect(await storyOf(world, "gao")).toEqual(
      expect.arrayContaining(["securityKeyUsed", "securityKeyRemoved"]),
    );
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
