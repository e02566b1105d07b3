import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enterpriseId } from "../support/cast.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { aHazard, wholePlan } from "../support/paths.ts";
import { newWorld, type World } from "../support/world.ts";

const hazards = "/api/registers/hazard/entries";
const absent = "0192f0c1-0000-7000-8000-000000000001";

let world: World;
let found: string;
let before: string;

beforeAll(async () => {
  world = await newWorld();
  found = await world.hazardFound();
});

beforeEach(async () => {
  before = await fingerprint(world.owner);
});

afterEach(async () => {
  expect(await fingerprint(world.owner)).toBe(before);
});

describe("a request of the wrong form is located and changes nothing:", () => {
  test.each<[string, unknown, string, string]>([
    ["no input", {}, "input", "wrong-type"],
    ["a list for the input", { input: [] }, "input", "wrong-type"],
    ["a text for the input", { input: "title" }, "input", "wrong-type"],
    ["an unknown member beside the input", { input: aHazard(), state: "closed" }, "state", "unknown"],
    ["a number for the act", { input: aHazard(), act: 1 }, "act", "wrong-type"],
    ["an id that is none", { input: aHazard(), id: "1; drop table entry" }, "id", "bad-pattern"],
    ["a time without its zone", { input: aHazard(), doneAt: "2026-03-10T08:00:00" }, "doneAt", "bad-pattern"],
  ])("opening with %s", async (_, body, field, code) => {
    const answer = await world.as("su").send("POST", hazards, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: "malformed-request",
      problems: [expect.objectContaining({ field, code })],
    });
  });

  test.each<[string, unknown, string, string]>([
    ["no version", { input: {} }, "version", "wrong-type"],
    ["a text for the version", { version: "1", input: {} }, "version", "wrong-type"],
    ["half a version", { version: 1.5, input: {} }, "version", "wrong-type"],
    ["the version 0", { version: 0, input: {} }, "version", "bad-pattern"],
    ["a state to go to", { version: 1, input: {}, to: "closed" }, "to", "unknown"],
  ])("acting with %s", async (_, body, field, code) => {
    const answer = await world.as("su").send("POST", `${hazards}/${found}/acts/proposeMajor`, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems: [expect.objectContaining({ field, code })] });
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=1000000", "limit"],
    ["limit=ten", "limit"],
    ["sort=title", "sort"],
    ["foundOn.from=2026-02-30", "foundOn.from"],
    ["organisation=copper", "organisation"],
    ["region=5334%27%20or%201=1", "region"],
    ["state=found&state=closed", "state"],
    ["drop=table", "drop"],
    ["constructor=x", "constructor"],
    ["controlled=yes", "controlled"],
    ["stock=old", "stock"],
    ["foundOn=2026-01-01", "foundOn"],
    ["level.from=major", "level.from"],
    ["level.x=major", "level.x"],
    ["foundOn.from.zz=2026-01-01", "foundOn.from.zz"],
    ["planMeasures=x", "planMeasures"],
    ["q=", "q"],
    ["todo=all", "todo"],
  ])("a list with %s", async (query, field) => {
    const answer = await world.as("su").get(`${hazards}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: "malformed-request",
      problems: [expect.objectContaining({ field })],
    });
  });

  test.each([
    ["a register that does not exist", "/api/registers/nothing/entries"],
    ["a register's table", "/api/registers/entry_hazard/entries"],
    ["an entry by something that is no id", `${hazards}/1%20or%201=1`],
    ["a path upwards", `${hazards}/${absent}/files/..%2F..%2Fetc%2Fpasswd`],
  ])("asking for %s", async (_, path) => {
    expect([400, 404]).toContain((await world.as("su").get(path)).status);
  });

  test.each([
    ["JSON with a prototype", '{"input":{"__proto__":{"title":"x"}}}', "malformed-json"],
    [
      "JSON nested 100 000 deep",
      `{"input":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      "malformed-request",
    ],
    ["two JSON values", "{}{}", "malformed-json"],
    ["a lone text", '"input"', "malformed-request"],
    ["null", "null", "malformed-request"],
    ["nothing at all", "", "malformed-request"],
  ])("%s", async (_, payload, code) => {
    const answer = await world.as("su").raw({
      method: "POST",
      url: hazards,
      headers: { "content-type": "application/json" },
      payload,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(code);
  });

  test.each(["", "k".repeat(129)])("the idempotency key %j", async (key) => {
    const answer = await world.as("su").open("hazard", { input: aHazard() }, key);
    expect(answer.status).toBe(400);
  });
});

describe("what is entered is held against its field and changes nothing:", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ["a title left out", { title: undefined }, "title", "required"],
    ["a title of blanks", { title: "  \u3000" }, "title", "required"],
    ["a number for the title", { title: 7 }, "title", "wrong-type"],
    ["an object for the title", { title: { $ne: null } }, "title", "wrong-type"],
    ["a title too long", { title: "长".repeat(121) }, "title", "too-long"],
    ["a NUL", { title: "a\u0000b" }, "title", "control-characters"],
    ["an escape sequence", { title: "\u001b[2J" }, "title", "control-characters"],
    ["half of a surrogate pair", { title: "\ud800" }, "title", "control-characters"],
    ["a source that is no option", { source: "toString" }, "source", "not-an-option"],
    ["a day that never is", { foundOn: "2026-02-30" }, "foundOn", "not-a-day"],
    ["a time for a day", { foundOn: "2026-03-10T00:00:00Z" }, "foundOn", "not-a-day"],
    ["an enterprise that does not exist", { organisation: absent }, "organisation", "not-found"],
    ["another's enterprise", { organisation: enterpriseId("timber") }, "organisation", "not-found"],
    ["a region that is none", { region: "5334'--" }, "region", "bad-pattern"],
    ["files that were never uploaded", { photos: [absent] }, "photos", "not-found"],
    ["one file twice", { photos: [absent, absent] }, "photos", "too-many"],
    ["a text for the files", { photos: absent }, "photos", "wrong-type"],
    ["a field of another act", { planFunds: 1 }, "planFunds", "unknown"],
    ["a field that only the engine sets", { number: "YH-1" }, "number", "unknown"],
    ["a field that does not exist", { hazardous: true }, "hazardous", "unknown"],
    ["a member of every object", { constructor: "x" }, "constructor", "unknown"],
  ])("%s", async (_, own, field, code) => {
    const answer = await world.as("su").open("hazard", { input: aHazard(own) });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: "input-invalid",
      problems: [expect.objectContaining({ field, code })],
    });
  });
});

