import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { asSeenBy } from "../../core/register/left-out.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { remind } from "../../server/jobs/reminders.ts";
import { verifyAudit } from "../../server/store/audit-log.ts";
import { beginning, enterpriseId } from "../support/cast.ts";
import { type Answer, type Client, entryIn } from "../support/client.ts";
import { approvedToken, partner, withSecret } from "../support/partner.ts";
import { aHazard, countyBureau } from "../support/paths.ts";
import { aToken } from "../support/people-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let here: string;
let there: string;
const hazards = "/api/registers/hazard/entries";
const tokens = "partner-token";

beforeAll(async () => {
  world = await newWorld();
  here = await world.hazardFound({ title: "井下无接地", description: "变电站外壳带电，张三发现" });
  const elsewhere = aHazard({ organisation: enterpriseId("timber"), title: "除尘管道积灰" });
  there = entryIn(
    mustDo(await world.as("chen").open("hazard", { input: { ...elsewhere, source: "inspection" } })),
  ).id;
});
beforeEach(() => {
  world.clock.now = beginning;
});

const coded = z.object({ code: z.string() });
const codeOf = ({ status, body }: Answer) => [status, coded.safeParse(body).data?.code];
const ask = (own: Readonly<Record<string, unknown>>, who: "tang" | "min" = "tang") =>
  world.as(who).open(tokens, { input: { ...aToken, everySector: true, ...own } });
const act = (who: Parameters<World["as"]>[0], id: string, name: string, version: number, input = {}) =>
  world.as(who).act(tokens, id, name, { version, input });

describe("asking for a token", () => {
  test.each([
    {
      story: "of a role that the organisation has not",
      own: { role: "leader" },
      gives: "role-not-in-this-unit",
    },
    {
      story: "over a region beyond the organisation's",
      own: { covers: "5334" },
      gives: "region-beyond-unit",
    },
    { story: "without a region", own: { covers: null }, gives: "post-without-region" },
    {
      story: "with an act in a register that it does not read",
      own: { mayDo: ["site.amend"] },
      gives: "token-acts-unread",
    },
    {
      story: "with an act that its role may not do",
      own: { mayRead: ["risk-point"], mayDo: ["risk-point.identify"] },
      gives: "token-beyond-role",
    },
    { story: "that has ended already", own: { validUntil: "2026-03-09" }, gives: "token-ends-in-the-past" },
    { story: "for longer than a year", own: { validUntil: "2027-03-11" }, gives: "token-valid-too-long" },
  ])("$story is refused", async ({ own, gives }) => {
    expect(codeOf(await ask(own))).toEqual([422, gives]);
  });

  test("is the system administrator's alone", async () => {
    expect(codeOf(await ask({}, "min"))).toEqual([403, "role-may-not"]);
  });

  test("for a year to the day is granted", async () => {
    expect((await ask({ validUntil: "2027-03-10" })).status).toBe(201);
  });
});

describe("a token has no secret", () => {
  test("before it is approved", async () => {
    const { id } = entryIn(mustDo(await ask({})));
    expect(codeOf(await act("tang", id, "issue", 1))).toEqual([422, "act-not-open-in-this-state"]);
  });

  test("that whoever takes it chose", async () => {
    const id = await approvedToken(world);
    const chosen = await act("tang", id, "issue", 2, { secretHash: "0".repeat(64) });
    expect(codeOf(chosen)).toEqual([422, "input-invalid"]);
  });

  test("for anybody but the administrator who asked for it", async () => {
    const id = await approvedToken(world);
    expect(codeOf(await act("min", id, "issue", 2))).toEqual([403, "role-may-not"]);
  });

  test("a second time, not even for the same request", async () => {
    const id = await approvedToken(world);
    const once = () => world.as("tang").act(tokens, id, "issue", { version: 2 }, "one-key");
    expect(mustDo(await once()).body).toHaveProperty("secret");
    expect(mustDo(await once()).body).not.toHaveProperty("secret");
    expect(codeOf(await act("tang", id, "issue", 3))).toEqual([422, "act-not-open-in-this-state"]);
  });

  test("that lies anywhere in the database: a hash alone is kept", async () => {
    const { id, secret } = await partner(world);
    const { rows } = await world.owner.query<{ all: string }>(
      "select string_agg(l.text, '') || (select e::text from entry_partner_token e where id = $1) as all from ledger l where entry = $1",
      [id],
    );
    expect(rows[0]?.all).not.toContain(secret.slice(-51));
  });
});

