import { expect, test } from "vitest";
import { boxesOf } from "./boxes.ts";

test.each([
  ["two in a line", "a b", [false, false]],
  ["one alone", "a", [true]],
  ["the third of three", "a b c", [false, false, true]],
  ["one before a long one", "a LONG b c", [true, true, false, false]],
  ["two before a long one", "a b LONG", [false, false, true]],
  ["none", "", []],
])("boxes of a sheet: %s", (_, names, wide) => {
  const fields = names.split(" ").filter((name) => name !== "");
  expect(boxesOf(fields, (name) => name === "LONG").map(({ isWide }) => isWide)).toEqual(wide);
});
