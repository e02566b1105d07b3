import { expect, test } from "vitest";
import { menuGroups } from "./menu.ts";

const registers = ["hazard", "self-check", "risk-point", "enterprise"].map((name) => ({
  name,
  plural: name,
  words: { zh: name, en: name },
  measures: [],
}));
const shown = (...waiting: readonly string[]) =>
  menuGroups(
    registers,
    waiting.map((register) => ({ register, total: 0 })),
  ).map((group) => [group.heading, ...group.registers.map(({ name }) => name)]);

test("a post finds its own work first, in the order of the registers", () => {
  expect(shown("risk-point", "hazard")).toEqual([
    ["own", "hazard", "risk-point"],
    ["others", "self-check", "enterprise"],
  ]);
});

test("who only reads has one heading, and so has who works in all", () => {
  expect(shown()).toEqual([["registers", "hazard", "self-check", "risk-point", "enterprise"]]);
  expect(shown("hazard", "self-check", "risk-point", "enterprise").map(([heading]) => heading)).toEqual([
    "own",
  ]);
});