test("whoever asked for a token may not approve it, though they became the other administrator since", async () => {
  const { id } = entryIn(mustDo(await ask({})));
  await world.owner.query(
    "update post set role = 'securityAdministrator' where person = (select id from person where username = 'tang')",
  );
  try {
    expect(codeOf(await act("tang", id, "approve", 1))).toEqual([422, "requester-may-not-approve"]);
  } finally {
    await world.owner.query(
      "update post set role = 'systemAdministrator' where person = (select id from person where username = 'tang')",
    );
  }
});

describe("with the secret of a token", () => {
  test("a list has what lies in its region and nothing else", async () => {
    const { client } = await partner(world);
    const { entries } = await client.list("hazard");
    expect(entries.map(({ id }) => id)).toContain(here);
    expect(entries.map(({ id }) => id)).not.toContain(there);
    expect(codeOf(await client.get(`${hazards}/${there}`))).toEqual([404, "not-found"]);
    expect((await client.get(`${hazards}.csv`)).text).not.toContain("除尘管道积灰");
  });

  test("a register that it does not name is as if there were none", async () => {
    const { client } = await partner(world);
    expect(codeOf(await client.get("/api/registers/enterprise/entries"))).toEqual([404, "not-found"]);
    expect(codeOf(await client.get(`/api/registers/${tokens}/entries`))).toEqual([404, "not-found"]);
    const { registers } = z
      .object({ registers: z.array(z.object({ name: z.string() })) })
      .parse((await client.get("/api/registers")).body);
    expect(registers.map(({ name }) => name)).toEqual(["hazard"]);
  });

  test("the changes are those of its registers in its region", async () => {
    await world.sequenced();
    const { client } = await partner(world);
    const { changes } = z
      .object({ changes: z.array(z.object({ register: z.string(), entry: z.string() })) })
      .parse((await client.get("/api/changes?limit=200")).body);
    expect(new Set(changes.map(({ register }) => register))).toEqual(new Set(["hazard"]));
    expect(changes.map(({ entry }) => entry)).not.toContain(there);
  });

  test("an act that it does not name is refused, one that it names is done in its name", async () => {
    const { client, id } = await partner(world, { mayDo: ["hazard.find"] });
    expect(codeOf(await client.act("hazard", here, "proposeMajor", { version: 1 }))).toEqual([
      403,
      "act-not-of-token",
    ]);
    const found = await client.open("hazard", {
      input: aHazard({ source: "inspection", title: "由平台报来" }),
    });
    const { lines } = await world.as("lin").ledger("hazard", entryIn(mustDo(found)).id);
    expect(lines[0]?.actor).toEqual({ id, name: aToken.name });
  });

  test("a token without acts reads only", async () => {
    const { client } = await partner(world);
    const found = await client.open("hazard", { input: aHazard({ source: "inspection" }) });
    expect(codeOf(found)).toEqual([403, "act-not-of-token"]);
  });

  test.each([
    "/api/home",
    "/api/rights",
    `${hazards}/$here/ledger`,
    `${hazards}/$here/comments`,
    "/api/notices",
  ])("%s is not open", async (path) => {
    const { client } = await partner(world);
    expect(codeOf(await client.get(path.replace("$here", here)))).toEqual([403, "not-for-partners"]);
  });
});

