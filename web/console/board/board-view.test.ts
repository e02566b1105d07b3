import { expect, test } from "vitest";
import { countLamps, listOf, searchOfBoard, yearsOf } from "./board-view.ts";

test.each([
  {
    address: { day: "2024-12-31", measure: "10", unit: "zhou-yingji" },
    holds: { day: "2024-12-31", measure: "10", unit: "zhou-yingji" },
  },
  { address: { section: "o2" }, holds: { section: "o2" } },
  { address: { day: "2024-02-30", measure: "ten", section: "2", unit: 3, more: "x" }, holds: {} },
])("an address holds $holds", ({ address, holds }) => {
  expect(searchOfBoard(address)).toEqual(holds);
});

test("a figure's address for programs leads to the list of the console", () => {
  expect(listOf("/api/registers/hazard/entries?counted=overdue_to.2026-11-27_level.major")).toEqual({
    register: "hazard",
    search: { counted: "overdue_to.2026-11-27_level.major" },
  });
});

test("lamps are counted from the worst, and what has none is not", () => {
  const lamps = [{ colour: "red", reason: 0 }, { colour: "green", reason: 0 }, null] as const;
  expect(countLamps(lamps)).toEqual([
    { colour: "red", count: 1 },
    { colour: "yellow", count: 0 },
    { colour: "green", count: 1 },
    { colour: "grey", count: 0 },
  ]);
});

test("of the campaign's years one is gone, one half, one not begun", () => {
  expect(yearsOf({ from: "2024-01-01", to: "2026-12-31", day: "2025-07-02" })).toEqual([
    { year: 2024, ends: "2024-12-31", gone: 100 },
    { year: 2025, ends: "2025-12-31", gone: 50 },
    { year: 2026, ends: "2026-12-31", gone: 0 },
  ]);
});
