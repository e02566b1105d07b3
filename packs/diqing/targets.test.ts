import { expect, test } from "vitest";
import { makeCalendar } from "../../core/calendar/calendar.ts";
import { boardUnits } from "../../core/campaign/board-units.ts";
import { evidenceAmong, type PlanTask, taskIndex } from "../../core/campaign/evidence.ts";
import { plannedTargets, targetsOf } from "../../core/campaign/plan-targets.ts";
import { openingsOn, planDuties } from "../../core/registers/task-duty.ts";
import { readPack } from "../../server/store/read-pack.ts";

const pack = await readPack(import.meta.dirname);
const targets = targetsOf(pack);
const named = (id: string) => targets.find((target) => target.id === id);
const governments = ["zhou-zhengfu", "xianggelila-zhengfu", "deqin-zhengfu", "weixi-zhengfu"];

test("every target and reading of the plan is a target of the campaign, in the plan's order", () => {
  expect(targets.map(({ id }) => id)).toEqual(plannedTargets(pack.plan).map(({ id }) => id));
  const measures = targets.flatMap(({ place }) => ("measure" in place ? [place.measure] : []));
  expect(new Set(measures)).toEqual(new Set(pack.plan.measures.map(({ number }) => number)));
});

test("each is proven by units that the board shows", () => {
  const shown = new Set(boardUnits(pack).map(({ id }) => id));
  const unproven = targets.filter(({ units }) => units.length === 0 || units.some((id) => !shown.has(id)));
  expect(unproven).toEqual([]);
});

test("the board shows the prefecture, three counties, the park and whoever leads", () => {
  const of = (asked: string) => boardUnits(pack).flatMap(({ id, kind }) => (kind === asked ? [id] : []));
  expect([...of("prefecture"), ...of("county")]).toEqual(governments);
  expect(of("park")).toEqual(["xianggelila-chanye-yuanqu"]);
  expect(of("department")).toEqual(
    expect.arrayContaining(["zhou-anweiban", "zhou-yingji", "zhou-zonggonghui"]),
  );
  expect(of("department")).toHaveLength(29);
});

test("listed and exposed hazards are two counters of each government and year, and to be confirmed", () => {
  for (const id of ["m10-c3-t1", "m10-c3-t2"])
    expect(named(id)).toMatchObject({
      planned: { comparison: "atLeast", value: 30, unit: "item" },
      every: "year",
      units: governments,
      toBeConfirmed: true,
    });
  expect(named("m10-c3-t1")?.words).not.toEqual(named("m10-c3-t2")?.words);
});

test("of objective 2 nothing is overdue at any time, and the stock is cleared by the end of 2024", () => {
  expect(named("o2-t1")).toMatchObject({
    place: { section: "objective", number: 2, clause: 1 },
    proof: { indicator: "major-overdue", threshold: { comparison: "exactly", value: 0 } },
  });
  expect(named("o2-t2")).toMatchObject({
    by: "2024-12-31",
    proof: { indicator: "stock-clearance", threshold: { comparison: "exactly", value: 100 } },
  });
});

test("a county's Party committee answers in the column of its government", () => {
  expect(named("m2-c1-t1")?.units).toEqual(expect.arrayContaining(governments.slice(1)));
  expect(named("m2-c1-t1")?.units).not.toContain("deqin-xianwei");
});

test("tasks that the calendar opens prove every target of a measure, requirement or safeguard, each in its own period", () => {
  const rules = {
    since: "2024-01-01",
    calendar: makeCalendar(pack.calendar),
    pastDate: { within: 20, unit: "workingDay" },
    office: "zhou-anweiban",
    idOf: (unit: string) => unit,
  } as const;
  const nobody = { organisation: "", unit: "" };
  const tasks = planDuties(pack).flatMap((duty) =>
    openingsOn(duty, "2026-12-31", rules).map(({ input }): PlanTask => {
      const [target, period, firstDueOn] = [input.target, input.period, input.firstDueOn].map((value) =>
        typeof value === "string" ? value : undefined,
      );
      const { measure, section } = duty.part;
      const evidence = { is: "lacking" } as const;
      return {
        measure,
        section,
        clause: duty.clause.number,
        target,
        period,
        firstDueOn,
        ...nobody,
        evidence,
      };
    }),
  );
  const tasksFor = taskIndex(tasks);
  const unproven = targets.filter((target) => evidenceAmong(tasksFor(target, ""), target).length === 0);
  expect(unproven.map(({ id }) => id)).toEqual(
    targets.flatMap(({ id, place }) => ("section" in place && /^[po]/.test(id) ? [id] : [])),
  );
});