describe("a field that a token leaves out", () => {
  let client: Client;
  beforeAll(async () => {
    const own = {
      mayRead: ["hazard", "enterprise"],
      masked: ["hazard.description", "hazard.title", "enterprise.name"],
    };
    client = (await partner(world, own)).client;
  });
  const secrets = ["变电站外壳带电", "井下无接地", "云岭铜业"];
  const holdsNone = ({ status, text }: Answer) => {
    expect(status).toBe(200);
    for (const said of secrets) expect(text).not.toContain(said);
  };

  test("is in an entry of nobody's answers but a person's", async () => {
    expect((await world.as("lin").get(`${hazards}/${here}`)).text).toContain("变电站外壳带电");
    holdsNone(await client.get(`${hazards}/${here}`));
  });
  test("is in no list", async () => holdsNone(await client.get(hazards)));
  test("is in no list of enterprises", async () =>
    holdsNone(await client.get("/api/registers/enterprise/entries")));
  test("is in no list that asks for the column", async () =>
    expect(codeOf(await client.get(`${hazards}?fields=title`))).toEqual([400, "malformed-request"]));
  test("is in no file", async () => {
    holdsNone(await client.get(`${hazards}.csv`));
    holdsNone(await client.get(`${hazards}.csv?organisation=${enterpriseId("copper")}`));
  });
  test("is in no description of the register", async () => {
    const { fields } = z
      .object({ fields: z.array(z.object({ name: z.string() })) })
      .parse((await client.get("/api/registers/hazard")).body);
    expect(fields.map(({ name }) => name)).not.toContain("description");
  });
  test("is found by no search", async () =>
    expect(codeOf(await client.get(`${hazards}?q=${encodeURIComponent("接地")}`))).toEqual([
      403,
      "asked-by-left-out",
    ]));

  test("is a personal number, whatever the token says", async () => {
    const luo = world.as("luo");
    const { version } = (await luo.entry("enterprise", enterpriseId("copper"))).entry;
    mustDo(
      await luo.act("enterprise", enterpriseId("copper"), "amend", {
        version,
        input: { phone: "13900001234" },
      }),
    );
    expect((await luo.get(`/api/registers/enterprise/entries/${enterpriseId("copper")}`)).text).toContain(
      "139",
    );
    const open = (await partner(world, { mayRead: ["enterprise"] })).client;
    const { entry } = await open.entry("enterprise", enterpriseId("copper"));
    expect(entry.values).not.toHaveProperty("phone");
    const file = await open.get("/api/registers/enterprise/entries.csv?personal=yes&reason=x");
    expect(codeOf(file)).toEqual([403, "role-may-not"]);
  });

  test("takes the place of the title with the number", () => {
    const token = { mayRead: ["hazard"], mayDo: [], masked: ["hazard.title"] };
    expect(asSeenBy(hazard, token).title).toBe("number");
    expect(asSeenBy(hazard, undefined)).toBe(hazard);
  });
});

