import { describe, expect, test } from "vitest";
import { campaign } from "../../test/support/builders.ts";
import type { EnterpriseDuty, EnterpriseKind } from "../pack/enterprise-duty.ts";
import type { Values } from "../register/field.ts";
import { dutiesOf } from "./enterprise-duties.ts";

const duty = (own: Partial<EnterpriseDuty>): EnterpriseDuty => ({
  id: "a-duty",
  by: "enterprise",
  words: { zh: "事项", en: "A duty" },
  from: "2024-01-01",
  source: "出处",
  toBeConfirmed: true,
  ...own,
});
const owed = (own: Partial<EnterpriseDuty>, enterprise: Values, day = "2026-03-10") =>
  dutiesOf([duty(own)], enterprise, day).length === 1;

test.each<[string, Values, readonly EnterpriseKind[] | undefined, boolean]>([
  ["every enterprise", {}, undefined, true],
  ["its grade", { grade: "C" }, [{ grades: ["C", "D"] }], true],
  ["another grade", { grade: "A" }, [{ grades: ["C", "D"] }], false],
  ["a grade that it does not have yet", {}, [{ grades: ["A"] }], false],
  ["its sector", { sector: "S01" }, [{ sectors: ["S01"] }], true],
  ["a further sector of it", { sector: "S04", otherSectors: ["S01"] }, [{ sectors: ["S01"] }], true],
  ["another sector", { sector: "S04" }, [{ sectors: ["S01"] }], false],
  ["its ownership", { ownership: "central" }, [{ ownerships: ["central"] }], true],
  ["another ownership", { ownership: "other" }, [{ ownerships: ["central"] }], false],
  ["high risk", { highRisk: true }, [{ highRisk: true }], true],
  ["high risk, which it is not said to be", {}, [{ highRisk: true }], false],
  ["no high risk", {}, [{ highRisk: false }], true],
  ["one of two kinds", { aboveScale: true }, [{ highRisk: true }, { aboveScale: true }], true],
  ["half of a kind", { grade: "D" }, [{ grades: ["D"], highRisk: true }], false],
])("a duty of %s is owed or not", (_, enterprise, of, expected) => {
  expect(owed(of === undefined ? {} : { of }, enterprise)).toBe(expected);
});

test.each([
  ["before it is in force", "2023-12-31", false],
  ["on its first day", "2024-01-01", true],
  ["on its last day", "2025-12-31", true],
  ["after it", "2026-01-01", false],
])("a duty %s", (_, day, expected) => {
  expect(owed({ to: "2025-12-31" }, {}, day)).toBe(expected);
});

test("what a grade alone brings is told apart from what another ground brings too", () => {
  const of: readonly EnterpriseKind[] = [{ grades: ["D"] }, { highRisk: true }];
  const grounds = (enterprise: Values) => dutiesOf([duty({ of })], enterprise, "2026-03-10")[0]?.byGrade;
  expect(grounds({ grade: "D" })).toBe(true);
  expect(grounds({ grade: "D", highRisk: true })).toBe(false);
});

describe("the pack", () => {
  const { duties } = campaign.pack;
  const asked = (enterprise: Values) =>
    dutiesOf(duties, { sector: "S04", ...enterprise }, "2026-03-10").map(({ duty: { id } }) => id);

  test("asks something else of each grade", () => {
    const lists = (["A", "B", "C", "D"] as const).map((grade) => asked({ grade }).join(" "));
    expect(new Set(lists).size).toBe(4);
    for (const list of lists) expect(list).toContain("double-prevention");
  });

  test("asks a check each month of high risk, each quarter of the others that measure 7 names, and of no others", () => {
    expect(asked({ highRisk: true })).toContain("check-each-month");
    expect(asked({ ownership: "prefecture" })).toContain("check-each-quarter");
    expect(asked({ ownership: "prefecture", highRisk: true })).not.toContain("check-each-quarter");
    expect(asked({ ownership: "other" }).filter((id) => id.startsWith("check-"))).toEqual([]);
  });

  test("marks whatever a grade brings as to be confirmed", () => {
    const byGrade = duties.filter(({ of }) => of?.every(({ grades }) => grades !== undefined));
    expect(byGrade.length).toBeGreaterThan(3);
    for (const { id, toBeConfirmed } of byGrade)
      expect({ id, toBeConfirmed }).toEqual({ id, toBeConfirmed: true });
  });
});
