import { beforeAll, expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { type HttpProblemCode, httpProblems } from "../../server/http/problems.ts";
import { logInto } from "../../server/operation/log.ts";
import { drawPartnerSecret } from "../../server/partner-secret.ts";
import { applicationProblems } from "../support/application-problems.ts";
import { codeAt, setUpSecondFactor } from "../support/authenticator.ts";
import { password } from "../support/cast.ts";
import type { Answer } from "../support/client.ts";
import { partner, withSecret } from "../support/partner.ts";
import { aHazard } from "../support/paths.ts";
import { shownElsewhere } from "../support/problems-elsewhere.ts";
import { newBrowser } from "../support/sign-in.ts";
import { upload } from "../support/uploads.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld({ idleLockMinutes: 60 });
});

const hazards = "/api/registers/hazard/entries";
const absent = "0192f0c1-0000-7000-8000-000000000001";

interface Row {
  readonly story: string;
  readonly gives: HttpProblemCode;
  readonly ask: () => Promise<Answer>;
}

const officialTexts = (payload: Buffer) =>
  world.as("zhang").raw({
    method: "POST",
    url: "/api/criteria/imports?file=a.csv&format=csv",
    headers: { "content-type": "application/octet-stream" },
    payload,
  });

const rows: readonly Row[] = [
  {
    story: "a partner's secret that is of no token",
    gives: "token-unknown",
    ask: () => withSecret(world, drawPartnerSecret()).get(hazards),
  },
  {
    story: "a partner's secret whose token was revoked",
    gives: "token-revoked",
    ask: async () => {
      const { id, client } = await partner(world);
      const revoked = { version: 3, input: { reason: "停用" } };
      mustDo(await world.as("min").act("partner-token", id, "revoke", revoked));
      return client.get(hazards);
    },
  },
  {
    story: "a partner's secret after its last day",
    gives: "token-expired",
    ask: async () => {
      const { id, client } = await partner(world);
      await world.owner.query("update entry_partner_token set valid_until = '2026-01-01' where id = $1", [
        id,
      ]);
      return client.get(hazards);
    },
  },
  {
    story: "a partner that asks for what is for people",
    gives: "not-for-partners",
    ask: async () => (await partner(world)).client.get("/api/home"),
  },
  {
    story: "a partner beyond its quota",
    gives: "token-quota-used",
    ask: async () => {
      const { client } = await partner(world, { perMinute: 1 });
      await client.get(hazards);
      return client.get(hazards);
    },
  },
  ...applicationProblems(() => world),
  {
    story: "JSON that is none",
    gives: "malformed-json",
    ask: () => rawJson("{"),
  },
  {
    story: "bytes that are no UTF-8",
    gives: "malformed-encoding",
    ask: () => rawJson(Buffer.from('{"input":{"title":"\u00ff"}}', "latin1")),
  },
  {
    story: "a file of official texts in an encoding that nobody knows",
    gives: "encoding-unknown",
    ask: () => officialTexts(Buffer.from([0xff, 0xff])),
  },
  {
    story: "official texts of items that nobody knows",
    gives: "texts-invalid",
    ask: () => officialTexts(Buffer.from("standard,item,text,source\nXX,1,原文,公报\n")),
  },
  {
    story: "a body of another shape",
    gives: "malformed-request",
    ask: () => world.as("su").send("POST", hazards, { input: [] }),
  },
  {
    story: "a place in a list that is none",
    gives: "bad-cursor",
    ask: () => world.as("su").get(`${hazards}?cursor=here`),
  },
  { story: "nobody signed in", gives: "not-signed-in", ask: () => world.nobody.get(hazards) },
  {
    story: "a session that its page has locked",
    gives: "session-locked",
    ask: async () => {
      const browser = newBrowser(world);
      await browser.signIn("wang", password);
      await browser.send("PUT", "/api/session/lock");
      return browser.get(hazards);
    },
  },
  {
    story: "a session that was ended from elsewhere",
    gives: "session-ended",
    ask: async () => {
      const [desk, telephone] = [newBrowser(world), newBrowser(world)];
      for (const browser of [desk, telephone]) await browser.signIn("wang", password);
      await desk.send("DELETE", "/api/session/others");
      return telephone.get(hazards);
    },
  },
  {
    story: "a wrong password",
    gives: "sign-in-failed",
    ask: () => world.nobody.send("POST", "/api/session", { username: "su", password: "wrong" }),
  },
  {
    story: "an act that wants the own password, without it",
    gives: "password-required",
    ask: () => world.as("mei").act("self-check", absent, "confirm", { version: 1 }),
  },
  {
    story: "an act that wants the own password, with another",
    gives: "password-wrong",
    ask: () => world.as("mei").act("self-check", absent, "confirm", { version: 1, password: "wrong" }),
  },
  {
    story: "a password for an act that wants none",
    gives: "password-not-asked",
    ask: () => world.as("su").send("POST", hazards, { input: aHazard(), password }),
  },
  {
    story: "another secret of a second factor without a code of the present one",
    gives: "code-required",
    ask: async () => {
      const { browser } = await setUpSecondFactor(world, "bai");
      return browser.send("POST", "/api/session/second-factor/secret", { password });
    },
  },
  {
    story: "recovery codes for a code that was used",
    gives: "code-wrong",
    ask: async () => {
      const { browser, secret } = await setUpSecondFactor(world, "fang");
      return browser.send("POST", "/api/session/recovery-codes", { code: codeAt(secret, world.clock.now) });
    },
  },
  {
    story: "a code from whoever is signed in",
    gives: "code-not-asked",
    ask: () => world.as("su").send("POST", "/api/session/code", { code: "123456" }),
  },
  {
    story: "giving up a second factor that is none",
    gives: "no-second-factor",
    ask: () => world.as("su").send("POST", "/api/session/second-factor/removal", { code: "123456" }),
  },
  {
    story: "the first code of no secret",
    gives: "no-secret-shown",
    ask: () => world.as("su").send("PUT", "/api/session/second-factor", { code: "123456" }),
  },
  {
    story: "giving up a second factor that the post demands",
    gives: "second-factor-required",
    ask: async () => {
      const strict = await newWorld({ secondFactorFor: ["officials"] });
      const { browser } = await setUpSecondFactor(strict, "lin");
      return browser.send("POST", "/api/session/second-factor/removal", { code: "123456" });
    },
  },
  {
    story: "the removal of a second factor that is asked for already",
    gives: "reset-asked-already",
    ask: async () => {
      await setUpSecondFactor(world, "gesang");
      await world.as("tang").send("POST", "/api/accounts/gesang/second-factor-reset");
      return world.as("tang").send("POST", "/api/accounts/gesang/second-factor-reset");
    },
  },
  {
    story: "confirming a removal that one asked for",
    gives: "asked-by-oneself",
    ask: async () => {
      const [of, by] = [(await world.actor("tong")).id, (await world.actor("min")).id];
      await world.owner.query(
        "insert into second_factor_reset (person, asked_by, asked_at) values ($1, $2, $3)",
        [of, by, world.clock.now],
      );
      return world.as("min").send("POST", `/api/second-factor-resets/${of}/confirmation`);
    },
  },
  {
    story: "a form on another site",
    gives: "cross-origin",
    ask: () =>
      world.as("su").send("POST", hazards, { input: aHazard() }, { origin: "https://elsewhere.example" }),
  },
  {
    story: "changes after a position that no line holds",
    gives: "feed-rewound",
    ask: () => world.as("su").get("/api/changes?after=1000000"),
  },
  {
    story: "changes of another epoch",
    gives: "feed-rewound",
    ask: () => world.as("su").get(`/api/changes?after=-1&epoch=${absent}`),
  },
  { story: "what does not exist", gives: "not-found", ask: () => world.as("su").get(`${hazards}/${absent}`) },
  {
    story: "an address that does not exist",
    gives: "not-found",
    ask: () => world.as("su").get("/api/nothing"),
  },
  {
    story: "an entry that has moved on",
    gives: "stale-version",
    ask: async () => {
      const id = await world.hazardBroughtTo("majorProposed");
      return world.as("mei").act("hazard", id, "confirmMajor", { version: 1 });
    },
  },
  {
    story: "an id under which somebody else has opened an entry",
    gives: "id-taken",
    ask: async () => {
      const id = await world.hazardFound();
      return world.as("mei").open("hazard", { id, input: aHazard() });
    },
  },
  {
    story: "an id under which somebody else has opened an entry out of sight",
    gives: "id-taken",
    ask: async () => {
      const id = await world.hazardFound();
      const input = aHazard({ organisation: (await world.actor("yu")).organisation });
      return world.as("yu").open("hazard", { id, input });
    },
  },
  {
    story: "one link to the big screen more than one may have",
    gives: "too-many-screen-links",
    ask: async () => {
      for (let count = 0; count < limits.screenLinks; count += 1)
        await world.as("yang").send("POST", "/api/screen-links", { hours: 1 });
      return world.as("yang").send("POST", "/api/screen-links", { hours: 1 });
    },
  },
  {
    story: "a link to the big screen that was never made",
    gives: "screen-link-over",
    ask: () => world.nobody.get("/api/shared-screen"),
  },
  {
    story: "one kept search more than one may have",
    gives: "too-many-searches",
    ask: async () => {
      const search = { register: "hazard", name: "重大隐患", filters: { level: "major" }, notifies: false };
      for (let count = 0; count < limits.savedSearches; count += 1)
        await world.as("su").send("POST", "/api/searches", search);
      return world.as("su").send("POST", "/api/searches", search);
    },
  },
  {
    story: "a key that was used for another request",
    gives: "idempotency-key-reused",
    ask: async () => {
      await world.as("su").open("hazard", { input: aHazard() }, "one key");
      return world.as("su").open("hazard", { input: aHazard({ title: "另一处隐患" }) }, "one key");
    },
  },
  {
    story: "ten megabytes of JSON",
    gives: "body-too-large",
    ask: () => rawJson(JSON.stringify({ input: { title: "长".repeat(3_500_000) } })),
  },
  {
    story: "a body that is no JSON",
    gives: "unsupported-media-type",
    ask: () =>
      world.as("su").raw({
        method: "POST",
        url: hazards,
        headers: { "content-type": "application/xml" },
        payload: "<input/>",
      }),
  },
  {
    story: "a page called a picture",
    gives: "content-differs-from-name",
    ask: () => sent("photo.png", Buffer.from("<!doctype html><script>alert(1)</script>")),
  },
  { story: "a programme", gives: "file-type-not-allowed", ask: () => sent("tool.exe", Buffer.from("MZ")) },
  { story: "an empty file", gives: "file-empty", ask: () => sent("photo.png", Buffer.alloc(0)) },
  {
    story: "the eleventh password after ten wrong ones",
    gives: "too-many-attempts",
    ask: async () => {
      const guess = (secret: string) =>
        world.nobody.send("POST", "/api/session", { username: "tong", password: secret });
      for (let count = 0; count < 10; count += 1) expect((await guess("wrong")).status).toBe(401);
      // Even the right one waits now.
      return guess(password);
    },
  },
  {
    story: "an account that asks oftener than it may",
    gives: "too-many-requests",
    ask: async () => {
      const busy = await newWorld({ rates: { reads: 2, writes: 9, exports: 9 } });
      for (let count = 0; count < 2; count += 1) await busy.as("wang").get(hazards);
      return busy.as("wang").get(hazards);
    },
  },
  {
    story: "whoever comes while the product stops",
    gives: "stopping",
    ask: async () => {
      const leaving = await newWorld();
      leaving.services.lifecycle.stopping();
      return leaving.nobody.get(hazards);
    },
  },
];

