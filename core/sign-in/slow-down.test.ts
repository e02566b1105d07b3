import { expect, test } from "vitest";
import { slowDowns, waitAfterMs } from "./slow-down.ts";

test.each([
  [0, 0],
  [9, 0],
  [10, 60],
  [11, 120],
  [13, 480],
  [14, 900],
  [2_000, 900],
])("after %i failures from one address the next attempt waits %i seconds", (failures, seconds) => {
  expect(waitAfterMs(failures, slowDowns.pair) / 1_000).toBe(seconds);
});

test("an account bears more failures from everywhere than from one address, and an address the most", () => {
  const free = [slowDowns.pair, slowDowns.account, slowDowns.address].map(({ freeFailures }) => freeFailures);
  expect(free).toEqual(free.toSorted((one, other) => one - other));
});
