import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEvaluations, openTasks } from "../../server/jobs/plan-openings.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { entryIn } from "../support/client.ts";
import { anItem, reporting, verifying } from "../support/evaluation-journeys.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { openedFrom } from "../support/task-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const listed = async (own = {}) =>
  entryIn(mustDo(await world.as("zhang").open("evaluation", { input: { ...anItem, ...own } }))).id;
const report = { ...reporting, evidenceAt: "州应急发〔2026〕31号" };

/** Brings an item to its conclusion. */
async function evaluated(id: string, version = 1): Promise<void> {
  mustDo(await world.as("zhou").act("evaluation", id, "selfEvaluate", { version, input: report }));
  mustDo(await world.as("zhang").act("evaluation", id, "verify", { version: version + 1, input: verifying }));
}

describe("the items of the pack", () => {
  test("are listed by themselves, each once, and not what the office listed before", async () => {
    await listed({ kind: "hard", itemNumber: "3" });
    const void1 = await listed({ kind: "hard", itemNumber: "4" });
    const gone = { version: 1, input: { reason: "误列" } };
    mustDo(await world.as("zhang").act("evaluation", void1, "void", gone));
    on(openedFrom);
    const opened = await Promise.all([openEvaluations(world.services), openEvaluations(world.services)]);
    expect(opened.reduce((sum, one) => sum + one)).toBe(13);
    expect(await openEvaluations(world.services)).toBe(0);
    const { rows } = await world.owner.query<{ place: string; n: number }>(
      "select item_place as place, count(*)::int as n from entry_evaluation group by 1 having count(*) > 1",
    );
    expect(rows).toEqual([]);
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  test("keep the plan's day, and are due some working days after the first use", async () => {
    on(openedFrom);
    await openEvaluations(world.services);
    const { rows } = await world.owner.query<{ id: string }>(
      "select id from entry_evaluation where item_place = 'hard-5334/10'",
    );
    const { values, state } = (await world.as("zhou").entry("evaluation", rows[0]?.id ?? "")).entry;
    expect([state, values.firstDueOn, values.dueOn]).toEqual(["toReport", "2024-12-31", "2026-04-30"]);
  });
});

describe("an item that the office lists", () => {
  test("stands once in its checklist, whoever lists at the same moment, until it is superseded", async () => {
    const zhang = world.as("zhang");
    const tries = await Promise.all([1, 2, 3].map(() => zhang.open("evaluation", { input: anItem })));
    const [first, ...others] = tries.filter(({ status }) => status === 201);
    expect(others).toEqual([]);
    expect(tries.filter(({ status }) => status !== 201).map(({ body }) => body.code)).toEqual([
      "evaluation-listed-already",
      "evaluation-listed-already",
    ]);
    if (first === undefined) throw new Error("None was listed");
    const { id } = entryIn(first);
    await evaluated(id);
    const input = { endedOn: "2026-03-10", successor: "新一次评估", reason: "重新部署" };
    mustDo(await zhang.act("evaluation", id, "supersede", { version: 3, input }));
    expect(await listed()).not.toBe(id);
  });

  test("is seen and done by its unit and its office, and by no other county", async () => {
    const id = await listed();
    expect((await world.as("zhou").entry("evaluation", id)).entry.state).toBe("toReport");
    const path = `/api/registers/evaluation/entries/${id}`;
    expect((await world.as("gesang").get(path)).status).toBe(404);
    expect((await world.as("mei").get(path)).status).toBe(404);
  });

  test("comes in a table as by itself: a number that stands, or comes twice in it, is refused", async () => {
    await listed();
    const zhang = bringer(world.as("zhang"));
    const names = ["kind", "itemNumber", "title", "itemSource", "unit", "due"] as const;
    const row = (number: string) => [
      "本级具体举措",
      number,
      `虚构举措${number}`,
      "测试文件（虚构）",
      "州应急管理局",
      "2026-06-30",
    ];
    const head = ["清单名称", "举措序号", "举措名称", "来源文件", "责任单位", "评估期限"];
    const csv = csvOf([head, row("7"), row("8"), row("9"), row("8")]);
    const one = await zhang.brought("evaluation", "举措.csv", csv);
    await zhang.tried(one, { columns: [...names], mode: "open", firstRow: 2 });
    const told = (await zhang.rows(one.id)).map(({ verdict }) => verdict);
    expect(told).toEqual(["refuse", "add", "add", "refuse"]);
  });
});

test("evaluations prove their targets from the day of the switch on, and boards of days before keep their tasks", async () => {
  on(openedFrom);
  await openTasks(world.services);
  await openEvaluations(world.services);
  on("2026-12-02");
  const shares = async (day: string) => {
    const { body } = await world.as("zhang").get(`/api/campaign/board?day=${day}`);
    const { targets } = boardAnswer.parse(body);
    return ["m1-c3-t1", "m1-c3-t2", "m1-c3-r1"].map((target) => {
      const found = targets.find(({ id }) => id === target);
      const share = found?.shares.find(({ unit }) => unit === "zhou-anweiban");
      return [found?.proof?.indicator, share?.colour, share?.figure?.value];
    });
  };
  const before = await shares("2026-11-30");
  expect(before.map(([proof]) => proof)).toEqual([undefined, undefined, undefined]);
  expect(await shares("2026-12-02")).toEqual([
    ["hard-measures-evaluated", "red", 0],
    ["own-actions-evaluated", "red", 0],
    ["checklist-evaluated-share", "red", 0],
  ]);
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_evaluation where handled_by = $1",
    [organisationId("zhou-yingji")],
  );
  for (const { id } of rows) await evaluated(id);
  await evaluated(await listed({ due: "2026-12-31" }));
  // The list of a county is its own.
  const county = {
    ...anItem,
    unit: organisationId("xianggelila-yingji"),
    joint: undefined,
    due: "2026-12-31",
  };
  mustDo(await world.as("gesang").open("evaluation", { input: county }));
  const [hard, own, share] = await shares("2026-12-02");
  expect(hard).toEqual(["hard-measures-evaluated", "red", rows.length]);
  expect(own).toEqual(["own-actions-evaluated", "red", 1]);
  expect(share?.[2]).toBeCloseTo((100 * (rows.length + 1)) / 16, 1);
  expect(await shares("2026-11-30")).toEqual(before);
});
