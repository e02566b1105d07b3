import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellSum, TermCells } from "./cube.ts";
import type { Indicator } from "./indicator.ts";
import { type PivotQuery, pivotOf, totalAlong } from "./pivot.ts";

const words = { zh: "字", en: "word" };
const base = {
  id: "x",
  name: words,
  says: words,
  better: "neither",
  source: "测试",
  toBeConfirmed: false,
} as const;
const found: Indicator = { ...base, unit: "item", counts: { count: "hazard.found", over: "period" } };
const open: Indicator = { ...base, unit: "item", counts: { count: "hazard.open", over: "day" } };
const share: Indicator = {
  ...base,
  unit: "percent",
  counts: { count: "hazard.found", over: "period", kinds: ["selfCheck"] },
  of: { count: "hazard.found", over: "period" },
};
const query: PivotQuery = {
  rows: "county",
  columns: "sector",
  from: "2026-01-01",
  to: "2026-03-31",
  order: "code",
};

const anyCell: fc.Arbitrary<CellSum> = fc.record({
  measure: fc.constant("hazard.found"),
  bucket: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01"),
  region: fc.constantFrom("533401101", "533422101", "533423101"),
  sector: fc.constantFrom("S01", "S02", ""),
  park: fc.constant(""),
  level: fc.constantFrom("major", "general"),
  kind: fc.constantFrom("selfCheck", "inspection"),
  organisation: fc.constantFrom("a", "b"),
  count: fc.integer({ min: 1, max: 5 }),
  sum: fc.constant(0),
});
const cellsOf = (within: readonly CellSum[]): { counts: TermCells; of: TermCells } => ({
  counts: { before: [], within },
  of: { before: [], within },
});

test("what is counted in a row, in a column and altogether is what its figures count together, of shares too", () => {
  const total = (figures: readonly { counted: number; of?: number }[]) => [
    figures.reduce((sum, { counted }) => sum + counted, 0),
    figures.reduce((sum, { of = 0 }) => sum + of, 0),
  ];
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 30 }), fc.constantFrom(found, share), (cells, indicator) => {
      const { whole, rows, columns } = pivotOf(indicator, query, cellsOf(cells));
      for (const row of rows) expect(total(row.cells)).toEqual(total([row.figure]));
      for (const [at, { figure }] of columns.entries())
        expect(total(rows.flatMap((row) => row.cells[at] ?? []))).toEqual(total([figure]));
      expect(total(rows.map(({ figure }) => figure))).toEqual(total([whole]));
    }),
  );
});

const cell = (own: Partial<CellSum>): CellSum => ({
  measure: "hazard.found",
  bucket: "2026-01-01",
  region: "533401101",
  sector: "S01",
  park: "",
  level: "major",
  kind: "inspection",
  organisation: "a",
  count: 1,
  sum: 0,
  ...own,
});

test("a total of shares is neither their sum nor their mean", () => {
  const cells = [
    cell({ count: 9 }),
    cell({ kind: "selfCheck" }),
    cell({ region: "533422101", kind: "selfCheck" }),
  ];
  const { whole, rows } = pivotOf(share, query, cellsOf(cells));
  expect(rows.map(({ figure }) => figure.value)).toEqual([10, 100]);
  expect(whole).toEqual({ value: 18.18, counted: 2, of: 11 });
});

test("of a time every part is told, also one in which nothing came; what is open stays so", () => {
  const cells = cellsOf([cell({ measure: "hazard.open" })]);
  const told = pivotOf(open, { ...query, rows: "month", columns: undefined, from: "2025-12-15" }, cells);
  expect(told.rows.map(({ code, figure, period }) => [code, figure.counted, period.from, period.to])).toEqual(
    [
      ["2025-12-01", 0, "2025-12-15", "2025-12-31"],
      ["2026-01-01", 1, "2026-01-01", "2026-01-31"],
      ["2026-02-01", 1, "2026-02-01", "2026-02-28"],
      ["2026-03-01", 1, "2026-03-01", "2026-03-31"],
    ],
  );
});

test.each([
  ["what comes in a time adds up over places", found, "county", "sum"],
  ["what comes in a time adds up over times", found, "month", "sum"],
  ["what stands on a day adds up over places", open, "county", "sum"],
  ["what stands on a day does not add up over days", open, "month", "none"],
  ["a share is worked out anew", share, "month", "anew"],
] as const)("%s", (_, indicator, along, expected) => {
  expect(totalAlong(indicator, along)).toBe(expected);
});

test("rows stand by their figure, and where there is nothing to divide by last, whichever comes first", () => {
  const cells = cellsOf([
    cell({ organisation: "half" }),
    cell({ organisation: "half", kind: "selfCheck" }),
    cell({ organisation: "whole", kind: "selfCheck" }),
    cell({ organisation: "none", count: 3 }),
  ]);
  const inOrder = (own: Partial<PivotQuery>) =>
    pivotOf(share, { ...query, rows: "organisation", columns: undefined, ...own }, cells).rows.map(
      ({ code }) => code,
    );
  expect(inOrder({ order: "most" })).toEqual(["whole", "half", "none"]);
  expect(inOrder({ order: "least" })).toEqual(["none", "half", "whole"]);
  expect(inOrder({ nothingOnly: true })).toEqual(["none"]);
});
