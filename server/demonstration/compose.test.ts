import { describe, expect, test } from "vitest";
import { newChance } from "./chance.ts";
import { composed } from "./compose.ts";
import type { FaultKind, Hazards } from "./shape.ts";

const row = { key: "mill", region: "533401101", sector: "S01", industryClass: "B0911" };
const hazards: Hazards = {
  notice: "",
  parts: { no: ["1号", "2号", "3号"] },
  trades: [
    { for: ["S09"], of: { at: ["停车场"] } },
    { for: ["B09"], of: { at: ["{no}库房"] } },
  ],
  faults: [],
  words: {},
};
const kind: FaultKind = {
  for: [],
  item: "NM/UG-1",
  found: [
    {
      titles: ["{at}{no}磨机无防护罩", "{no}磨机防护罩缺失（{at}）"],
      why: "{no}磨机未复位",
      fix: "复位{no}磨机",
    },
  ],
};

describe("a hazard composed of its kind", () => {
  test("says the same of one thing in all of its sentences, at a place of its trade", () => {
    const { title, also, place, why, fix, item } = composed(hazards, kind, row, newChance("one"));
    const no = title.match(/\d号/)?.[0];
    expect(place).toBe(`${no}库房`);
    expect(new Set([title, also])).toEqual(
      new Set([`${no}库房${no}磨机无防护罩`, `${no}磨机防护罩缺失（${no}库房）`]),
    );
    expect([why, fix, item]).toEqual([`${no}磨机未复位`, `复位${no}磨机`, "NM/UG-1"]);
  });

  test("is drawn alike from the same chance, and with another title where one is taken", () => {
    expect(composed(hazards, kind, row, newChance("one"))).toEqual(
      composed(hazards, kind, row, newChance("one")),
    );
    const taken = new Set<string>();
    for (let at = 0; at < 6; at += 1) composed(hazards, kind, row, newChance("one"), taken);
    expect(taken.size).toBe(6);
  });

  test("is nowhere where its kind says so, and may not name what has no words", () => {
    const nowhere = { ...kind, at: [], found: [{ titles: ["图纸未更新"], why: "", fix: "" }] };
    expect(composed(hazards, nowhere, row, newChance("one"))).toMatchObject({ also: "图纸未更新" });
    expect(composed(hazards, nowhere, row, newChance("one")).place).toBeUndefined();
    const unknown = { ...kind, found: [{ titles: ["{colour}"], why: "", fix: "" }] };
    expect(() => composed(hazards, unknown, row, newChance("one"))).toThrow("No words for {colour}");
  });
});
