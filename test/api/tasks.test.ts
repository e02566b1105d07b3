import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openTasks } from "../../server/jobs/plan-openings.ts";
import { remind } from "../../server/jobs/reminders.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { firstDay, type PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { anAssignment, doneTask, openedFrom } from "../support/task-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const keyed = async (provision: string, unit: string): Promise<readonly string[]> => {
  const { rows } = await world.owner.query<{ task_key: string }>(
    "select task_key from entry_task where task_key like $1 order by task_key",
    [`${provision}/${organisationId(unit)}/%`],
  );
  return rows.map(({ task_key: key }) => key.split("/").at(-1) ?? "");
};
const idOf = async (provision: string, unit: string): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_task where task_key like $1 order by task_key limit 1",
    [`${provision}/${organisationId(unit)}/%`],
  );
  return rows[0]?.id ?? "";
};

describe("the tasks of the plan", () => {
  test("wait for the month after the installation was founded, when somebody can hear of them", async () => {
    expect(await openTasks(world.services)).toBe(0);
    on("2026-03-31");
    expect(await openTasks(world.services)).toBe(0);
  });

  test("open by themselves, each once, however many servers look", async () => {
    on(openedFrom);
    const opened = await Promise.all([openTasks(world.services), openTasks(world.services)]);
    const { rows } = await world.owner.query<{ n: number }>("select count(*)::int as n from entry_task");
    expect(rows[0]?.n).toBeGreaterThan(700);
    expect(opened.reduce((sum, one) => sum + one)).toBe(rows[0]?.n);
    expect(await openTasks(world.services)).toBe(0);
    expect(await keyed("m30-c2", "zhou-yingji")).toEqual(["2026"]);
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  test("come with each month, and those of months in which nothing ran come after", async () => {
    on(openedFrom);
    await openTasks(world.services);
    expect(await keyed("m7-c1", "zhou-yingji")).toEqual(["2026", "2026-04", "2026-Q2"]);
    on("2026-07-02");
    await openTasks(world.services);
    const since = ["2026-04", "2026-05", "2026-06", "2026-07"];
    expect(await keyed("m7-c1", "zhou-yingji")).toEqual(["2026", ...since, "2026-Q2", "2026-Q3"]);
  });

  test("of a day before the first use are due some working days later, and keep the plan's day", async () => {
    on(openedFrom);
    await openTasks(world.services);
    const { values } = (await world.as("zhang").entry("task", await idOf("m1-c3", "zhou-anweiban"))).entry;
    expect(values).toMatchObject({ firstDueOn: "2024-12-31", due: "2026-04-30", dueOn: "2026-04-30" });
  });
});

describe("who sees a task and acts on it", () => {
  const sees = async (name: PersonName, id: string) =>
    (await world.as(name).get(`/api/registers/task/entries/${id}`)).status;

  test("its unit, its joint units and whoever has the region, and no other", async () => {
    const input = { ...anAssignment, joint: [organisationId("xianggelila-yingji")] };
    const { id } = entryIn(mustDo(await world.as("zhang").open("task", { input })));
    for (const name of ["zhou", "duan", "luo", "lin", "yang", "ji"] as const)
      expect([name, await sees(name, id)]).toEqual([name, 200]);
    for (const name of ["chen", "gesang", "gao", "mei"] as const)
      expect([name, await sees(name, id)]).toEqual([name, 404]);
    const denied = await world.as("luo").act("task", id, "accept", { version: 1, input: {} });
    expect(denied.body.code).toBe("task-of-another-unit");
  });

  test("it goes from accepted to closed, with its count on the day of each", async () => {
    const { id } = entryIn(mustDo(await world.as("zhang").open("task", { input: anAssignment })));
    const act = async (name: PersonName, done: string, version: number, input = {}) =>
      entryIn(mustDo(await world.as(name).act("task", id, done, { version, input }))).state;
    expect(await act("duan", "accept", 1)).toBe("inProgress");
    expect(await act("zhou", "submit", 2, doneTask)).toBe("submitted");
    const own = await world.as("zhou").act("task", id, "close", { version: 3, input: {} });
    expect(own.body.code).toBe("role-may-not");
    expect(await act("zhang", "close", 3)).toBe("closed");
    const { rows } = await world.owner.query<{ measure: string; count: number }>(
      "select measure, sum(count)::int as count from cell where measure like 'task.%' and day = $1 group by 1 order by 1",
      [firstDay],
    );
    expect(rows).toEqual([
      { measure: "task.closed", count: 1 },
      { measure: "task.onTime", count: 1 },
      { measure: "task.opened", count: 1 },
    ]);
  });
});

const noticed = z.object({
  notices: z.array(z.object({ entry: z.string().nullable(), rung: z.string().nullable() })),
});

test("reminders climb by working days from the unit to its head, the committee's office and the leader", async () => {
  const { id } = entryIn(mustDo(await world.as("zhang").open("task", { input: anAssignment })));
  const reached = async () => {
    const found: string[] = [];
    for (const name of ["duan", "zhou", "zhang", "yang"] as const) {
      const { notices } = noticed.parse((await world.as(name).get("/api/notices")).body);
      if (notices.some((notice) => notice.entry === id && notice.rung !== null)) found.push(name);
    }
    return found;
  };
  // Due on Thursday 30 April; the next working days are 6, 7 and 8 May and Saturday 9 May.
  const days = { "2026-04-24": [], "2026-04-27": ["duan", "zhou"], "2026-05-06": ["duan", "zhou"] };
  for (const [day, told] of Object.entries(days)) {
    on(day);
    await remind(world.services);
    expect([day, await reached()]).toEqual([day, told]);
  }
  on("2026-05-08");
  await remind(world.services);
  expect(await reached()).toEqual(["duan", "zhou", "zhang"]);
  on("2026-05-11");
  await remind(world.services);
  expect(await reached()).toEqual(["duan", "zhou", "zhang", "yang"]);
});