test.each(rows)("$story is answered $gives", async ({ gives, ask }) => {
  const { status, body, headers } = await ask();
  expect(body).toMatchObject({ code: gives, status: httpProblems[gives].status });
  expect(status).toBe(httpProblems[gives].status);
  expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ type: `/problems/${gives}`, title: httpProblems[gives].words.zh });
  expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test("an error of our own is a problem that says nothing of the inside, and one line for the operator", async () => {
  const lines: string[] = [];
  const broken = await newWorld({ log: logInto("error", (line) => lines.push(line)) });
  await broken.as("su").get("/api/session");
  await broken.owner.query("alter table notice rename to notice_away");
  const { status, body, text } = await broken.as("su").get("/api/notices");
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: "internal-error" });
  expect(text).not.toMatch(/notice|relation|select|\.ts/);
  const line = lines.find((written) => written.includes(String(body.requestId)));
  expect(JSON.parse(line ?? "{}")).toMatchObject({ level: "error", method: "GET", route: "/api/notices" });
  await broken.owner.query("alter table notice_away rename to notice");
});

test("every problem of the catalogue has its row", () => {
  const covered = new Set<string>([...rows.map(({ gives }) => gives), ...shownElsewhere]);
  expect(Object.keys(httpProblems).filter((code) => !covered.has(code))).toEqual([]);
});

const rawJson = (payload: string | Buffer) =>
  world.as("su").raw({
    method: "POST",
    url: hazards,
    headers: { "content-type": "application/json" },
    payload,
  });

const sent = (name: string, bytes: Buffer) => upload(world.as("su"), name, bytes);
