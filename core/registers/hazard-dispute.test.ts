import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { Values } from "../register/field.ts";
import type { Facts } from "../register/register.ts";

const bureau = person("lin").organisation;
const above = person("zhou").organisation;
const police = organisationId("xianggelila-gongan");

/** An organisation of the pack, under the field that points at it. */
const named = (field: string, slug: string): Partial<Facts> => {
  const fact = organisationFact(campaign, organisationId(slug));
  return fact ? { organisations: { [field]: fact } } : {};
};

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

describe("a co-supervisor", () => {
  test.each<Row>([
    {
      story: "Lin names the bureau above",
      by: "lin",
      input: { coSupervisor: above },
      facts: named("coSupervisor", "zhou-yingji"),
      gives: "rectifying",
    },
    {
      story: "Luo names the police, for the roads",
      by: "luo",
      input: { coSupervisor: police, secondSector: "S09" },
      facts: named("coSupervisor", "xianggelila-gongan"),
      gives: "rectifying",
    },
    {
      story: "the police have no duty in smelting",
      by: "luo",
      input: { coSupervisor: police },
      facts: named("coSupervisor", "xianggelila-gongan"),
      gives: "owning-organisation-without-duty",
    },
    {
      story: "Weixi supervises elsewhere",
      by: "luo",
      input: { coSupervisor: organisationId("weixi-yingji") },
      facts: named("coSupervisor", "weixi-yingji"),
      gives: "supervision-outside-region",
    },
    {
      story: "Mei may not",
      by: "mei",
      input: { coSupervisor: above },
      facts: named("coSupervisor", "zhou-yingji"),
      gives: "role-may-not",
    },
    {
      story: "Duan does not own it",
      by: "duan",
      input: { coSupervisor: above },
      facts: named("coSupervisor", "zhou-yingji"),
      gives: "not-the-owning-level",
    },
    {
      story: "while the enterprise owns it",
      by: "lin",
      own: { owningOrganisation: enterpriseId("copper"), owningLevel: "enterprise" },
      input: { coSupervisor: above },
      facts: named("coSupervisor", "zhou-yingji"),
      gives: "owned-by-enterprise",
    },
    {
      story: "that the pack does not have",
      by: "lin",
      input: { coSupervisor: idOfName("nobody") },
      gives: "input-invalid",
    },
  ])("$story", ({ by, own, input, facts, gives }) => {
    expect(resultOf(tryOnHazard("involve", { by, state: "rectifying", own, input, facts }))).toBe(gives);
  });
});

describe("a transfer to another department", () => {
  const toAbove = { transferTo: above, reason: "属州级监管企业" };
  const given = { input: toAbove, facts: named("transferTo", "zhou-yingji") };
  test.each<Row>([
    { story: "Lin hands it on", by: "lin", ...given, gives: "transferring" },
    {
      story: "Luo hands it on, before it is judged",
      by: "luo",
      state: "found",
      ...given,
      gives: "transferring",
    },
    {
      story: "the police have no duty in smelting",
      by: "lin",
      input: { ...toAbove, transferTo: police },
      facts: named("transferTo", "xianggelila-gongan"),
      gives: "owning-organisation-without-duty",
    },
    {
      story: "to the police, for the roads",
      by: "lin",
      input: { ...toAbove, transferTo: police, secondSector: "S09" },
      facts: named("transferTo", "xianggelila-gongan"),
      gives: "transferring",
    },
    {
      story: "to whom has it already",
      by: "lin",
      input: { ...toAbove, transferTo: bureau },
      facts: named("transferTo", "xianggelila-yingji"),
      gives: "transferred-to-itself",
    },
    { story: "Duan does not own it", by: "duan", ...given, gives: "not-the-owning-level" },
    { story: "Mei may not", by: "mei", ...given, gives: "role-may-not" },
    { story: "without a reason", by: "lin", ...given, input: { transferTo: above }, gives: "input-invalid" },
    { story: "under review", by: "lin", state: "underReview", ...given, gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "reported", input, facts, gives }) => {
    expect(resultOf(tryOnHazard("transfer", { by, state, input, facts }))).toBe(gives);
  });

  const waiting = { transferTo: above, asideFrom: "reported" };
  test.each<Row & { act: string }>([
    { story: "Duan accepts", act: "acceptTransfer", by: "duan", gives: "reported" },
    { story: "Zhou accepts", act: "acceptTransfer", by: "zhou", gives: "reported" },
    { story: "Lin may not accept for them", act: "acceptTransfer", by: "lin", gives: "not-the-receiver" },
    { story: "the committee's office may not", act: "acceptTransfer", by: "zhang", gives: "role-may-not" },
    {
      story: "Zhou declines",
      act: "declineTransfer",
      by: "zhou",
      input: { reason: "非本部门职责" },
      gives: "reported",
    },
    {
      story: "Luo may not decline for them",
      act: "declineTransfer",
      by: "luo",
      input: { reason: "无" },
      gives: "not-the-receiver",
    },
    { story: "Zhou declines without a reason", act: "declineTransfer", by: "zhou", gives: "input-invalid" },
    {
      story: "Mei may not decline",
      act: "declineTransfer",
      by: "mei",
      input: { reason: "无" },
      gives: "role-may-not",
    },
    { story: "Lin withdraws", act: "withdrawTransfer", by: "lin", gives: "reported" },
    { story: "Zhou may not withdraw it", act: "withdrawTransfer", by: "zhou", gives: "not-the-owning-level" },
    { story: "Su may not withdraw it", act: "withdrawTransfer", by: "su", gives: "role-may-not" },
  ])("waits: $story", ({ act, by, input, gives }) => {
    expect(resultOf(tryOnHazard(act, { by, state: "transferring", own: waiting, input }))).toBe(gives);
  });

  test("makes the receiver its owner, and the one before stays party to it", () => {
    const taken = tryOnHazard("acceptTransfer", { by: "duan", state: "transferring", own: waiting });
    expect(valuesOf(taken)).toMatchObject({
      owningOrganisation: above,
      owningLevel: "prefecture",
      transferredFrom: bureau,
    });
    expect(valuesOf(taken)).not.toHaveProperty("transferTo");
    expect(valuesOf(taken)).not.toHaveProperty("asideFrom");
  });

  test("the receiver holds it while it waits, and its own clock runs", () => {
    const sent = tryOnHazard("transfer", { by: "lin", state: "reported", ...given });
    // Three working days from Tuesday 10 March.
    expect(valuesOf(sent)).toMatchObject({ holder: above, dueOn: "2026-03-13", asideFrom: "reported" });
  });
});

