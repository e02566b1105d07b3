import { readFile } from "node:fs/promises";
import { isWorkday } from "chinese-days";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  type CalendarYear,
  type DueState,
  dueBounds,
  dueDay,
  dueIn,
  dueState,
  isWorkingDay,
  makeCalendar,
  workingDaysBetween,
} from "./calendar.ts";
import { addDays, type Day, dayOfWeek, daysBetween } from "./day.ts";

const notices: readonly CalendarYear[] = JSON.parse(
  await readFile(new URL("../../packs/diqing/calendar.json", import.meta.url), "utf8"),
);
const published = makeCalendar(notices);

const invented = makeCalendar([
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
const weekendsOnly = makeCalendar([]);

/** Its New Year's holiday begins in the December before, which also holds a swapped Saturday (国办发明电〔2018〕15号). */
const newYear2019: CalendarYear = {
  year: 2019,
  source: "国办发明电〔2018〕15号",
  holidays: [{ name: "元旦", from: "2018-12-30", to: "2019-01-01" }],
  swappedWorkingDays: ["2018-12-29"],
};

const anyCalendar = fc.constantFrom(published, invented, weekendsOnly);
const someDay = fc.integer({ min: 0, max: 1600 }).map((count) => addDays("2023-06-01", count));

function everyDay(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
}

describe("the notices for 2024 to 2026", () => {
  test("say of every day what an independent package says", () => {
    const days = everyDay("2024-01-01", "2026-12-31");
    expect(days).toHaveLength(1096);
    // At noon, because the package reads a day without a time in the zone of the machine.
    const differing = days.filter((day) => isWorkingDay(day, published) !== isWorkday(`${day}T12:00:00`));
    expect(differing).toEqual([]);
  });

  test("make as many working days of each year as the weeks give, less the holidays of the law", () => {
    const worked = ["2024", "2025", "2026"].map(
      (year) =>
        everyDay(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkingDay(day, published)).length,
    );
    // 262 weekdays less 11 holidays, then twice 261 less 13: swapping neither adds nor takes working days.
    expect(worked).toEqual([251, 248, 248]);
  });

  test.each([
    ["2024-02-09", true, "the eve of the Spring Festival, in 2024 a working day by law"],
    ["2024-02-18", true, "a swapped Sunday"],
    ["2025-01-28", false, "the eve of the Spring Festival, since 2025 a holiday"],
    ["2025-10-08", false, "the day that the Mid-autumn Festival adds to the National Day"],
    ["2026-01-04", true, "a swapped Sunday after the New Year"],
    ["2026-02-23", false, "the ninth day of the Spring Festival"],
    ["2026-11-22", false, "a plain Sunday"],
  ])("%s is worked: %s (%s)", (day, gives) => {
    expect(isWorkingDay(day, published)).toBe(gives);
  });
});

test("the December before a year follows that year's notice", () => {
  const calendar = makeCalendar([newYear2019]);
  const worked = everyDay("2018-12-27", "2019-01-03").filter((day) => isWorkingDay(day, calendar));
  expect(worked).toEqual(["2018-12-27", "2018-12-28", "2018-12-29", "2019-01-02", "2019-01-03"]);
});

describe("a year is refused", () => {
  const sound: CalendarYear = {
    year: 2026,
    source: "notice",
    holidays: [{ name: "元旦", from: "2026-01-01", to: "2026-01-03" }],
    swappedWorkingDays: ["2026-01-04"],
  };
  const holiday = (from: Day, to: Day) => ({ holidays: [{ name: "节", from, to }] });

  test("never when it is sound", () => {
    expect(() => makeCalendar([sound])).not.toThrow();
  });

  test.each([
    { story: "without a source", years: [{ ...sound, source: " " }], says: "empty-text: 2026" },
    { story: "that stands twice", years: [sound, sound], says: "duplicate: 2026" },
    {
      story: "with a day that is none",
      years: [{ ...sound, ...holiday("2026-02-30", "2026-03-01") }],
      says: "not-a-day: 2026-02-30",
    },
    {
      story: "with a holiday that ends too early",
      years: [{ ...sound, ...holiday("2026-03-03", "2026-03-02") }],
      says: "ends-before-it-begins",
    },
    {
      story: "with a holiday of another year",
      years: [{ ...sound, ...holiday("2027-01-01", "2027-01-01") }],
      says: "day-outside-its-year: 2027-01-01",
    },
    {
      story: "with a holiday in the November before",
      years: [{ ...sound, ...holiday("2025-11-30", "2025-12-01") }],
      says: "day-outside-its-year: 2025-11-30",
    },
    {
      story: "with holidays that overlap",
      years: [
        { ...sound, holidays: [...sound.holidays, { name: "节", from: "2026-01-03", to: "2026-01-05" }] },
      ],
      says: "duplicate: 2026-01-03",
    },
    {
      story: "whose holiday the year before has already",
      years: [
        { ...sound, year: 2025, ...holiday("2025-12-31", "2025-12-31"), swappedWorkingDays: [] },
        { ...sound, ...holiday("2025-12-31", "2026-01-01") },
      ],
      says: "duplicate: 2025-12-31",
    },
    {
      story: "with a swapped weekday",
      years: [{ ...sound, swappedWorkingDays: ["2026-01-05"] }],
      says: "not-a-weekend-day: 2026-01-05",
    },
    {
      story: "with a swapped holiday",
      years: [{ ...sound, swappedWorkingDays: ["2026-01-03"] }],
      says: "day-off-and-worked: 2026-01-03",
    },
    {
      story: "with a day swapped twice",
      years: [{ ...sound, swappedWorkingDays: ["2026-01-04", "2026-01-04"] }],
      says: "duplicate: 2026-01-04",
    },
    {
      story: "with a swapped day of another year",
      years: [{ ...sound, swappedWorkingDays: ["2027-01-02"] }],
      says: "day-outside-its-year: 2027-01-02",
    },
  ])("$story", ({ years, says }) => {
    expect(() => makeCalendar(years)).toThrow(RangeError);
    expect(() => makeCalendar(years)).toThrow(says);
  });
});

test("without a notice, working days are Monday to Friday", () => {
  fc.assert(
    fc.property(someDay, (day) => {
      expect(isWorkingDay(day, weekendsOnly)).toBe(![0, 6].includes(dayOfWeek(day)));
    }),
  );
});

test("working days between two days are as many as one counts day by day", () => {
  fc.assert(
    fc.property(anyCalendar, someDay, fc.integer({ min: -20, max: 500 }), (calendar, from, length) => {
      const days = Array.from({ length: Math.max(0, length) }, (_, at) => addDays(from, at + 1));
      const counted = days.filter((day) => isWorkingDay(day, calendar)).length;
      expect(workingDaysBetween(from, addDays(from, length), calendar)).toBe(counted);
    }),
  );
});

test("adding working days and counting them agree, and end on a working day", () => {
  fc.assert(
    fc.property(anyCalendar, someDay, fc.integer({ min: 1, max: 800 }), (calendar, from, count) => {
      const { day } = addWorkingDays(from, count, calendar);
      expect(isWorkingDay(day, calendar)).toBe(true);
      expect(workingDaysBetween(from, day, calendar)).toBe(count);
    }),
  );
});

test("a later start and a longer time never end earlier", () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(anyCalendar, someDay, count, count, count, (calendar, from, later, days, more) => {
      const ends = addWorkingDays(from, days, calendar).day;
      expect(addWorkingDays(addDays(from, later), days, calendar).day >= ends).toBe(true);
      expect(addWorkingDays(from, days + more, calendar).day >= ends).toBe(true);
    }),
  );
});

