import { expect, test } from "vitest";
import { type CellSum, cubeOf, type TermCells, wholeOf, windowsOf } from "./cube.ts";
import type { Indicator } from "./indicator.ts";

const words = { zh: "字", en: "word" };
const sourced = { source: "测试", toBeConfirmed: false };
const base = { id: "x", name: words, says: words, better: "neither", ...sourced } as const;
const open: Indicator = { ...base, unit: "item", counts: { count: "hazard.open", over: "day" } };
const share: Indicator = {
  ...base,
  unit: "percent",
  counts: { count: "hazard.found", over: "period", kinds: ["selfCheck"] },
  of: { count: "hazard.found", over: "period" },
};

const cell = (
  measure: string,
  bucket: string | null,
  count: number,
  own: Partial<CellSum> = {},
): CellSum => ({
  ...{ measure, bucket, count, sum: 0, region: "533401101", sector: "S04", park: "", level: "major" },
  ...{ kind: "inspection", organisation: "", ...own },
});
const none: TermCells = { before: [], within: [] };
const days = { from: "2026-01-15", to: "2026-05-20" };

test("what stands is carried on through times in which nothing changed, and from before the first", () => {
  const counts = {
    before: [cell("hazard.open", null, 3)],
    within: [cell("hazard.open", "2026-02-01", 2), cell("hazard.open", "2026-04-01", -4)],
  };
  const rows = cubeOf(open, { ...days, by: ["month"] }, { counts, of: none });
  expect(rows.map(({ at, counted }) => [at.month, counted])).toEqual([
    ["2026-01-01", 3],
    ["2026-02-01", 5],
    ["2026-03-01", 5],
    ["2026-04-01", 1],
    ["2026-05-01", 1],
  ]);
  expect(wholeOf(open, { ...days, by: ["month"] }, { counts, of: none })).toEqual({ value: 1, counted: 1 });
});

test("a time at either end is told by the days of it that lie in the period", () => {
  const counts = { before: [], within: [cell("hazard.open", "2026-01-01", 1)] };
  const rows = cubeOf(open, { ...days, by: ["quarter"] }, { counts, of: none });
  expect(rows.map(({ at, period }) => [at.quarter, period.from, period.to])).toEqual([
    ["2026-01-01", "2026-01-15", "2026-03-31"],
    ["2026-04-01", "2026-04-01", "2026-05-20"],
  ]);
});

test("a share is told wherever anything is to be divided by, also where nothing of it is counted", () => {
  const within = [
    cell("hazard.found", null, 1, { kind: "selfCheck" }),
    cell("hazard.found", null, 2),
    cell("hazard.found", null, 4, { region: "533423101" }),
  ];
  const cells = { counts: { before: [], within }, of: { before: [], within } };
  const rows = cubeOf(share, { ...days, by: ["county"] }, cells);
  expect(rows.map(({ at, value, counted, of }) => [at.county, value, counted, of])).toEqual([
    ["533401", 33.33, 1, 3],
    ["533423", 0, 0, 4],
  ]);
  expect(wholeOf(share, { ...days, by: [] }, cells)).toEqual({ value: 14.29, counted: 1, of: 7 });
});

test("what of nothing is a share of nothing is no number", () => {
  expect(wholeOf(share, { ...days, by: [] }, { counts: none, of: none })).toEqual({
    value: null,
    counted: 0,
    of: 0,
  });
});

test("a term over a day reads what stood before the period, and one with a last day of its own no further", () => {
  const query = { ...days, by: ["month"] as const };
  expect(windowsOf(open.counts, query)).toEqual({
    before: { to: "2026-01-14" },
    within: { from: "2026-01-15", to: "2026-05-20" },
  });
  expect(windowsOf({ ...open.counts, until: "2023-12-31" }, query)).toMatchObject({
    before: { to: "2023-12-31" },
  });
  expect(windowsOf(open.counts, { ...days, by: ["county"] })).toEqual({ within: { to: "2026-05-20" } });
});
