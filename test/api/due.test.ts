import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { addDays, type Day } from "../../core/calendar/day.ts";
import * as shapes from "../../server/routes/shapes.ts";
import { firstDay, type PersonName } from "../support/cast.ts";
import { majorPath } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  for (const state of ["found", "generalConfirmed"] as const) await world.hazardBroughtTo(state, "general");
  for (let at = 0; at < 25; at += 1) await hazardToRectifyBy(addDays(firstDay, at));
});

/** A hazard due on a day of choice, a rest day or not. */
async function hazardToRectifyBy(rectifyBy: Day): Promise<void> {
  const id = await world.hazardBroughtTo("generalConfirmed", "general");
  const input = { planResponsible: "王五", planMeasures: "补齐标识", rectifyBy };
  mustDo(await world.as("su").act("hazard", id, "assign", { version: 3, input }));
}

const figure = z.object({ name: z.string(), total: z.number() });
const homeAnswer = z.object({
  lists: z.array(z.object({ name: z.string(), total: z.number(), entries: z.array(shapes.entry) })),
  ladders: z.array(z.object({ rows: z.array(z.object({ register: z.string(), figures: z.array(figure) })) })),
});

/** What home says of the hazards that wait for somebody. */
async function homeOf(name: PersonName) {
  const { lists, ladders } = homeAnswer.parse((await world.as(name).get("/api/home")).body);
  const row = ladders[0]?.rows.find(({ register }) => register === "hazard");
  const rungs = Object.fromEntries(row?.figures.map(({ name: rung, total }) => [rung, total]) ?? []);
  return { todo: lists.find(({ name: list }) => list === "todo"), rungs };
}
const waitingAnswer = z.object({
  registers: z.array(z.object({ register: z.string(), total: z.number() })),
});
const waitingOf = async (name: PersonName) =>
  waitingAnswer.parse((await world.as(name).get("/api/waiting")).body).registers;
const listOf = async (name: PersonName, query: Record<string, string>) =>
  world.as(name).list("hazard", { limit: "200", count: "exact", ...query });

// A working week, a weekend, the Qingming holiday from 4 to 6 April, and weeks of being late.
const days = Array.from({ length: 35 }, (_, at) => addDays(firstDay, at));

test.each(days)(
  "on %s the deadline reads the same in list, page and home, and home's totals are its lists'",
  async (day) => {
    world.clock.now = new Date(`${day}T10:00:00+08:00`);
    for (const name of ["su", "lin"] as const) {
      const all = (await listOf(name, { todo: "mine" })).entries;
      const inState = (...states: string[]) =>
        all
          .filter(({ due }) => due && states.includes(due.state))
          .map(({ id }) => id)
          .sort();
      const soon = await listOf(name, { todo: "mine", due: "soon" });
      const overdue = await listOf(name, { todo: "mine", due: "overdue" });
      expect(soon.entries.map(({ id }) => id).sort()).toEqual(inState("today", "soon"));
      expect(overdue.entries.map(({ id }) => id).sort()).toEqual(inState("overdue", "veryOverdue"));
      const home = await homeOf(name);
      expect(home.todo?.total).toBe(all.length);
      const dueBy = (last: Day) =>
        all.filter(({ values: { dueOn } }) => String(dueOn) >= day && String(dueOn) <= last).length;
      expect(home.rungs).toEqual({
        overdue: overdue.entries.length,
        today: dueBy(day),
        within3: dueBy(addDays(day, 3)),
        within7: dueBy(addDays(day, 7)),
        within30: dueBy(addDays(day, 30)),
      });
      expect(await waitingOf(name)).toContainEqual({ register: "hazard", total: all.length });
      expect([soon.total, overdue.total]).toEqual([soon.entries.length, overdue.entries.length]);
      for (const shown of home.todo?.entries ?? [])
        expect(all.find(({ id }) => id === shown.id)?.due).toEqual(shown.due);
      const [first] = all;
      if (first) expect((await world.as(name).entry("hazard", first.id)).entry.due).toEqual(first.due);
    }
  },
);
