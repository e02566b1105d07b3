import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainFacts } from "../../test/support/builders.ts";
import { levelOfScore, type RiskLevel, riskLevels, riskScore, type ScoringMethod } from "./risk-level.ts";

const { numbers } = plainFacts();

test.each<[ScoringMethod, number, RiskLevel]>([
  ["lec", 10_000, "major"],
  ["lec", 320.001, "major"],
  ["lec", 320, "larger"],
  ["lec", 160, "larger"],
  ["lec", 159.999, "general"],
  ["lec", 70, "general"],
  ["lec", 69.999, "low"],
  ["lec", 0.05, "low"],
  ["ls", 25, "major"],
  ["ls", 20, "major"],
  ["ls", 16, "larger"],
  ["ls", 15, "larger"],
  ["ls", 12, "general"],
  ["ls", 9, "general"],
  ["ls", 8, "low"],
  ["ls", 1, "low"],
])("by %s, %d is %s", (method, score, level) => {
  expect(levelOfScore(method, score, numbers)).toBe(level);
});

test("without its bound in the pack no level is made up", () => {
  expect(() => levelOfScore("lec", 5, {})).toThrow("risk.lec.major.above");
});

describe("the score", () => {
  test.each<[ScoringMethod, number[], number | undefined]>([
    ["lec", [3, 6, 15], 270],
    // 0.1 × 3 is 0.30000000000000004 to a machine.
    ["lec", [0.1, 3, 1], 0.3],
    ["lec", [0.5, 0.7, 0.2], 0.07],
    ["ls", [4, 5], 20],
  ])("by %s of %j is %d", (method, figures, score) => {
    const [likelihood, second, third] = figures;
    const named =
      method === "lec"
        ? { likelihood, exposure: second, consequence: third }
        : { likelihood, consequence: second };
    expect(riskScore(method, named)).toBe(score);
  });

  test("is none while a figure is missing, and LS asks for no exposure", () => {
    expect(riskScore("lec", { likelihood: 1, consequence: 1 })).toBeUndefined();
    expect(riskScore("ls", { likelihood: 1 })).toBeUndefined();
    expect(riskScore("ls", { likelihood: 1, exposure: 9, consequence: 1 })).toBe(1);
  });

  test("never makes a graver risk a lower level", () => {
    const order = Object.keys(riskLevels);
    const score = fc.integer({ min: 0, max: 1_000_000 }).map((thousandths) => thousandths / 100);
    fc.assert(
      fc.property(fc.constantFrom<ScoringMethod>("lec", "ls"), score, score, (method, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const place = (value: number) => order.indexOf(levelOfScore(method, value, numbers));
        expect(place(more)).toBeLessThanOrEqual(place(less));
      }),
    );
  });
});
