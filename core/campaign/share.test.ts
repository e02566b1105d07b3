import { expect, test } from "vitest";
import { shareOf } from "./share.ts";

const unit = { id: "u", level: "prefecture", region: "5334" } as const;

test.each([
  ["a government", { ...unit, kind: "government", supervises: [] }, { region: "5334" }],
  ["a park", { ...unit, kind: "park", isPark: true, supervises: [] }, { park: "u" }],
  [
    "a department",
    { ...unit, kind: "department", supervises: ["S01", "S02"], manages: ["S02", "S03"] },
    { region: "5334", sectors: ["S01", "S02"] },
  ],
  [
    "a department of trades alone",
    { ...unit, kind: "department", supervises: [], manages: ["S03"] },
    { region: "5334", sectors: ["S03"] },
  ],
  ["who supervises everything", { ...unit, kind: "department", supervises: "all" }, { region: "5334" }],
] as const)("the share of %s", (_, organisation, cut) => {
  expect(shareOf(organisation)).toEqual(cut);
});
