import { expect, test } from "vitest";
import { evidenceAmong, type PlanTask, taskIndex } from "./evidence.ts";
import type { Schedule } from "./schedule.ts";
import type { CampaignTarget } from "./target.ts";

const yearly: Schedule = { from: "2024-01-01", by: "2026-12-31", every: "year" };
const monthly: Schedule = { ...yearly, every: "month" };
const by2025: Schedule = { from: "2024-01-01", by: "2025-12-31" };
const aTarget = (
  id: string,
  place: CampaignTarget["place"],
  schedule: Schedule = yearly,
): CampaignTarget => ({
  id,
  place,
  schedule,
  words: { zh: "目标", en: "Target" },
  units: ["county"],
  source: "出处",
  toBeConfirmed: true,
});
const listed = aTarget("m10-c3-t1", { measure: 10, clause: 3 });
const exposed = aTarget("m10-c3-t2", { measure: 10, clause: 3 });
const eachMonth = aTarget("m10-c3-t3", { measure: 10, clause: 3 }, monthly);
const onceBy = aTarget("m10-c3-r1", { measure: 10, clause: 3 }, by2025);
const planned = aTarget("r1-t1", { section: "requirement", number: 1, clause: 1 });
const aTask = (differs: Partial<PlanTask>): PlanTask => ({
  measure: 10,
  clause: 3,
  period: "2026",
  organisation: "id",
  unit: "county",
  evidence: { is: "lacking" },
  ...differs,
});

test.each([
  { story: "one of a year serves the clause's yearly targets", task: aTask({}), serves: [listed, exposed] },
  { story: "one of a month serves the monthly", task: aTask({ period: "2026-03" }), serves: [eachMonth] },
  { story: "one of a quarter serves none of those", task: aTask({ period: "2026-Q3" }), serves: [] },
  {
    story: "one with a day of the plan serves the targets of that day",
    task: aTask({ period: undefined, firstDueOn: "2025-12-31" }),
    serves: [onceBy],
  },
  {
    story: "one with another day serves none",
    task: aTask({ period: undefined, firstDueOn: "2026-12-31" }),
    serves: [],
  },
  { story: "one that names a target serves that", task: aTask({ target: exposed.id }), serves: [exposed] },
  { story: "one of another clause serves none", task: aTask({ clause: 2 }), serves: [] },
  { story: "one of another unit serves none", task: aTask({ unit: "park" }), serves: [] },
  { story: "a void one serves none", task: aTask({ evidence: undefined }), serves: [] },
  {
    story: "one of a requirement serves the targets of that",
    task: aTask({ measure: undefined, section: "r1", clause: 1 }),
    serves: [planned],
  },
])("of the tasks $story", ({ task, serves }) => {
  const tasksFor = taskIndex([task]);
  const served = [listed, exposed, eachMonth, onceBy, planned].filter(
    (target) => evidenceAmong(tasksFor(target, "county"), target).length > 0,
  );
  expect(served).toEqual(serves);
});
