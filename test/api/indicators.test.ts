import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { mayLookInto } from "../../core/register/rights.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { inTransaction } from "../../server/store/database.ts";
import { rollCells } from "../../server/store/roll-cells.ts";
import { enterpriseId, firstDay, type PersonName } from "../support/cast.ts";
import { hold } from "../support/hold.ts";
import { storm } from "../support/storm.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

const figure = z.object({
  value: z.number().nullable(),
  counted: z.number(),
  of: z.number().optional(),
  opens: z.string(),
  opensOf: z.string().optional(),
});
const row = figure.extend({ at: z.record(z.string(), z.string()) });
const told = figure.extend({
  from: z.string(),
  to: z.string(),
  before: figure.optional(),
  yearBefore: figure.optional(),
  rows: z.array(row),
});
type Figure = z.output<typeof figure>;

let world: World;
let names: readonly string[];
let lastDay: string;
let release: () => Promise<void>;
/** Each half of the storm is read from where it then lies: the sums of the months, and what these have not taken up. */
beforeAll(async () => {
  world = await newWorld();
  await storm(world, { seed: 71, rounds: 120, atOnce: 4 });
  await rollCells(world.services.pool);
  release = await hold(world, "rolling");
  await storm(world, { seed: 72, rounds: 90, atOnce: 4 });
  // Who comes first among four at once is chance, and with it how much is left open: some is left open and overdue without it.
  for (let count = 0; count < 16; count += 1) await world.hazardFound();
  world.clock.now = new Date(world.clock.now.getTime() + 14 * 86_400_000);
  lastDay = dayInShanghai(world.clock.now);
  names = world.services.campaign.pack.indicators.map(({ id }) => id);
});

afterAll(() => release());

const get = async (name: PersonName, path: string) => world.as(name).get(path);
const read = async (name: PersonName, indicator: string, query = "") => {
  const days = query.includes("from=") ? "" : "from=2023-06-01&";
  const answer = await get(name, `/api/indicators/${indicator}?${days}${query}`);
  expect([answer.status, answer.body.problems]).toEqual([200, undefined]);
  return told.parse(answer.body);
};

const list = z.object({ total: z.number(), counted: z.object({ unseen: z.number() }) });
async function opened(name: PersonName, address: string): Promise<number> {
  const { total, counted } = list.parse(mustDo(await get(name, `${address}&count=exact&limit=1`)).body);
  return total + counted.unseen;
}

const sums = (indicator: string) =>
  world.services.campaign.pack.indicators.find(({ id }) => id === indicator)?.counts.sum === true;

/** That each of the two lists of a figure has as many rows as it says. */
async function holds(name: PersonName, indicator: string, { opens, opensOf, counted, of }: Figure) {
  if (!sums(indicator))
    expect([indicator, opens, await opened(name, opens)]).toEqual([indicator, opens, counted]);
  if (opensOf !== undefined)
    expect([indicator, opensOf, await opened(name, opensOf)]).toEqual([indicator, opensOf, of]);
}

/** The indicators that count what somebody may look into. */
async function openTo(name: PersonName): Promise<readonly string[]> {
  const { role } = await world.actor(name);
  const registerOf = (count: string) => registerNamed(count.split(".")[0] ?? "");
  return world.services.campaign.pack.indicators
    .filter(({ counts, of }) =>
      [counts, of ?? counts].every(({ count }) => {
        const register = registerOf(count);
        return register !== undefined && mayLookInto(register, { role });
      }),
    )
    .map(({ id }) => id);
}

const readers = ["yang", "ji", "gesang", "lin", "duan", "gao", "mei"] as const;

describe.each(readers)("of what %s sees", (name) => {
  test("every figure opens a list that has exactly as many rows", async () => {
    for (const indicator of await openTo(name)) {
      const whole = await read(name, indicator, "by=region,sector,level");
      await holds(name, indicator, whole);
      for (const one of whole.rows) await holds(name, indicator, one);
    }
  });

  test("a figure is the same from the sums of the months as from what was counted, one by one", async () => {
    for (const indicator of names)
      for (const days of ["", "&to=2026-02-28", "&from=2026-02-10&to=2026-03-03"]) {
        const { from: _, ...summed } = await read(name, indicator, `by=county,month${days}`);
        const known = await read(name, indicator, `by=county,month${days}&asOf=${lastDay}`);
        expect(bare(summed.rows), indicator).toEqual(bare(known.rows));
        expect([summed.counted, summed.of], indicator).toEqual([known.counted, known.of]);
      }
  });
});

