import { describe, expect, test } from "vitest";
import { person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { Values } from "../register/field.ts";

const bureau = person("lin").organisation;
const above = person("zhou").organisation;

const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

/** What Lin found at Mei's enterprise, and Luo confirmed. */
const byAuthority: Values = {
  foundBy: person("lin").id,
  foundByOrganisation: bureau,
  proposedBy: person("lin").id,
  proposedByRole: "inspector",
  validatedBy: person("luo").id,
};

describe("adding to a finding", () => {
  const harm = { harm: "触电", exposedPeople: 12, mustStop: true };
  test.each<Row>([
    { story: "Su adds to what she found", by: "su", gives: "found" },
    { story: "Mei does, of the same enterprise", by: "mei", state: "reported", gives: "reported" },
    { story: "Lin adds to what she found", by: "lin", own: byAuthority, gives: "found" },
    { story: "Su may not touch what Lin found", by: "su", own: byAuthority, gives: "not-the-finder" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "once it is accepted", by: "su", state: "selfAccepted", gives: "act-not-open-in-this-state" },
    { story: "fewer than nobody", by: "su", input: { exposedPeople: -1 }, gives: "input-invalid" },
  ])("$story", ({ by, state, own, input = {}, gives }) => {
    expect(resultOf(tryOnHazard("supplement", { by, state, own, input: { ...harm, ...input } }))).toBe(gives);
  });
});

describe("interim control", () => {
  const measures = { controlMeasures: ["stopPart", "sign"], controlDetails: "停用变电站，挂牌警示" };
  test.each<Row>([
    { story: "Su puts it under control", by: "su", gives: "rectifying" },
    { story: "Lin orders it", by: "lin", gives: "rectifying" },
    { story: "Luo orders it, before it is judged", by: "luo", state: "found", gives: "found" },
    { story: "Gu's certificate has run out", by: "gu", gives: "certificate-not-valid" },
    { story: "a coordinating body orders nothing", by: "gesang", gives: "role-may-not" },
    { story: "without saying what", by: "lin", input: { controlMeasures: null }, gives: "input-invalid" },
    { story: "what is closed", by: "lin", state: "closed", gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "rectifying", input = {}, gives }) => {
    expect(resultOf(tryOnHazard("control", { by, state, input: { ...measures, ...input } }))).toBe(gives);
  });

  test("remembers who ordered it first and since when; an enterprise takes no order over", () => {
    const ordered = { controlled: true, controlledBy: bureau, controlledOn: "2026-03-01" };
    const more = { state: "rectifying", own: ordered, input: measures };
    expect(valuesOf(tryOnHazard("control", { ...more, by: "su" }))).toMatchObject(ordered);
    expect(valuesOf(tryOnHazard("control", { ...more, by: "zhou" }))).toMatchObject({ controlledBy: above });
  });

  const ordered = { controlled: true, controlledBy: bureau };
  const ownOrder = { controlled: true, controlledBy: enterpriseId("copper") };
  test.each<Row>([
    { story: "Luo, once it is reviewed", by: "luo", gives: "reviewed" },
    { story: "Luo, once it is closed", by: "luo", state: "closed", gives: "closed" },
    {
      story: "Mei, her own of a general hazard",
      by: "mei",
      state: "rectifying",
      own: { ...ownOrder, level: "general" },
      gives: "rectifying",
    },
    {
      story: "Mei, her own of a major one before review",
      by: "mei",
      state: "selfAccepted",
      own: ownOrder,
      gives: "control-before-review",
    },
    {
      story: "Luo, before the second officer signed",
      by: "luo",
      state: "underReview",
      gives: "control-before-review",
    },
    { story: "Mei may not lift what Lin's bureau ordered", by: "mei", gives: "control-of-another" },
    { story: "Zhou is of the level above", by: "zhou", gives: "control-of-another" },
    { story: "Lin may not alone", by: "lin", gives: "role-may-not" },
    { story: "where there is none", by: "luo", own: { controlled: undefined }, gives: "not-controlled" },
    { story: "without a reason", by: "luo", input: { reason: null }, gives: "input-invalid" },
  ])("is lifted: $story", ({ by, state = "reviewed", own = {}, input = {}, gives }) => {
    const given = { by, state, own: { ...ordered, ...own }, input: { reason: "已消除", ...input } };
    expect(resultOf(tryOnHazard("liftControl", given))).toBe(gives);
  });
});

describe("a suspension", () => {
  const until = { suspendedUntil: "2026-04-01", reason: "大雪封路" };
  const controlled = { controlled: true, controlledBy: bureau };
  test.each<Row>([
    { story: "Luo suspends", by: "luo", gives: "suspended" },
    {
      story: "Mei, what her enterprise owns",
      by: "mei",
      own: { owningOrganisation: enterpriseId("copper"), owningLevel: "enterprise" },
      gives: "suspended",
    },
    { story: "Mei may not, what the bureau owns", by: "mei", gives: "not-the-owning-level" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    {
      story: "a major hazard that nothing controls",
      by: "luo",
      own: { controlled: undefined },
      gives: "suspended-without-control",
    },
    {
      story: "a general one needs no control",
      by: "luo",
      own: { controlled: undefined, level: "general" },
      gives: "suspended",
    },
    {
      story: "until today",
      by: "luo",
      input: { suspendedUntil: "2026-03-10" },
      gives: "suspension-not-ahead",
    },
    { story: "without a reason", by: "luo", input: { reason: null }, gives: "input-invalid" },
    { story: "what is accepted", by: "luo", state: "selfAccepted", gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "rectifying", own = {}, input = {}, gives }) => {
    const given = { by, state, own: { ...controlled, ...own }, input: { ...until, ...input } };
    expect(resultOf(tryOnHazard("suspend", given))).toBe(gives);
  });

  const resting = {
    ...controlled,
    asideFrom: "rectifying",
    suspendedUntil: "2026-04-01",
    rectifyBy: "2026-03-20",
  };
  test.each<Row>([
    { story: "Luo resumes", by: "luo", gives: "rectifying" },
    {
      story: "Luo gives a day before that",
      by: "luo",
      input: { rectifyBy: "2026-03-15" },
      gives: "rectifying",
    },
    {
      story: "Luo gives a day that has passed",
      by: "luo",
      input: { rectifyBy: "2026-03-01" },
      gives: "due-in-the-past",
    },
    { story: "Zhou does not own it", by: "zhou", gives: "not-the-owning-level" },
    { story: "Su may not", by: "su", gives: "role-may-not" },
  ])("ends: $story", ({ by, input, gives }) => {
    expect(resultOf(tryOnHazard("resume", { by, state: "suspended", own: resting, input }))).toBe(gives);
  });

  test("ended, the deadline of the rectification counts again", () => {
    const resumed = tryOnHazard("resume", { by: "luo", state: "suspended", own: resting });
    expect(valuesOf(resumed)).toMatchObject({ dueOn: "2026-03-20", controlled: true });
  });
});

describe("a rectification that is defied", () => {
  const order = { defianceOrder: "（香）应急责改〔2026〕3号", reason: "两次责令仍未开工" };
  test.each<Row>([
    { story: "Luo finds it defied", by: "luo", gives: "defied" },
    { story: "before a plan was made", by: "luo", state: "majorConfirmed", gives: "defied" },
    { story: "Lin may not alone", by: "lin", gives: "role-may-not" },
    { story: "Zhou does not own it", by: "zhou", gives: "not-the-owning-level" },
    {
      story: "while the enterprise owns it",
      by: "luo",
      own: { owningOrganisation: enterpriseId("copper"), owningLevel: "enterprise" },
      gives: "owned-by-enterprise",
    },
    { story: "without an order", by: "luo", input: { defianceOrder: null }, gives: "input-invalid" },
    { story: "once it is accepted", by: "luo", state: "selfAccepted", gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "rectifying", own, input = {}, gives }) => {
    expect(resultOf(tryOnHazard("declareDefied", { by, state, own, input: { ...order, ...input } }))).toBe(
      gives,
    );
  });

  test("keeps its deadline, which the bureau now holds", () => {
    const defied = tryOnHazard("declareDefied", {
      by: "luo",
      state: "rectifying",
      own: { rectifyBy: "2026-03-05" },
      input: order,
    });
    expect(valuesOf(defied)).toMatchObject({ dueOn: "2026-03-05", holder: bureau, defiedOn: "2026-03-10" });
  });

  test.each<Row>([
    { story: "Luo orders it again", by: "luo", gives: "rectifying" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "Zhou does not own it", by: "zhou", gives: "not-the-owning-level" },
    { story: "by yesterday", by: "luo", input: { rectifyBy: "2026-03-09" }, gives: "due-in-the-past" },
  ])("is ordered again: $story", ({ by, input = {}, gives }) => {
    const entered = { rectifyBy: "2026-03-30", reason: "限期完成", ...input };
    expect(resultOf(tryOnHazard("orderAgain", { by, state: "defied", input: entered }))).toBe(gives);
  });
});

describe("a slip of the pen", () => {
  const ofEnterprise = { owningOrganisation: enterpriseId("copper"), owningLevel: "enterprise" };
  test.each<Row>([
    { story: "Luo voids what his bureau owns", by: "luo", gives: "void" },
    {
      story: "Mei voids what nobody judged yet",
      by: "mei",
      own: { ...ofEnterprise, level: undefined },
      gives: "void",
    },
    {
      story: "Mei voids a general hazard",
      by: "mei",
      state: "generalConfirmed",
      own: { ...ofEnterprise, level: "general", validatedBy: person("mei").id },
      gives: "void",
    },
    {
      story: "Mei may not void a major one",
      by: "mei",
      state: "majorConfirmed",
      own: { ...ofEnterprise, validatedBy: person("mei").id },
      gives: "major-not-voided-by-enterprise",
    },
    { story: "Mei may not void the bureau's", by: "mei", gives: "not-the-owning-level" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "without a reason", by: "luo", input: { reason: null }, gives: "input-invalid" },
    { story: "what is closed", by: "luo", state: "closed", gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "found", own, input = {}, gives }) => {
    expect(resultOf(tryOnHazard("annul", { by, state, own, input: { reason: "重复点击", ...input } }))).toBe(
      gives,
    );
  });
});
