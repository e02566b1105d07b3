import fc from "fast-check";
import { expect, test } from "vitest";
import { isWorkingDay, makeCalendar, workingDaysBetween } from "./calendar.ts";
import { addDays } from "./day.ts";

const calendar = makeCalendar([
  {
    year: 2026,
    source: "a year of the test's own",
    holidays: [
      { name: "across a weekend", from: "2026-02-16", to: "2026-02-22" },
      { name: "on a Sunday", from: "2026-05-03", to: "2026-05-03" },
    ],
    swappedWorkingDays: ["2026-02-14", "2026-02-28", "2026-05-09"],
  },
]);

test("working days between two days are as many as one counts day by day", () => {
  const start = fc.integer({ min: -400, max: 800 }).map((count) => addDays("2025-12-01", count));
  fc.assert(
    fc.property(start, fc.integer({ min: -20, max: 500 }), (from, length) => {
      const days = Array.from({ length: Math.max(0, length) }, (_, at) => addDays(from, at + 1));
      const counted = days.filter((day) => isWorkingDay(day, calendar)).length;
      expect(workingDaysBetween(from, addDays(from, length), calendar)).toBe(counted);
    }),
  );
});
