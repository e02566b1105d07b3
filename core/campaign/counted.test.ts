import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counted, readCounted, writeCounted } from "./counted.ts";

const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(name: string, values: fc.Arbitrary<T>) =>
  fc.option(values).map((value) => (value ? { [name]: value } : {}));
const some = (...values: string[]) => fc.subarray(values, { minLength: 1 });
const id = fc.uuid();

const counted: fc.Arbitrary<Counted> = fc
  .tuple(
    fc.constantFrom("found", "closedInTime"),
    fc.tuple(maybe("from", day), day).map(([from, to]) => ({ ...from, to })),
    fc.tuple(maybe("asOf", day), maybe("since", day)).map((known) => Object.assign({}, ...known)),
    fc
      .tuple(
        maybe("region", fc.constantFrom("53", "5334", "533401", "533401101")),
        maybe("at", fc.constantFrom("5334", "533401")),
        maybe("sectors", some("S01", "S04", "")),
        maybe("park", id),
        maybe("organisation", id),
      )
      .map((parts) => Object.assign({}, ...parts)),
    maybe("levels", some("major", "general")),
    maybe("kinds", some("selfCheck", "inspection")),
    maybe(
      "sum",
      fc.oneof(
        fc.record({ from: fc.nat({ max: 999_999 }) }),
        fc.record({ from: fc.nat({ max: 99 }), to: fc.nat({ max: 9_999 }) }),
      ),
    ),
  )
  .map(([count, window, known, cut, levels, kinds, sum]) => ({
    count,
    window,
    ...known,
    cut,
    ...levels,
    ...kinds,
    ...sum,
  }));

test("what an address tells of a figure is read as it was written, and needs no sign that an address encodes", () => {
  fc.assert(
    fc.property(counted, (one) => {
      const written = writeCounted(one);
      expect(readCounted(written)).toEqual(one);
      expect(encodeURIComponent(written)).toBe(written);
    }),
  );
});

test.each([
  ["nothing", ""],
  ["no last day", "found"],
  ["a day that is none", "found_to.2026-02-30"],
  ["two days where one belongs", "found_to.2026-02-01.2026-02-02"],
  ["one thing twice", "found_to.2026-02-01_to.2026-02-02"],
  ["what nobody knows", "found_to.2026-02-01_colour.red"],
  ["a name without a value", "found_to.2026-02-01_level"],
  ["a sum that is no number", "daysToClose_to.2026-02-01_sum.many"],
  ["three ends of a sum", "daysToClose_to.2026-02-01_sum.1.2.3"],
  ["other signs", "found_to.2026-02-01_level.ma'jor"],
])("an address that tells %s is none", (_, text) => {
  expect(readCounted(text)).toBeUndefined();
});
