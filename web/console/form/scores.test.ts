import { expect, test } from "vitest";
import { scoresOf, sentScores } from "./scores.ts";

test("a line is sent without what was left empty in it", () => {
  const written = [
    { item: "leaders", points: 9, reason: " 三级清单已备案 " },
    { item: "oversight", points: 0, reason: "  " },
    { item: "publicity", reason: "总结" },
  ];
  expect(sentScores(scoresOf(written))).toEqual([
    { item: "leaders", points: 9, reason: "三级清单已备案" },
    { item: "oversight", points: 0 },
    { item: "publicity", reason: "总结" },
  ]);
});

test("answers of a checklist and files are no lines of a score sheet", () => {
  expect(scoresOf([{ item: "GM/3-1", answer: "clear" }])).toEqual([]);
  expect(scoresOf(["x"])).toEqual([]);
  expect(scoresOf(undefined)).toEqual([]);
});
