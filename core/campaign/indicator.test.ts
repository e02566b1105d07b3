import { expect, test } from "vitest";
import { bucketOf, figureOf, windowOf } from "./indicator.ts";

test.each([
  ["day", "2026-03-12", "2026-03-12"],
  ["week", "2026-03-12", "2026-03-09"],
  ["week", "2026-03-09", "2026-03-09"],
  ["week", "2026-03-08", "2026-03-02"],
  ["week", "1969-12-31", "1969-12-29"],
  ["month", "2026-02-28", "2026-02-01"],
  ["quarter", "2026-03-31", "2026-01-01"],
  ["quarter", "2026-11-02", "2026-10-01"],
  ["year", "2026-11-02", "2026-01-01"],
] as const)("the %s of %s begins on %s", (size, day, first) => {
  expect(bucketOf(day, size)).toBe(first);
});

const share = { unit: "percent", of: { count: "hazard.open", over: "day" } } as const;

test("of what is left to a hundred percent the rest is told", () => {
  expect(figureOf({ ...share, rest: true }, 1, 8).value).toBe(87.5);
  expect(figureOf(share, 1, 8).value).toBe(12.5);
  expect(figureOf({ ...share, rest: true }, 0, 0).value).toBeNull();
});

test("a term that ends earlier than the period ends there", () => {
  const period = { from: "2026-01-01", to: "2026-06-30" };
  expect(windowOf({ over: "day", until: "2023-12-31" }, period)).toEqual({ to: "2023-12-31" });
  expect(windowOf({ over: "period" }, period)).toEqual(period);
});
