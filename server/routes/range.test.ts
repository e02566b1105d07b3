import { expect, test } from "vitest";
import { rangeOf } from "./range.ts";

test.each([
  ["none", undefined, undefined],
  ["from a place on", "bytes=4-", { first: 4, last: 9 }],
  ["between two places", "bytes=2-5", { first: 2, last: 5 }],
  ["past the end", "bytes=2-99", { first: 2, last: 9 }],
  ["the last few", "bytes=-3", { first: 7, last: 9 }],
  ["more than there is of the last", "bytes=-99", { first: 0, last: 9 }],
  ["behind the end", "bytes=10-", "outside"],
  ["nothing of the end", "bytes=-0", "outside"],
  ["several parts, which get the whole", "bytes=0-1,3-4", undefined],
  ["the wrong way round", "bytes=5-2", undefined],
  ["another unit", "rows=0-5", undefined],
  ["neither end", "bytes=-", undefined],
])("a range: %s", (_, header, gives) => {
  expect(rangeOf(header, 10)).toEqual(gives);
});
