import type { CalendarFault } from "../../core/calendar/calendar.ts";

const newYear = { name: "元旦", from: "2026-01-01", to: "2026-01-03" };

/** The notice of one year, sound in itself. */
export const calendarYear = {
  year: 2026,
  source: "国办发明电〔2025〕7号",
  holidays: [newYear],
  swappedWorkingDays: ["2026-01-04"],
};

const holidays = (...differs: readonly object[]) => [
  { ...calendarYear, holidays: differs.map((own) => ({ ...newYear, ...own })) },
];
const swapped = (...days: readonly string[]) => [{ ...calendarYear, swappedWorkingDays: days }];

/** Lists of years with one thing wrong in each, and where it is told. */
export const faultyCalendars: readonly {
  readonly story: string;
  readonly content: unknown;
  readonly at: string;
  readonly code: CalendarFault["code"];
}[] = [
  {
    story: "a year occurs twice",
    content: [calendarYear, { ...calendarYear, holidays: [], swappedWorkingDays: [] }],
    at: "/1/year",
    code: "duplicate",
  },
  {
    story: "a notice has no number",
    content: [{ ...calendarYear, source: " " }],
    at: "/0/source",
    code: "empty-text",
  },
  {
    story: "a holiday begins on no day",
    content: holidays({ from: "2026-02-30" }),
    at: "/0/holidays/0/from",
    code: "not-a-day",
  },
  {
    story: "a holiday lies in another year",
    content: holidays({ from: "2026-12-31", to: "2027-01-01" }),
    at: "/0/holidays/0/to",
    code: "day-outside-its-year",
  },
  {
    story: "a holiday ends before it begins",
    content: holidays({ from: "2026-05-05", to: "2026-05-01" }),
    at: "/0/holidays/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "a day is in two holidays",
    content: holidays({}, { from: "2026-01-03" }),
    at: "/0/holidays/1",
    code: "duplicate",
  },
  {
    story: "a weekday is swapped",
    content: swapped("2026-01-05"),
    at: "/0/swappedWorkingDays/0",
    code: "not-a-weekend-day",
  },
  {
    story: "a holiday is swapped",
    content: swapped("2026-01-03"),
    at: "/0/swappedWorkingDays/0",
    code: "day-off-and-worked",
  },
  {
    story: "a day is swapped twice",
    content: swapped("2026-01-04", "2026-01-04"),
    at: "/0/swappedWorkingDays/1",
    code: "duplicate",
  },
];
