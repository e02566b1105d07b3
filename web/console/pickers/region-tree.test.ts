import { expect, test } from "vitest";
import { regionTree } from "./region-tree.ts";

const region = (code: string) => ({ code, name: { zh: code, en: code } });
const outline = (branches: ReturnType<typeof regionTree>): unknown =>
  branches.map(({ value, children }) => [value, outline(children)]);

test("regions hang under the longest code that begins theirs, in the order of their codes", () => {
  const given = ["533401101", "5334", "533422", "53", "533401", "533422105"].map(region);
  expect(outline(regionTree(given, ({ zh }) => zh))).toEqual([
    [
      "53",
      [
        [
          "5334",
          [
            ["533401", [["533401101", []]]],
            ["533422", [["533422105", []]]],
          ],
        ],
      ],
    ],
  ]);
});

test("a region whose parents are not known stands by itself", () => {
  expect(outline(regionTree([region("540102"), region("53")], ({ zh }) => zh))).toEqual([
    ["53", []],
    ["540102", []],
  ]);
});
