import { expect, test } from "vitest";
import { readCsv } from "./csv.ts";

test.each([
  ["nothing", "", []],
  ["one record without a line break at its end", "a,b", [[1, "a", "b"]]],
  [
    "line breaks of every system",
    "a\r\nb\nc\rd",
    [
      [1, "a"],
      [2, "b"],
      [3, "c"],
      [4, "d"],
    ],
  ],
  ["empty cells", ",a,\n", [[1, "", "a", ""]]],
  [
    "commas, quotes and line breaks in quotes",
    '"a,""b""\nc",d\ne',
    [
      [1, 'a,"b"\nc', "d"],
      [2, "e"],
    ],
  ],
  [
    "blank lines between records",
    "a\n\n , \nb\n",
    [
      [1, "a"],
      [4, "b"],
    ],
  ],
  ["a cell in quotes at the very end", 'a,""', [[1, "a", ""]]],
])("it reads %s", (_, source, expected) => {
  const read = readCsv(source);
  if ("faultLine" in read) throw new Error("not read");
  expect(read.records.map(({ row, cells }) => [row, ...cells])).toEqual(expected);
});

test.each([
  ["a quote that is never closed", 'a\n"b', 2],
  ["more after a closing quote", 'a,"b"c', 1],
  ["a quote within a cell", 'a"b', 1],
])("%s is told by its line", (_, source, faultLine) => {
  expect(readCsv(source)).toEqual({ faultLine });
});
