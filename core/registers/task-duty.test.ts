import { expect, test } from "vitest";
import { organisationId } from "../../server/store/campaign.ts";
import { campaign } from "../../test/support/builders.ts";
import { checkInput } from "../register/check-field.ts";
import { task } from "./task.ts";
import { type OpeningRules, openingsOn, type PlanDuty, planDuties, tasksSince } from "./task-duty.ts";

const duties = planDuties(campaign.pack);
const rules: OpeningRules = {
  since: "2026-03-10",
  calendar: campaign.calendar,
  pastDate: { within: 20, unit: "workingDay" },
  office: "zhou-anweiban",
  idOf: (unit) => unit,
};

const dutiesOf = (measure: number, clause: number): readonly PlanDuty[] =>
  duties.filter(({ part, clause: { number } }) => part.measure === measure && number === clause);
const openings = (of: readonly PlanDuty[], day: string, own: Partial<OpeningRules> = {}) =>
  of.flatMap((duty) => openingsOn(duty, day, { ...rules, ...own }));
const told = (of: readonly PlanDuty[], day: string, own: Partial<OpeningRules> = {}) =>
  openings(of, day, own).map(({ key, input: { due } }) => `${key} ${due}`);

test.each([
  ["2026-03-10", "2026-04-01"],
  ["2026-03-01", "2026-04-01"],
  ["2026-12-31", "2027-01-01"],
])("an installation founded on %s has tasks of the plan since %s", (founded, since) => {
  expect(tasksSince(founded)).toBe(since);
});

test("every clause of a measure that asks for something has an answering unit", () => {
  const asking = campaign.pack.plan.measures.flatMap(({ number, clauses }) =>
    clauses.flatMap((clause) => (clause.targets || clause.readings ? [`${number}.${clause.number}`] : [])),
  );
  const answered = new Set(duties.map(({ part, clause }) => `${part.measure}.${clause.number}`));
  expect(asking.filter((one) => !answered.has(one))).toEqual([]);
});

test("a clause of several leads is each one's own task, with what it asks as deliverables", () => {
  const [one, ...others] = openings(dutiesOf(20, 2), "2026-03-10");
  expect([one, ...others].map((opening) => opening?.key)).toEqual([
    "m20-c2/zhou-yingji/2025-12-31",
    "m20-c2/zhou-xiaofang/2025-12-31",
  ]);
  expect(one?.input).toMatchObject({ origin: "plan", measure: 20, clause: 2, provision: "措施20第2条款" });
  expect(one?.input.deliverables).toContain("系统投用（整理意见，待核实）\n电气焊作业人员核查");
});

test("only a task for one target names it", () => {
  const targets = openings(dutiesOf(1, 1), "2026-03-10").map(({ input }) => input.target);
  expect(targets).toEqual(["m1-c1-r1"]);
  expect(openings(dutiesOf(1, 3), "2026-03-10").map(({ input }) => input.target)).toEqual([undefined]);
});

test("a day of the plan that lay before the first use is shown within some working days, and stays the first", () => {
  const [opened] = openings(dutiesOf(1, 3), "2026-03-10");
  // Of the twenty working days, Qingming is no one: 2026-04-06 is off.
  expect(opened?.input).toMatchObject({ firstDueOn: "2024-12-31", due: "2026-04-08" });
  const [ahead] = openings(dutiesOf(1, 3), "2024-02-01", { since: "2024-02-01" });
  expect(ahead?.input).toMatchObject({ firstDueOn: "2024-12-31", due: "2024-12-31" });
});

test("what has a beginning is not opened before it", () => {
  expect(told(dutiesOf(10, 4), "2024-12-31", { since: "2024-02-01" })).toEqual([]);
  expect(told(dutiesOf(10, 4), "2025-01-01", { since: "2024-02-01" })).toEqual([
    "m10-c4/zhou-anweiban/2025-12-31 2025-12-31",
  ]);
});

test("months and quarters come one by one, those that ended before the first use never", () => {
  const ofBureau = dutiesOf(7, 1).filter(({ unit }) => unit === "zhou-yingji");
  expect(told(ofBureau, "2026-04-01")).toEqual([
    "m7-c1/zhou-yingji/2026-Q1 2026-03-31",
    "m7-c1/zhou-yingji/2026-Q2 2026-06-30",
    "m7-c1/zhou-yingji/2026-03 2026-03-31",
    "m7-c1/zhou-yingji/2026-04 2026-04-30",
    "m7-c1/zhou-yingji/2026 2026-12-31",
  ]);
});

test("what stands without day or period is shown once a year, and never after the campaign", () => {
  const one = dutiesOf(24, 1).slice(0, 1);
  const day = "2024-05-06";
  expect(told(one, day, { since: day })).toEqual(["m24-c1/zhou-yingji/2024 2024-12-31"]);
  expect(told(one, "2027-02-01", { since: day }).map((key) => key.slice(-15))).toEqual([
    "2024 2024-12-31",
    "2025 2025-12-31",
    "2026 2026-12-31",
  ]);
});

test("a clause that counts by levels is asked of the counties and the park too, one that counts by governments of the counties", () => {
  const units = (measure: number, clause: number) => [
    ...new Set(dutiesOf(measure, clause).map(({ unit }) => unit)),
  ];
  const counties = ["xianggelila-zhengfu", "deqin-zhengfu", "weixi-zhengfu"];
  expect(units(2, 1)).toEqual(["zhou-anweiban", "xianggelila-chanye-yuanqu", ...counties]);
  expect(units(10, 3)).toEqual(["zhou-anweiban", ...counties]);
  expect(units(9, 2)).toEqual(["zhou-anweiban"]);
  expect(dutiesOf(10, 3).find(({ unit }) => unit === "deqin-zhengfu")?.joint).toEqual(["deqin-xianwei"]);
});

test("where a group of leads has no members those who share answer, and else the committee's office", () => {
  expect(dutiesOf(12, 2).map(({ unit }) => unit)).toEqual(["zhou-yingji", "zhou-zigui", "zhou-fagai"]);
  const funds = duties.filter(({ part }) => part.section === "s2");
  expect(new Set(funds.map(({ unit }) => unit))).toEqual(new Set(["zhou-anweiban"]));
});

test("whatever is opened fits its form, has a key of its own, and is the same when asked again", () => {
  const known = { since: "2024-01-01", idOf: organisationId, office: organisationId("zhou-anweiban") };
  const opened = openings(duties, "2026-12-31", known);
  expect(openings(duties, "2026-12-31", known)).toEqual(opened);
  expect(new Set(opened.map(({ key }) => key)).size).toBe(opened.length);
  const { needs = [], takes = [] } = task.acts.openFromPlan ?? {};
  const misfits = opened.flatMap(({ key, input }) => [
    ...checkInput(task.allFields, needs, takes, input).map(({ field, code }) => `${key} ${field} ${code}`),
    ...checkInput(task.allFields, ["taskKey"], [], { taskKey: key }).map(({ code }) => `${key} ${code}`),
  ]);
  expect(misfits).toEqual([]);
});
