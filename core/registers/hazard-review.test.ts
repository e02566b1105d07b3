import { describe, expect, test } from "vitest";
import { person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";

const accepted = { rectifiedBy: person("su").id, rectifyBy: "2026-04-10", firstDueOn: "2026-04-10" };
const ofEnterprise = {
  ...accepted,
  level: "general",
  owningLevel: "enterprise",
  owningOrganisation: enterpriseId("copper"),
};

test.each<Row>([
  { story: "Mei verifies what Su fixed", by: "mei", gives: "reviewed" },
  { story: "Su may not verify her own fix", by: "su", gives: "rectifier-may-not-review" },
  { story: "Lin may not verify for the enterprise", by: "lin", gives: "role-may-not" },
  { story: "Bai is of another enterprise", by: "bai", gives: "out-of-scope" },
  { story: "what the county owns", by: "mei", own: accepted, gives: "owned-by-government" },
  {
    story: "what another enterprise owns, which found it there",
    by: "mei",
    own: { ...ofEnterprise, owningOrganisation: enterpriseId("foundry") },
    gives: "not-the-owning-level",
  },
  { story: "without an opinion", by: "mei", input: { reviewOpinion: null }, gives: "input-invalid" },
  { story: "before it was accepted", by: "mei", state: "rectifying", gives: "act-not-open-in-this-state" },
])(
  "verifying within the enterprise: $story",
  ({ by = "mei", state = "selfAccepted", own = ofEnterprise, input, gives }) => {
    const entered = { reviewOpinion: "属实", ...input };
    expect(resultOf(tryOnHazard("verify", { by, state, own, input: entered }))).toBe(gives);
  },
);

test.each<Row>([
  { story: "Lin reviews", by: "lin", gives: "underReview" },
  { story: "Luo is their head and no officer", by: "luo", gives: "role-may-not" },
  { story: "Chen inspects elsewhere", by: "chen", gives: "out-of-scope" },
  { story: "Duan is of the level above", by: "duan", gives: "not-the-owning-level" },
  { story: "Gu's certificate ended yesterday", by: "gu", gives: "certificate-not-valid" },
  { story: "Gu's certificate held on its last day", by: "gu", on: "2026-03-09", gives: "underReview" },
  { story: "Lin shows no certificate", by: "lin", facts: { officer: {} }, gives: "certificate-not-valid" },
  {
    story: "Lin's certificate begins today",
    by: "lin",
    facts: { officer: { certificateFrom: "2026-03-10" } },
    gives: "underReview",
  },
  {
    story: "Lin's certificate begins tomorrow",
    by: "lin",
    facts: { officer: { certificateFrom: "2026-03-11" } },
    gives: "certificate-not-valid",
  },
  {
    story: "Lin took part in the fix",
    by: "lin",
    own: { ...accepted, rectifiedBy: person("lin").id },
    gives: "rectifier-may-not-review",
  },
  {
    story: "the bureau's own unit was the one to be put right",
    by: "lin",
    own: { ...accepted, organisation: person("lin").organisation },
    gives: "rectifier-may-not-review",
  },
  { story: "what an enterprise owns", by: "lin", own: ofEnterprise, gives: "owned-by-enterprise" },
  { story: "without an opinion", by: "lin", input: { reviewOpinion: "" }, gives: "input-invalid" },
  { story: "twice", by: "lin", state: "underReview", gives: "act-not-open-in-this-state" },
])("reviewing: $story", ({ by, state = "selfAccepted", own = accepted, input, facts, on, gives }) => {
  const entered = { reviewOpinion: "整改到位", ...input };
  const given = {
    ...(by ? { by } : {}),
    state,
    own,
    input: entered,
    ...(facts ? { facts } : {}),
    ...(on ? { on } : {}),
  };
  expect(resultOf(tryOnHazard("review", given))).toBe(gives);
});

const byLin = { ...accepted, reviewedBy: person("lin").id };

test.each<Row>([
  { story: "Wang signs after Lin", by: "wang", gives: "reviewed" },
  { story: "Lin may not sign twice", by: "lin", gives: "same-officer-may-not-countersign" },
  { story: "Luo is their head and no officer", by: "luo", gives: "role-may-not" },
  { story: "Chen inspects elsewhere", by: "chen", gives: "out-of-scope" },
  { story: "Duan is of the level above", by: "duan", gives: "not-the-owning-level" },
  { story: "Gu's certificate has ended", by: "gu", gives: "certificate-not-valid" },
  {
    story: "Wang took part in the fix",
    by: "wang",
    own: { ...byLin, rectifiedBy: person("wang").id },
    gives: "rectifier-may-not-review",
  },
  {
    story: "before the first has signed",
    by: "wang",
    state: "selfAccepted",
    gives: "act-not-open-in-this-state",
  },
])("countersigning: $story", ({ by = "wang", state = "underReview", own = byLin, gives }) => {
  expect(resultOf(tryOnHazard("countersign", { by, state, own }))).toBe(gives);
});

test.each<Row>([
  { story: "Lin, before she reviewed", by: "lin", gives: "sentBack" },
  { story: "Wang, instead of signing", by: "wang", state: "underReview", gives: "sentBack" },
  { story: "Luo, instead of closing", by: "luo", state: "reviewed", gives: "sentBack" },
  { story: "Mei, what her enterprise owns", by: "mei", own: ofEnterprise, gives: "sentBack" },
  { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
  { story: "Chen inspects elsewhere", by: "chen", gives: "out-of-scope" },
  { story: "Duan is of the level above", by: "duan", gives: "not-the-owning-level" },
  { story: "Su may not judge her own fix", by: "su", own: ofEnterprise, gives: "rectifier-may-not-review" },
  { story: "until yesterday", by: "lin", input: { rectifyBy: "2026-03-09" }, gives: "due-in-the-past" },
  { story: "without a reason", by: "lin", input: { reason: null }, gives: "input-invalid" },
  { story: "what is closed", by: "luo", state: "closed", gives: "act-not-open-in-this-state" },
])("sending back: $story", ({ by = "lin", state = "selfAccepted", own = accepted, input, gives }) => {
  const entered = { reason: "未整改到位", rectifyBy: "2026-04-20", ...input };
  expect(resultOf(tryOnHazard("sendBack", { by, state, own, input: entered }))).toBe(gives);
});

const reviewed = { ...byLin, countersignedBy: person("wang").id };
const verified = { ...ofEnterprise, reviewedBy: person("mei").id };

test.each<Row>([
  { story: "Luo closes", by: "luo", gives: "closed" },
  { story: "Lin reviews and does not close", by: "lin", gives: "role-may-not" },
  { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
  { story: "the head of the level above", by: "zhou", gives: "not-the-owning-level" },
  { story: "Mei may not close what the county owns", by: "mei", gives: "not-the-owning-level" },
  {
    story: "Luo reviewed it himself",
    by: "luo",
    own: { ...reviewed, reviewedBy: person("luo").id },
    gives: "reviewer-may-not-close",
  },
  {
    story: "Luo countersigned it",
    by: "luo",
    own: { ...reviewed, countersignedBy: person("luo").id },
    gives: "reviewer-may-not-close",
  },
  {
    story: "Mei closes what her enterprise owns and she verified",
    by: "mei",
    own: verified,
    gives: "closed",
  },
  {
    story: "before the second signature",
    by: "luo",
    state: "underReview",
    gives: "act-not-open-in-this-state",
  },
])("closing: $story", ({ by = "luo", state = "reviewed", own = reviewed, gives }) => {
  expect(resultOf(tryOnHazard("close", { by, state, own }))).toBe(gives);
});

describe("a closed hazard", () => {
  const closed = { ...reviewed, closedBy: person("luo").id, closedOn: "2026-03-09" };
  const input = { reason: "隐患复现", rectifyBy: "2026-04-30" };

  test.each<Row>([
    { story: "Luo reopens", by: "luo", gives: "rectifying" },
    {
      story: "Mei reopens what her enterprise owns",
      by: "mei",
      own: { ...verified, closedOn: "2026-03-09" },
      gives: "rectifying",
    },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    { story: "the head of the level above", by: "zhou", gives: "not-the-owning-level" },
    {
      story: "until yesterday",
      by: "luo",
      input: { ...input, rectifyBy: "2026-03-09" },
      gives: "due-in-the-past",
    },
    { story: "without a reason", by: "luo", input: { rectifyBy: "2026-04-30" }, gives: "input-invalid" },
    { story: "what is not closed", by: "luo", state: "reviewed", gives: "act-not-open-in-this-state" },
  ])(
    "is reopened: $story",
    ({ by = "luo", state = "closed", own = closed, input: entered = input, gives }) => {
      expect(resultOf(tryOnHazard("reopen", { by, state, own, input: entered }))).toBe(gives);
    },
  );

  test("that is reopened keeps its number and first deadline and is closed no longer", () => {
    const decision = tryOnHazard("reopen", { by: "luo", state: "closed", own: closed, input });
    const kept = {
      number: "YH533401-2026-00001",
      firstDueOn: "2026-04-10",
      dueOn: "2026-04-30",
      reopenCount: 1,
    };
    expect(decision).toMatchObject({ steps: [{ after: { values: kept } }] });
    for (const gone of ["closedOn", "closedBy", "reviewedBy", "countersignedBy", "rectifiedBy"])
      expect(decision).not.toHaveProperty(`steps.0.after.values.${gone}`);
  });
});
