import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { demonstrationRules, strictRules } from "../../core/sign-in/rules.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { codeAt, secretAnswer, setAnswer, setUpSecondFactor } from "../support/authenticator.ts";
import { beginning, type PersonName, password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { zhiben } from "../support/command.ts";
import { newBrowser } from "../support/sign-in.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let stepsTaken = 0;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  stepsTaken += 100;
  world.clock.now = later(0);
});

const stepMs = 30_000;
/** So many steps after the beginning of this test: each test has a time of its own, since a code works once. */
const later = (steps: number) => new Date(beginning.getTime() + (stepsTaken + steps) * stepMs);

const enrol = (name: PersonName, on = world) => setUpSecondFactor(on, name);

/** Gives the password, and then a code. */
async function signInWith(name: PersonName, code: string, on = world): Promise<Answer> {
  const browser = newBrowser(on);
  expect((await browser.signIn(name, password)).body).toEqual({ next: "enter-code" });
  return browser.send("POST", "/api/session/code", { code });
}

async function story(person: string, on = world): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { body, facts } of readAudit(on.owner, { person }))
    told.push(typeof facts.why === "string" ? `${body.act}: ${facts.why}` : body.act);
  return told;
}

describe("whoever has set up a second factor", () => {
  test("gives the password, then the code, and nothing is open in between", async () => {
    const { secret } = await enrol("lin");
    world.clock.now = later(1);
    const lin = newBrowser(world);
    expect((await lin.signIn("lin", password)).body).toEqual({ next: "enter-code" });
    for (const path of [
      "/api/session",
      "/api/home",
      "/api/registers/hazard/entries",
      "/api/stream",
      "/api/session/second-factor",
    ])
      expect((await lin.get(path)).body).toMatchObject({ code: "sign-in-unfinished", next: "enter-code" });
    for (const [method, path, body] of [
      ["PUT", "/api/session/password", { old: password, password: "雪山脚下有一座小学校，春天" }],
      ["POST", "/api/session/second-factor/secret", { password }],
      ["PUT", "/api/session/second-factor", { code: "123456" }],
    ] as const)
      expect((await lin.send(method, path, body)).body.code).toBe("sign-in-unfinished");
    const answer = await lin.send("POST", "/api/session/code", { code: codeAt(secret, world.clock.now) });
    expect(answer.body).toMatchObject({ person: { name: "林执行" } });
    expect((await lin.get("/api/home")).status).toBe(200);
    expect(await story("lin")).toEqual(["signedIn", "secondFactorSet", "signInBegun", "signedIn"]);
  });

  test("goes on under another token, and the one from before the code opens nothing", async () => {
    const { secret } = await enrol("wang");
    world.clock.now = later(1);
    const wang = newBrowser(world);
    const begun = String((await wang.signIn("wang", password)).headers["set-cookie"]).split(";")[0] ?? "";
    mustDo(await wang.send("POST", "/api/session/code", { code: codeAt(secret, world.clock.now) }));
    expect((await world.nobody.get("/api/session", { cookie: begun })).status).toBe(401);
  });

  test("is out everywhere else", async () => {
    const elsewhere = newBrowser(world);
    mustDo(await elsewhere.signIn("yang", password));
    const { browser } = await enrol("yang");
    expect((await elsewhere.get("/api/session")).status).toBe(401);
    expect((await browser.get("/api/session")).status).toBe(200);
  });
});

test("a code works once, and none of a step before it works any more", async () => {
  const { secret } = await enrol("chen");
  const gives = async (step: number, at: number) => {
    world.clock.now = later(at);
    const { status, body } = await signInWith("chen", codeAt(secret, later(step)));
    return status === 200 ? "in" : body.code;
  };
  expect(await gives(0, 0)).toBe("code-wrong");
  expect(await gives(0, 1)).toBe("code-wrong");
  expect(await gives(1, 0)).toBe("in");
  expect(await gives(1, 1)).toBe("code-wrong");
  expect(await gives(1, 2)).toBe("code-wrong");
  expect(await gives(2, 3)).toBe("in");
  expect(await gives(3, 5)).toBe("code-wrong");
  expect(await gives(7, 5)).toBe("code-wrong");
  expect(await gives(5, 5)).toBe("in");
  expect((await story("chen")).filter((line) => line.startsWith("codeFailed"))).toEqual([
    ...Array(4).fill("codeFailed: usedCode"),
    ...Array(2).fill("codeFailed: wrongCode"),
  ]);
});

