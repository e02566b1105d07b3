import { beforeAll, describe, expect, test } from "vitest";
import { writeCounted } from "../../core/campaign/counted.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { inTransaction } from "../../server/store/database.ts";
import { titlesOf } from "../../server/store/titles.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { ownScores } from "../support/assessments.ts";
import type { PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

/** What only an assessment is called in this world. */
const title = "2025年度治本攻坚考核";

/** The id of no entry. */
const nothing = "019cd542-0000-7000-8000-000000000000";

const register = "assessment";
const act = async (by: PersonName, name: string, version: number, input = {}) =>
  mustDo(await world.as(by).act(register, id, name, { version, input }));

let world: World;
let id: string;
let number: string;

/** Whose region shows it, and who learn of it with everybody else: a bureau of the county, and a department of the prefecture. */
const awaiting = ["luo", "zhou"] as const;
/** Before whom it never comes: another county's bureau and an officer of it, one of a trade, the park, an enterprise. */
const strangers = ["he", "chen", "duan", "gao", "mei"] as const;
/** The county's office that scores it, the one that assesses, the government that decides on objections, discipline inspection. */
const insiders = ["gesang", "zhang", "yang", "ji"] as const;

beforeAll(async () => {
  world = await newWorld();
  const unit = organisationId("xianggelila-zhengfu");
  const opened = entryIn(mustDo(await world.as("zhang").open(register, { input: { unit, year: "2025" } })));
  ({ id } = opened);
  number = String(opened.values.number);
});

const at = (name: PersonName, path: string) => world.as(name).get(path);

/** Whatever an account can ask for that might hold the assessment. */
const doors = (): readonly string[] => [
  `/api/registers/${register}/entries`,
  `/api/registers/${register}/entries?q=治本攻坚`,
  `/api/registers/${register}/entries?q=考`,
  `/api/registers/${register}/entries?q=${number}`,
  `/api/registers/${register}/entries?year=2025&state=verified`,
  `/api/registers/${register}/entries.csv`,
  "/api/home",
  "/api/notices",
  "/api/changes?after=0",
  "/api/assessments",
];

/** The doors behind which somebody finds the assessment, or anything said of it. */
async function found(name: PersonName): Promise<readonly string[]> {
  const behind = [];
  for (const door of doors()) {
    const { text } = await at(name, door);
    if ([title, number, id].some((told) => text.includes(told))) behind.push(door);
  }
  return behind;
}

/** What is asked of one entry by its id, of any register or of an assessment. */
const rooms = (one: string): readonly string[] => [
  ...["", "/ledger", "/proof", "/comments", "/figures"].map(
    (path) => `/api/registers/${register}/entries/${one}${path}`,
  ),
  `/api/assessments/${one}`,
];

async function expectAbsent(name: PersonName) {
  const told = await Promise.all(rooms(id).map((path) => at(name, path)));
  const absent = await Promise.all(rooms(nothing).map((path) => at(name, path)));
  expect(told.map(({ status }) => status)).toEqual(rooms(id).map(() => 404));
  const codes = (answers: typeof told) => answers.map(({ body }) => body.code);
  expect(codes(told)).toEqual(codes(absent));
}

const total = async (name: PersonName): Promise<number> =>
  (await world.as(name).list(register, { count: "exact" })).total ?? 0;

const titleTo = async (name: PersonName) => {
  const scope = scopeOf(await world.actor(name));
  return inTransaction(world.services.pool, scope, async (tx) => (await titlesOf(tx, [id])).get(id));
};

/** How many the figures of somebody's scope count, and how many the list that they open holds. */
async function counted(name: PersonName, count: "opened" | "published"): Promise<readonly unknown[]> {
  const measure = `${register}.${count}`;
  const actor = await world.actor(name);
  const figure = await inTransaction(world.services.pool, scopeOf(actor), async (tx) => {
    const { rows } = await tx.query<{ count: number }>(
      "select coalesce(sum(count), 0)::integer as count from cell where measure = $1",
      [measure],
    );
    return rows[0]?.count;
  });
  const window = { from: "2026-01-01", to: "2026-12-31" };
  const opens = writeCounted({ count, window, cut: { region: actor.region } });
  const { body } = mustDo(await at(name, `/api/registers/${register}/entries?counted=${opens}&count=exact`));
  return [figure, body.total];
}

/** Stage by stage of its way, by which acts it comes there. */
const stages: readonly (readonly [string, readonly Parameters<typeof act>[]])[] = [
  ["has begun", []],
  [
    "is verified",
    [
      ["gesang", "selfScore", 1, { selfScores: ownScores }],
      ["zhang", "verify", 2],
    ],
  ],
  ["is objected to", [["gesang", "raiseObjection", 3, { objection: "数据有误" }]]],
  ["waits to be published", [["yang", "decide", 4, { decision: "维持" }]]],
];

describe.each(stages)("while it %s", (_, acts) => {
  beforeAll(async () => {
    for (const one of acts) await act(...one);
    await world.sequenced();
  });

  test.each([...awaiting, ...strangers])("%s finds it behind no door, and no id opens it", async (name) => {
    expect(await found(name)).toEqual([]);
    await expectAbsent(name);
  });

  test.each(awaiting)("%s counts none, and is told no title", async (name) => {
    expect(await total(name)).toBe(0);
    expect(await counted(name, "opened")).toEqual([0, 0]);
    expect(await titleTo(name)).toBeUndefined();
  });

  test.each(insiders)("%s sees it, and that others do not", async (name) => {
    expect(await total(name)).toBe(1);
    expect((await world.as(name).entry(register, id)).entry.values.restricted).toBe(true);
    expect((await at(name, `/api/assessments/${id}`)).status).toBe(200);
    expect(await titleTo(name)).toBe(title);
  });

  test("of figures discipline inspection alone has it, as its list does", async () => {
    expect(await counted("ji", "opened")).toEqual([1, 1]);
  });

  test("nobody is offered to restrict it or to lift that", async () => {
    for (const name of insiders) {
      const { acts } = await world.as(name).entry(register, id);
      expect(acts.map((offered) => offered.name).filter((one) => /restrict/i.test(one))).toEqual([]);
    }
  });
});

describe("once it is published", () => {
  beforeAll(async () => {
    await act("zhang", "publish", 5);
    await world.sequenced();
  });

  test.each(awaiting)("%s finds it in lists, by search, by id and in the ranking", async (name) => {
    expect(await found(name)).toEqual(
      expect.arrayContaining([
        `/api/registers/${register}/entries`,
        `/api/registers/${register}/entries?q=治本攻坚`,
        `/api/registers/${register}/entries?q=${number}`,
        `/api/registers/${register}/entries.csv`,
        "/api/assessments",
      ]),
    );
    for (const path of rooms(id)) expect([path, (await at(name, path)).status]).toEqual([path, 200]);
    expect(await total(name)).toBe(1);
    expect(await titleTo(name)).toBe(title);
  });

  test.each([...awaiting, "zhang", "yang", "ji"] as const)(
    "figures of %s and their lists count it",
    async (name) => {
      expect(await counted(name, "opened")).toEqual([1, 1]);
      expect(await counted(name, "published")).toEqual([1, 1]);
    },
  );

  test.each(strangers)("%s does not see it, whose scope does not show it", async (name) => {
    expect(await found(name)).toEqual([]);
    await expectAbsent(name);
  });

  test("its ledger tells until when it was kept from others", async () => {
    const { lines } = await world.as("luo").ledger(register, id);
    const told = lines.filter(({ changes }) => changes.some(({ field }) => field === "restricted"));
    expect(told.map((line) => line.act)).toEqual(["open", "publish"]);
  });

  test("a verification finds nothing wrong", async () => {
    const { owner, services } = world;
    const { faults } = await verifyLedger(owner, services.algorithm, () => undefined, {
      vault: services.vault,
    });
    expect(faults).toEqual([]);
  });
});

test("one that is made void is seen by nobody else, then or later", async () => {
  const unit = organisationId("zhou-zhujian");
  const opened = entryIn(mustDo(await world.as("zhang").open(register, { input: { unit, year: "2025" } })));
  const input = { reason: "机构调整" };
  mustDo(await world.as("zhang").act(register, opened.id, "void", { version: 1, input }));
  const statuses = async (names: readonly PersonName[]) =>
    Promise.all(
      names.map(async (name) => (await at(name, `/api/registers/${register}/entries/${opened.id}`)).status),
    );
  expect(await statuses(["zhou", "gesang"])).toEqual([404, 404]);
  expect(await statuses(["zhang", "yang", "ji"])).toEqual([200, 200, 200]);
});
