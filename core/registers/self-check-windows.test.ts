import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayInShanghai, dayOfNumber, numberOfDay } from "../calendar/day.ts";
import { cycleOf, daysLeft, periodWords, windowNamed, windowOn } from "./self-check-windows.ts";

test.each([
  ["2026-11-01", "month", "2026-11", "2026-11-01", "2026-11-30"],
  ["2026-12-31", "month", "2026-12", "2026-12-01", "2026-12-31"],
  ["2024-02-29", "month", "2024-02", "2024-02-01", "2024-02-29"],
  ["2026-10-01", "quarter", "2026-Q4", "2026-10-01", "2026-12-31"],
  ["2026-09-30", "quarter", "2026-Q3", "2026-07-01", "2026-09-30"],
  ["2026-01-01", "quarter", "2026-Q1", "2026-01-01", "2026-03-31"],
] as const)("%s lies in the %s %s, from %s to %s", (day, cycle, period, from, to) => {
  expect(windowOn(day, cycle)).toEqual({ period, cycle, from, to });
  expect(windowNamed(period)).toEqual(windowOn(day, cycle));
});

const anyDay = fc
  .integer({ min: numberOfDay("1900-04-01"), max: numberOfDay("2199-12-31") })
  .map(dayOfNumber);
const anyCycle = fc.constantFrom("month" as const, "quarter" as const);

describe("windows of one cycle", () => {
  test("hold every day once, and follow each other without a gap", () => {
    fc.assert(
      fc.property(anyDay, anyCycle, (day, cycle) => {
        const { from, to } = windowOn(day, cycle);
        expect(from <= day && day <= to).toBe(true);
        expect(windowOn(from, cycle)).toEqual(windowOn(to, cycle));
        expect(addDays(to, 1).slice(8)).toBe("01");
        expect(windowOn(addDays(from, -1), cycle).to).toBe(addDays(from, -1));
      }),
    );
  });

  test("of three months make a quarter", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const quarter = windowOn(day, "quarter");
        const month = windowOn(day, "month");
        expect(quarter.from <= month.from && month.to <= quarter.to).toBe(true);
      }),
    );
  });
});

test("a window begins and ends with the day in Shanghai, not in Greenwich", () => {
  expect(windowOn(dayInShanghai("2026-10-31T15:59:59Z"), "month").period).toBe("2026-10");
  expect(windowOn(dayInShanghai("2026-10-31T16:00:00Z"), "month").period).toBe("2026-11");
});

test.each(["", "2026", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "1899-Q1", "2026-q1", "2026-11-01"])(
  "%j names no window",
  (period) => {
    expect(() => windowNamed(period)).toThrow(RangeError);
  },
);

test.each([
  ["2026-11", "2026年11月"],
  ["2026-01", "2026年1月"],
  ["2026-Q4", "2026年第4季度"],
])("%s is written %s", (period, words) => {
  expect(periodWords(period)).toBe(words);
});

test.each([
  [1, "month"],
  [3, "quarter"],
  [2, undefined],
  [undefined, undefined],
])("%s months make a %s", (months, cycle) => {
  expect(cycleOf(months)).toBe(cycle);
});

test.each([
  ["2026-11-16", 15],
  ["2026-11-30", 1],
  ["2026-12-01", 0],
  ["2026-12-24", 0],
])("on %s %i days of November are left", (day, left) => {
  expect(daysLeft(day, "2026-11-30")).toBe(left);
});
