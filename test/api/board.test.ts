import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addDays } from "../../core/calendar/day.ts";
import { openTasks } from "../../server/jobs/plan-openings.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { firstDay, type PersonName } from "../support/cast.ts";
import { majorPath } from "../support/paths.ts";
import { anAssignment } from "../support/task-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  for (const state of ["found", "generalConfirmed", "closed"] as const)
    await world.hazardBroughtTo(state, "general");
  // Some of the major ones are overdue then, and the plan asks for tasks.
  world.clock.now = new Date(`${addDays(firstDay, 60)}T10:00:00+08:00`);
  await openTasks(world.services);
});

type Board = z.output<typeof boardAnswer>;

async function boardOf(name: PersonName, query = ""): Promise<Board> {
  const { status, body } = await world.as(name).get(`/api/campaign/board${query}`);
  expect(status).toBe(200);
  return boardAnswer.parse(body);
}

const targetOf = ({ targets }: Board, id: string) => targets.find((target) => target.id === id);
const shareOf = (board: Board, id: string, unit: string) =>
  targetOf(board, id)?.shares.find((share) => share.unit === unit);

const readers: readonly PersonName[] = ["yang", "zhang", "gesang", "zhou", "lin", "gao", "ji", "duan"];

test("of what is missing from the whole, and of nothing else, the board says so", async () => {
  const { targets } = await boardOf("yang");
  const shares = targets.flatMap(({ proof }) => (proof?.unit === "percent" && proof.whole.of ? [proof] : []));
  for (const { whole } of shares) {
    const share = Math.round((whole.counted / (whole.of ?? 1)) * 10_000) / 100;
    expect(whole.value).toBeCloseTo(whole.rest ? 100 - share : share, 1);
  }
  expect(new Set(shares.map(({ whole }) => whole.rest))).toEqual(new Set([true, undefined]));
});

describe.each(readers)("on the board of %s", (name) => {
  test("each figure is that of the rows of the list that it opens", async () => {
    const board = await boardOf(name);
    const figures = board.targets.flatMap(({ proof, shares }) => [
      ...(proof ? [proof.whole] : []),
      ...shares.flatMap(({ figure }) => figure ?? []),
    ]);
    const tasks = board.targets.flatMap(({ shares }) => shares.flatMap((share) => share.tasks ?? []));
    const lists = new Map<string, number | undefined>([
      ...figures.map(({ opens, counted }) => [opens, counted] as const),
      ...figures.flatMap(({ opensOf, of }) => (opensOf === undefined ? [] : [[opensOf, of] as const])),
      ...tasks.map(({ opens, total }) => [opens, total] as const),
    ]);
    for (const [opens, counted] of lists) {
      const { status, body } = await world.as(name).get(`${opens}&count=exact&limit=100`);
      expect({ opens, status, total: body.total }).toEqual({ opens, status: 200, total: counted });
      const entries = Array.isArray(body.entries) ? body.entries.length : undefined;
      expect(entries, opens).toBe(Math.min(counted ?? 0, 100));
    }
    expect(lists.size).toBeGreaterThan(0);
  });

  test("a measure's lamp is the worst of its units', and a unit's the worst of its targets'", async () => {
    const board = await boardOf(name);
    const rank = (colour: string | undefined) => ["grey", "green", "yellow", "red"].indexOf(colour ?? "grey");
    for (const { number, lamp, cells } of board.measures) {
      expect(rank(lamp?.colour), `measure ${number}`).toBe(
        Math.max(0, ...cells.map(({ colour }) => rank(colour))),
      );
      for (const { unit, colour, target } of cells) {
        const own = board.targets.filter(({ measure }) => measure === number);
        const shares = own.flatMap((one) => one.shares.filter((share) => share.unit === unit));
        expect(rank(colour)).toBe(Math.max(...shares.map((share) => rank(share.colour))));
        expect(shareOf(board, target, unit)?.colour).toBe(colour);
      }
    }
    for (const { reason } of board.targets.flatMap(({ shares }) => shares))
      expect(board.reasons[reason]?.zh).toMatch(/./);
  });
});

