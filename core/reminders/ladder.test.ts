import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueState, makeCalendar } from "../calendar/calendar.ts";
import { addDays, type Day } from "../calendar/day.ts";
import {
  climbsFrom,
  dayOfRung,
  horizonOf,
  type Ladder,
  ladderFor,
  nextRung,
  overdueBy,
  type Rung,
  reachedRungs,
  restsStill,
} from "./ladder.ts";

const sourced = { source: "设计值", toBeConfirmed: true };
const rungs: readonly Rung[] = [
  { who: "handler", after: -3 },
  { who: "handler", after: 0 },
  { who: "handler", after: 1 },
  { who: "head", after: 1 },
  { who: "committeeOffice", after: 3 },
  { who: "leader", after: 5 },
];
const plain: Ladder = { rungs, from: "2024-01-01", ...sourced };
const major: Ladder = {
  level: "major",
  rungs: [{ who: "head", after: 0 }],
  from: "2025-01-01",
  to: "2025-12-31",
  ...sourced,
};

/** National day of 2025 as it was published: off from Wednesday 1 to Wednesday 8 October, worked on two weekends around it. */
const calendar = makeCalendar([
  {
    year: 2025,
    source: "国办发明电〔2024〕12号",
    holidays: [{ name: "国庆节、中秋节", from: "2025-10-01", to: "2025-10-08" }],
    swappedWorkingDays: ["2025-09-28", "2025-10-11"],
  },
]);

describe("the ladder of an entry", () => {
  test.each([
    ["of a level that has its own", "major", "2025-06-01", major],
    ["of another level", "general", "2025-06-01", plain],
    ["of no level", "", "2025-06-01", plain],
    ["of a due day before its own began", "major", "2024-12-31", plain],
    ["of a due day after its own ended", "major", "2026-01-01", plain],
    ["of a due day before any", "major", "2023-12-31", undefined],
  ] as const)("is, %s, the one in force on the due day", (_, level, due, expected) => {
    expect(ladderFor([plain, major], level, due)).toBe(expected);
  });
});

describe("days of rungs pass over holidays and take in swapped weekends", () => {
  test.each([
    // Due on the last working day before the holiday.
    [-3, "2025-09-30", "2025-09-26"],
    [0, "2025-09-30", "2025-09-30"],
    [1, "2025-09-30", "2025-10-09"],
    [3, "2025-09-30", "2025-10-11"],
    [5, "2025-09-30", "2025-10-14"],
    // Due within it: that day itself, and before and after it working days only.
    [-3, "2025-10-04", "2025-09-26"],
    [0, "2025-10-04", "2025-10-04"],
    [1, "2025-10-04", "2025-10-09"],
  ] as const)("%i working days from %s is %s", (after, due, day) => {
    expect(dayOfRung({ who: "handler", after }, due, calendar)).toEqual({ day, provisional: false });
  });

  test("and are provisional where they reach into a year without a notice, forwards and backwards", () => {
    expect(dayOfRung({ who: "leader", after: 5 }, "2025-12-30", calendar)).toEqual({
      day: "2026-01-06",
      provisional: true,
    });
    expect(dayOfRung({ who: "handler", after: -3 }, "2026-01-05", calendar).provisional).toBe(true);
    expect(dayOfRung({ who: "handler", after: -3 }, "2025-12-26", calendar).provisional).toBe(false);
  });
});

const aDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2025-01-01", days));
const limits = { soonWithinWorkingDays: 3, veryOverdueAfterWorkingDays: 10 };

