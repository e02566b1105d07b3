import fc from "fast-check";
import { expect, test } from "vitest";
import { dayBands, inBands, isIn } from "./bands.ts";

test("every number of days lies in one band, and in no other", () => {
  fc.assert(
    fc.property(fc.nat({ max: 5_000 }), (days) => {
      expect(dayBands.filter((band) => isIn(band, days))).toHaveLength(1);
    }),
  );
});

test("the bands together hold as many as there are", () => {
  const counts = fc.array(fc.record({ number: fc.nat({ max: 400 }), count: fc.nat({ max: 9 }) }));
  fc.assert(
    fc.property(counts, (numbers) => {
      const all = inBands(numbers).reduce((total, { count }) => total + count, 0);
      expect(all).toBe(numbers.reduce((total, { count }) => total + count, 0));
    }),
  );
});
