import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfNumber, numberOfDay } from "../calendar/day.ts";
import type { Indicator } from "./indicator.ts";
import {
  type AskedOfEvidence,
  type AskedOfFigure,
  type Evidence,
  lampColours,
  lampOfEvidence,
  lampOfFigure,
  worstOf,
} from "./lamp.ts";

const campaign = { from: "2024-01-01", to: "2026-12-31" };
const rules = { dueWithinDays: 30, pacePercent: 80 };
const count: Indicator["counts"] = { count: "hazard.found", over: "period" };
const rate = { unit: "percent", better: "more", of: count } as const;
const number = { unit: "item", better: "more" } as const;
const ceiling = { unit: "item", better: "less" } as const;

function aFigure(differs: Partial<AskedOfFigure> & { readonly value: number | null }): AskedOfFigure {
  const { value, ...rest } = differs;
  return {
    day: "2025-07-01",
    campaign,
    rules,
    threshold: { comparison: "atLeast", value: 30 },
    indicator: number,
    figure: { value, counted: value ?? 0 },
    ...rest,
  };
}

describe("the lamp of a target that an indicator proves", () => {
  const full = { comparison: "exactly", value: 100 } as const;
  const none = { comparison: "exactly", value: 0 } as const;
  const rows: readonly (Parameters<typeof aFigure>[0] & { story: string; is: string; says: string })[] = [
    { story: "before the campaign", day: "2023-12-31", value: 30, is: "grey", says: "尚未开始" },
    { story: "nothing to divide by", indicator: rate, value: null, is: "grey", says: "没有可统计的对象" },
    { story: "reached", value: 31, is: "green", says: "31项，应不少于30项；已达到" },
    {
      story: "reached after its day",
      by: "2024-12-31",
      indicator: rate,
      threshold: full,
      value: 100,
      is: "green",
      says: "100%，应为100%；已达到",
    },
    {
      story: "its day is past",
      by: "2024-12-31",
      indicator: rate,
      threshold: full,
      value: 99.996,
      is: "red",
      says: "99.99%，应为100%；2024-12-31已过，未达到",
    },
    {
      story: "none stands that is overdue",
      indicator: ceiling,
      threshold: none,
      value: 0,
      is: "green",
      says: "已达到",
    },
    {
      story: "one stands that is overdue: dynamic zero is broken",
      indicator: ceiling,
      threshold: none,
      value: 1,
      is: "red",
      says: "1项，应为0项；未清零",
    },
    {
      story: "less is wanted by a day to come",
      indicator: ceiling,
      threshold: none,
      by: "2025-12-31",
      value: 1,
      is: "yellow",
      says: "未达到",
    },
    {
      story: "half a year is gone, and half of the year's goal is reached",
      every: "year",
      value: 15,
      is: "green",
      says: "15项，应不少于30项；至2025-12-31的时间已过50%，按进度推进",
    },
    {
      story: "half a year is gone, and four fifths of half of the year's goal are reached",
      every: "year",
      value: 12,
      is: "green",
      says: "按进度推进",
    },
    {
      story: "one of many is missing, and the share was rounded up",
      indicator: rate,
      threshold: full,
      figure: { value: 100, counted: 24_999, of: 25_000 },
      value: null,
      is: "yellow",
      says: "99.99%，应为100%；未达到",
    },
    {
      story: "of all that fell due one is overdue",
      indicator: { ...rate, rest: true },
      threshold: full,
      figure: { value: 100, counted: 1, of: 25_000 },
      value: null,
      is: "yellow",
      says: "99.99%，应为100%；未达到",
    },
    {
      story: "the last month was missed by one of many",
      indicator: rate,
      every: "month",
      over: { from: "2025-06-01", to: "2025-06-30" },
      threshold: full,
      figure: { value: 75, counted: 3, of: 4 },
      value: null,
      is: "red",
      says: "2025-06-01至2025-06-30：75%，应为100%；2025-06-30已过，未达到",
    },
    {
      story: "in the last month all was done",
      indicator: rate,
      every: "month",
      over: { from: "2025-06-01", to: "2025-06-30" },
      threshold: full,
      figure: { value: 100, counted: 4, of: 4 },
      value: null,
      is: "green",
      says: "2025-06-01至2025-06-30：100%，应为100%；已达到",
    },
    {
      story: "half a year is gone, and a third of the year's goal is reached",
      every: "year",
      value: 10,
      is: "yellow",
      says: "落后于时间进度",
    },
    {
      story: "the year ends in 30 days, and one is missing",
      every: "year",
      day: "2025-12-01",
      value: 29,
      is: "yellow",
      says: "2025-12-31到期，还剩30天，未达到",
    },
    {
      story: "the last day",
      every: "year",
      day: "2025-12-31",
      value: 29,
      is: "yellow",
      says: "今日（2025-12-31）到期",
    },
    {
      story: "of a month a week is soon, and 30 days are not",
      every: "month",
      day: "2025-07-05",
      value: 10,
      is: "green",
      says: "按进度推进",
    },
    {
      story: "a rate that is taken anew each quarter owes its whole from the first day",
      every: "quarter",
      indicator: rate,
      threshold: full,
      value: 99,
      is: "yellow",
      says: "99%，应为100%；未达到",
    },
    {
      story: "what holds always and does not",
      indicator: rate,
      threshold: full,
      value: 99,
      is: "yellow",
      says: "99%，应为100%；未达到",
    },
    {
      story: "just what is asked where neither more nor less is better",
      indicator: { unit: "day", better: "neither" },
      value: 31,
      is: "yellow",
      says: "31天",
    },
  ];
  test.each(rows)("$story: $is", ({ story: _, is, says, ...asked }) => {
    const { colour, reason } = lampOfFigure(aFigure(asked));
    expect({ colour, zh: reason.zh }).toEqual({ colour: is, zh: expect.stringContaining(says) });
    expect(reason.en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  const anyDay = fc
    .integer({ min: numberOfDay("2024-01-01"), max: numberOfDay("2027-06-30") })
    .map((number) => dayOfNumber(number));
  const asked = fc.record({
    day: anyDay,
    goal: fc.oneof(
      fc.record({ by: fc.constantFrom("2024-12-31", "2025-12-31", "2026-12-31") }),
      fc.record({ every: fc.constantFrom("month" as const, "quarter" as const, "year" as const) }),
      fc.constant({}),
    ),
    indicator: fc.constantFrom<AskedOfFigure["indicator"]>(rate, number, ceiling),
    wanted: fc.integer({ min: 0, max: 100 }),
    value: fc.double({ min: 0, max: 200, noNaN: true }),
  });
  const lampFor = ({
    day,
    goal,
    indicator,
    wanted,
    value,
  }: typeof asked extends fc.Arbitrary<infer One> ? One : never) =>
    lampOfFigure(
      aFigure({ day, ...goal, indicator, threshold: { comparison: "exactly", value: wanted }, value }),
    ).colour;
  const rank = (colour: ReturnType<typeof lampFor>) => lampColours.indexOf(colour);

  test("is green whenever it is reached, and only then red-free after its day", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const isReached = one.indicator.better === "less" ? one.value <= one.wanted : one.value >= one.wanted;
        if (isReached) expect(lampFor(one)).toBe("green");
        const { by } = { by: undefined, ...one.goal };
        if (!isReached && by !== undefined && one.day > by) expect(lampFor(one)).toBe("red");
      }),
    );
  });

  test("never grows worse by what is better", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 200, noNaN: true }), (one, other) => {
        const better = one.indicator.better === "less" ? Math.min : Math.max;
        const improved = { ...one, value: better(one.value, other) };
        expect(rank(lampFor(improved))).toBeLessThanOrEqual(rank(lampFor(one)));
      }),
    );
  });

  test("never grows better while a day passes and nothing is done, but where a new period begins", () => {
    fc.assert(
      fc.property(asked, (one) => {
        fc.pre(!("every" in one.goal));
        const later = { ...one, day: addDays(one.day, 1) };
        expect(rank(lampFor(later))).toBeGreaterThanOrEqual(rank(lampFor(one)));
      }),
    );
  });
});

