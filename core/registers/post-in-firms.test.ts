import { expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { enterpriseEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, serviceBodyId } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import { firmFact } from "./firm.ts";
import { post } from "./post.ts";

const holder = idOfName("test-account:nima");
const account: Entry = {
  id: holder,
  register: "account",
  version: 1,
  state: "active",
  values: { username: "nima", name: "尼玛" },
};
const enterprise = (state?: string) => firmFact(enterpriseEntry("copper", state));
const body = (state: string) =>
  firmFact({
    id: serviceBodyId("evaluator"),
    register: "service-body",
    version: 1,
    state,
    values: { region: "533401" },
  });

test.each([
  { story: "a principal in an enterprise", role: "principal", unit: enterprise(), gives: "awaiting" },
  { story: "one in one at rest", role: "principal", unit: enterprise("suspended"), gives: "awaiting" },
  ...["closed", "deregistered", "merged"].map((state) => ({
    story: `one in one that is ${state}`,
    role: "principal",
    unit: enterprise(state),
    gives: "unit-ceased",
  })),
  { story: "staff of a service body", role: "serviceStaff", unit: body("serving"), gives: "awaiting" },
  { story: "of one that is suspended", role: "serviceStaff", unit: body("suspended"), gives: "awaiting" },
  { story: "of one that withdrew", role: "serviceStaff", unit: body("withdrawn"), gives: "unit-ceased" },
  { story: "in an enterprise", role: "serviceStaff", unit: enterprise(), gives: "role-not-in-this-unit" },
  ...["principal", "safetyManager", "inspector", "departmentHead", "auditor"].map((role) => ({
    story: `no ${role} of a service body`,
    role,
    unit: body("serving"),
    gives: "role-not-in-this-unit",
  })),
])("granting a post in a firm: $story", ({ role, unit, gives }) => {
  const decision = decide({
    register: post,
    entry: blankEntry("post", idOfName("test-post")),
    facts: plainFacts({
      entries: { account },
      organisations: { unit },
      headedBy: enterpriseId("copper"),
    }),
    act: "grant",
    input: { account: holder, role, unit: unit.id, heldFrom: firstDay },
    actor: person("min"),
    now: `${firstDay}T01:00:00.000Z`,
  });
  expect(resultOf(decision)).toBe(gives);
});
