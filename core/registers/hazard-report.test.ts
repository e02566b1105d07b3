import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { ownedBy, person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { StoredFile, Values } from "../register/field.ts";

const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

const paper = (name: string): StoredFile => ({
  id: idOfName(name),
  hash: "ab",
  name: `${name}.jpg`,
  type: "image/jpeg",
  sizeBytes: 9,
});
const [letter, board] = [paper("letter"), paper("board")];
const facts = { ...ownedBy("xianggelila-yingji"), files: { [letter.id]: letter, [board.id]: board } };
const told = {
  owningOrganisation: person("lin").organisation,
  staffReport: "noticeBoard",
  staffReportedOn: firstDay,
};

describe("the proof of the double report", () => {
  const report = (input: object) =>
    tryOnHazard("report", {
      state: "majorConfirmed",
      facts,
      input: { ...told, reportMethod: "system", ...input },
    });
  const written = { reportMethod: "written" };
  const toStaff = { staffReportFiles: [board.id] };
  test.each([
    { story: "both are proved", input: { ...written, reportFiles: [letter.id], ...toStaff } },
    { story: "a receipt proves the letter", input: { ...written, reportReceipt: "收7号", ...toStaff } },
    { story: "this system proves what was reported in it", input: toStaff },
    { story: "a photo of the board is missing", input: {}, gaps: ["staff"] },
    { story: "an empty list is none", input: { staffReportFiles: [] }, gaps: ["staff"] },
    { story: "the letter is missing", input: { ...written, ...toStaff }, gaps: ["regulator"] },
    { story: "a call has no letter yet", input: { reportMethod: "telephone" }, gaps: ["regulator", "staff"] },
    {
      story: "the letter proves nothing to the staff",
      input: { ...written, reportFiles: [letter.id] },
      gaps: ["staff"],
    },
  ])("is flagged where it is missing, and refuses nothing: $story", ({ input, gaps }) => {
    const decision = report(input);
    expect(resultOf(decision)).toBe("reported");
    expect(valuesOf(decision).reportGaps).toEqual(gaps);
    expect(valuesOf(decision).reportUnproven).toBe(gaps ? true : undefined);
    const fields = { regulator: "reportFiles", staff: "staffReportFiles" };
    const warned = gaps?.map((gap) => fields[gap === "staff" ? "staff" : "regulator"]);
    expect("warnings" in decision ? decision.warnings : undefined).toEqual(
      warned && [{ code: "double-report-unproven", fields: warned }],
    );
  });

  const gapped: Values = {
    reportMethod: "telephone",
    reportGaps: ["regulator", "staff"],
    reportUnproven: true,
  };
  test.each<Row>([
    { story: "Su adds it", by: "su", gives: "reported" },
    { story: "Mei adds it, long after", state: "reviewed", gives: "reviewed" },
    { story: "Lin may not: it is the enterprise's", by: "lin", gives: "role-may-not" },
    { story: "Fang is of another enterprise", by: "fang", gives: "out-of-scope" },
    { story: "once it is closed", state: "closed", gives: "act-not-open-in-this-state" },
    {
      story: "where nothing was reported yet",
      state: "suspended",
      own: { reportMethod: undefined },
      gives: "nothing-reported-yet",
    },
    {
      story: "of a general hazard",
      state: "rectifying",
      own: { ...gapped, level: "general" },
      gives: "nothing-reported-yet",
    },
    {
      story: "in the place of what is there",
      own: { ...gapped, staffReportFiles: [letter] },
      gives: "proof-taken-back",
    },
    {
      story: "beside what is there",
      own: { ...gapped, staffReportFiles: [letter] },
      input: { staffReportFiles: [letter.id, board.id] },
      gives: "reported",
    },
    {
      story: "and takes the receipt away",
      own: { ...gapped, reportReceipt: "收7号" },
      input: { ...toStaff, reportReceipt: null },
      gives: "proof-taken-back",
    },
  ])("is added later: $story", ({ by = "mei", state = "reported", own = gapped, input = toStaff, gives }) => {
    expect(resultOf(tryOnHazard("proveReport", { by, state, own, input, facts }))).toBe(gives);
  });

  test("is flagged no more once it is there", () => {
    const add = (own: Values, input: Values) =>
      valuesOf(tryOnHazard("proveReport", { state: "reported", own, input, facts }));
    expect(add(gapped, toStaff)).toMatchObject({ reportGaps: ["regulator"], reportUnproven: true });
    const whole = add({ ...gapped, staffReportFiles: [board] }, { reportReceipt: "收7号" });
    expect(whole).toMatchObject({ reportReceipt: "收7号", staffReportFiles: [board] });
    expect(whole).not.toHaveProperty("reportGaps");
    expect(whole).not.toHaveProperty("reportUnproven");
  });

  test("is asked for no more once the judgement is overturned", () => {
    const values = valuesOf(
      tryOnHazard("overturnJudgement", {
        by: "zhou",
        state: "disputed",
        own: { ...gapped, appealOrganisation: person("zhou").organisation, asideFrom: "reported" },
        input: { disputeOpinion: "撤销" },
      }),
    );
    expect(values).not.toHaveProperty("refused");
    expect(values).not.toHaveProperty("reportGaps");
    expect(values).not.toHaveProperty("reportUnproven");
  });
});

test.each([
  { story: "on the day of the finding", reportedOn: firstDay, gives: firstDay },
  { story: "before the finding", reportedOn: "2026-03-09", gives: "day-outside-the-matter" },
  { story: "today", reportedOn: "2026-03-12", gives: "2026-03-12" },
  { story: "tomorrow", reportedOn: "2026-03-13", gives: "day-outside-the-matter" },
  { story: "nobody says when", reportedOn: null, gives: "2026-03-12" },
])("the report to the regulator has its own day: $story", ({ reportedOn, gives }) => {
  const input = { ...told, reportMethod: "written", reportedOn };
  const values = valuesOf(tryOnHazard("report", { state: "majorConfirmed", facts, input, on: "2026-03-12" }));
  expect(values.refused ?? values.reportedOn).toBe(gives);
});
