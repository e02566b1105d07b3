import { expect, test } from "vitest";
import { type Role, roleNames } from "../scope/roles.ts";
import { isTimeCode, judgeStep, plainCode } from "./code.ts";
import { nextSignInStep, type SignInCase } from "./next-step.ts";
import { isOfKind, isPersonKind, personKinds, rolesOfKind } from "./person-kinds.ts";
import { resetFault } from "./reset.ts";
import { demonstrationRules, secondFactorSince, strictRules } from "./rules.ts";

const plain: SignInCase = {
  mustChangePassword: false,
  hasSecondFactor: false,
  needsSecondFactor: false,
  codeGiven: false,
};

test.each<[string, Partial<SignInCase>, ReturnType<typeof nextSignInStep>]>([
  ["who gave the password and needs no more", {}, undefined],
  ["who was issued the password", { mustChangePassword: true }, "change-password"],
  ["who has a second factor", { hasSecondFactor: true }, "enter-code"],
  ["who has one and gave the code", { hasSecondFactor: true, codeGiven: true }, undefined],
  [
    "who has one and was issued the password",
    { hasSecondFactor: true, mustChangePassword: true },
    "enter-code",
  ],
  [
    "who has one, gave the code and was issued the password",
    { hasSecondFactor: true, codeGiven: true, mustChangePassword: true },
    "change-password",
  ],
  ["who needs one and has none", { needsSecondFactor: true }, "set-second-factor"],
  [
    "who needs one, has none and was issued the password",
    { needsSecondFactor: true, mustChangePassword: true },
    "change-password",
  ],
  [
    "who needs one and has none, whatever they gave",
    { needsSecondFactor: true, codeGiven: true },
    "set-second-factor",
  ],
])("the next step of one %s", (_, own, step) => {
  expect(nextSignInStep({ ...plain, ...own })).toBe(step);
});

test.each<[Role, boolean, boolean]>([
  ["systemAdministrator", true, false],
  ["securityAdministrator", true, false],
  ["auditor", true, false],
  ["inspector", true, false],
  ["departmentHead", true, false],
  ["committeeOffice", true, false],
  ["leader", true, false],
  ["discipline", true, false],
  ["parkOffice", true, false],
  ["safetyManager", false, false],
  ["principal", false, false],
])("%s must have a second factor: %s; in a demonstration: %s", (role, real, demonstration) => {
  expect(isOfKind([role], strictRules.secondFactorFor)).toBe(real);
  expect(isOfKind([role], demonstrationRules.secondFactorFor)).toBe(demonstration);
});

test("whoever holds two posts needs what either of them does", () => {
  expect(isOfKind(["principal", "inspector"], ["officials"])).toBe(true);
  expect(isOfKind([], ["officials", "administrators", "enterprises"])).toBe(false);
});

test("every role is of one kind", () => {
  const kinds = Object.keys(personKinds).filter(isPersonKind).flatMap(rolesOfKind);
  expect(kinds.toSorted()).toEqual(roleNames.toSorted());
});

test.each([
  ["of no step nearby", undefined, undefined, { failure: "wrongCode" }],
  ["of the first step ever used", 7, undefined, { step: 7 }],
  ["of the step after the last one used", 8, 7, { step: 8 }],
  ["of the step that was used", 7, 7, { failure: "usedCode" }],
  ["of the step before the last one used", 6, 7, { failure: "usedCode" }],
] as const)("a code %s", (_, matched, last, judged) => {
  expect(judgeStep(matched, last)).toEqual(judged);
});

test("blanks, hyphens, capitals and full-width signs make no other code", () => {
  expect(plainCode(" 123 456 ")).toBe("123456");
  expect(plainCode("１２３４５６")).toBe("123456");
  expect(plainCode("K7QM-x2rt 9fhw")).toBe("k7qmx2rt9fhw");
  expect([isTimeCode("123456"), isTimeCode("12345"), isTimeCode("k7qmx2rt9fhw")]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["another administrator than who asked", { person: "a", askedBy: "b", decidedBy: "c" }, undefined],
  ["whoever it is for", { person: "a", askedBy: "b", decidedBy: "a" }, "own-account"],
  ["whoever asked", { person: "a", askedBy: "b", decidedBy: "b" }, "asked-by-oneself"],
] as const)("a removal is decided on by %s", (_, how, fault) => {
  expect(resetFault(how)).toBe(fault);
});

test("a second factor holds for good, but an hour in a demonstration", () => {
  const now = new Date("2026-03-10T10:00:00Z");
  expect(secondFactorSince(strictRules, now)).toBeUndefined();
  expect(secondFactorSince(demonstrationRules, now)).toEqual(new Date("2026-03-10T09:00:00Z"));
});
