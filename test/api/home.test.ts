import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addDays } from "../../core/calendar/day.ts";
import { mayRead } from "../../core/register/rights.ts";
import { registers } from "../../core/registers/index.ts";
import { homeAnswer } from "../../server/routes/home.ts";
import { cast, enterpriseId, firstDay, type PersonName, personNames } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { majorPath } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  for (const state of ["found", "generalProposed", "generalConfirmed", "closed"] as const)
    await world.hazardBroughtTo(state, "general");
  // Some of it is overdue then, some due soon.
  world.clock.now = new Date(`${addDays(firstDay, 9)}T10:00:00+08:00`);
});

type Home = z.output<typeof homeAnswer>;
type Figure = Home["watched"][number];

const homeOf = async (name: PersonName): Promise<Home> =>
  homeAnswer.parse((await world.as(name).get("/api/home")).body);

const figuresOf = ({ lists, ladders, watched, news }: Home): readonly Figure[] => [
  ...lists.flatMap(({ figures }) => figures),
  ...ladders.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures)),
  ...watched,
  ...(news?.figures ?? []),
];

/** The ids of a list, walked page by page; none for whom no register comes before, as `roles.test.ts` shows. */
async function walk(
  name: PersonName,
  register: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const declared = registers.find((one) => one.name === register);
  if (declared === undefined || !mayRead(declared, cast[name].role)) return [];
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const asked = { ...query, limit: "3", ...(cursor === "" ? {} : { cursor }) };
    const page = await world.as(name).list(register, asked);
    ids.push(...page.entries.map(({ id }) => id));
    cursor = page.next;
  }
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

describe.each(personNames)("on the home page of %s", (name) => {
  test("each number is that of the rows of the list that it opens", async () => {
    const home = await homeOf(name);
    for (const { register, filters, total } of figuresOf(home)) {
      const place = `${register}?${new URLSearchParams(filters)}`;
      expect((await walk(name, register, filters)).length, place).toBe(total);
      const { total: counted } = await world
        .as(name)
        .list(register, { ...filters, count: "exact", limit: "1" });
      expect(counted, place).toBe(total);
    }
    for (const { name: list, total, figures, entries } of home.lists) {
      expect(
        figures.reduce((sum, figure) => sum + figure.total, 0),
        list,
      ).toBe(total);
      expect(entries.length, list).toBe(Math.min(total, 8));
    }
  });

  test("their own lists are what the lines and the notices say of them", async () => {
    const { home, own } = { home: await homeOf(name), own: await recounted(name) };
    const shown = Object.fromEntries(home.lists.map((list) => [list.name, list.total]));
    for (const list of ["started", "acted", "copied"] as const) {
      for (const { name: register } of registers) {
        const expected = own[list].filter((id) => own.seen.get(id) === register).sort();
        expect([...(await walk(name, register, { [list]: "mine" }))].sort(), `${list} ${register}`).toEqual(
          expected,
        );
      }
      const { [list]: total } = shown;
      if (total !== undefined && list !== "copied") expect(total).toBe(own[list].length);
    }
  });
});

/** Fields by which an organisation is told, in the registers of this world. */
const told = ["coSupervisor", "sectorDepartment", "park", "foundByOrganisation", "transferredFrom"];
const toldOfEnterprises = ["park", "supervisedBy", "coSupervisedBy", "sectorDepartment"];

/** Somebody's own lists, from the tables that the product keeps for other ends, without its lists. */
async function recounted(name: PersonName) {
  const { id: person, organisation, role } = await world.actor(name);
  const seen = new Map<string, string>();
  const waits = new Set<string>();
  for (const { name: register } of registers) {
    for (const id of await walk(name, register, {})) seen.set(id, register);
    for (const id of await walk(name, register, { todo: "mine" })) waits.add(id);
  }
  const lines = await world.owner.query<{ entry: string; version: number }>(
    "select entry, version from ledger where actor = $1",
    [person],
  );
  const started = lines.rows.filter(({ version }) => version === 1).map(({ entry }) => entry);
  const touched = new Set(lines.rows.map(({ entry }) => entry));
  const acted = new Set(lines.rows.filter(({ version }) => version > 1).map(({ entry }) => entry));
  const came = await world.owner.query<{ entry: string }>(
    `select entry from notice where organisation = $1 and $2 = any(roles) and kind = 'arrived'
      union select p.entry from party p join entry e on e.id = p.entry where p.organisation = $1 and not p.own
        and p.role = any(case e.register when 'hazard' then $3 when 'enterprise' then $4 when 'self-check' then array['park']
          when 'service-body' then array['supervisedBy'] else array['nothing'] end::text[])`,
    [organisation, role, told, toldOfEnterprises],
  );
  const visible = (ids: Iterable<string>) => [...new Set(ids)].filter((id) => seen.has(id));
  return {
    seen,
    started: visible(started),
    acted: visible(acted).filter((id) => !waits.has(id)),
    copied: visible(came.rows.map(({ entry }) => entry)).filter((id) => !waits.has(id) && !touched.has(id)),
  };
}

