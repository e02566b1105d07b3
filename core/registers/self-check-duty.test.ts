import { describe, expect, test } from "vitest";
import { parametersOn } from "../../server/store/campaign.ts";
import { campaign, enterpriseEntry } from "../../test/support/builders.ts";
import { selfCheckEntry } from "../../test/support/self-checks.ts";
import type { Day } from "../calendar/day.ts";
import type { Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { type Deed, type DutyRules, deedsOn, dutyBasis, dutyRules, sectorsOf } from "./self-check-duty.ts";

const rules: DutyRules = { cycle: "quarter", highRiskCycle: "month", leastDays: 15 };

test.each<[string, Values, string | undefined]>([
  ["a central enterprise", { ownership: "central" }, "stateOwned"],
  ["a provincial enterprise", { ownership: "provincial" }, "stateOwned"],
  ["a prefecture's enterprise", { ownership: "prefecture" }, "stateOwned"],
  ["an enterprise above the scale", { ownership: "other", aboveScale: true }, "aboveScale"],
  ["a small private enterprise", { ownership: "other", aboveScale: false }, undefined],
  ["an enterprise of which nothing is known", {}, undefined],
])("%s owes self-checks as %j says: %s", (_, values, basis) => {
  expect(dutyBasis(values)).toBe(basis);
});

test("the prefecture's pack asks for one in three months, and each month of a high-risk enterprise", () => {
  const { numbers } = parametersOn(campaign, "2026-03-10");
  expect(dutyRules(numbers)).toEqual(rules);
  expect(dutyRules({})).toBeUndefined();
  const { sources } = { sources: campaign.pack.parameters.filter(({ name }) => name.startsWith("check.")) };
  expect(sources.every(({ source, toBeConfirmed }) => toBeConfirmed || source.includes("措施7"))).toBe(true);
});

test("an enterprise of several sectors is asked about all of them", () => {
  expect(sectorsOf({ sector: "S04", otherSectors: ["S05", "S04"] })).toEqual(["S04", "S05"]);
  expect(sectorsOf({ sector: "S04" })).toEqual(["S04"]);
});

interface Row {
  readonly story: string;
  readonly on: Day;
  readonly state?: string;
  readonly values?: Values;
  readonly checks?: readonly Entry[];
  readonly gives: readonly string[];
}

const told = ({ act, on, input }: Deed): string =>
  [act, on?.values.period ?? input.period, input.exemption].filter((part) => part !== undefined).join(" ");

const owned: Values = { ownership: "prefecture" };
const risky: Values = { ownership: "prefecture", highRisk: true };
const stoppedQuarter = selfCheckEntry("exempt", { exemption: "stopped", stateSince: "2026-02-01" });

/** A window that was listed as not owed on its first day. */
const neverOwed = (exemption: string, period?: string): Entry =>
  selfCheckEntry("exempt", { exemption }, period);

function deeds({ on, state = "operating", values = owned, checks = [] }: Omit<Row, "story" | "gives">) {
  const enterprise = enterpriseEntry("copper", state, values);
  const calendar = campaign.calendar;
  return deedsOn({ enterprise, checks, day: on, calendar, rules, supervisor: "s" });
}

describe("what a day brings", () => {
  test.each<Row>([
    { story: "a quarter begins", on: "2026-01-01", gives: ["open 2026-Q1"] },
    {
      story: "a month begins for whom it is monthly",
      on: "2026-11-01",
      values: risky,
      gives: ["open 2026-11"],
    },
    {
      story: "nothing more the next day",
      on: "2026-01-02",
      checks: [selfCheckEntry("owed")],
      gives: [],
    },
    { story: "nothing to who owes none", on: "2026-01-01", values: { ownership: "other" }, gives: [] },
    { story: "nothing to a closed enterprise", on: "2026-01-01", state: "closed", gives: [] },
    {
      story: "a stopped one is told not to",
      on: "2026-01-01",
      state: "stopped",
      gives: ["openExempt 2026-Q1 stopped"],
    },
    {
      story: "an enterprise that comes within the window has it as long as 15 days are left",
      on: "2026-03-17",
      gives: ["open 2026-Q1"],
    },
    { story: "with fewer it has not", on: "2026-03-18", gives: ["openExempt 2026-Q1 shortWindow"] },
    {
      story: "a duty that goes on is owed, however late the window is noticed",
      on: "2026-06-29",
      checks: [selfCheckEntry("confirmed")],
      gives: ["open 2026-Q2"],
    },
    {
      story: "within the window nothing is missed",
      on: "2026-03-31",
      checks: [selfCheckEntry("owed")],
      gives: [],
    },
    {
      story: "what ended unconfirmed is missed on the next working day",
      on: "2026-04-01",
      checks: [selfCheckEntry("answered")],
      gives: ["miss 2026-Q1", "open 2026-Q2"],
    },
    {
      story: "on a Sunday what ended on Saturday is not missed yet",
      on: "2026-02-01",
      values: risky,
      checks: [selfCheckEntry("owed", {}, "2026-01")],
      gives: ["open 2026-02"],
    },
    {
      story: "but on Monday",
      on: "2026-02-02",
      values: risky,
      checks: [selfCheckEntry("owed", {}, "2026-01"), selfCheckEntry("owed", {}, "2026-02")],
      gives: ["miss 2026-01"],
    },
    {
      story: "through a holiday it waits for the day after",
      on: "2026-10-07",
      checks: [selfCheckEntry("owed", {}, "2026-Q3"), selfCheckEntry("owed", {}, "2026-Q4")],
      gives: [],
    },
    {
      story: "and is then missed",
      on: "2026-10-08",
      checks: [selfCheckEntry("owed", {}, "2026-Q3"), selfCheckEntry("owed", {}, "2026-Q4")],
      gives: ["miss 2026-Q3"],
    },
    {
      story: "an enterprise that stops owes nothing more of the window",
      on: "2026-03-10",
      state: "stopped",
      checks: [selfCheckEntry("owed")],
      gives: ["exempt 2026-Q1 stopped"],
    },
    {
      story: "also on the last day with days enough",
      on: "2026-03-17",
      state: "stopped",
      checks: [selfCheckEntry("owed")],
      gives: ["exempt 2026-Q1 stopped"],
    },
    {
      story: "but one that is seen to stop when few days are left still owes it",
      on: "2026-03-18",
      state: "stopped",
      checks: [selfCheckEntry("owed")],
      gives: [],
    },
    {
      story: "whatever day it names for its stop",
      on: "2026-03-30",
      state: "stopped",
      values: { ...owned, stateSince: "2026-03-05" },
      checks: [selfCheckEntry("answered")],
      gives: [],
    },
    {
      story: "one that stops after the window still missed it",
      on: "2026-04-01",
      state: "stopped",
      checks: [selfCheckEntry("owed")],
      gives: ["miss 2026-Q1", "openExempt 2026-Q2 stopped"],
    },
    {
      story: "one that closes owes nothing more",
      on: "2026-03-10",
      state: "closed",
      checks: [selfCheckEntry("answered")],
      gives: ["exempt 2026-Q1 closed"],
    },
    {
      story: "one that owes none any more is told so",
      on: "2026-03-10",
      values: { ownership: "other" },
      checks: [selfCheckEntry("owed")],
      gives: ["exempt 2026-Q1 notObliged"],
    },
    {
      story: "what was confirmed stays so, whatever becomes of the enterprise",
      on: "2026-03-10",
      state: "stopped",
      checks: [selfCheckEntry("confirmed")],
      gives: [],
    },
    {
      story: "one that goes on with days enough owes the window again",
      on: "2026-03-17",
      checks: [neverOwed("stopped")],
      gives: ["resume 2026-Q1"],
    },
    {
      story: "with too few it does not",
      on: "2026-03-18",
      checks: [neverOwed("stopped")],
      gives: [],
    },
    {
      story: "with too few it does where it worked long enough before, so that both are enough",
      on: "2026-03-31",
      checks: [selfCheckEntry("exempt", { exemption: "stopped", stateSince: "2026-01-15" })],
      gives: ["resume 2026-Q1"],
    },
    {
      story: "a day less before is too little",
      on: "2026-03-31",
      checks: [selfCheckEntry("exempt", { exemption: "stopped", stateSince: "2026-01-14" })],
      gives: [],
    },
    {
      story: "one that is still at rest owes nothing again",
      on: "2026-03-31",
      state: "stopped",
      checks: [selfCheckEntry("exempt", { exemption: "stopped", stateSince: "2026-03-10" })],
      gives: [],
    },
    {
      story: "one whose closure was taken back owes the window again",
      on: "2026-03-10",
      checks: [selfCheckEntry("exempt", { exemption: "closed", stateSince: "2026-02-10" })],
      gives: ["resume 2026-Q1"],
    },
    {
      story: "not before it works again",
      on: "2026-03-20",
      state: "stopped",
      checks: [selfCheckEntry("exempt", { exemption: "closed", stateSince: "2026-02-10" })],
      gives: [],
    },
    {
      story: "one that is among those that must again owes it again",
      on: "2026-03-10",
      checks: [neverOwed("notObliged")],
      gives: ["resume 2026-Q1"],
    },
    {
      story: "the quarter stays replaced where a month was listed while it was stopped",
      on: "2026-02-10",
      values: risky,
      checks: [stoppedQuarter, neverOwed("stopped", "2026-02")],
      gives: ["resume 2026-02"],
    },
    {
      story: "and where the month begins as it goes on",
      on: "2026-02-10",
      values: risky,
      checks: [stoppedQuarter],
      gives: ["open 2026-02"],
    },
    {
      story: "the quarter is owed again where no month takes its place yet",
      on: "2026-02-20",
      values: risky,
      checks: [stoppedQuarter],
      gives: ["resume 2026-Q1"],
    },
    {
      story: "a window that was too short stays so",
      on: "2026-03-10",
      checks: [selfCheckEntry("exempt", { exemption: "shortWindow" })],
      gives: [],
    },
    {
      story: "a quarter gives way to the month when an enterprise becomes high-risk",
      on: "2026-02-10",
      values: risky,
      checks: [selfCheckEntry("owed")],
      gives: ["exempt 2026-Q1 superseded", "open 2026-02"],
    },
    {
      story: "late in the month the quarter stays owed until the next one",
      on: "2026-02-20",
      values: risky,
      checks: [selfCheckEntry("owed")],
      gives: [],
    },
    {
      story: "a quarter whose check was made stays made, and months begin",
      on: "2026-02-10",
      values: risky,
      checks: [selfCheckEntry("confirmed")],
      gives: ["open 2026-02"],
    },
    {
      story: "no quarter is asked for in which months were",
      on: "2026-03-10",
      checks: [selfCheckEntry("confirmed", {}, "2026-01"), selfCheckEntry("owed", {}, "2026-02")],
      gives: ["miss 2026-02"],
    },
  ])("$story", ({ gives, ...tried }) => {
    expect(deeds(tried).map(told)).toEqual(gives);
  });

  test("names who supervises the enterprise, and why it owes the check", () => {
    const [deed] = deeds({ on: "2026-01-01", values: { ownership: "other", aboveScale: true } });
    expect(deed?.input).toMatchObject({ supervisingOrganisation: "s", basis: "aboveScale" });
  });
});
