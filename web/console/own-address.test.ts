import { expect, test } from "vitest";
import { ownAddress } from "./own-address.ts";

test("after signing in a person comes back to where they were", () => {
  expect(ownAddress("/registers/hazard?todo=mine")).toBe("/registers/hazard?todo=mine");
});

test.each([
  undefined,
  "",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "javascript:alert(1)",
])("an address of another site (%s) leads home instead", (address) => {
  expect(ownAddress(address)).toBe("/");
});
