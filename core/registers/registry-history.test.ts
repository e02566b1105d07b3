import { describe, expect, test } from "vitest";
import { enterpriseEntry } from "../../test/support/builders.ts";
import { copper, type HistoryRow, record, resultOf, stepOf, today } from "../../test/support/histories.ts";
import { enterprise } from "./enterprise.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";
import { site } from "./site.ts";

describe("an enterprise's history", () => {
  const stopped = {
    name: "停了多年的石料厂（虚构）",
    region: "533401101",
    sector: "S01",
    noCodeReason: "workshop",
    state: "longStopped",
    openedOn: "2019-05-01",
  };
  const closed = { state: "closed", closedOn: "2023-06-30" };

  test.each<HistoryRow>([
    { story: "Lin records one that stands", by: "lin", gives: "longStopped" },
    { story: "Luo one that has closed", input: closed, gives: "closed" },
    {
      story: "Gesang one that is deregistered",
      by: "gesang",
      input: { ...closed, state: "deregistered" },
      gives: "deregistered",
    },
    { story: "Lin none that has closed", by: "lin", input: closed, gives: "history-closed-by-a-head" },
    { story: "Mei none", by: "mei", gives: "role-may-not" },
    { story: "none elsewhere", by: "he", gives: "out-of-scope" },
    {
      story: "none as merged",
      input: { state: "merged" },
      gives: "input-invalid",
      mend: "recordedState:not-an-option",
    },
    {
      story: "without a code or a reason for none",
      input: { noCodeReason: null },
      gives: "credit-code-or-reason",
      mend: "creditCode:required",
    },
    {
      story: "with a code that another has",
      input: { creditCode: "91999999MA0000001X" },
      facts: { counts: { sameCreditCode: 1 } },
      gives: "credit-code-taken",
      mend: "creditCode:taken",
    },
  ])("$story", ({ gives, mend, facts = {}, ...told }) => {
    expect(resultOf(record(enterprise, stopped, { ...told, facts: { entries: {}, ...facts } }))).toEqual({
      gives,
      mend,
    });
  });

  test("is in the roll since it was, and out of it since it ceased", () => {
    const step = stepOf(record(enterprise, stopped, { input: closed, facts: { entries: {} } }));
    expect(step.after.values).toMatchObject({
      organisation: step.after.id,
      registeredOn: "2019-05-01",
      ceasedOn: "2023-06-30",
      closedOn: "2023-06-30",
    });
    expect(step.day).toBe("2019-05-01");
  });

  test("without any day begins today", () => {
    const step = stepOf(record(enterprise, stopped, { input: { openedOn: null }, facts: { entries: {} } }));
    expect(step).toMatchObject({ day: today, daySource: undefined });
    expect(step.after.values).toMatchObject({ registeredOn: today, stateSince: today });
  });
});

describe("a site's history", () => {
  const inUse = {
    name: "二号尾矿库",
    kind: "tailings",
    organisation: copper.id,
    region: "533401205",
    sector: "S01",
    state: "inUse",
    openedOn: "2015-01-01",
  };
  const closed = { state: "closed", closedOn: "2022-01-01" };
  const gone = enterpriseEntry("copper", "closed");

  test.each<HistoryRow>([
    { story: "Lin records one in use", by: "lin", gives: "inUse" },
    { story: "Luo one that is closed", input: closed, gives: "closed" },
    { story: "Luo one that closed with its enterprise", input: closed, enterprise: gone, gives: "closed" },
    {
      story: "none in use of an enterprise that has closed",
      enterprise: gone,
      gives: "enterprise-not-operating",
    },
    { story: "Mei none", by: "mei", gives: "role-may-not" },
    {
      story: "half a point",
      input: { longitude: 99.7 },
      gives: "coordinates-incomplete",
      mend: "latitude:required coordinateSystem:required",
    },
  ])("$story", ({ gives, mend, ...told }) => {
    expect(resultOf(record(site, inUse, told))).toEqual({ gives, mend });
  });
});