describe("the lamp of a target that tasks prove", () => {
  const open = (dueOn?: string): Evidence => ({ is: "lacking", dueOn });
  const done = (dueOn?: string): Evidence => ({ is: "shown", dueOn });
  const rows: readonly (Partial<AskedOfEvidence> & { story: string; is: string; says: string })[] = [
    { story: "before the campaign", day: "2023-12-31", is: "grey", says: "尚未开始" },
    { story: "no task yet", is: "grey", says: "尚未下达佐证任务" },
    { story: "no task yet, and its day is past", by: "2024-12-31", is: "grey", says: "应于2024-12-31前完成" },
    { story: "all done", evidence: [done("2025-01-31"), done()], is: "green", says: "2项佐证任务均已办结" },
    {
      story: "one is overdue",
      evidence: [done(), open("2025-06-30"), open("2025-05-01")],
      is: "red",
      says: "2项佐证任务逾期，最早应于2025-05-01完成",
    },
    {
      story: "one is due on the day",
      evidence: [open("2025-07-01")],
      is: "yellow",
      says: "最近一项2025-07-01到期",
    },
    { story: "one is due soon", evidence: [open("2025-07-31")], is: "yellow", says: "已办结0项" },
    {
      story: "one is due later",
      evidence: [open("2025-08-01"), done()],
      is: "green",
      says: "2项佐证任务已办结1项",
    },
    {
      story: "the plan's day is past, whatever day the task was given",
      by: "2024-12-31",
      evidence: [open("2025-08-01")],
      is: "red",
      says: "2024-12-31已过，尚有1项",
    },
    { story: "suspended", evidence: [{ is: "paused", dueOn: "2025-05-01" }], is: "grey", says: "已中止" },
    {
      story: "last year's is done, this year's is not asked",
      every: "year",
      evidence: [done("2024-12-31")],
      is: "grey",
      says: "尚未下达",
    },
    {
      story: "last year's is still owed",
      every: "year",
      evidence: [open("2024-12-31"), done("2025-12-31")],
      is: "red",
      says: "1项佐证任务逾期",
    },
  ];
  test.each(rows)("$story: $is", ({ story: _, is, says, ...differs }) => {
    const asked = { day: "2025-07-01", campaign, rules, evidence: [], ...differs };
    const { colour, reason } = lampOfEvidence(asked);
    expect({ colour, zh: reason.zh }).toEqual({ colour: is, zh: expect.stringContaining(says) });
    expect(reason.en).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

test("the worst of lamps is one of them that none exceeds, and grey only where all are", () => {
  const colours = fc.array(fc.constantFrom(...lampColours), { minLength: 1 });
  fc.assert(
    fc.property(colours, (all) => {
      const worst = worstOf(all.map((colour) => ({ colour })))?.colour;
      expect(all).toContain(worst);
      expect(worst === "red").toBe(all.includes("red"));
      expect(worst === "grey").toBe(all.every((colour) => colour === "grey"));
    }),
  );
  expect(worstOf([])).toBeUndefined();
});