const bare = (rows: readonly z.output<typeof row>[]) =>
  rows.map(({ at, value, counted, of }) => ({ at, value, counted, of }));

test("the storm left enough to count", async () => {
  const open = await read("yang", "hazards-open", "by=region,sector,level");
  expect(open.counted).toBeGreaterThan(15);
  expect(open.rows.length).toBeGreaterThan(2);
  expect((await read("yang", "hazards-overdue")).counted).toBeGreaterThan(0);
});

test.each(["month", "week", "day", "quarter", "year"])(
  "what is counted by %s adds up, and what stands is carried on",
  async (time) => {
    const found = await read("yang", "hazards-found", `by=${time}`);
    expect(found.rows.reduce((total, { counted }) => total + counted, 0)).toBe(found.counted);
    const open = await read("yang", "hazards-open", `by=${time}`);
    expect(open.rows.at(-1)?.counted).toBe(open.counted);
    const [last] = open.rows.slice(-1);
    if (last) await holds("yang", "hazards-open", last);
  },
);

test("on every day as many are open as were found up to it and not closed by then", async () => {
  const open = await read("yang", "hazards-open", "by=day");
  const [found, closed] = [
    await read("yang", "hazards-found", "by=day"),
    await read("yang", "hazards-closed", "by=day"),
  ];
  const upTo = (rows: readonly z.output<typeof row>[], day: string) =>
    rows.filter(({ at }) => String(at.day) <= day).reduce((total, { counted }) => total + counted, 0);
  for (const { at, counted } of open.rows) {
    const day = String(at.day);
    expect([day, counted]).toEqual([day, upTo(found.rows, day) - upTo(closed.rows, day)]);
  }
  expect(open.rows.length).toBeGreaterThan(5);
});

test("a figure as it was known is what it was on that day, whatever came to be known since", async () => {
  const own = await newWorld();
  const told0 = async (query: string) =>
    told.parse(
      mustDo(
        await own.as("yang").get(`/api/indicators/hazards-found?from=2026-01-01&to=${firstDay}&${query}`),
      ).body,
    );
  await own.hazardFound({ foundOn: firstDay });
  const published = (await told0("")).counted;
  own.clock.now = new Date(own.clock.now.getTime() + 48 * 3_600_000);
  await own.hazardFound({ foundOn: firstDay });
  expect((await told0("")).counted).toBe(published + 1);
  const then = await told0(`asOf=${firstDay}`);
  expect(then.counted).toBe(published);
  expect(list.parse(mustDo(await own.as("yang").get(`${then.opens}&count=exact`)).body).total).toBe(
    published,
  );
});

test("what has moved out of sight was counted where it lay, and is told as a number alone", async () => {
  const own = await newWorld();
  const id = await own.hazardFound({ foundOn: firstDay });
  const open = `open_to.${firstDay}`;
  const at = async () =>
    list.parse(
      mustDo(await own.as("gesang").get(`/api/registers/hazard/entries?counted=${open}&count=exact`)).body,
    );
  expect(await at()).toEqual({ total: 1, counted: { unseen: 0 } });
  // As a table of another time would have it: the cell stays, the entry lies elsewhere.
  await own.owner.query("update entry_hazard set region = '533423101', county = '533423' where id = $1", [
    id,
  ]);
  expect(await at()).toEqual({ total: 0, counted: { unseen: 1 } });
});

test("what lies in no township opens a list of its own, and not that of its whole county", async () => {
  const own = await newWorld();
  await own.hazardFound({ foundOn: firstDay, region: "533423" });
  await own.hazardFound({ foundOn: firstDay, region: "533423101" });
  const { rows } = told.parse(
    mustDo(await own.as("yang").get("/api/indicators/hazards-found?by=township&region=533423")).body,
  );
  const lists = rows.map(async ({ at, counted, opens }) => {
    const answer = mustDo(await own.as("yang").get(`${opens}&count=exact`)).body;
    return [at.township, counted, list.parse(answer).total];
  });
  expect((await Promise.all(lists)).sort()).toEqual([
    ["533423", 1, 1],
    ["533423101", 1, 1],
  ]);
});

