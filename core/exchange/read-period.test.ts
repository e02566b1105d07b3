import { describe, expect, test } from "vitest";
import { periodIn } from "./read-period.ts";

describe("a period in a cell", () => {
  test.each([
    ["2025年11月", "2025-11"],
    ["２０２５年１１月份", "2025-11"],
    ["2025.3", "2025-03"],
    ["2025-11", "2025-11"],
    ["2025年第3季度", "2025-Q3"],
    ["2025年三季度", "2025-Q3"],
    ["2025-Q4", "2025-Q4"],
    ["2025q4", "2025-Q4"],
    ["2025年下半年", "2025-H2"],
    ["2025-h1", "2025-H1"],
    ["2025年度", "2025"],
    [2025, "2025"],
    // As a program keeps what looks like a month.
    [{ day: "2025-11-01" }, "2025-11"],
  ])("%j is %s", (cell, name) => {
    expect(periodIn(cell)).toBe(name);
  });

  test.each([
    "",
    "—",
    "无",
    "11月",
    "2025年13月",
    "2025年五季度",
    "2025-11-02",
    { day: "2025-11-02" },
    46_000.5,
  ])("%j is none", (cell) => {
    expect(periodIn(cell)).toBeUndefined();
  });
});