test("a leader finds all 38 measures, and in objective 2 what is overdue", async () => {
  const board = await boardOf("yang");
  expect(board.measures).toHaveLength(38);
  expect(board.units.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["prefecture", "county", "park"]),
  );
  const whole = targetOf(board, "o2-t1")?.proof?.whole;
  expect(whole?.counted).toBeGreaterThan(0);
  const { body } = await world
    .as("yang")
    .list("hazard", { due: "overdue", level: "major", count: "exact" })
    .then((list) => ({ body: list }));
  expect(whole?.counted).toBe(body.total);
  expect(shareOf(board, "o2-t1", "xianggelila-zhengfu")?.colour).toBe("red");
  expect(board.sections.find(({ id }) => id === "o2")?.lamp).toMatchObject({ colour: "red" });
  // Nothing of Deqin is overdue: its lamp is its own, and not the prefecture's.
  expect(shareOf(board, "o2-t1", "deqin-zhengfu")).toMatchObject({ colour: "green", figure: { counted: 0 } });
});

test("tasks of the plan are the evidence of what no indicator proves", async () => {
  const board = await boardOf("zhang");
  const proven = board.targets.filter(
    ({ proof, shares }) => proof === undefined && shares.some(({ tasks }) => tasks),
  );
  expect(proven.length).toBeGreaterThan(20);
  const colours = new Set(proven.flatMap(({ shares }) => shares.map(({ colour }) => colour)));
  expect(colours.size).toBeGreaterThan(1);
});

test("a task that an office assigns proves no target of the plan, whatever clause it names", async () => {
  const share = async () => shareOf(await boardOf("zhang"), "m30-c2-r1", "zhou-yingji");
  const before = await share();
  expect(before?.tasks?.total).toBe(1);
  const input = { ...anAssignment, measure: 30, clause: 2, due: "2026-12-31" };
  mustDo(await world.as("zhang").open("task", { input }));
  expect(await share()).toEqual(before);
});

test("a county's office finds its county and no other", async () => {
  const { units } = await boardOf("gesang");
  expect(units.map(({ id }) => id)).toEqual(["xianggelila-zhengfu"]);
});

test("a post with some sectors is told that it sees no tasks of others, and finds no column of which it sees a part", async () => {
  const { units, targets, reasons } = await boardOf("duan");
  expect(units.map(({ kind }) => kind)).not.toContain("department");
  const shares = targets.flatMap(({ proof, shares: all }) => (proof === undefined ? all : []));
  expect(shares.length).toBeGreaterThan(0);
  const told = new Set(
    shares.map(({ colour, reason, tasks }) => [colour, reasons[reason]?.zh, tasks].join()),
  );
  expect([...told]).toEqual(["grey,此岗位只看部分行业，不显示其他单位的佐证任务,"]);
});

test("the park finds its own column", async () => {
  const { units } = await boardOf("gao");
  expect(units.map(({ id }) => id)).toEqual(["xianggelila-chanye-yuanqu"]);
});

test("an enterprise answers for no measure, and an administrator has no business with them", async () => {
  expect((await boardOf("mei")).units).toEqual([]);
  for (const name of ["tang", "min", "shen"] as const) {
    const { status, body } = await world.as(name).get("/api/campaign/board");
    expect({ status, code: body.code }).toEqual({ status: 403, code: "role-may-not" });
  }
});

test("a past day is shown as it was, and a day to come is not", async () => {
  const early = await boardOf("yang", "?day=2023-12-31");
  expect(new Set(early.measures.flatMap(({ cells }) => cells.map(({ colour }) => colour)))).toEqual(
    new Set(["grey"]),
  );
  const first = await boardOf("yang", `?day=${firstDay}`);
  expect(targetOf(first, "o2-t1")?.proof?.whole.counted).toBe(0);
  for (const day of [addDays(firstDay, 61), "2026-02-30", "yesterday"]) {
    const { status } = await world.as("yang").get(`/api/campaign/board?day=${day}`);
    expect({ day, status }).toEqual({ day, status: 400 });
  }
});
