import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, plainFacts, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { anAssignment } from "../../test/support/task-journeys.ts";
import { afterDoing, bureau, engine, office, type Tried, taskId, tryOn } from "../../test/support/tasks.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry, partiesOf } from "../register/entry.ts";
import type { RawInput } from "../register/field.ts";
import { task } from "./task.ts";

const assignTo = (slug: string, own: RawInput = {}): Tried => ({
  by: "zhang",
  state: "",
  input: { ...anAssignment, joint: [], unit: organisationId(slug), ...own },
});

describe("assigning a task", () => {
  test.each<Tried & { readonly story: string; readonly gives: string }>([
    { story: "to a bureau of the own level", ...assignTo("zhou-yingji"), gives: "assigned" },
    { story: "to the park", ...assignTo("xianggelila-chanye-yuanqu"), gives: "assigned" },
    { story: "to a unit that supports", ...assignTo("zhou-xuanchuanbu"), gives: "assigned" },
    { story: "to the office of a county", ...assignTo("deqin-anweiban"), gives: "assigned" },
    { story: "to a county's government", ...assignTo("deqin-zhengfu"), gives: "task-beyond-own-level" },
    { story: "to a county's bureau", ...assignTo("deqin-yingji"), gives: "task-beyond-own-level" },
    { story: "to the own government", ...assignTo("zhou-zhengfu"), gives: "task-beyond-own-level" },
    {
      story: "by a county's office to its bureau",
      ...assignTo("xianggelila-yingji"),
      by: "gesang",
      gives: "assigned",
    },
    {
      story: "by a county's office to the one above",
      ...assignTo("zhou-anweiban"),
      by: "gesang",
      gives: "task-beyond-own-level",
    },
    {
      story: "by a county's office to that of another",
      ...assignTo("weixi-anweiban"),
      by: "gesang",
      gives: "task-beyond-own-level",
    },
    {
      story: "to a county's office where the pack lets it reach no level down",
      ...assignTo("deqin-anweiban"),
      facts: { numbers: {} },
      gives: "task-beyond-own-level",
    },
    {
      story: "as one of the plan",
      ...assignTo("zhou-yingji", { origin: "plan" }),
      gives: "task-of-the-plan",
    },
    {
      story: "of a meeting that is still to come",
      ...assignTo("zhou-yingji", { originOn: "2026-03-11" }),
      gives: "task-origin-in-the-future",
    },
    {
      story: "to a unit that shares it too",
      ...assignTo("zhou-yingji", { joint: [bureau] }),
      gives: "task-unit-is-joint",
    },
    {
      story: "due before today",
      ...assignTo("zhou-yingji", { due: "2026-03-09" }),
      gives: "task-due-in-the-past",
    },
    { story: "by a bureau", ...assignTo("zhou-yingji"), by: "zhou", gives: "role-may-not" },
    { story: "by a leader", ...assignTo("zhou-yingji"), by: "yang", gives: "role-may-not" },
    {
      story: "with joint units that nobody knows",
      ...assignTo("zhou-yingji", { joint: [idOfName("nobody")] }),
      gives: "input-invalid",
    },
  ])("$story: $gives", ({ story: _, gives, ...tried }) => {
    const { facts, ...rest } = tried;
    const unit = organisationFact(campaign, String(tried.input?.unit));
    const known = facts && unit ? { ...facts, organisations: { unit } } : {};
    expect(resultOf(tryOn("assign", { ...rest, facts: known }))).toBe(gives);
  });

  test("lays it where the unit is, and has the office that assigned it review it", () => {
    const { values } = afterDoing("assign", assignTo("deqin-anweiban", { joint: [bureau, office] }));
    expect(values).toMatchObject({
      region: "533422",
      handledBy: organisationId("deqin-anweiban"),
      holder: organisationId("deqin-anweiban"),
      reviewer: office,
      assignedBy: office,
      dueOn: "2026-04-30",
      firstDueOn: "2026-04-30",
    });
    expect(values.taskKey).toBeUndefined();
    expect(partiesOf(task.allFields, values)).toEqual(
      expect.arrayContaining([
        { organisation: bureau, as: "joint" },
        { organisation: office, as: "joint" },
        { organisation: organisationId("deqin-anweiban"), as: "unit" },
      ]),
    );
  });

  test("has the office act for a unit without posts of its own, and the government review what the office handles", () => {
    const { values } = afterDoing("assign", assignTo("zhou-xuanchuanbu"));
    expect(values).toMatchObject({ handledBy: office, reviewer: organisationId("zhou-zhengfu") });
  });
});

test("a task of the plan is the engine's to open, and has its key", () => {
  const input = {
    title: "规范和强化监管执法（措施30第2条款，2026年）",
    origin: "plan",
    measure: 30,
    clause: 2,
    provision: "措施30第2条款",
    asks: "条文",
    unit: organisationId("weixi-zhengfu"),
    assignedBy: office,
    period: "2026",
    due: "2026-12-31",
    firstDueOn: "2026-12-31",
  };
  expect(resultOf(tryOn("openFromPlan", { by: "zhang", state: "", input }))).toBe("role-may-not");
  const { values } = decideAsEngine(input);
  expect(values).toMatchObject({
    taskKey: `m30-c2/${organisationId("weixi-zhengfu")}/2026`,
    handledBy: organisationId("weixi-anweiban"),
    reviewer: office,
    region: "533423",
  });
});

function decideAsEngine(input: RawInput): Entry {
  const unit = organisationFact(campaign, String(input.unit));
  const assignedBy = organisationFact(campaign, office);
  if (unit === undefined || assignedBy === undefined) throw new Error("The pack has no such organisation");
  const decision = decide({
    register: task,
    entry: blankEntry("task", taskId),
    facts: plainFacts({ organisations: { unit, assignedBy } }),
    act: "openFromPlan",
    input,
    actor: engine,
    now: `${firstDay}T01:00:00.000Z`,
  });
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0].after;
}
