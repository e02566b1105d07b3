import { expect, test } from "vitest";
import { formTimeBounds, slotOf, toldTimes } from "./form-times.ts";

test.each([
  { seconds: 1, within: 15 },
  { seconds: 15, within: 15 },
  { seconds: 16, within: 30 },
  { seconds: 180, within: 180 },
  { seconds: 3_600, within: 3_600 },
  { seconds: 3_601, within: undefined },
])("$seconds seconds are counted under at most $within", ({ seconds, within }) => {
  expect(formTimeBounds[slotOf(seconds)]).toBe(within);
});

const told = (...seconds: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const one of seconds) counts.set(slotOf(one), (counts.get(slotOf(one)) ?? 0) + 1);
  return toldTimes(counts);
};

test.each([
  {
    story: "four forms tell nothing: they may all be one person's",
    seconds: [10, 20, 30, 40],
    gives: undefined,
  },
  {
    story: "five are told by the middle one and by the one below which nine in ten lie",
    seconds: [10, 20, 70, 100, 400],
    gives: { formsAtLeast: 5, medianAtMostSeconds: 90, ninetiethAtMostSeconds: 420 },
  },
  {
    story: "how many is rounded down to fives, so that one more form shows nobody's",
    seconds: [10, 10, 10, 10, 10, 10, 10, 10, 10],
    gives: { formsAtLeast: 5, medianAtMostSeconds: 15, ninetiethAtMostSeconds: 15 },
  },
  {
    story: "beyond an hour no bound is known",
    seconds: [10, 10, 10, 10, 10, 10, 10, 10, 4_000, 4_000],
    gives: { formsAtLeast: 10, medianAtMostSeconds: 15, ninetiethAtMostSeconds: null },
  },
])("$story", ({ seconds, gives }) => {
  expect(told(...seconds)).toEqual(gives);
});
