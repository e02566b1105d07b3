import { expect, test } from "vitest";
import { levelTone } from "./risk.ts";

test.each([
  ["two levels", ["major", "general"], ["red", "blue"]],
  ["four levels", ["major", "larger", "general", "low"], ["red", "orange", "yellow", "blue"]],
  ["no levels of risk", ["a", "b", "c"], ["plain", "plain", "plain"]],
])("%s have the colours of risk, gravest first", (_, levels, tones) => {
  const options = Object.fromEntries(levels.map((level) => [level, level]));
  expect(levels.map((level) => levelTone(options, level))).toEqual(tones);
});
