import { describe, expect, test } from "vitest";
import { person, type Row, resultOf, tryOnEnterprise } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";

const proposed = {
  proposedGrade: "C",
  proposedGradeBasis: "两项重大隐患逾期",
  gradeProposedBy: person("lin").id,
};
const graded = { grade: "C", gradedOn: firstDay, gradeConfirmedBy: person("luo").id };
const appealed = { ...graded, gradeAppeal: "隐患已按期整改" };
const answer = { gradeAppealOutcome: "regrade", gradeAppealAnswer: "属实，重新定级" };

const tryRow =
  (act: string, plain: Partial<Row>) =>
  ({ by = plain.by ?? "luo", state = "operating", own = plain.own, input = plain.input ?? {}, on }: Row) =>
    resultOf(tryOnEnterprise(act, { by, state, own, input, on }));

describe("the grade of an enterprise", () => {
  test.each<Row>([
    { story: "Lin proposes", gives: "operating" },
    { story: "of one that is ordered to stop", state: "suspended", gives: "suspended" },
    { story: "anew, when it was graded before", own: graded, gives: "operating" },
    { story: "Luo confirms and proposes nothing", by: "luo", gives: "role-may-not" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "Chen grades none here", by: "chen", gives: "out-of-scope" },
    { story: "without its basis", input: { proposedGrade: "C" }, gives: "input-invalid" },
    { story: "of one that is closed", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is proposed: $story", (row) => {
    const plain = {
      by: "lin",
      input: { proposedGrade: "C", proposedGradeBasis: "两项重大隐患逾期" },
    } as const;
    expect(tryRow("proposeGrade", plain)(row)).toBe(row.gives);
  });

  test.each<Row>([
    { story: "Luo confirms", gives: "operating" },
    { story: "the prefecture's head confirms", by: "zhou", gives: "operating" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    { story: "nobody proposed one", own: {}, gives: "no-grade-proposed" },
    {
      story: "nobody confirms what they proposed in another post",
      own: { ...proposed, gradeProposedBy: person("luo").id },
      gives: "grade-proposer-may-not-confirm",
    },
    { story: "of one that is closed", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is confirmed: $story", (row) => {
    expect(tryRow("confirmGrade", { own: proposed })(row)).toBe(row.gives);
  });

  test.each<Row>([
    { story: "Luo sends it back", gives: "operating" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "without a reason", input: {}, gives: "input-invalid" },
    { story: "nobody proposed one", own: {}, gives: "no-grade-proposed" },
    {
      story: "nobody decides on what they proposed",
      own: { ...proposed, gradeProposedBy: person("luo").id },
      gives: "grade-proposer-may-not-confirm",
    },
  ])("is sent back: $story", (row) => {
    expect(tryRow("returnGrade", { own: proposed, input: { reason: "依据不足" } })(row)).toBe(row.gives);
  });

  test.each([
    ["A", 1],
    ["B", 2],
    ["C", 4],
    ["D", 6],
  ])("%s is inspected %i times a year, by the pack", (grade, times) => {
    const decision = tryOnEnterprise("confirmGrade", { own: { ...proposed, proposedGrade: grade } });
    expect(decision).toHaveProperty(
      "steps.0.after.values",
      expect.objectContaining({ grade, gradedOn: firstDay, inspectionsPerYear: times }),
    );
    expect(decision).not.toHaveProperty("steps.0.after.values.proposedGrade");
  });

  test.each<Row>([
    { story: "Mei appeals", gives: "operating" },
    { story: "Su appeals", by: "su", gives: "operating" },
    { story: "Bai only against her own", by: "bai", gives: "out-of-scope" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "there is no grade", own: {}, gives: "not-graded" },
    { story: "an appeal waits", own: appealed, gives: "grade-appeal-pending" },
    { story: "again, once answered", own: { ...appealed, ...answer }, gives: "operating" },
    { story: "without a word", input: {}, gives: "input-invalid" },
    // 15 working days from the 10th of March 2026.
    { story: "on the last day", on: "2026-03-31", gives: "operating" },
    { story: "a day late", on: "2026-04-01", gives: "grade-appeal-too-late" },
  ])("is appealed against: $story", (row) => {
    const plain = { by: "mei", own: graded, input: { gradeAppeal: "隐患已按期整改" } } as const;
    expect(tryRow("appealGrade", plain)(row)).toBe(row.gives);
  });

  test.each<Row>([
    { story: "the prefecture's head answers", gives: "operating" },
    { story: "not whoever confirmed it", by: "luo", gives: "grade-confirmer-may-not-answer" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "nobody appealed", own: graded, gives: "no-grade-appeal" },
    { story: "it is answered", own: { ...appealed, ...answer }, gives: "no-grade-appeal" },
    { story: "without an answer", input: { gradeAppealOutcome: "stands" }, gives: "input-invalid" },
  ])("has its appeal answered: $story", (row) => {
    expect(tryRow("answerAppeal", { by: "zhou", own: appealed, input: answer })(row)).toBe(row.gives);
  });

  const standing = { ...graded, gradeBasis: "上年度无隐患" };

  test("keeps its own basis while another is proposed, and when that is sent back", () => {
    const own = { ...standing, ...proposed };
    const back = tryOnEnterprise("returnGrade", { own, input: { reason: "依据不足" } });
    expect(back).toHaveProperty(
      "steps.0.changes",
      expect.objectContaining({ proposedGrade: null, proposedGradeBasis: null }),
    );
    expect(back).toHaveProperty("steps.0.after.values.gradeBasis", standing.gradeBasis);
  });

  test("takes the basis of what was proposed once it is confirmed", () => {
    const decision = tryOnEnterprise("confirmGrade", { own: { ...standing, ...proposed } });
    expect(decision).toHaveProperty("steps.0.after.values.gradeBasis", proposed.proposedGradeBasis);
    expect(decision).not.toHaveProperty("steps.0.after.values.proposedGradeBasis");
  });

  test("confirmed anew ends the appeal against the one before", () => {
    const decision = tryOnEnterprise("confirmGrade", { own: { ...appealed, ...answer, ...proposed } });
    expect(decision).toHaveProperty("steps.0.changes", expect.objectContaining({ gradeAppeal: null }));
  });
});