test.each([
  ["2026-09-18", 1, "2026-09-20", "a swapped Sunday counts"],
  ["2026-09-24", 1, "2026-09-28", "the Mid-autumn Festival does not"],
  ["2026-09-30", 3, "2026-10-10", "nor the National Day; the swapped Saturday does"],
  ["2024-12-31", 1, "2025-01-02", "across the New Year"],
  ["2026-02-13", 2, "2026-02-24", "across the Spring Festival"],
  ["2026-11-21", 0, "2026-11-21", "no working days lead nowhere, not even off a Saturday"],
])("%s and %i working days is %s: %s", (from, count, gives) => {
  expect(addWorkingDays(from, count, published).day).toBe(gives);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d working days cannot be added", (count) => {
  expect(() => addWorkingDays("2026-01-01", count, published)).toThrow(RangeError);
});

test.each([
  ["2026-12-01", 19, "2026-12-28", false],
  ["2026-12-01", 20, "2026-12-29", true],
  ["2026-12-31", 1, "2027-01-01", true],
  ["2025-12-25", 4, "2025-12-31", false],
  ["2025-12-31", 1, "2026-01-04", false],
  ["2023-12-31", 1, "2024-01-02", false],
  ["2023-12-29", 1, "2024-01-02", true],
  ["2023-12-31", 0, "2023-12-31", false],
])("%s and %i working days is %s; waits for a notice: %s", (from, count, day, provisional) => {
  expect(addWorkingDays(from, count, published)).toEqual({ day, provisional });
});