describe("an objection", () => {
  const grounds = { disputeGrounds: "该设备已停用" };
  const facts = named("owningOrganisation", "xianggelila-yingji");
  test.each<Row>([
    { story: "Mei objects to what Lin found", by: "mei", gives: "disputed" },
    { story: "Su objects", by: "su", gives: "disputed" },
    {
      story: "to a review that sent it back",
      by: "mei",
      state: "sentBack",
      own: { foundByOrganisation: enterpriseId("copper") },
      gives: "disputed",
    },
    {
      story: "not to her own judgement",
      by: "mei",
      own: { foundByOrganisation: enterpriseId("copper") },
      gives: "own-judgement-not-disputed",
    },
    { story: "not a second time", by: "mei", own: { disputeCount: 1 }, gives: "disputes-used-up" },
    { story: "Lin does not object", by: "lin", gives: "role-may-not" },
    { story: "without grounds", by: "mei", input: { disputeGrounds: null }, gives: "input-invalid" },
    { story: "once it is accepted", by: "mei", state: "selfAccepted", gives: "act-not-open-in-this-state" },
  ])("$story", ({ by, state = "majorConfirmed", own = {}, input = {}, gives }) => {
    const given = { by, state, own: { ...byAuthority, ...own }, input: { ...grounds, ...input }, facts };
    expect(resultOf(tryOnHazard("dispute", given))).toBe(gives);
  });

  test("goes one level up, where it has its own clock", () => {
    const objected = tryOnHazard("dispute", {
      by: "mei",
      state: "majorConfirmed",
      own: byAuthority,
      input: grounds,
      facts,
    });
    // Ten working days from Tuesday 10 March.
    expect(valuesOf(objected)).toMatchObject({
      holder: above,
      appealOrganisation: above,
      dueOn: "2026-03-24",
    });
  });

  const waiting = {
    ...byAuthority,
    appealOrganisation: above,
    disputedBy: person("mei").id,
    asideFrom: "majorConfirmed",
  };
  const opinion = { disputeOpinion: "现场核实" };
  test.each<Row & { act: string }>([
    { story: "Zhou upholds", act: "upholdJudgement", by: "zhou", gives: "majorConfirmed" },
    { story: "Zhou overturns", act: "overturnJudgement", by: "zhou", gives: "found" },
    {
      story: "Luo may not decide over his own bureau",
      act: "upholdJudgement",
      by: "luo",
      gives: "dispute-decided-elsewhere",
    },
    {
      story: "Luo may not overturn it either",
      act: "overturnJudgement",
      by: "luo",
      gives: "dispute-decided-elsewhere",
    },
    {
      story: "whoever validated may not decide",
      act: "upholdJudgement",
      by: "zhou",
      own: { validatedBy: person("zhou").id },
      gives: "judge-may-not-decide-dispute",
    },
    { story: "Duan may not", act: "upholdJudgement", by: "duan", gives: "role-may-not" },
    { story: "Mei may not overturn", act: "overturnJudgement", by: "mei", gives: "role-may-not" },
    {
      story: "without an opinion",
      act: "upholdJudgement",
      by: "zhou",
      input: { disputeOpinion: null },
      gives: "input-invalid",
    },
    { story: "Mei withdraws", act: "withdrawDispute", by: "mei", input: {}, gives: "majorConfirmed" },
    { story: "Lin may not withdraw it", act: "withdrawDispute", by: "lin", input: {}, gives: "role-may-not" },
  ])("is decided: $story", ({ act, by, own = {}, input, gives }) => {
    const given = {
      by,
      state: "disputed",
      own: { ...waiting, ...own },
      input: input && !("disputeOpinion" in input) ? {} : { ...opinion, ...input },
    };
    expect(resultOf(tryOnHazard(act, given))).toBe(gives);
  });

  test("overturned, the hazard is nobody's judgement any more", () => {
    const own = { ...waiting, criteriaFrom: "2023-05-15", repeated: true, repeatOf: [idOfName("before")] };
    const values = valuesOf(
      tryOnHazard("overturnJudgement", { by: "zhou", state: "disputed", own, input: opinion }),
    );
    for (const gone of ["level", "criteriaFrom", "repeated", "repeatOf", "validatedBy", "asideFrom"])
      expect(values).not.toHaveProperty(gone);
  });
});
