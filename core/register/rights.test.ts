import { describe, expect, test } from "vitest";
import { person, plainFacts } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import { rolesAndPeople } from "../../test/support/roles.ts";
import { registers } from "../registers/index.ts";
import { mayAsk, rightNames, rights } from "../scope/rights.ts";
import { roleNames } from "../scope/roles.ts";
import { decide } from "./decide.ts";
import { blankEntry, type Entry } from "./entry.ts";
import type { Act, Register } from "./register.ts";
import { isBusinessOf, mayRead, rightsIn } from "./rights.ts";

const id = "0192f0c1-0000-7000-8000-000000000001";

/** An entry of Mei's enterprise in the first state from which an act goes; a blank one for an act that opens. */
function before({ name, states }: Register, { from }: Act): Entry {
  const blank = blankEntry(name, id);
  if (from === "new") return blank;
  // Where an act leads back to, it leads to some state.
  const [asideFrom] = Object.keys(states);
  const values = { organisation: enterpriseId("copper"), region: "533401205", sector: "S04", asideFrom };
  return { ...blank, version: 1, state: from[0] ?? "", values };
}

function refusedFor(register: Register, name: string, act: Act, who: Parameters<typeof person>[0]) {
  const decision = decide({
    register,
    entry: before(register, act),
    facts: plainFacts(),
    act: name,
    input: {},
    actor: person(who),
    now: "2026-03-10T01:00:00.000Z",
  });
  return "refusal" in decision ? decision.refusal.code : undefined;
}

const table = registers.flatMap((register) =>
  Object.entries(register.acts).map(([name, act]) => ({
    register,
    name,
    act,
    said: `${register.name}.${name}`,
  })),
);

describe("the table of roles and acts", () => {
  test("has every role that a person can hold", () => {
    expect(rolesAndPeople.map(({ role }) => role)).toEqual(roleNames);
  });

  test.each(table)(
    "$said is refused to every role that it does not name, and to no other",
    ({ register, name, act }) => {
      const told = rolesAndPeople.map(({ role, name: who }) => [
        role,
        refusedFor(register, name, act, who) === "role-may-not",
      ]);
      expect(told).toEqual(rolesAndPeople.map(({ role }) => [role, !act.by.includes(role)]));
    },
  );

  test.each(rolesAndPeople)("$role is told of just the acts that the table gives it", ({ role }) => {
    const told = rightsIn(registers, role).flatMap(({ register, acts }) =>
      acts.flatMap(({ name, may }) => (may ? [`${register.name}.${name}`] : [])),
    );
    expect(told).toEqual(
      table.flatMap(({ register, act, said }) =>
        isBusinessOf(register, role) && act.by.includes(role) ? [said] : [],
      ),
    );
  });
});

describe("a right", () => {
  test.each(rightNames)("%s is held by the roles that it names and by no other", (name) => {
    const held = roleNames.filter((role) => mayAsk(role, name));
    expect(held).toEqual(roleNames.filter((role) => new Set<string>(rights[name].roles).has(role)));
  });

  const administrators = ["systemAdministrator", "securityAdministrator", "auditor"];
  /** Who sees their own organisation alone, and none of this kind. */
  const strangersTo = ({ name }: Register) => {
    if (name === "service-body") return ["safetyManager", "principal", "parkOffice"];
    if (name === "directive") return ["safetyManager", "principal", "parkOffice", "serviceStaff"];
    return ["task", "report", "briefing", "assessment", "document", "sub-plan", "evaluation"].includes(name)
      ? ["safetyManager", "principal", "serviceStaff"]
      : ["serviceStaff"];
  };

  test.each(registers)(
    "to read $name is nobody's who looks after the product or is of another kind of organisation, unless it is kept",
    (register) => {
      const isKept = register.keeping !== undefined;
      const shut = [...strangersTo(register), ...administrators];
      expect(roleNames.filter((role) => !mayRead(register, role))).toEqual(isKept ? [] : shut);
    },
  );

  test.each(registers)(
    "what is kept, $name or not, is the business of the administrators and of heads alone",
    (register) => {
      const business = roleNames.filter((role) => isBusinessOf(register, role));
      if (register.keeping === undefined)
        expect(business).toEqual(
          roleNames.filter((role) => ![...strangersTo(register), ...administrators].includes(role)),
        );
      else expect(business).toEqual(["principal", "departmentHead", "leader", ...administrators]);
    },
  );
});
