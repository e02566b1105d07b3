import { expect, test } from "vitest";
import { dueRungs, rungSpan } from "./due-ladder.ts";

test("each rung ends on its own day, and all but the first begin today", () => {
  expect(dueRungs.map((rung) => rungSpan(rung, "2026-02-26"))).toEqual([
    { to: "2026-02-25" },
    { from: "2026-02-26", to: "2026-02-26" },
    { from: "2026-02-26", to: "2026-03-01" },
    { from: "2026-02-26", to: "2026-03-05" },
    { from: "2026-02-26", to: "2026-03-28" },
  ]);
});
