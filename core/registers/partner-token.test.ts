import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts } from "../../test/support/builders.ts";
import { firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { RawInput } from "../register/field.ts";
import { numbersShownTo } from "../register/personal-values.ts";
import type { Actor } from "../scope/scope.ts";
import { partnerMaskOptions, partnerRegisters } from "./partner-offers.ts";
import { partnerToken } from "./partner-token.ts";

const unit = organisationId("xianggelila-yingji");
const now = `${firstDay}T01:00:00.000Z`;

const whole: RawInput = {
  name: "县应急指挥平台",
  purpose: "接入隐患数据",
  unit,
  role: "inspector",
  covers: "533401",
  everySector: true,
  mayRead: ["hazard"],
  validUntil: "2026-12-31",
  perMinute: 60,
  perDay: 10_000,
};

const outcome = (entry: Entry, act: string, by: PersonName | "engine", input: RawInput, day = now) => {
  const fact = organisationFact(campaign, unit);
  const facts = plainFacts({
    organisations: fact ? { unit: fact } : {},
    places: placeFacts(campaign, partnerToken, input),
  });
  const actor: Actor = by === "engine" ? { ...person("min"), role: "system" } : person(by);
  const decision = decide({ register: partnerToken, entry, facts, act, input, actor, now: day });
  return "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;
};

describe("asking", () => {
  test.each([
    { story: "the system administrator asks", gives: "awaiting" },
    { story: "nobody else does", by: "min", gives: "role-may-not" },
    {
      story: "as a role that the organisation has not",
      own: { role: "leader" },
      gives: "role-not-in-this-unit",
    },
    { story: "beyond the organisation's region", own: { covers: "5334" }, gives: "region-beyond-unit" },
    { story: "with acts where it reads nothing", own: { mayDo: ["site.amend"] }, gives: "token-acts-unread" },
    {
      story: "with an act that its role has not",
      own: { mayRead: ["risk-point"], mayDo: ["risk-point.identify"] },
      gives: "token-beyond-role",
    },
    {
      story: "with an act of a register that is another's",
      own: { mayDo: ["account.open"] },
      gives: "input-invalid",
    },
    {
      story: "with a register that administrators keep",
      own: { mayRead: ["account"] },
      gives: "input-invalid",
    },
    { story: "until yesterday", own: { validUntil: "2026-03-09" }, gives: "token-ends-in-the-past" },
    { story: "until today", own: { validUntil: firstDay }, gives: "awaiting" },
    { story: "for a year", own: { validUntil: "2027-03-10" }, gives: "awaiting" },
    { story: "for a day more", own: { validUntil: "2027-03-11" }, gives: "token-valid-too-long" },
    {
      story: "with a hash of somebody's choosing",
      own: { secretHash: "0".repeat(64) },
      gives: "input-invalid",
    },
  ] satisfies readonly { story: string; by?: PersonName; own?: RawInput; gives: string }[])(
    "$story: $gives",
    ({ by = "tang", own = {}, gives }: { by?: PersonName; own?: RawInput; gives: string }) => {
      expect(outcome(blankEntry("partner-token", idOfName("t")), "ask", by, { ...whole, ...own })).toBe(
        gives,
      );
    },
  );
});

describe("a token that was asked for", () => {
  const asked = (state: string, requestedBy: PersonName): Entry => ({
    id: idOfName("test-token"),
    register: "partner-token",
    version: 1,
    state,
    values: {
      ...whole,
      number: "LP-00001",
      requestedBy: person(requestedBy).id,
      stateSince: firstDay,
    } as Entry["values"],
  });
  const hash = { secretHash: "a".repeat(64) };
  const late = "2027-01-01T01:00:00.000Z";
  test.each([
    { story: "is approved by the security administrator", act: "approve", gives: "approved" },
    {
      story: "is not approved by who asked",
      act: "approve",
      askedBy: "min",
      gives: "requester-may-not-approve",
    },
    {
      story: "is not approved by the system administrator",
      act: "approve",
      by: "tang",
      gives: "role-may-not",
    },
    {
      story: "is not declined by who asked",
      act: "decline",
      askedBy: "min",
      input: { reason: "x" },
      gives: "requester-may-not-approve",
    },
    { story: "is not approved when its time is over", act: "approve", at: late, gives: "token-over" },
    {
      story: "gives no secret before that",
      act: "issue",
      by: "tang",
      input: hash,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "gives it to who asked",
      act: "issue",
      by: "tang",
      state: "approved",
      input: hash,
      gives: "active",
    },
    {
      story: "gives it to nobody else",
      act: "issue",
      by: "tang",
      state: "approved",
      askedBy: "min",
      input: hash,
      gives: "not-the-requester",
    },
    {
      story: "gives none when its time is over",
      act: "issue",
      by: "tang",
      state: "approved",
      input: hash,
      at: late,
      gives: "token-over",
    },
    {
      story: "gives none that nobody drew",
      act: "issue",
      by: "tang",
      state: "approved",
      gives: "input-invalid",
    },
    {
      story: "gives none twice",
      act: "issue",
      by: "tang",
      state: "active",
      input: hash,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "is revoked by one",
      act: "revoke",
      by: "tang",
      state: "active",
      input: { reason: "x" },
      gives: "revoked",
    },
    {
      story: "is revoked by the other",
      act: "revoke",
      state: "active",
      input: { reason: "x" },
      gives: "revoked",
    },
    {
      story: "is ended by the engine after its last day",
      act: "expire",
      by: "engine",
      state: "active",
      at: late,
      gives: "expired",
    },
    {
      story: "is not ended on its last day",
      act: "expire",
      by: "engine",
      state: "active",
      at: "2026-12-31T15:59:00.000Z",
      gives: "token-not-over",
    },
    {
      story: "is ended where nobody ever approved it",
      act: "expire",
      by: "engine",
      at: late,
      gives: "expired",
    },
    {
      story: "is not ended by an administrator in the name of the calendar",
      act: "expire",
      by: "tang",
      state: "active",
      at: late,
      gives: "role-may-not",
    },
    { story: "is noted when it is over", act: "note", state: "expired", at: late, gives: "over" },
    {
      story: "gives no secret when it has ended",
      act: "issue",
      by: "tang",
      state: "expired",
      input: hash,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "is not revoked by an auditor",
      act: "revoke",
      by: "shen",
      state: "active",
      input: { reason: "x" },
      gives: "role-may-not",
    },
  ] as const)("$story: $gives", (row) => {
    const { act, gives } = row;
    const {
      by = "min",
      askedBy = "tang",
      state = "awaiting",
      input = {},
      at = now,
    } = { ...row } as {
      by?: PersonName | "engine";
      askedBy?: PersonName;
      state?: string;
      input?: RawInput;
      at?: string;
    };
    expect(outcome(asked(state, askedBy), act, by, input, at)).toBe(gives);
  });
});

test("no personal number is offered to be left out: all of them always are", () => {
  const personal = partnerRegisters.flatMap((register) =>
    numbersShownTo(register.fields, "departmentHead").map((field) => `${register.name}.${field}`),
  );
  expect(personal.length).toBeGreaterThan(0);
  for (const name of personal) expect(partnerMaskOptions).not.toHaveProperty([name]);
});