describe("of a planned hazard", () => {
  let reported: string;
  beforeAll(async () => {
    reported = await world.hazardBroughtTo("reported");
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ["funds below nothing", { planFunds: -1 }, "planFunds", "too-small"],
    ["funds beyond all money", { planFunds: 1e13 }, "planFunds", "too-large"],
    ["a third of a fen", { planFunds: 0.333 }, "planFunds", "wrong-type"],
    ["funds in words", { planFunds: "12000" }, "planFunds", "wrong-type"],
  ])("%s are refused", async (_, own, field, code) => {
    const input = { ...wholePlan, ...own };
    const answer = await world.as("su").act("hazard", reported, "plan", { version: 4, input });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ problems: [expect.objectContaining({ field, code })] });
  });
});

describe("an entry of somebody else's is as absent:", () => {
  const asked = (id: string) =>
    [
      ["GET", `${hazards}/${id}`],
      ["GET", `${hazards}/${id}/ledger`],
      ["GET", `${hazards}/${id}/files/${absent}`],
      ["POST", `${hazards}/${id}/acts/proposeMajor`],
      ["POST", `${hazards}/${id}/acts/noSuchAct`],
    ] as const;

  test.each(asked("ID").map(([method, path]) => [method, path] as const))("%s %s", async (method, path) => {
    for (const stranger of ["chen", "bai", "yu"] as const) {
      const [theirs, none] = await Promise.all(
        [found, absent].map((id) => {
          const url = path.replace("ID", id);
          const client = world.as(stranger);
          return method === "GET" ? client.get(url) : client.send("POST", url, { version: 1, input: {} });
        }),
      );
      expect(theirs?.status).toBe(404);
      expect({ ...theirs?.body, requestId: "" }).toEqual({ ...none?.body, requestId: "" });
    }
  });
});

test("a search takes the signs of LIKE and SQL as they are", async () => {
  const list = (q: string) => world.as("su").list("hazard", { q });
  expect((await list("变电站")).entries).not.toHaveLength(0);
  for (const q of ["%", "_", "\\", "'", "变%站", "'; drop table entry_hazard; --"])
    expect((await list(q)).entries).toEqual([]);
});

test.each(["/api/criteria/standards/%00", `${hazards}?q=a%00b`])(
  "a NUL in an address is no address: %s",
  async (url) => {
    const { status, body } = await world.as("su").get(url);
    expect([status, body.code]).toEqual([400, "malformed-request"]);
  },
);

test("half a character is no password", async () => {
  const { status, body } = await world.as("su").raw({
    method: "PUT",
    url: "/api/session/password",
    headers: { "content-type": "application/json" },
    payload: '{"old":"\\ud800","password":"一句只有自己知道的话"}',
  });
  expect([status, body.code]).toEqual([400, "malformed-request"]);
});
