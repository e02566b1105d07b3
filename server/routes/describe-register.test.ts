import { expect, test } from "vitest";
import { asSeenBy } from "../../core/register/left-out.ts";
import type { Register } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { site } from "../../core/registers/site.ts";
import { describeRegister } from "./describe-register.ts";

const told = (register: Register, registers: readonly Register[]) =>
  describeRegister(register, [], { role: "inspector", registers }).pointedAtBy;

test("an enterprise names the registers whose entries point at it", () => {
  expect(told(enterprise, [hazard, site])).toEqual([
    { register: "hazard", field: "organisation", words: hazard.words },
    { register: "site", field: "organisation", words: site.words },
  ]);
});

test("and none that the asker may not look into", () => {
  expect(told(enterprise, [site]).map(({ register }) => register)).toEqual(["site"]);
});

test("entries that point by a list say what they are from here", () => {
  expect(told(hazard, [hazard])).toEqual([
    {
      register: "hazard",
      field: "repeatOf",
      words: { zh: "同条款再次出现的隐患", en: "Hazards of the same item since" },
    },
  ]);
});

test("a field that a token leaves out points at nothing", () => {
  const seen = asSeenBy(hazard, { mayRead: ["hazard"], mayDo: [], masked: ["hazard.repeatOf"] });
  expect(told(hazard, [seen])).toEqual([]);
});
