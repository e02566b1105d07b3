import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { isAdministrator } from "../../core/scope/roles.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { inTransaction } from "../../server/store/database.ts";
import { findEnterprises } from "../../server/store/enterprise-names.ts";
import {
  cast,
  enterpriseId,
  enterprises,
  firstDay,
  type PersonName,
  personNames,
  serviceBodies,
  serviceBodyId,
} from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const answer = z.object({
  enterprises: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      creditCode: z.string().nullable(),
      region: z.string(),
    }),
  ),
  more: z.boolean(),
});
const ask = (name: PersonName, by: Readonly<Record<string, string>>) =>
  world.as(name).get(`/api/enterprise-names?${new URLSearchParams(by)}`);
const found = async (q: string) => answer.parse((await ask("min", { q })).body);
const namesFor = async (q: string) => (await found(q)).enterprises.map(({ name }) => name);

const { copper, foundry, timber } = enterprises;

async function registered(name: string): Promise<string> {
  const { region, sector } = copper;
  const input = { name, noCodeReason: "workshop", region, sector };
  return entryIn(mustDo(await world.as("luo").open("enterprise", { input }))).id;
}

describe("an administrator who opens accounts or grants posts", () => {
  test.each(["min", "tang", "shen"] as const)(
    "finds an enterprise anywhere by part of its name: %s",
    async (name) => {
      for (const one of [copper, timber]) {
        const { body, status } = await ask(name, { q: one.name.slice(1, 4) });
        expect(status).toBe(200);
        expect(answer.parse(body).enterprises.map((told) => told.name)).toEqual([one.name]);
      }
    },
  );

  test("learns its name, code and place, and nothing else", async () => {
    const id = enterpriseId("copper");
    const { name, creditCode, region } = copper;
    const { body } = await ask("min", { q: "云岭" });
    expect(body).toEqual({ enterprises: [{ id, name, creditCode, region }], more: false });
    expect((await ask("min", { id })).body).toEqual(body);
    expect((await world.as("min").get(`/api/registers/enterprise/entries/${id}`)).status).toBe(404);
  });

  test("finds it by the whole code in whatever writing, and by no part of one", async () => {
    const spaced = copper.creditCode.toLowerCase().replace(/(.{4})/g, "$1 ");
    for (const written of [copper.creditCode, ` ${spaced}`, copper.creditCode.replace("9", "９")])
      expect(await namesFor(written)).toEqual([copper.name]);
    expect(await namesFor(copper.creditCode.slice(0, 17))).toEqual([]);
    expect(await namesFor("91")).toEqual([]);
  });

  test("has to type two characters, and no more than there is room for", async () => {
    const malformed = ["", "铜", " 铜 ", "铜".repeat(101), "铜\0业"];
    for (const q of malformed) {
      const { status, body } = await ask("min", { q });
      expect([q, status, body.code]).toEqual([q, 400, "malformed-request"]);
    }
    expect(await namesFor("铜业")).toEqual([copper.name]);
    expect(await namesFor("铜".repeat(100))).toEqual([]);
    const id = enterpriseId("copper");
    const wrong: Readonly<Record<string, string>>[] = [
      {},
      { q: "铜业", id },
      { id: "1" },
      { q: "铜业", limit: "1000" },
    ];
    for (const by of wrong) expect((await ask("min", by)).status).toBe(400);
  });

  test("finds signs of patterns and of text search as signs like any other", async () => {
    for (const q of ["%%", "__", "云_铜", "%厂%", "云岭\\", "' | '", "'a':* & b", "铜:*"])
      expect([q, await namesFor(q)]).toEqual([q, []]);
    await registered("百分之_50%纯碱厂（虚构）");
    // All its pairs of signs stand in the name, and itself only where a sign stands for any others.
    await registered("甲%乙丙%丁作坊（虚构）");
    expect(await namesFor("甲%丁")).toEqual([]);
    for (const q of ["丙%丁", "0%纯", "_50", "之_5"]) expect([q, (await namesFor(q)).length]).toEqual([q, 1]);
  });

  test("is told of twenty, the shortest names first, and that there are more", async () => {
    for (let at = 0; at < 20; at += 1)
      await registered(`松茸加工点第${String(at).padStart(2, "0")}号（虚构）`);
    expect(await found("松茸加")).toMatchObject({ more: false, enterprises: { length: 20 } });
    await registered("松茸加工点（虚构）");
    const { enterprises: told, more } = await found("松茸加");
    expect([told.length, more, told[0]?.name]).toEqual([20, true, "松茸加工点（虚构）"]);
  });

  test("is not offered one that is deregistered, though an account may name it from before", async () => {
    const id = await registered("桑叶烘焙坊（虚构）");
    expect(await namesFor("桑叶")).toEqual(["桑叶烘焙坊（虚构）"]);
    const input = { reason: "终止经营" };
    mustDo(await world.as("luo").act("enterprise", id, "deregister", { version: 1, input }));
    expect(await namesFor("桑叶")).toEqual([]);
    const byId = answer.parse((await ask("tang", { id })).body);
    expect(byId.enterprises.map(({ name }) => name)).toEqual(["桑叶烘焙坊（虚构）"]);
  });

  test("learns by an id of enterprises alone", async () => {
    const hazard = await world.hazardFound();
    expect((await ask("min", { id: hazard })).body).toEqual({ enterprises: [], more: false });
  });

  test("opens an account and grants a post in the enterprise that was found", async () => {
    const [unit] = (await found("雪域金")).enterprises;
    expect(unit?.name).toBe(foundry.name);
    const opened = { username: "found", name: "尼玛", unit: unit?.id };
    const account = entryIn(mustDo(await world.as("tang").open("account", { input: opened }))).id;
    const input = { account, role: "safetyManager", unit: unit?.id, heldFrom: firstDay };
    const { id } = entryIn(mustDo(await world.as("min").open("post", { act: "grant", input })));
    mustDo(await world.as("bai").act("post", id, "confirm", { version: 1, input: {} }));
  });
});

