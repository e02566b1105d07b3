import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scope } from "../scope/scope.ts";
import { seesAllOf, type Untold, untoldParts } from "./few.ts";

const below = fc.integer({ min: 2, max: 6 });
const parts = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 });

describe("figures over few people, as parts of a total that is told", () => {
  test.each<[string, readonly number[], readonly (Untold | undefined)[]]>([
    ["few are not told, and the smallest other part with them", [2, 9, 5], ["few", undefined, "withheld"]],
    ["two that are few hide each other", [1, 2, 7], ["few", "few", undefined]],
    ["nothing hides one", [1, 0, 8], ["few", "few", undefined]],
    ["where there are enough of each, all are told", [3, 4], [undefined, undefined]],
    ["nothing points at nobody", [0, 0, 5], [undefined, undefined, undefined]],
    ["two that are as many as few can be are given away by their sum", [2, 2, 7], ["few", "few", "withheld"]],
    ["one that is alone is the total", [2], ["few"]],
  ])("%s", (_, given, untold) => {
    expect(untoldParts(given, 3).parts).toEqual(untold);
  });

  test("no part that is few is told", () => {
    fc.assert(
      fc.property(parts, below, (all, threshold) => {
        const { parts: untold } = untoldParts(all, threshold);
        for (const [at, part] of all.entries()) {
          if (part > 0 && part < threshold) expect(untold[at]).toBe("few");
          if (untold[at] === "few") expect(part).toBeLessThan(threshold);
        }
      }),
    );
  });

  test("none can be worked out: of each that is untold another value fits all that is told", () => {
    fc.assert(
      fc.property(parts, below, (all, threshold) => {
        const { parts: untold, total } = untoldParts(all, threshold);
        if (total !== undefined) return;
        // Units moved from one untold part to another leave the total as it is told.
        const fits = (value: number, kind: Untold | undefined) =>
          kind === "withheld" ? value >= 0 : value >= 0 && value < threshold;
        all.forEach((part, at) => {
          if (untold[at] === undefined) return;
          const others = all.flatMap((other, place) =>
            place === at || untold[place] === undefined ? [] : [{ other, kind: untold[place] }],
          );
          const another = others.some(
            ({ other, kind }) =>
              (fits(part - 1, untold[at]) && fits(other + 1, kind)) ||
              (fits(part + 1, untold[at]) && fits(other - 1, kind)),
          );
          expect(another, JSON.stringify([all, threshold, at])).toBe(true);
        });
      }),
    );
  });

  test("no more is hidden than it takes: one part at most beside what is few", () => {
    fc.assert(
      fc.property(parts, below, (all, threshold) => {
        const few = all.filter((part) => part > 0 && part < threshold).length;
        const { parts: untold, total } = untoldParts(all, threshold);
        const hidden = untold.filter((one) => one !== undefined).length;
        expect(hidden).toBeGreaterThanOrEqual(few);
        expect(hidden).toBeLessThanOrEqual(few === 0 ? 0 : few + 1);
        if (few === 0) expect(total).toBeUndefined();
      }),
    );
  });

  test("where all parts are few and give each other away, the total is not told", () => {
    expect(untoldParts([2, 2], 3)).toEqual({ total: "withheld", parts: ["few", "few"] });
    expect(untoldParts([2], 3)).toEqual({ total: "few", parts: ["few"] });
  });
});

const county: Scope = { sees: "region", region: "533401", sectors: "all", organisation: "a" };
const bureau: Scope = { ...county, region: "5334", sectors: ["S04"] };
const park: Scope = { sees: "organisation", organisation: "p" };

test.each<[string, Scope, Parameters<typeof seesAllOf>[1], boolean]>([
  ["the engine", { sees: "everything" }, {}, true],
  ["a county its township", county, { region: "533401101" }, true],
  ["a county not another", county, { region: "533422" }, false],
  ["a county not all places", county, {}, false],
  ["a bureau its trade", bureau, { region: "5334", sectors: ["S04"] }, true],
  ["a bureau not every trade", bureau, { region: "5334" }, false],
  ["a bureau not another trade", bureau, { region: "5334", sectors: ["S04", "S05"] }, false],
  ["a park what lies in it", park, { region: "5334", park: "p" }, true],
  ["a park not its region", park, { region: "5334" }, false],
])("who sees all that a figure counts: %s", (_, scope, cut, sees) => {
  expect(seesAllOf(scope, cut)).toBe(sees);
});
