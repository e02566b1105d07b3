import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts } from "../../test/support/builders.ts";
import { firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { Facts } from "../register/register.ts";
import { account } from "./account.ts";

const unit = organisationId("xianggelila-yingji");
const id = idOfName("test-account");
const certificate = { certificateNumber: "ZF-1", certificateFrom: "2026-01-01", certificateTo: "2030-12-31" };
const opened: Entry = {
  id,
  register: "account",
  version: 1,
  state: "active",
  values: { username: "nima", name: "尼玛", unit, openedOn: firstDay, stateSince: firstDay },
};

interface Row {
  readonly story: string;
  readonly by?: PersonName;
  readonly input?: Values;
  readonly entry?: Partial<Entry>;
  readonly facts?: Partial<Facts>;
  readonly gives: string;
}

function tried(act: string, { by = "tang", input = {}, entry, facts }: Row): string {
  const organisations = { unit: organisationFact(campaign, unit) };
  const decision = decide({
    register: account,
    entry: entry ? { ...opened, ...entry } : blankEntry("account", id),
    facts: plainFacts({ organisations: organisations.unit ? { unit: organisations.unit } : {}, ...facts }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
  return "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;
}

const plain = { username: "nima", name: "尼玛", unit };

describe("opening an account", () => {
  test.each<Row>([
    { story: "the system administrator does", gives: "active" },
    { story: "with an enforcement certificate too", input: certificate, gives: "active" },
    { story: "the security administrator may not", by: "min", gives: "role-may-not" },
    { story: "the auditor may not", by: "shen", gives: "role-may-not" },
    { story: "a head may not", by: "luo", gives: "role-may-not" },
    { story: "a name with capitals may not be", input: { username: "Nima" }, gives: "input-invalid" },
    { story: "the unit must be there", facts: { organisations: {} }, gives: "input-invalid" },
    { story: "the name is somebody's", facts: { counts: { sameUsername: 1 } }, gives: "username-taken" },
    {
      story: "a certificate without its days",
      input: { certificateNumber: "ZF-1" },
      gives: "certificate-incomplete",
    },
    {
      story: "a certificate that ends first",
      input: { ...certificate, certificateTo: "2025-12-31" },
      gives: "certificate-ends-before-it-begins",
    },
  ])("$story", (row) => {
    expect(tried("open", { ...row, input: { ...plain, ...row.input } })).toBe(row.gives);
  });
});

test.each<Row & { act: string }>([
  { act: "amend", story: "the name is put right", entry: {}, input: { name: "尼玛次仁" }, gives: "active" },
  {
    act: "amend",
    story: "half a certificate is left",
    entry: { values: { ...opened.values, ...certificate } },
    input: { certificateTo: null } as unknown as Values,
    gives: "certificate-incomplete",
  },
  { act: "disable", story: "with a reason", entry: {}, input: { reason: "调离" }, gives: "disabled" },
  { act: "disable", story: "without one", entry: {}, gives: "input-invalid" },
  {
    act: "disable",
    story: "their own",
    entry: { id: person("tang").id },
    input: { reason: "调离" },
    gives: "own-account",
  },
  {
    act: "disable",
    story: "the security administrator may not",
    by: "min",
    entry: {},
    input: { reason: "调离" },
    gives: "role-may-not",
  },
  {
    act: "enable",
    story: "one that was disabled",
    entry: { state: "disabled" },
    input: { reason: "返岗" },
    gives: "active",
  },
  {
    act: "enable",
    story: "one that is active",
    entry: {},
    input: { reason: "返岗" },
    gives: "act-not-open-in-this-state",
  },
])("$act: $story", (row) => {
  expect(tried(row.act, row)).toBe(row.gives);
});

test("no field of an account holds a password", () => {
  expect(Object.keys(account.allFields).filter((name) => /password|secret|hash/iu.test(name))).toEqual([]);
});
