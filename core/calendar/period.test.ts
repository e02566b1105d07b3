import { expect, test } from "vitest";
import { newestPeriods, periodNamePattern, periodOn, periodsWithin, periodWords } from "./period.ts";

test.each([
  ["2026-02-28", "month", "2026-02", "2026年2月", "2026-02-01", "2026-02-28"],
  ["2028-02-01", "month", "2028-02", "2028年2月", "2028-02-01", "2028-02-29"],
  ["2026-12-31", "month", "2026-12", "2026年12月", "2026-12-01", "2026-12-31"],
  ["2026-09-30", "quarter", "2026-Q3", "2026年第3季度", "2026-07-01", "2026-09-30"],
  ["2026-10-01", "quarter", "2026-Q4", "2026年第4季度", "2026-10-01", "2026-12-31"],
  ["2026-06-30", "halfYear", "2026-H1", "2026年上半年", "2026-01-01", "2026-06-30"],
  ["2026-07-01", "halfYear", "2026-H2", "2026年下半年", "2026-07-01", "2026-12-31"],
  ["2026-12-31", "year", "2026", "2026年", "2026-01-01", "2026-12-31"],
] as const)("%s lies in a %s named %s", (day, length, name, words, from, to) => {
  expect(periodOn(day, length)).toEqual({ name, words, from, to });
  expect(name).toMatch(new RegExp(periodNamePattern, "u"));
});

test("the periods between two days are those of which any day lies there", () => {
  const names = (from: string, to: string) => periodsWithin("quarter", from, to).map(({ name }) => name);
  expect(names("2025-12-31", "2026-07-01")).toEqual(["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]);
  expect(names("2026-03-31", "2026-03-31")).toEqual(["2026-Q1"]);
  expect(names("2026-04-01", "2026-03-31")).toEqual([]);
});

test("the newest periods are the one in which a day lies and those before it", () => {
  const names = (length: Parameters<typeof newestPeriods>[0]) =>
    newestPeriods(length, "2026-02-28", 4).map(({ name }) => name);
  expect(names("month")).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
  expect(names("quarter")).toEqual(["2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"]);
  expect(names("halfYear")).toEqual(["2026-H1", "2025-H2", "2025-H1", "2024-H2"]);
  expect(names("year")).toEqual(["2026", "2025", "2024", "2023"]);
});

test.each([
  ["2026-02", { zh: "2026年2月", en: "February 2026" }],
  ["2026-Q3", { zh: "2026年第3季度", en: "Q3 2026" }],
  ["2026-H1", { zh: "2026年上半年", en: "First half of 2026" }],
  ["2026-H2", { zh: "2026年下半年", en: "Second half of 2026" }],
  ["2026", { zh: "2026年", en: "2026" }],
  ["2024-2026", undefined],
  ["2026-13", undefined],
])("%s has its words", (name, words) => {
  expect(periodWords(name)).toEqual(words);
});