describe("a clock", () => {
  test.each([
    { within: 5, unit: "workingDay", start: "2026-09-17", gives: "2026-09-23" },
    { within: 15, unit: "calendarDay", start: "2026-09-17", gives: "2026-10-02" },
    { within: 15, unit: "calendarDay", endOnRestDay: "stay", start: "2026-09-17", gives: "2026-10-02" },
    {
      within: 15,
      unit: "calendarDay",
      endOnRestDay: "nextWorkingDay",
      start: "2026-09-17",
      gives: "2026-10-08",
    },
    {
      within: 13,
      unit: "calendarDay",
      endOnRestDay: "nextWorkingDay",
      start: "2026-09-17",
      gives: "2026-09-30",
    },
    {
      within: 0,
      unit: "workingDay",
      endOnRestDay: "nextWorkingDay",
      start: "2026-11-21",
      gives: "2026-11-23",
    },
  ] as const)(
    "of $within × $unit, end on a rest day: $endOnRestDay, from $start ends on $gives",
    ({ start, gives, ...clock }) => {
      expect(dueDay(start, clock, published)).toEqual({ day: gives, provisional: false });
    },
  );

  test.each([
    { endOnRestDay: "stay", day: "2027-01-02", provisional: false },
    { endOnRestDay: "nextWorkingDay", day: "2027-01-04", provisional: true },
  ] as const)(
    "that ends in a year without a notice is provisional only where rest days matter: $endOnRestDay",
    ({ endOnRestDay, ...gives }) => {
      const clock = { within: 33, unit: "calendarDay", endOnRestDay } as const;
      expect(dueDay("2026-11-30", clock, published)).toEqual(gives);
    },
  );

  test("of working days crosses into a year without a notice provisionally", () => {
    const due = dueDay("2026-12-30", { within: 3, unit: "workingDay" }, published);
    expect(due).toEqual({ day: "2027-01-04", provisional: true });
  });
});

describe("how a due day stands", () => {
  const limits = { soonWithinWorkingDays: 3, veryOverdueAfterWorkingDays: 10 };

  // Thursday 2026-09-24; Friday to Sunday is the Mid-autumn Festival, Thursday 1 October begins the National Day.
  test.each<[Day | undefined, DueState]>([
    [undefined, "none"],
    ["2026-09-24", "today"],
    ["2026-09-25", "soon"],
    ["2026-09-30", "soon"],
    ["2026-10-07", "soon"],
    ["2026-10-08", "later"],
    ["2026-09-23", "overdue"],
    ["2026-09-11", "overdue"],
    ["2026-09-10", "veryOverdue"],
    ["2024-01-01", "veryOverdue"],
  ])("%s is %s", (due, gives) => {
    expect(dueState(due, "2026-09-24", limits, published)).toBe(gives);
  });

  test("by the bounds is what counting working days says, so a list and a page agree", () => {
    const limit = fc.integer({ min: 0, max: 30 });
    const distance = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(anyCalendar, someDay, distance, limit, limit, (calendar, today, days, soon, very) => {
        const due = addDays(today, days);
        const own = { soonWithinWorkingDays: soon, veryOverdueAfterWorkingDays: very };
        const counted = {
          later: days > 0 && workingDaysBetween(today, due, calendar) > soon,
          soon: days > 0 && workingDaysBetween(today, due, calendar) <= soon,
          today: days === 0,
          overdue: days < 0 && workingDaysBetween(due, today, calendar) <= very,
          veryOverdue: days < 0 && workingDaysBetween(due, today, calendar) > very,
        };
        const [state] = Object.entries(counted).find(([, holds]) => holds) ?? [];
        expect(dueState(due, today, own, calendar)).toBe(state);
        const { veryOverdueTo, soonTo } = dueBounds(today, own, calendar);
        expect(veryOverdueTo < today && soonTo >= today).toBe(true);
      }),
    );
  });

  test.each([
    ["2026-09-30", { workingDays: 3, calendarDays: 6 }],
    ["2026-09-24", { workingDays: 0, calendarDays: 0 }],
    ["2026-09-27", { workingDays: 0, calendarDays: 3 }],
    ["2026-09-23", { workingDays: -1, calendarDays: -1 }],
    ["2026-09-19", { workingDays: -5, calendarDays: -5 }],
    ["2026-09-18", { workingDays: -5, calendarDays: -6 }],
  ])("%s is off by %j", (due, gives) => {
    expect(dueIn(due, "2026-09-24", published)).toEqual(gives);
  });
});
