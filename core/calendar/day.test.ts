import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayInShanghai,
  dayOfNumber,
  dayOfWeek,
  daysBetween,
  isDay,
  monthOf,
  numberOfDay,
  yearOf,
} from "./day.ts";

const firstDay = numberOfDay("0001-01-01");
const lastDay = numberOfDay("9999-12-31");
const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(dayOfNumber);

test.each([
  ["2024-02-29", true],
  ["2000-02-29", true],
  ["0001-01-01", true],
  ["9999-12-31", true],
  ["2025-02-29", false],
  ["1900-02-29", false],
  ["2025-02-30", false],
  ["2025-04-31", false],
  ["2025-13-01", false],
  ["2025-00-10", false],
  ["2025-01-00", false],
  ["0000-01-01", false],
  ["2025-1-1", false],
  ["20250101", false],
  [" 2025-01-01", false],
  ["2025-01-01\n", false],
  ["2025-01-01T00:00:00Z", false],
  ["２０２５-01-01", false],
  ["+12025-01-01", false],
  ["", false],
])("%j is a day: %s", (text, gives) => {
  expect(isDay(text)).toBe(gives);
});

test("a day and its number tell each other, in the same order", () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(isDay(one)).toBe(true);
      expect(dayOfNumber(numberOfDay(one))).toBe(one);
      expect(one < other).toBe(numberOfDay(one) < numberOfDay(other));
    }),
  );
});

test("adding days and counting the days between agree, forward and back", () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(daysBetween(from, to)).toBe(0 - daysBetween(to, from));
    }),
  );
});

test.each([
  ["2024-02-28", 1, "2024-02-29"],
  ["2025-02-28", 1, "2025-03-01"],
  ["2025-12-31", 1, "2026-01-01"],
  ["2026-01-01", -1, "2025-12-31"],
  ["1970-01-01", -1, "1969-12-31"],
])("%s and %i days is %s", (day, count, gives) => {
  expect(addDays(day, count)).toBe(gives);
});

test.each([
  { story: "a text that is not a day", run: () => addDays("2025-02-30", 1) },
  { story: "the day after the last", run: () => addDays("9999-12-31", 1) },
  { story: "the day before the first", run: () => addDays("0001-01-01", -1) },
  { story: "half a day", run: () => addDays("2025-01-01", 0.5) },
  { story: "no number of days", run: () => addDays("2025-01-01", Number.NaN) },
  { story: "days from what is not a day", run: () => daysBetween("", "2025-01-01") },
  { story: "the weekday of what is not a day", run: () => dayOfWeek("2025-02-30") },
])("$story is thrown, never guessed", ({ run }) => {
  expect(run).toThrow(RangeError);
});

test.each([
  ["2024-01-01", 1],
  ["2026-11-22", 0],
  ["2026-11-28", 6],
  ["1970-01-01", 4],
  ["1969-12-28", 0],
  ["1900-01-01", 1],
])("the weekday of %s is %i", (day, gives) => {
  expect(dayOfWeek(day)).toBe(gives);
});

test("a day says its year and its month", () => {
  expect([yearOf("2026-03-09"), monthOf("2026-03-09")]).toEqual([2026, "2026-03"]);
});

describe("the legal day of an instant", () => {
  test.each([
    ["2026-01-01T15:59:59.999Z", "2026-01-01"],
    ["2026-01-01T16:00:00Z", "2026-01-02"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01"],
    ["2026-01-01T00:00:00+08:00", "2026-01-01"],
    ["2026-01-01T23:59:59+0800", "2026-01-01"],
    ["2026-01-01 16:00:00+00", "2026-01-02"],
    ["1969-12-31T15:59:59Z", "1969-12-31"],
  ])("%s is %s in Diqing", (instant, gives) => {
    expect(dayInShanghai(instant)).toBe(gives);
    expect(dayInShanghai(new Date(instant))).toBe(gives);
    expect(dayInShanghai(Date.parse(instant))).toBe(gives);
  });

  test("is what the table of time zones says, since summer time ended", () => {
    const shanghai = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });
    const instants = fc.date({
      min: new Date("1991-09-15T00:00:00Z"),
      max: new Date("2099-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayInShanghai(instant)).toBe(shanghai.format(instant));
      }),
    );
  });

  test.each(["2026-01-01T00:00:00", "2026-01-01", "yesterday", "Z", ""])(
    "of %j, without a zone or no instant at all, is thrown",
    (text) => {
      expect(() => dayInShanghai(text)).toThrow(RangeError);
    },
  );

  test("of no instant is thrown", () => {
    expect(() => dayInShanghai(Number.NaN)).toThrow(RangeError);
    expect(() => dayInShanghai(new Date(Number.NaN))).toThrow(RangeError);
  });
});
