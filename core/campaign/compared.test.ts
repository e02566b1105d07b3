import { expect, test } from "vitest";
import { comparedWith } from "./compared.ts";

test.each([
  ["a month", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "2025-03-01", "2025-03-31"],
  ["a quarter", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31", "2025-01-01", "2025-03-31"],
  [
    "the February after a leap year's",
    "2025-02-01",
    "2025-02-28",
    "2025-01-01",
    "2025-01-31",
    "2024-02-01",
    "2024-02-29",
  ],
  ["a year", "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"],
  ["some days", "2026-03-05", "2026-03-14", "2026-02-23", "2026-03-04", "2025-03-05", "2025-03-14"],
])("%s is held beside as long a time before, and the same a year before", (_, from, to, ...beside) => {
  const { before, yearBefore } = comparedWith({ from, to });
  expect([before.from, before.to, yearBefore.from, yearBefore.to]).toEqual(beside);
});
