import fc from "fast-check";
import { expect, test } from "vitest";
import { enterprises } from "../../test/support/cast.ts";
import { creditCodeFits, creditCodePattern } from "./credit-code.ts";

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

test.each([
  ["91350100M000100Y43", true],
  ["91110000101623741K", true],
  // A real code that its own standard does not bear out.
  ["91350211M0000XUF46", false],
  // 31 − 0 is 0: the whole sum is a multiple of 31.
  ["000000000000000000", true],
  ["00000000000000000Y", false],
  // One character off, and two neighbours swapped.
  ["91350100M000100Y44", false],
  ["91350100M001000Y43", false],
  ["91530100M000100Y43", false],
])("the check digit of %s fits: %s", (code, fits) => {
  expect(creditCodeFits(code)).toBe(fits);
});

test("the fictional codes of the tests fit", () => {
  expect(Object.values(enterprises).filter(({ creditCode }) => !creditCodeFits(creditCode))).toEqual([]);
});

test("for any 17 characters one check digit fits, and only one", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }), (body) => {
      const fitting = alphabet.filter((digit) => creditCodeFits(body.join("") + digit));
      expect(fitting).toHaveLength(1);
    }),
  );
});

test("a code with any of its characters changed fits no more", () => {
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, other) => {
      const code = "91350100M000100Y43";
      const changed = code.slice(0, at) + other + code.slice(at + 1);
      expect(creditCodeFits(changed)).toBe(changed === code);
    }),
  );
});

test("letters that are easily misread stand in no code", () => {
  const pattern = new RegExp(creditCodePattern, "u");
  for (const letter of "IOSVZ") expect(pattern.test(`91350100M000100Y4${letter}`), letter).toBe(false);
});