test("of two who give the same code at the same moment one gets in", async () => {
  const { secret } = await enrol("su");
  world.clock.now = later(1);
  const code = codeAt(secret, world.clock.now);
  const windows = [newBrowser(world), newBrowser(world)];
  for (const window of windows) mustDo(await window.signIn("su", password));
  // Both are held up where they meet, so that neither is through before the other begins.
  const holding = await world.owner.connect();
  await holding.query("begin");
  await holding.query("select 1 from second_factor for update");
  const both = Promise.all(windows.map((window) => window.send("POST", "/api/session/code", { code })));
  const waiting =
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await expect.poll(async () => (await holding.query(waiting)).rowCount, { timeout: 10_000 }).toBe(2);
  await holding.query("commit");
  holding.release();
  expect((await both).map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

describe("recovery codes", () => {
  test("are ten, each of which works once, typed in whatever way", async () => {
    const { recoveryCodes, browser } = await enrol("mei");
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = "", second = ""] = recoveryCodes;
    expect(first).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){2}$/);
    expect((await signInWith("mei", first)).status).toBe(200);
    expect((await signInWith("mei", first)).body.code).toBe("code-wrong");
    expect((await signInWith("mei", second.replaceAll("-", " ").toUpperCase())).status).toBe(200);
    expect((await browser.get("/api/session/second-factor")).body).toMatchObject({
      recoveryCodesLeft: 8,
      required: false,
    });
    // All of them at one instant, so in no order.
    expect((await story("mei")).filter((line) => /ecovery/.test(line)).toSorted()).toEqual([
      "codeFailed: wrongRecoveryCode",
      "recoveryCodeUsed",
      "recoveryCodeUsed",
    ]);
  });

  test("of two who give the same one at the same moment one gets in", async () => {
    const { recoveryCodes } = await enrol("duan");
    const [code = ""] = recoveryCodes;
    const both = await Promise.all([signInWith("duan", code), signInWith("duan", code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test("are drawn anew for a code, after which none of the old ones works", async () => {
    const { browser, secret, recoveryCodes } = await enrol("yu");
    world.clock.now = later(1);
    const asked = { code: codeAt(secret, world.clock.now) };
    const drawn = z
      .object({ recoveryCodes: z.array(z.string()).length(10) })
      .parse(mustDo(await browser.send("POST", "/api/session/recovery-codes", asked)).body);
    expect((await signInWith("yu", recoveryCodes[3] ?? "")).body.code).toBe("code-wrong");
    expect((await signInWith("yu", drawn.recoveryCodes[3] ?? "")).status).toBe(200);
  });

  test("and secrets stand nowhere as they are", async () => {
    const { secret, recoveryCodes } = await enrol("zhang");
    for (const table of [
      "second_factor",
      "second_factor_offer",
      "recovery_code",
      "audit",
      "value",
      "session",
    ]) {
      const { rows } = await world.owner.query<{ row: string }>(`select t::text as row from ${table} t`);
      for (const told of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))])
        for (const { row } of rows) expect(row).not.toContain(told);
    }
    for (const statement of ["select secret from second_factor", "select hash from recovery_code"])
      await expect(world.services.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("the secret of one person is none of another, though somebody exchanges the rows", async () => {
    const { secret } = await enrol("he");
    await enrol("luo");
    await world.owner.query(
      `update second_factor set secret = (select f.secret from second_factor f join person p on p.id = f.person where p.username = 'he')
        where person = (select id from person where username = 'luo')`,
    );
    world.clock.now = later(1);
    expect((await signInWith("luo", codeAt(secret, world.clock.now))).body.code).toBe("code-wrong");
    expect((await story("luo")).at(-1)).toBe("codeFailed: keyMissing");
  });
});

describe("is refused", () => {
  const secretOf = (name: PersonName, body: unknown) =>
    world.as(name).send("POST", "/api/session/second-factor/secret", body);

  test.each<[string, string, () => Promise<Answer>]>([
    ["a secret without the password", "password-required", () => secretOf("bai", {})],
    ["a secret for a wrong password", "password-wrong", () => secretOf("bai", { password: "wrong" })],
    [
      "another secret without a code",
      "code-required",
      async () => {
        const { browser } = await enrol("bai");
        return browser.send("POST", "/api/session/second-factor/secret", { password });
      },
    ],
    [
      "a second factor of which no secret was shown",
      "no-secret-shown",
      () => world.as("fang").send("PUT", "/api/session/second-factor", { code: "123456" }),
    ],
    [
      "a first code after a quarter of an hour",
      "no-secret-shown",
      async () => {
        const { secret } = secretAnswer.parse(mustDo(await secretOf("fang", { password })).body);
        world.clock.now = later(30);
        const code = codeAt(secret, world.clock.now);
        return world.as("fang").send("PUT", "/api/session/second-factor", { code });
      },
    ],
    [
      "a first code that is wrong",
      "code-wrong",
      async () => {
        const { secret } = secretAnswer.parse(mustDo(await secretOf("fang", { password })).body);
        const code = codeAt(secret, later(9));
        return world.as("fang").send("PUT", "/api/session/second-factor", { code });
      },
    ],
    [
      "a code that nobody asks for",
      "code-not-asked",
      () => world.as("fang").send("POST", "/api/session/code", { code: "123456" }),
    ],
    [
      "recovery codes without a second factor",
      "no-second-factor",
      () => world.as("fang").send("POST", "/api/session/recovery-codes", { code: "123456" }),
    ],
    [
      "giving up what one does not have",
      "no-second-factor",
      () => world.as("fang").send("POST", "/api/session/second-factor/removal", { code: "123456" }),
    ],
  ])("%s: %s", async (_, code, ask) => {
    expect((await ask()).body.code).toBe(code);
  });

  test("whoever guesses codes, after ten, though they know the password", async () => {
    const { secret } = await enrol("tong");
    world.clock.now = later(1);
    for (let tries = 0; tries < 10; tries += 1) await signInWith("tong", codeAt(secret, later(20 + tries)));
    expect((await newBrowser(world).signIn("tong", password)).body.code).toBe("too-many-attempts");
  });

  test("whoever guesses them all at once, of which ten are looked at", async () => {
    const { secret } = await enrol("gu");
    world.clock.now = later(1);
    const gu = newBrowser(world);
    mustDo(await gu.signIn("gu", password));
    const codes = Array.from({ length: 15 }, (_, at) => codeAt(secret, later(20 + at)));
    const answers = await Promise.all(codes.map((code) => gu.send("POST", "/api/session/code", { code })));
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(10);
    expect((await gu.send("POST", "/api/session/code", { code: codeAt(secret, later(1)) })).body.code).toBe(
      "too-many-attempts",
    );
  });
});

test("keys are exchanged, and the codes of the same secret go on working", async () => {
  const own = await newWorld();
  const { secret } = await enrol("ji", own);
  const keyOf = async () => {
    const { rows } = await own.owner.query<{ key: string }>(
      "select secret ->> 'key' as key from second_factor f join person p on p.id = f.person where p.username = 'ji'",
    );
    return rows[0]?.key;
  };
  const before = await keyOf();
  expect((await zhiben(own, ["keys", "rotate", "--data"])).code).toBe(0);
  expect(await keyOf()).not.toBe(before);
  own.clock.now = new Date(own.clock.now.getTime() + stepMs);
  expect((await signInWith("ji", codeAt(secret, own.clock.now), own)).status).toBe(200);
});

test("whoever gives the own second factor up signs in by password alone, where no rule demands it", async () => {
  const { browser, secret } = await enrol("gao");
  world.clock.now = later(1);
  const asked = { code: codeAt(secret, world.clock.now) };
  expect((await browser.send("POST", "/api/session/second-factor/removal", asked)).status).toBe(204);
  expect((await newBrowser(world).signIn("gao", password)).body).toMatchObject({ person: {} });
});

describe("where the rules demand it", () => {
  let strict: World;
  beforeAll(async () => {
    strict = await newWorld({ secondFactorFor: strictRules.secondFactorFor });
  });
  beforeEach(() => {
    strict.clock.now = later(0);
  });

  test("an official who has none does nothing before there is one", async () => {
    const lin = newBrowser(strict);
    expect((await lin.signIn("lin", password)).body).toEqual({ next: "set-second-factor" });
    expect((await lin.get("/api/home")).body).toMatchObject({ next: "set-second-factor" });
    const shown = await lin.send("POST", "/api/session/second-factor/secret", { password });
    const { secret } = secretAnswer.parse(mustDo(shown).body);
    const code = codeAt(secret, strict.clock.now);
    const set = mustDo(await lin.send("PUT", "/api/session/second-factor", { code }));
    expect(setAnswer.parse(set.body).signIn).toMatchObject({ person: { name: "林执行" } });
    expect((await lin.get("/api/home")).status).toBe(200);
    strict.clock.now = later(1);
    const removal = await lin.send("POST", "/api/session/second-factor/removal", {
      code: codeAt(secret, strict.clock.now),
    });
    expect(removal.body.code).toBe("second-factor-required");
  });

  test.each(["tang", "luo"] as const)("so it is for %s", async (name) => {
    expect((await newBrowser(strict).signIn(name, password)).body).toEqual({ next: "set-second-factor" });
  });

  test("a person of an enterprise comes in by password alone", async () => {
    expect((await newBrowser(strict).signIn("mei", password)).body).toMatchObject({ person: {} });
  });

  test("a post that demands it is not taken up in a session without one", async () => {
    const bai = newBrowser(strict);
    mustDo(await bai.signIn("bai", password));
    const { rows } = await strict.owner.query<{ id: string }>(
      `insert into post (id, person, role, organisation, level, region, sectors, from_day)
        select gen_random_uuid(), (select id from person where username = 'bai'), o.role, o.organisation, o.level, o.region, o.sectors, o.from_day
        from post o join person p on p.id = o.person where p.username = 'lin' returning id`,
    );
    const answer = await bai.send("PUT", "/api/session/post", { post: rows[0]?.id });
    expect(answer.body.code).toBe("second-factor-required");
    expect((await bai.get("/api/session")).body).toMatchObject({ post: { role: "principal" } });
  });
});

test("in a demonstration anybody may try one, and after an hour the password alone opens the account again", async () => {
  const shared = await newWorld({ signInRules: demonstrationRules });
  shared.clock.now = later(0);
  await enrol("lin", shared);
  expect((await newBrowser(shared).signIn("lin", password)).body).toEqual({ next: "enter-code" });
  shared.clock.now = new Date(later(0).getTime() + 3_600_000);
  expect((await newBrowser(shared).signIn("lin", password)).body).toMatchObject({ person: {} });
  await shared.stop();
});