describe("a risk point's history", () => {
  const lec = { method: "lec", likelihood: 3, exposure: 6, consequence: 15 };
  const controlled = {
    name: "井下爆破",
    organisation: copper.id,
    accidentType: "blasting",
    state: "controlled",
    stateSince: "2026-01-10",
    level: "general",
  };
  const identified = { state: "identified", level: null };
  const assessed = { state: "assessed", stateSince: "2026-03-01" };

  test.each<HistoryRow>([
    { story: "Mei records her own as controlled", by: "mei", gives: "controlled" },
    { story: "Luo does", gives: "controlled" },
    { story: "Su does not say that it was approved", by: "su", gives: "history-approval-not-yours" },
    { story: "Su records it as assessed", by: "su", input: assessed, gives: "assessed" },
    { story: "Su records it as identified", by: "su", input: identified, gives: "identified" },
    { story: "a leader does not", by: "yang", gives: "role-may-not" },
    { story: "Bai, of another enterprise", by: "bai", gives: "out-of-scope" },
    {
      story: "Mei none that has gone",
      by: "mei",
      input: { state: "retired", stateSince: null, closedOn: "2026-01-10" },
      gives: "history-closed-by-a-head",
    },
    {
      story: "Luo one that has gone",
      input: { state: "retired", stateSince: null, closedOn: "2026-01-10" },
      enterprise: enterpriseEntry("copper", "closed"),
      gives: "retired",
    },
    {
      story: "none at an enterprise that has closed",
      enterprise: enterpriseEntry("copper", "closed"),
      gives: "enterprise-not-operating",
    },
    {
      story: "controlled without a level",
      input: { level: null },
      gives: "history-level-misfits",
      mend: "level:required",
    },
    {
      story: "controlled with the level of its figures",
      input: { ...lec, level: "larger" },
      gives: "controlled",
    },
    {
      story: "controlled with another level than its figures",
      input: lec,
      gives: "history-level-misfits",
      mend: "level:not-an-option",
    },
    {
      story: "identified with a level",
      input: { state: "identified" },
      gives: "history-level-misfits",
      mend: "level:not-an-option",
    },
    {
      story: "with half the figures",
      input: { ...lec, exposure: null },
      gives: "risk-figures-missing",
      mend: "exposure:required",
    },
    {
      story: "a major one without its lists",
      input: { level: "major" },
      gives: "four-lists-incomplete",
      mend: [
        ...["description", "tier", "responsiblePerson", "engineeringControls", "managementControls"],
        ...["trainingControls", "protectiveControls", "emergencyControls", "emergencyActions"],
      ]
        .map((name) => `${name}:required`)
        .join(" "),
    },
  ])("$story", ({ gives, mend, ...told }) => {
    expect(resultOf(record(riskPoint, controlled, told))).toEqual({ gives, mend });
  });

  test("is looked at again a year after it was approved", () => {
    const step = stepOf(record(riskPoint, controlled, { by: "mei" }));
    expect(step.after.values).toMatchObject({
      approvedOn: "2026-01-10",
      reviewOn: "2027-01-10",
      dueOn: "2027-01-10",
    });
    expect(stepOf(record(riskPoint, controlled, { input: identified })).after.values).not.toHaveProperty(
      "approvedOn",
    );
  });
});

describe("a self-check's history", () => {
  const confirmed = {
    organisation: copper.id,
    period: "2025-Q3",
    state: "confirmed",
    checkedOn: "2025-08-20",
    closedOn: "2025-08-21",
  };

  test.each<HistoryRow>([
    { story: "Luo records one that was made", gives: "confirmed" },
    {
      story: "Gesang one that was made late",
      by: "gesang",
      input: { state: "madeUp", closedOn: "2025-10-09" },
      gives: "madeUp",
    },
    {
      story: "Luo one that was missed",
      input: { state: "excused", checkedOn: null, closedOn: "2025-10-31" },
      gives: "excused",
    },
    { story: "Lin none", by: "lin", gives: "role-may-not" },
    { story: "Mei none of her own", by: "mei", gives: "role-may-not" },
    {
      story: "none that is owed",
      input: { state: "owed", closedOn: null },
      gives: "input-invalid",
      mend: "recordedState:not-an-option",
    },
    {
      story: "no second one of a window",
      facts: { entries: { organisation: copper }, counts: { sameWindow: 1 } },
      gives: "history-window-taken",
      mend: "period:taken",
    },
    {
      story: "on time after its window",
      input: { closedOn: "2025-10-01" },
      gives: "history-outside-its-window",
      mend: "closedOn:not-an-option",
    },
    {
      story: "late within its window",
      input: { state: "madeUp" },
      gives: "history-outside-its-window",
      mend: "closedOn:not-an-option",
    },
    { story: "of no window", input: { period: "2025" }, gives: "input-invalid", mend: "period:bad-pattern" },
  ])("$story", ({ gives, mend, ...told }) => {
    expect(resultOf(record(selfCheck, confirmed, told))).toEqual({ gives, mend });
  });

  test("counts in its window", () => {
    const { after } = stepOf(record(selfCheck, confirmed, {}));
    expect(after.values).toMatchObject({
      windowKey: `${copper.id}/2025-Q3`,
      windowTo: "2025-09-30",
      confirmedOn: "2025-08-21",
      cycle: "quarter",
    });
    const excused = { state: "excused", checkedOn: null, closedOn: "2025-10-31" };
    expect(stepOf(record(selfCheck, confirmed, { input: excused })).after.values).not.toHaveProperty(
      "confirmedOn",
    );
  });
});
