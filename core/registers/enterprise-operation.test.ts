import { describe, expect, test } from "vitest";
import { type Row, resultOf, tryOnEnterprise } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { standing } from "./enterprise-states.ts";

const asked = { reason: "依据现场情况" };
const checked = { checkedOn: firstDay, checkFinding: "整改验收合格" };

const tryRow =
  (act: string, plain: Partial<Row>) =>
  ({ by = plain.by ?? "luo", state = plain.state ?? "operating", own, input = plain.input ?? asked }: Row) =>
    resultOf(tryOnEnterprise(act, { by, state, own, input }));

/** Who may, who may not, from where, and what must be said: the plain rows that each act by a department has. */
const plainRows = (gives: string, from: readonly string[], wrong: string): readonly Row[] => [
  ...from.map((state): Row => ({ story: `from ${state}`, state, gives })),
  { story: "the head of the prefecture's bureau may", by: "zhou", gives },
  { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
  { story: "Su may not", by: "su", gives: "role-may-not" },
  { story: "without a word", input: {}, gives: "input-invalid" },
  { story: `not from ${wrong}`, state: wrong, gives: "act-not-open-in-this-state" },
];

describe("an enterprise stops and goes on", () => {
  test.each<Row>([
    ...plainRows("stopped", ["operating", "construction"], "stopped"),
    { story: "Lin stops it", by: "lin", gives: "stopped" },
    { story: "Mei stops her own", by: "mei", gives: "stopped" },
    { story: "Bai stops only her own", by: "bai", gives: "out-of-scope" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
  ])("stops: $story", (row) => {
    expect(tryRow("stop", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows(
      "suspended",
      ["operating", "stopped", "construction", "permitHeld", "longStopped"],
      "suspended",
    ),
    { story: "Lin proposes it elsewhere and orders nothing", by: "lin", gives: "role-may-not" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "the committee's office orders nothing", by: "gesang", gives: "role-may-not" },
  ])("is ordered to stop and put right: $story", (row) => {
    expect(tryRow("orderSuspension", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("permitHeld", ["operating", "stopped", "suspended", "construction"], "permitHeld"),
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
  ])("has its permit held: $story", (row) => {
    expect(tryRow("holdPermit", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("construction", ["operating", "stopped", "longStopped"], "suspended"),
    { story: "Lin may", by: "lin", gives: "construction" },
    { story: "Mei may", by: "mei", gives: "construction" },
    { story: "Lin may, of one that stopped", by: "lin", state: "stopped", gives: "construction" },
    { story: "Mei not once it stopped", by: "mei", state: "stopped", gives: "rests-until-a-department-acts" },
    { story: "nor for long", by: "mei", state: "longStopped", gives: "rests-until-a-department-acts" },
  ])("begins works: $story", (row) => {
    expect(tryRow("beginWorks", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("worksHalted", ["construction"], "operating"),
    { story: "Mei may", by: "mei", gives: "worksHalted" },
    { story: "Lin may", by: "lin", gives: "worksHalted" },
  ])("halts its works: $story", (row) => {
    expect(tryRow("haltWorks", { state: "construction" })(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("longStopped", ["stopped", "suspended", "permitHeld", "worksHalted"], "operating"),
    { story: "Lin may", by: "lin", gives: "longStopped" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
  ])("is listed as stopped for long: $story", (row) => {
    expect(tryRow("markLongStopped", { state: "stopped" })(row)).toBe(row.gives);
  });

  const checkRows: readonly Row[] = [
    { story: "Mei may not by herself", by: "mei", gives: "role-may-not" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    {
      story: "not checked yet",
      input: { ...checked, checkedOn: "2026-03-11" },
      gives: "checked-in-the-future",
    },
    {
      story: "checked before it stopped",
      input: { ...checked, checkedOn: "2026-03-09" },
      gives: "checked-before-it-stopped",
    },
    { story: "without a finding", input: { checkedOn: firstDay }, gives: "input-invalid" },
  ];

  test.each<Row>([
    ...plainRows(
      "operating",
      ["stopped", "suspended", "permitHeld", "construction", "longStopped"],
      "operating",
    ),
    ...checkRows,
  ])("works again: $story", (row) => {
    expect(tryRow("resume", { state: "suspended", input: checked })(row)).toBe(row.gives);
  });

  test.each<Row>([...plainRows("construction", ["worksHalted"], "suspended"), ...checkRows])(
    "builds again: $story",
    (row) => {
      expect(tryRow("resumeWorks", { state: "worksHalted", input: checked })(row)).toBe(row.gives);
    },
  );
});

describe("an enterprise ceases", () => {
  test.each<Row>([
    ...plainRows("closed", standing, "closed"),
    { story: "the committee's office closes it", by: "gesang", gives: "closed" },
    { story: "Zhang of the prefecture may", by: "zhang", gives: "closed" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
  ])("it is closed down: $story", (row) => {
    expect(tryRow("closeDown", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("deregistered", standing, "deregistered"),
    { story: "Lin may", by: "lin", gives: "deregistered" },
    { story: "the committee's office may", by: "gesang", gives: "deregistered" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
  ])("it is deregistered: $story", (row) => {
    expect(tryRow("deregister", {})(row)).toBe(row.gives);
  });

  test.each<Row>([
    ...plainRows("stopped", ["closed", "deregistered"], "operating"),
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
  ])("that is taken back, and it is checked before it works again: $story", (row) => {
    expect(tryRow("reinstate", { state: "closed" })(row)).toBe(row.gives);
  });

  test("on its own day, until that is taken back", () => {
    const closed = tryOnEnterprise("closeDown", { input: asked });
    expect(closed).toHaveProperty("steps.0.after.values", expect.objectContaining({ ceasedOn: firstDay }));
    const back = tryOnEnterprise("reinstate", { state: "closed", own: { ceasedOn: firstDay }, input: asked });
    expect(back).not.toHaveProperty("steps.0.after.values.ceasedOn");
  });
});
