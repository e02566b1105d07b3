import { expect, test } from "vitest";
import { askedOf, drill, periodOfChoice, searchOfAnalysis, showsView, withView } from "./analysis-view.ts";

const words = { zh: "字", en: "word" };
const view = {
  id: "heat",
  name: words,
  says: words,
  indicator: "found",
  rows: "region",
  columns: "sector",
  chart: "heat",
} as const;
const by = (rows: string, columns?: string) => ({
  by: { rows: { name: rows, words }, columns: columns === undefined ? null : { name: columns, words } },
  columns: columns === undefined ? [] : [{ code: "x", words, from: "2026-01-01", to: "2026-12-31" }],
});
const head = { code: "533401", from: "2026-01-01", to: "2026-03-31" };

test("an address holds a table and nothing else", () => {
  expect(
    searchOfAnalysis({ indicator: "found", rows: "region", cursor: "x", region: 533401, to: "" }),
  ).toEqual({
    indicator: "found",
    rows: "region",
    region: "533401",
  });
});

test("without an indicator the first ready table is shown, for the days that were chosen", () => {
  expect(askedOf({ from: "2026-01-01" }, [view])).toMatchObject({ indicator: "found", from: "2026-01-01" });
});

test("another ready table is looked at for the same days and places, and in no other's order", () => {
  const other = withView({ indicator: "open", rows: "month", order: "most", region: "533401" }, view);
  expect(other).toEqual({
    indicator: "found",
    rows: "region",
    columns: "sector",
    chart: "heat",
    region: "533401",
  });
  expect(showsView(other, view)).toBe(true);
  expect(showsView({ ...other, order: "most" }, view)).toBe(false);
});

test.each([
  [
    "a county into its townships",
    "county",
    "sector",
    { rows: "region", region: "533401", columns: "sector" },
  ],
  [
    "a township into its enterprises",
    "township",
    "sector",
    { rows: "organisation", region: "533401101", columns: "sector" },
  ],
  [
    "a township into its enterprises, but not day by day",
    "township",
    "day",
    { rows: "organisation", region: "533401101" },
  ],
  [
    "a quarter into its months",
    "quarter",
    undefined,
    { rows: "month", from: "2026-01-01", to: "2026-03-31" },
  ],
] as const)("one goes from %s", (_, rows, columns, expected) => {
  const search = { indicator: "found", rows, ...(columns === undefined ? {} : { columns }) };
  const code = rows === "township" ? "533401101" : head.code;
  expect(drill(search, by(rows, columns), "rows", { ...head, code })).toEqual({
    indicator: "found",
    ...expected,
  });
});

test.each(["level", "kind", "day", "item"])("beneath a row by %s there is nothing", (name) => {
  expect(drill({ indicator: "found", rows: name }, by(name), "rows", head)).toBeUndefined();
});

test.each([
  ["thisMonth", "2026-01-01", "2026-01-31"],
  ["lastMonth", "2025-12-01", "2025-12-31"],
  ["lastQuarter", "2025-10-01", "2025-12-31"],
  ["thisYear", "2026-01-01", "2026-12-31"],
  ["lastYear", "2025-01-01", "2025-12-31"],
] as const)("in the middle of January %s is of the calendar", (choice, from, to) => {
  expect(periodOfChoice(choice, "2026-01-15")).toEqual({ from, to });
});