describe("rungs that are reached", () => {
  const on = (today: Day) =>
    reachedRungs(plain, "2025-09-30", today, calendar).map(({ who, after }) => `${who} ${after}`);

  test("are of each who is reminded the last, as the days go on", () => {
    expect(on("2025-09-25")).toEqual([]);
    expect(on("2025-09-26")).toEqual(["handler -3"]);
    expect(on("2025-09-29")).toEqual(["handler -3"]);
    expect(on("2025-09-30")).toEqual(["handler 0"]);
    expect(on("2025-10-08")).toEqual(["handler 0"]);
    expect(on("2025-10-09")).toEqual(["handler 1", "head 1"]);
    expect(on("2025-10-11")).toEqual(["handler 1", "head 1", "committeeOffice 3"]);
    expect(on("2025-10-14")).toEqual(["handler 1", "head 1", "committeeOffice 3", "leader 5"]);
    expect(on("2026-10-14")).toEqual(["handler 1", "head 1", "committeeOffice 3", "leader 5"]);
  });

  test("never become fewer, and none is lost on days without a look", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -30, max: 60 }), (due, off) => {
        const today = addDays(due, off);
        const before = reachedRungs(plain, due, addDays(today, -1), calendar);
        const now = reachedRungs(plain, due, today, calendar);
        for (const { who, after } of before)
          expect(now.find((rung) => rung.who === who)?.after).toBeGreaterThanOrEqual(after);
        for (const rung of rungs)
          expect(now.some(({ who, after }) => who === rung.who && after >= rung.after)).toBe(
            dayOfRung(rung, due, calendar).day <= today,
          );
      }),
    );
  });

  test("go with what every list calls soon, due today and overdue", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -30, max: 60 }), (due, off) => {
        const today = addDays(due, off);
        const state = dueState(due, today, limits, calendar);
        const handler = reachedRungs(plain, due, today, calendar).find(({ who }) => who === "handler");
        if (state === "later") expect(handler).toBeUndefined();
        if (state === "soon") expect(handler?.after).toBe(-3);
        if (state === "today") expect(handler?.after).toBe(0);
        if (state === "veryOverdue") expect(handler?.after).toBe(1);
      }),
    );
  });

  test("are looked for as far ahead as the first of them reaches", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -30, max: 60 }), (due, off) => {
        const today = addDays(due, off);
        if (reachedRungs(plain, due, today, calendar).length > 0)
          expect(due <= horizonOf([plain, major], today, calendar)).toBe(true);
      }),
    );
  });
});

test("the next rung is the lowest of those that come first, and there is none at the top", () => {
  const next = (today: Day) => nextRung(plain, "2025-09-30", today, calendar);
  expect(next("2025-09-01")).toMatchObject({
    rung: { who: "handler", after: -3 },
    on: { day: "2025-09-26" },
  });
  expect(next("2025-09-30")).toMatchObject({ rung: { who: "handler", after: 1 }, on: { day: "2025-10-09" } });
  expect(next("2025-10-09")).toMatchObject({ rung: { who: "committeeOffice" }, on: { day: "2025-10-11" } });
  expect(next("2025-10-13")).toMatchObject({ rung: { who: "leader" } });
  expect(next("2025-10-14")).toBeUndefined();
});

test("by how much something is overdue counts working days, and over a holiday none", () => {
  expect(overdueBy("2025-09-30", "2025-10-08", calendar)).toBe(0);
  expect(overdueBy("2025-09-30", "2025-10-11", calendar)).toBe(3);
  expect(overdueBy("2025-09-30", "2025-09-26", calendar)).toBe(0);
});

test("a suspended matter rests until its day has passed; a dispute that waits to be decided does not, nor what lies on the way", () => {
  const suspended = { aside: true, clock: { day: "suspendedUntil" } } as const;
  expect(restsStill(suspended, "2025-09-30", "2025-09-30")).toBe(true);
  expect(restsStill(suspended, "2025-09-30", "2025-10-01")).toBe(false);
  expect(
    restsStill({ aside: true, clock: { named: "hazard.dispute.within" } }, "2025-09-30", "2025-09-01"),
  ).toBe(false);
  expect(restsStill({ clock: { day: "rectifyBy" } }, "2025-09-30", "2025-09-01")).toBe(false);
});

test("what came in overdue climbs from the day on which it came in, and anything else from its due day", () => {
  expect(climbsFrom("2026-03-20", "2026-03-10")).toBe("2026-03-20");
  expect(climbsFrom("2026-03-20", "2026-03-20")).toBe("2026-03-20");
  expect(climbsFrom("2026-03-20", "2026-04-02")).toBe("2026-04-02");
});