test("whoever acts has four lists, whoever only reads has what they watch, an administrator the accounts and posts", async () => {
  const shape = async (name: PersonName) => {
    const { lists, ladders, watched, news } = await homeOf(name);
    return [lists.map((list) => list.name), ladders.map(({ of }) => of), watched.length, news !== null];
  };
  const four = ["todo", "acted", "started", "copied"];
  expect(await shape("su")).toEqual([four, ["mine"], 4, true]);
  expect(await shape("mei")).toEqual([four, ["mine"], 4, true]);
  expect(await shape("lin")).toEqual([four, ["mine", "scope"], 4, true]);
  expect(await shape("luo")).toEqual([four, ["mine", "scope"], 4, true]);
  expect(await shape("gesang")).toEqual([four, ["mine", "scope"], 4, true]);
  expect(await shape("gao")).toEqual([four, ["mine", "scope"], 4, true]);
  expect(await shape("yang")).toEqual([["todo"], ["scope"], 4, true]);
  expect(await shape("ji")).toEqual([[], ["scope"], 4, true]);
  for (const name of ["shen", "tang", "min"] as const) expect(await shape(name)).toEqual([[], [], 4, false]);
});

test("a leader finds what stands open in the region, and the hazards that came last", async () => {
  const { watched, news } = await homeOf("yang");
  const open = await walk("yang", "hazard", { unsettled: "true" });
  const all = (await world.as("yang").list("hazard", { limit: "200" })).entries;
  expect(open.length).toBe(all.filter(({ values }) => values.closedOn === undefined).length);
  expect(open.length).toBeLessThan(all.length);
  const [hazards, major] = watched;
  expect(hazards?.total).toBe(open.length);
  expect(major?.total).toBe(
    all.filter(({ values }) => values.closedOn === undefined && values.level === "major").length,
  );
  expect(news?.latest.map(({ id }) => id)).toEqual(all.slice(0, 8).map(({ id }) => id));
});

test("an entry is done once acted on, and waits again when it comes back", async () => {
  const id = await world.hazardBroughtTo("generalProposed", "general");
  const standsIn = async (name: PersonName) => {
    const lists = [];
    for (const list of ["todo", "acted", "started", "copied"])
      if ((await walk(name, "hazard", { [list]: "mine" })).includes(id)) lists.push(list);
    return lists;
  };
  // Su found and judged it; Mei, who validates, is asked; the park and the bureau are not.
  expect(await standsIn("su")).toEqual(["acted", "started"]);
  expect(await standsIn("mei")).toEqual(["todo"]);
  mustDo(await world.as("mei").act("hazard", id, "confirmGeneral", { version: 2 }));
  expect(await standsIn("mei")).toEqual(["todo"]);
  expect(await standsIn("su")).toEqual(["todo", "started"]);
  const input = { planResponsible: "王五", planMeasures: "补齐标识", rectifyBy: addDays(firstDay, 30) };
  mustDo(await world.as("su").act("hazard", id, "assign", { version: 3, input }));
  expect(await standsIn("mei")).toEqual(["todo"]);
});

test("lists narrow each other and are no one else's", async () => {
  const both = await walk("su", "hazard", { started: "mine", acted: "mine" });
  const acted = await walk("su", "hazard", { acted: "mine" });
  const started = await walk("su", "hazard", { started: "mine" });
  expect(both.length).toBeGreaterThan(0);
  expect([...both].sort()).toEqual(acted.filter((id) => started.includes(id)).sort());
  expect(await walk("fang", "hazard", { started: "mine" })).toEqual([]);
  expect((await world.as("su").get("/api/registers/hazard/entries?acted=su")).status).toBe(400);
  expect((await world.as("su").get("/api/registers/hazard/entries?unsettled=false")).status).toBe(400);
});

describe("an enterprise's principal", () => {
  test("is asked for the self-check first, a voluntary one too, which has no due day and stands in the list of all", async () => {
    expect((await homeOf("yu")).call).toBeNull();
    const input = { organisation: enterpriseId("timber") };
    const { id } = entryIn(mustDo(await world.as("yu").open("self-check", { act: "openVoluntary", input })));
    const { call, lists } = await homeOf("yu");
    expect(call).toMatchObject({ id, due: null });
    const todo = lists.find(({ name }) => name === "todo");
    expect(todo?.entries.map((entry) => entry.id)).toContain(id);
    const figure = todo?.figures.find(({ register }) => register === "self-check");
    expect(figure).toMatchObject({ filters: { todo: "mine" }, total: 1 });
    expect(await walk("yu", "self-check", figure?.filters ?? {})).toEqual([id]);
  });

  test("is asked for what is due sooner before a voluntary one", async () => {
    const { call } = await homeOf("mei");
    const todo = await world.as("mei").list("self-check", { todo: "mine", sort: "dueOn" });
    expect(call?.id).toBe(todo.entries[0]?.id);
  });
});

test("what is new begins with the day of the last sign-in, and at first with the last week", async () => {
  const first = await homeOf("bai");
  expect(first.news).toMatchObject({ since: addDays(firstDay, 2), signedInBefore: false });
  world.clock.now = new Date(`${addDays(firstDay, 12)}T09:00:00+08:00`);
  const { news } = await homeOf("bai");
  expect(news).toMatchObject({ since: addDays(firstDay, 9), signedInBefore: true });
});

test("the posts of the cast that see nothing are those that this file expects", () => {
  const blind = personNames.filter((name) => cast[name].role === "auditor");
  expect(blind).toEqual(["shen"]);
});