describe("a token lets nobody in", () => {
  test("with another secret, or one that was cut", async () => {
    const { secret } = await partner(world);
    const other = secret.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect(codeOf(await withSecret(world, other).get(hazards))).toEqual([401, "token-unknown"]);
  });

  test("once either administrator has revoked it", async () => {
    for (const who of ["tang", "min"] as const) {
      const { client, id } = await partner(world);
      expect((await client.get(hazards)).status).toBe(200);
      mustDo(await act(who, id, "revoke", 3, { reason: "密钥泄露" }));
      expect(codeOf(await client.get(hazards))).toEqual([401, "token-revoked"]);
    }
  });

  test("after its last day", async () => {
    const { client } = await partner(world, { validUntil: "2026-03-20" });
    world.clock.now = new Date("2026-03-20T23:59:00+08:00");
    expect((await client.get(hazards)).status).toBe(200);
    world.clock.now = new Date("2026-03-21T00:00:00+08:00");
    expect(codeOf(await client.get(hazards))).toEqual([401, "token-expired"]);
  });

  test("more often in a minute than its quota, and in the next one again", async () => {
    const { client } = await partner(world, { perMinute: 2 });
    world.clock.now = new Date("2026-03-10T09:00:40+08:00");
    expect((await client.get(hazards)).status).toBe(200);
    expect((await client.get(hazards)).status).toBe(200);
    const refused = await client.get(hazards);
    expect(codeOf(refused)).toEqual([429, "token-quota-used"]);
    expect(refused.headers["retry-after"]).toBe("20");
    world.clock.now = new Date("2026-03-10T09:01:00+08:00");
    expect((await client.get(hazards)).status).toBe(200);
  });

  test("more often in a day than its quota, and on the next one again", async () => {
    const { client } = await partner(world, { perDay: 1 });
    world.clock.now = new Date("2026-03-10T23:00:00+08:00");
    expect((await client.get(hazards)).status).toBe(200);
    const refused = await client.get(hazards);
    expect(codeOf(refused)).toEqual([429, "token-quota-used"]);
    expect(refused.headers["retry-after"]).toBe("3600");
    world.clock.now = new Date("2026-03-11T00:00:00+08:00");
    expect((await client.get(hazards)).status).toBe(200);
  });

  test("of ten calls at once no more than its quota is answered", async () => {
    const { client } = await partner(world, { perMinute: 4 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.get(hazards)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
  });
});

describe("every call of a token", () => {
  const lines = z.object({
    lines: z.array(
      z.looseObject({
        event: z.string(),
        facts: z.array(z.looseObject({ name: z.string(), value: z.object({ zh: z.string() }) })),
      }),
    ),
  });
  const numberOf = async (id: string) => (await world.as("tang").entry(tokens, id)).entry.number;
  const calls = async (id: string) => {
    const { body } = await world
      .as("shen")
      .get(`/api/audit?number=${await numberOf(id)}&event=partnerCalled`);
    return lines
      .parse(body)
      .lines.map(({ facts }) => Object.fromEntries(facts.map(({ name, value: { zh } }) => [name, zh])));
  };

  test("is told to the auditor: which route, which filter, how many rows, how it ended", async () => {
    const { client, id } = await partner(world);
    await client.get(`${hazards}?level=general&limit=5`);
    await client.get(`${hazards}/${there}`);
    mustDo(await act("min", id, "revoke", 3, { reason: "停用" }));
    await client.get(hazards);
    const told = await calls(id);
    expect(told).toMatchObject([
      { route: "GET /api/registers/:register/entries", status: "401" },
      { route: "GET /api/registers/:register/entries/:id", entry: there, status: "404" },
      { register: "事故隐患", filter: "level=general&limit=5", rows: "0", status: "200" },
    ]);
    await world.sequenced();
    const { faults } = await verifyAudit(world.owner, world.services.algorithm);
    expect(faults).toEqual([]);
  });

  test("beyond its quota is told once a minute", async () => {
    const { client, id } = await partner(world, { perMinute: 1 });
    for (let at = 0; at < 4; at += 1) await client.get(hazards);
    expect((await calls(id)).map(({ status }) => status)).toEqual(["429", "200"]);
  });

  test("that took a file out is told as such before the file leaves", async () => {
    const { client, id } = await partner(world);
    await client.get(`${hazards}.csv`);
    const told = async () => {
      const { rows } = await world.owner.query<{ act: string }>(
        "select act from audit where actor = $1 order by version",
        [id],
      );
      return rows.map((row) => row.act);
    };
    expect((await told())[0]).toBe("listExported");
    // That it has left whole is told once it has.
    await expect.poll(told).toEqual(["listExported", "partnerCalled"]);
  });

  test("is seen by none of those who ask for tokens and approve them", async () => {
    for (const who of ["tang", "min"] as const)
      expect(codeOf(await world.as(who).get("/api/audit"))).toEqual([403, "role-may-not"]);
  });
});

test("a head sees the tokens that stand for the own organisation, an inspector none, another's head none", async () => {
  const { id } = await partner(world, { unit: countyBureau });
  expect((await world.as("luo").get(`/api/registers/${tokens}/entries/${id}`)).status).toBe(200);
  expect((await world.as("lin").get(`/api/registers/${tokens}/entries/${id}`)).status).toBe(404);
  expect((await world.as("he").get(`/api/registers/${tokens}/entries/${id}`)).status).toBe(404);
});

test("the end of a token is told to the administrators before it comes", async () => {
  const { id } = await partner(world, { validUntil: "2026-03-20" });
  world.clock.now = new Date("2026-03-18T09:00:00+08:00");
  await remind(world.services);
  const { body } = await world.as("tang").get("/api/notices");
  expect(JSON.stringify(body)).toContain(id);
});