test("somebody of a service body is granted a post by the head of its department, and none once it withdrew", async () => {
  const { name, region, creditCode } = serviceBodies.evaluator;
  const unit = serviceBodyId("evaluator");
  expect(await found("原安全评")).toEqual({
    enterprises: [{ id: unit, name, creditCode, region }],
    more: false,
  });
  const opened = async (username: string) =>
    entryIn(
      mustDo(
        await world.as("tang").open("account", { input: { username, name: `${username}（虚构）`, unit } }),
      ),
    ).id;
  const granted = async (account: string) =>
    world
      .as("min")
      .open("post", { act: "grant", input: { account, role: "serviceStaff", unit, heldFrom: firstDay } });
  const { id } = entryIn(mustDo(await granted(await opened("pingjia"))));
  mustDo(await world.as("luo").act("post", id, "confirm", { version: 1, input: {} }));
  const { entry } = await world.as("luo").entry("service-body", unit);
  const input = { reason: "不再开展业务" };
  mustDo(await world.as("luo").act("service-body", unit, "withdraw", { version: entry.version, input }));
  expect(await namesFor("原安全评")).toEqual([]);
  expect(await namesFor(creditCode)).toEqual([]);
  const { status, body } = await granted(await opened("tuichu"));
  expect([status, body.code]).toEqual([422, "unit-ceased"]);
});

test("no post is granted in an enterprise that is deregistered, though its id is known", async () => {
  const unit = await registered("旧磨坊（虚构）");
  const input = { reason: "终止经营" };
  mustDo(await world.as("luo").act("enterprise", unit, "deregister", { version: 1, input }));
  const own = { username: "mofang", name: "旧人（虚构）", unit };
  const account = entryIn(mustDo(await world.as("tang").open("account", { input: own }))).id;
  const { status, body } = await world
    .as("min")
    .open("post", { act: "grant", input: { account, role: "principal", unit, heldFrom: firstDay } });
  expect([status, body.code]).toEqual([422, "unit-ceased"]);
});

describe("nobody else", () => {
  const others = personNames.filter((name) => !["min", "tang", "shen", "gu"].includes(name));
  test.each(others)("is told by the route: %s", async (name) => {
    const { status, body } = await ask(name, { q: "云岭" });
    expect([status, body.code]).toEqual([403, "role-may-not"]);
  });

  test("may ask who is not signed in", async () => {
    expect((await world.nobody.get("/api/enterprise-names?q=%E4%BA%91%E5%B2%AD")).status).toBe(401);
  });

  test.each(personNames)("gets it from the function of the database: %s", async (name) => {
    const told = await inTransaction(world.services.pool, scopeOf(await world.actor(name)), async (tx) => [
      ...(await findEnterprises(tx, { text: "云岭" }, 5)),
      ...(await findEnterprises(tx, { text: copper.creditCode }, 5)),
      ...(await findEnterprises(tx, { id: enterpriseId("copper") }, 5)),
    ]);
    const { role } = cast[name];
    expect(told).toHaveLength(isAdministrator(role) ? 3 : 0);
  });

  test("in a transaction without a scope, or under the role of auditors", async () => {
    expect(
      await inTransaction(world.services.pool, undefined, (tx) => findEnterprises(tx, { text: "云岭" }, 5)),
    ).toEqual([]);
    const statement = "select seek_enterprises(null, null, null, null, 1)";
    await expect(world.owner.query(`set role zhiben_audit; ${statement}`)).rejects.toMatchObject({
      code: "42501",
    });
  });
});

test("people of enterprises come in from a table, by the enterprise's name or its code; a part of a name means none", async () => {
  const { brought, tried, rows } = bringer(world.as("tang"));
  const file = csvOf([
    ["用户名", "姓名", "所属单位"],
    ["brought-1", "央金", timber.name],
    ["brought-2", "尼玛", copper.creditCode],
    ["brought-3", "扎西", copper.name.slice(0, 4)],
  ]);
  const { id, counts } = await tried(await brought("account", "people.csv", file));
  expect(counts).toMatchObject({ add: 2, refuse: 1 });
  const [refused] = await rows(id, "refuse");
  expect(refused?.problems?.map(({ code }) => code)).toEqual(["name-unknown"]);
});
