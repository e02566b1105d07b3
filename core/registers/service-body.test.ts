import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, serviceBodies, serviceBodyId } from "../../test/support/cast.ts";
import { record } from "../../test/support/histories.ts";
import { aServiceBody } from "../../test/support/registry-journeys.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { Facts } from "../register/register.ts";
import { firmFact } from "./firm.ts";
import { serviceBody } from "./service-body.ts";

const id = serviceBodyId("evaluator");
const entryIn = (state: string, own: Values = {}): Entry =>
  state === ""
    ? blankEntry("service-body", id)
    : {
        id,
        register: "service-body",
        version: 1,
        state,
        values: { ...serviceBodies.evaluator, organisation: id, stateSince: firstDay, ...own },
      };

function tryOn(act: string, { by = "luo", state = "serving", own, input = {}, facts = {} }: Partial<Row>) {
  const named = typeof input.supervisedBy === "string" ? input.supervisedBy : aServiceBody.supervisedBy;
  const supervisedBy = organisationFact(campaign, named);
  return decide({
    register: serviceBody,
    entry: entryIn(state, own),
    facts: plainFacts({
      places: placeFacts(campaign, serviceBody, input),
      organisations: supervisedBy ? { supervisedBy } : {},
      ...facts,
    }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const bureau = organisationFact(campaign, aServiceBody.supervisedBy);
const supervised: Facts["organisations"] = bureau ? { supervisedBy: bureau } : {};
const unqualified = { qualificationNumber: undefined, qualifiedTo: undefined };

describe("registering a service body", () => {
  test.each<Row>([
    ...(["lin", "luo", "gesang"] as const).map((by) => ({ story: `${by} does`, by, gives: "serving" })),
    { story: "no enterprise does", by: "mei", gives: "role-may-not" },
    { story: "nor the body itself", by: "kang", gives: "role-may-not" },
    { story: "nobody elsewhere", by: "chen", gives: "out-of-scope" },
    { story: "without a code", input: { creditCode: undefined }, gives: "input-invalid" },
    { story: "with a code of another form", input: { creditCode: "91" }, gives: "input-invalid" },
    {
      story: "with a code that another has",
      facts: { counts: { sameCreditCode: 1 } },
      gives: "credit-code-taken",
    },
    { story: "of no service", input: { services: undefined }, gives: "input-invalid" },
    { story: "that tests without a qualification", input: unqualified, gives: "qualification-missing" },
    {
      story: "that evaluates among other things without its last day",
      input: { services: ["consulting", "evaluation"], qualifiedTo: undefined },
      gives: "qualification-missing",
    },
    {
      story: "that trains, which needs none",
      input: { services: ["training"], ...unqualified },
      gives: "serving",
    },
    {
      story: "that trains, with half of one",
      input: { services: ["training"], qualifiedTo: undefined },
      gives: "qualification-incomplete",
    },
    {
      story: "supervised by whoever has no duty",
      input: { supervisedBy: organisationId("xianggelila-anweiban") },
      gives: "owning-organisation-without-duty",
    },
  ])("$story", ({ gives, input = {}, ...row }) => {
    const entered = Object.entries({ ...aServiceBody, ...input }).filter(([, value]) => value !== undefined);
    const decision = tryOn("register", { ...row, state: "", input: Object.fromEntries(entered) });
    expect(resultOf(decision)).toBe(gives);
  });

  test("makes it an organisation of its own, whose people see its entry", () => {
    const decision = tryOn("register", { state: "", input: aServiceBody });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[0].after.values).toMatchObject({ organisation: id });
    expect(decision.warnings).toBe(undefined);
  });

  test.each([
    {
      story: "a code that does not fit",
      input: { creditCode: "91999999MA0000702X" },
      told: "credit-code-doubtful",
    },
    {
      story: "a qualification that has run out",
      input: { qualifiedTo: "2026-03-09" },
      told: "permit-expired",
    },
  ])("points out $story", ({ input, told }) => {
    const decision = tryOn("register", { state: "", input: { ...aServiceBody, ...input } });
    expect("refusal" in decision ? [] : decision.warnings?.map(({ code }) => code)).toEqual([told]);
  });
});

describe("a service body", () => {
  const reason = { reason: "核查" };
  test.each<Row & { readonly act: string }>([
    { story: "is suspended by Luo", act: "suspend", input: reason, gives: "suspended" },
    { story: "is suspended by no officer", act: "suspend", by: "lin", input: reason, gives: "role-may-not" },
    {
      story: "is not suspended twice",
      act: "suspend",
      state: "suspended",
      gives: "act-not-open-in-this-state",
    },
    { story: "goes on", act: "resume", state: "suspended", input: reason, gives: "serving" },
    { story: "withdraws", act: "withdraw", by: "gesang", input: reason, gives: "withdrawn" },
    { story: "withdraws for a reason", act: "withdraw", gives: "input-invalid" },
    {
      story: "comes back, to be looked at first",
      act: "reinstate",
      state: "withdrawn",
      input: reason,
      gives: "suspended",
    },
    {
      story: "is amended no more once it withdrew",
      act: "amend",
      state: "withdrawn",
      gives: "act-not-open-in-this-state",
    },
    {
      story: "loses no qualification while it evaluates",
      act: "amend",
      input: { qualifiedTo: null },
      gives: "qualification-missing",
    },
    {
      story: "gets no code that another has",
      act: "correctCode",
      input: { creditCode: "91999999MA0000702H", ...reason },
      facts: { counts: { sameCreditCode: 1 } },
      gives: "credit-code-taken",
    },
    {
      story: "tells its contacts itself",
      act: "reportContact",
      by: "kang",
      input: { contact: "康评价" },
      gives: "serving",
    },
    { story: "has them told by nobody else", act: "reportContact", by: "lin", gives: "role-may-not" },
    {
      story: "tells no more than its contacts",
      act: "reportContact",
      by: "kang",
      input: { qualifiedTo: "2030-01-01" },
      gives: "input-invalid",
    },
    {
      story: "tells nothing of another body",
      act: "reportContact",
      by: "kang",
      own: { organisation: enterpriseId("copper") },
      gives: "out-of-scope",
    },
  ])("$story", ({ act, gives, ...row }) => {
    expect(resultOf(tryOn(act, row))).toBe(gives);
  });

  test("that withdrew is an organisation without posts to come", () => {
    expect(firmFact(entryIn("suspended"))).toEqual({
      id,
      level: "enterprise",
      kind: "serviceBody",
      region: "533401",
      supervises: [],
    });
    expect(firmFact(entryIn("withdrawn"))).toMatchObject({ ceased: true });
  });

  test("is taken up with its history, by the rules of registering one", () => {
    const told = { by: "gesang", facts: { organisations: supervised } } as const;
    const decision = record(
      serviceBody,
      { ...aServiceBody, state: "withdrawn", closedOn: "2023-12-31" },
      told,
    );
    if ("refusal" in decision) throw new Error(JSON.stringify(decision.refusal));
    expect(decision.steps[0].after).toMatchObject({ state: "withdrawn", values: { closedOn: "2023-12-31" } });
  });
});
