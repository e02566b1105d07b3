import { expect, test } from "vitest";
import { registers } from "../../core/registers/index.ts";
import { asOffered } from "./acts.ts";

const acts = registers.flatMap((register) => Object.values(register.acts));

test("an act that is only offered locks no counted set and draws no ids", () => {
  expect(acts.some(({ facts }) => facts?.newIds)).toBe(true);
  for (const { facts } of acts.map(asOffered))
    for (const name of ["counts", "same", "newIds"]) expect(facts).not.toHaveProperty(name);
});
