import { expect, test } from "vitest";
import { hazard } from "../../../core/registers/hazard.ts";
import { aLine } from "../../support/a-line.ts";
import { changesByLine } from "./ledger-changes.ts";

const lines = [
  aLine(hazard, 1, "find", { title: "坑内积水", number: "YH533401-2026-00001", dueOn: "2026-11-27" }),
  aLine(hazard, 2, "plan", { planMeasures: "排水", rectifyBy: "2026-12-18" }),
  aLine(hazard, 3, "plan", { planMeasures: "封堵", rectifyBy: null }),
  aLine(hazard, 4, "plan", { rectifyBy: "2026-12-25" }),
];
const told = (version: number) =>
  changesByLine(lines)
    .get(version)
    ?.map(({ before, after }) => [after.field, before?.value, after.value]);

test("a change tells what stood in the field before", () => {
  expect(told(3)).toEqual([
    ["planMeasures", "排水", "封堵"],
    ["rectifyBy", "2026-12-18", null],
  ]);
});

test("what is filled in for the first time, or again after it was cleared, has nothing before it", () => {
  expect(told(2)).toEqual([
    ["planMeasures", undefined, "排水"],
    ["rectifyBy", undefined, "2026-12-18"],
  ]);
  expect(told(4)).toEqual([["rectifyBy", undefined, "2026-12-25"]]);
});

test("what the engine counts for every act is left out", () => {
  expect(told(1)).toEqual([["title", undefined, "坑内积水"]]);
});
