import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { RegistrantFact } from "../register/others.ts";
import type { Facts } from "../register/register.ts";
import { enterpriseApplication } from "./enterprise-application.ts";
import { receivingUnit } from "./enterprise-application-rules.ts";

const bureau = organisationId("xianggelila-yingji");
const ids = ["enterprise", "account", "post"].map((name) => idOfName(`test-opened:${name}`));
const sent: Entry = {
  id: idOfName("test-application"),
  register: "enterprise-application",
  version: 1,
  state: "submitted",
  values: {
    number: "ZC533401-00001",
    name: "松赞民宿（虚构）",
    creditCode: "91999999MA00008882",
    region: "533401101",
    sector: "S04",
    legalRepresentative: "扎西",
    applicant: "央宗",
    authority: "本人为总经理",
    receivingUnit: bureau,
    holder: bureau,
    openedOn: firstDay,
    stateSince: firstDay,
  },
};
const known: Entry = {
  id: enterpriseId("copper"),
  register: "enterprise",
  version: 1,
  state: "operating",
  values: {
    name: "松赞民宿（虚构）",
    region: "533401101",
    sector: "S04",
    organisation: enterpriseId("copper"),
  },
};
const nobody: RegistrantFact = { principals: 0, username: "91999999ma00008882" };
const checked = { verifiedBy: "visit", verification: "到现场核实，属实" };

function tried(act: string, input: Values, registrant: RegistrantFact, by: PersonName = "luo", values = {}) {
  const received = organisationFact(campaign, bureau);
  const facts: Facts = plainFacts({
    newIds: ids,
    registrant,
    organisations: received ? { receivingUnit: received } : {},
  });
  return decide({
    register: enterpriseApplication,
    entry: { ...sent, values: { ...sent.values, ...values } },
    facts,
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const codeOf = (decision: ReturnType<typeof tried>) =>
  "refusal" in decision
    ? decision.refusal.code
    : decision.steps.map(({ register, act }) => `${register.name}.${act}`);

describe("approving", () => {
  test("opens the enterprise, the account and the post, in the name of whoever approves", () => {
    const decision = tried("approve", checked, nobody);
    expect(codeOf(decision)).toEqual([
      "enterprise-application.approve",
      "enterprise.registerOnApplication",
      "account.openOnApplication",
      "post.grantOnApplication",
    ]);
    if ("refusal" in decision) return;
    const [application, opened, account, post] = decision.steps.map(({ after }) => after);
    const [enterprise, holder] = ids;
    expect(application?.values).toMatchObject({ organisation: enterprise, account: holder });
    expect(opened?.values).toMatchObject({ supervisedBy: bureau, principal: "央宗" });
    expect(account?.values).toMatchObject({ username: nobody.username, name: "央宗", unit: enterprise });
    expect(post).toMatchObject({
      state: "confirmed",
      values: { role: "principal", unit: enterprise, confirmedBy: person("luo").id },
    });
    expect(decision.steps.every(({ actor }) => actor.id === person("luo").id)).toBe(true);
  });

  test("leaves an enterprise as the roll has it", () => {
    const decision = tried("approve", checked, { ...nobody, enterprise: known });
    expect(codeOf(decision)).toEqual([
      "enterprise-application.approve",
      "account.openOnApplication",
      "post.grantOnApplication",
    ]);
  });

  test.each<[string, string, Values, RegistrantFact, PersonName, string]>([
    ["who did not check", "approve", {}, nobody, "luo", "input-invalid"],
    ["an inspector", "approve", checked, nobody, "lin", "role-may-not"],
    ["the security administrator", "approve", checked, nobody, "min", "role-may-not"],
    ["another county's head", "approve", checked, nobody, "he", "out-of-scope"],
    [
      "beside a principal",
      "approve",
      checked,
      { ...nobody, enterprise: known, principals: 1 },
      "luo",
      "enterprise-has-principal",
    ],
    [
      "beside nobody",
      "approveBeside",
      { ...checked, reason: "增设" },
      nobody,
      "luo",
      "enterprise-has-no-principal",
    ],
    [
      "when all its user names are taken",
      "approve",
      checked,
      { principals: 0 },
      "luo",
      "application-usernames-used-up",
    ],
    [
      "beside one when all its user names are taken",
      "approveBeside",
      { ...checked, reason: "增设" },
      { enterprise: known, principals: 1 },
      "luo",
      "application-usernames-used-up",
    ],
    [
      "beside one without a reason",
      "approveBeside",
      checked,
      { ...nobody, enterprise: known, principals: 1 },
      "luo",
      "input-invalid",
    ],
    [
      "an enterprise of another county",
      "approve",
      checked,
      { ...nobody, enterprise: { ...known, values: { ...known.values, region: "533423101" } } },
      "luo",
      "applicant-enterprise-elsewhere",
    ],
    [
      "one that has closed",
      "approve",
      checked,
      { ...nobody, enterprise: { ...known, state: "closed" } },
      "luo",
      "enterprise-not-operating",
    ],
  ])("is refused: %s", (_, act, input, registrant, by, code) => {
    expect(codeOf(tried(act, input, registrant, by))).toBe(code);
  });

  test("warns of another name and place, of a doubtful code and of an application before", () => {
    const there = { ...known, values: { ...known.values, name: "另一名称", region: "533401205" } };
    const doubtful = { creditCodeDoubtful: true };
    const decision = tried("approve", checked, { ...nobody, enterprise: there }, "luo", doubtful);
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.warnings?.map(({ code }) => code)).toEqual([
      "credit-code-doubtful",
      "enterprise-named-otherwise",
      "enterprise-placed-otherwise",
    ]);
  });
});

const units = [...campaign.organisations.keys()].flatMap((id) => organisationFact(campaign, id) ?? []);

test("every trade in every place of the pack is received by somebody who supervises it or coordinates there", () => {
  for (const { code: region } of campaign.pack.regions.filter(({ code }) => code.length >= 6))
    for (const { code: sector } of campaign.pack.sectors) {
      const unit = units.find(({ id }) => id === receivingUnit(units, { region, sector }));
      expect(["department", "committeeOffice"]).toContain(unit?.kind);
      expect(region.startsWith(unit?.region ?? "none")).toBe(true);
    }
});
