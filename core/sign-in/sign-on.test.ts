import { expect, test } from "vitest";
import type { Role } from "../scope/roles.ts";
import { nextSignInStep, type SignInCase } from "./next-step.ts";
import {
  type Binding,
  isAnew,
  isOwnPath,
  mayBindByClaim,
  type SignInWay,
  type Vouched,
  vouchedFor,
  wayOf,
} from "./sign-on.ts";

const enough = { acr: ["urn:two"], amr: ["otp", "hwk"] };

test.each<[string, string | undefined, readonly string[], SignInWay]>([
  ["nothing", undefined, [], "provider"],
  ["a class that was not named", "urn:one", ["pwd"], "provider"],
  ["the class that was named", "urn:two", [], "providerTwice"],
  ["a method that was named among others", undefined, ["pwd", "otp"], "providerTwice"],
])("a provider that says %s vouches so far", (_, acr, amr, way) => {
  expect(wayOf({ acr, amr }, enough)).toBe(way);
});

test("where the operator named nothing, nothing that is said is two factors", () => {
  expect(wayOf({ acr: "urn:two", amr: ["mfa"] }, { acr: [], amr: [] })).toBe("provider");
});

test.each<[SignInWay, Role, Vouched]>([
  ["password", "inspector", undefined],
  ["provider", "inspector", "first"],
  ["providerTwice", "inspector", "both"],
  ["providerTwice", "principal", "both"],
  ["providerTwice", "systemAdministrator", "first"],
  ["providerTwice", "securityAdministrator", "first"],
  ["providerTwice", "auditor", "first"],
])("%s vouches for an account of %s: %s", (way, role, vouched) => {
  expect(vouchedFor(way, [role])).toBe(vouched);
});

test.each<[Binding, Role, boolean]>([
  ["person", "inspector", false],
  ["claim", "inspector", true],
  ["claim", "principal", true],
  ["claim", "systemAdministrator", false],
  ["claim", "securityAdministrator", false],
  ["claim", "auditor", false],
])("where the %s binds, the account of %s is bound by its name: %s", (binding, role, may) => {
  expect(mayBindByClaim(binding, [role])).toBe(may);
});

test("an account without a post is not bound by its name, nor is one that is an administrator's among others", () => {
  expect(mayBindByClaim("claim", [])).toBe(false);
  expect(mayBindByClaim("claim", ["inspector", "auditor"])).toBe(false);
});

const plain: SignInCase = {
  mustChangePassword: false,
  hasSecondFactor: false,
  needsSecondFactor: false,
  codeGiven: false,
};

test.each<[string, Partial<SignInCase>, ReturnType<typeof nextSignInStep>]>([
  ["whose post asks for nothing", { vouched: "first" }, undefined],
  ["who has a second factor here", { vouched: "first", hasSecondFactor: true }, "enter-code"],
  ["who needs one", { vouched: "first", needsSecondFactor: true }, "set-second-factor"],
  ["who did not use an issued password", { vouched: "first", mustChangePassword: true }, undefined],
  ["who has one here and showed two there", { vouched: "both", hasSecondFactor: true }, undefined],
  ["who needs one and showed two there", { vouched: "both", needsSecondFactor: true }, undefined],
])("the next step of one that a provider vouches for, %s", (_, own, step) => {
  expect(nextSignInStep({ ...plain, ...own })).toBe(step);
});

const begun = new Date("2026-03-10T01:00:00Z");
test.each([
  ["after it was asked for", new Date("2026-03-10T01:00:05Z"), true],
  ["by a clock that is a little behind", new Date("2026-03-10T00:59:30Z"), true],
  ["in the morning", new Date("2026-03-10T00:10:00Z"), false],
  ["at a time that nobody tells", undefined, false],
])("somebody who showed that it is they %s did so anew: %s", (_, at, anew) => {
  expect(isAnew(at, begun)).toBe(anew);
});

test.each([
  ["/", true],
  ["/registers/hazard?state=open#top", true],
  ["https://elsewhere.example/", false],
  ["//elsewhere.example", false],
  ["/\\elsewhere.example", false],
  ["/a\\b", false],
  ["/\t/elsewhere.example", false],
  ["javascript:alert(1)", false],
  ["", false],
])("%j is an own address: %s", (address, own) => {
  expect(isOwnPath(address)).toBe(own);
});
