import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfNumber, numberOfDay } from "../calendar/day.ts";
import { lastFinished, shareGone, spanOfTarget } from "./target-period.ts";

const campaign = { from: "2024-01-01", to: "2026-12-31" };
const days = fc
  .integer({ min: numberOfDay("2023-06-01"), max: numberOfDay("2028-03-01") })
  .map((number) => dayOfNumber(number));

describe("the days of a target", () => {
  test.each([
    { story: "what recurs has those of its period", every: "year", from: "2025-01-01", to: "2025-12-31" },
    { story: "what has a day, those until it", by: "2024-12-31", from: "2024-01-01", to: "2024-12-31" },
    { story: "what holds always, the campaign's", from: "2024-01-01", to: "2026-12-31" },
  ] as const)("$story", ({ from, to, story: _, ...goal }) => {
    expect(spanOfTarget(goal, "2025-03-01", campaign)).toEqual({ from, to });
  });

  test("begin with the campaign, in whose middle of a year it may", () => {
    const midYear = { from: "2024-07-01", to: "2026-12-31" };
    expect(spanOfTarget({ every: "year" }, "2024-09-01", midYear)).toEqual({
      from: "2024-07-01",
      to: "2024-12-31",
    });
  });
});

test.each([
  { every: "month", day: "2025-03-31", from: "2025-02-01", to: "2025-02-28" },
  { every: "quarter", day: "2025-04-01", from: "2025-01-01", to: "2025-03-31" },
  { every: "year", day: "2025-04-01", from: "2024-01-01", to: "2024-12-31" },
] as const)("the last $every that was over before $day ended on $to", ({ every, day, from, to }) => {
  expect(lastFinished(every, day, campaign)).toEqual({ from, to });
});

test("no period was over before the campaign's first", () => {
  expect(lastFinished("month", "2024-01-31", campaign)).toBeUndefined();
});

test("the calendar's share grows from nothing to all, and never back", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [before, share] = [shareGone(campaign, addDays(day, -1)), shareGone(campaign, day)];
      expect(share).toBeGreaterThanOrEqual(before);
      expect(share === 0).toBe(day < campaign.from);
      expect(share === 1).toBe(day >= campaign.to);
    }),
  );
});