test("the period before and the one a year before stand beside a figure", async () => {
  const year = await read("yang", "hazards-found", `to=${lastDay}`);
  const before = told.parse(
    mustDo(await get("yang", `/api/indicators/hazards-found?from=2022-06-01&to=${addDays(year.from, -1)}`))
      .body,
  );
  for (const one of [year.before, year.yearBefore]) {
    if (one === undefined) throw new Error("A figure alone is compared");
    expect(one.counted).toBeLessThanOrEqual(before.counted);
    await holds("yang", "hazards-found", one);
  }
});

test("row-level security shows of the counts what the scope does, with no filter of the statement's own", async () => {
  for (const name of ["gesang", "duan", "mei", "gao", "lin"] as const) {
    const actor = await world.actor(name);
    const scope = scopeOf(actor);
    for (const table of ["cell", "cell_fresh", "cell_month"]) {
      const { rows } = await inTransaction(world.services.pool, scope, (tx) =>
        tx.query<{ region: string; restricted: boolean; park: string; organisation: string }>(
          `select region, restricted, park, ${table === "cell" ? "organisation" : "'' as organisation"},
            row_security_active('${table}') as active from ${table}`,
        ),
      );
      for (const one of rows) {
        const isOwn = one.park === actor.organisation || one.organisation === actor.organisation;
        const isThere = actor.region !== "" && one.region.startsWith(actor.region) && !one.restricted;
        expect(scope.sees === "organisation" ? isOwn : isThere, `${name} ${table}`).toBe(true);
        expect(one).toMatchObject({ active: true });
      }
    }
  }
});

test.each([
  ["a dimension that is none", "hazards-found?by=colour", "by"],
  ["two sizes of time", "hazards-found?by=month,year", "by"],
  ["enterprises day by day", "hazards-found?by=organisation,day", "by"],
  ["days in many places at once", "hazards-found?by=county,sector,day", "by"],
  ["a period of centuries", "hazards-open?by=day&from=1900-01-01&to=2199-12-31", "from"],
  ["a period that ends before it begins", "hazards-found?from=2026-03-02&to=2026-03-01", "from"],
  ["what will be known", "hazards-found?asOf=2030-01-01", "asOf"],
  ["a day that is none", "hazards-found?from=2026-02-30", "from"],
])("an indicator is not told by %s", async (_, path, field) => {
  const answer = await get("yang", `/api/indicators/${path}`);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: "malformed-request", problems: [{ field }] });
});

test("there is no indicator of another name", async () => {
  expect((await get("yang", "/api/indicators/happiness")).status).toBe(404);
});

test.each(["found", "seen_to.2026-01-01", "found_to.2026-13-01"])(
  "a list counts nothing by %s",
  async (counted) => {
    const answer = await get("yang", `/api/registers/hazard/entries?counted=${counted}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ problems: [{ field: "counted", code: "not-an-option" }] });
  },
);

test("a list that a figure opens is narrowed, searched and taken out as any other", async () => {
  const { opens, counted } = await read("yang", "hazards-open");
  const rest = async (more: string) =>
    list.parse(mustDo(await get("yang", `${opens}&count=exact&${more}`)).body).total;
  const general = await rest("level=general");
  const [major, unjudged] = [await rest("level=major"), counted];
  expect(general + major).toBeLessThanOrEqual(unjudged);
  expect(await rest("q=%E9%9A%90%E6%82%A3")).toBeLessThanOrEqual(counted);
  const file = await world
    .as("yang")
    .raw({ method: "GET", url: opens.replace("/entries?", "/entries.csv?") });
  expect(file.status).toBe(200);
  expect(file.text).toContain("未销号隐患数");
});

test("an enterprise's figures are its own", async () => {
  const mine = await read("mei", "hazards-open", "by=organisation");
  expect(mine.rows.map(({ at }) => at.organisation)).toEqual([enterpriseId("copper")]);
});

test("the list of indicators tells each formula in the words of its registers", async () => {
  const { body } = await get("lin", "/api/indicators");
  expect(body.indicators).toHaveLength(names.length);
  expect(body.indicators).toContainEqual(
    expect.objectContaining({
      id: "dynamic-zero-rate",
      formula: {
        zh: "1 − 逾期未办隐患数（重大） ÷ 未销号隐患数（重大）",
        en: "1 − Hazards overdue (Major) ÷ Hazards not closed (Major)",
      },
    }),
  );
});
