import { expect, test } from "vitest";
import { hazard } from "./hazard.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";

const enterprisePosts: readonly string[] = ["safetyManager", "principal"];

test.each([hazard, selfCheck, riskPoint])(
  "an enterprise is told why each field is asked: $words.zh",
  (register) => {
    const asked = Object.values(register.acts)
      .filter(({ by }) => by.some((role) => enterprisePosts.includes(role)))
      .flatMap(({ needs = [], takes = [] }) => [...needs, ...takes]);
    const unexplained = asked.filter((name) => {
      const field = register.allFields[name];
      return field !== undefined && field.why === undefined && field.law === undefined;
    });
    expect(unexplained).toEqual([]);
  },
);
