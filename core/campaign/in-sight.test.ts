import { expect, test } from "vitest";
import type { Scope } from "../scope/scope.ts";
import type { BoardUnit } from "./board-units.ts";
import { seesTasksOf, unitsInSight } from "./in-sight.ts";

const sourced = { source: "出处", toBeConfirmed: false };
const words = { zh: "名称", en: "Name" };
const aUnit = (id: string, kind: BoardUnit["kind"], region: string): BoardUnit => ({
  id,
  kind,
  organisation: {
    id,
    name: words,
    shortName: words,
    kind: kind === "department" || kind === "park" ? kind : "government",
    region,
    level: kind === "county" ? "county" : "prefecture",
    duties: [],
    ...sourced,
  },
});
const units = [
  aUnit("prefecture", "prefecture", "5334"),
  aUnit("county", "county", "533401"),
  aUnit("park", "park", "5334"),
  aUnit("bureau", "department", "5334"),
  aUnit("other", "department", "5334"),
];
const known = {
  idOf: (name: string) => name,
  shareOf: ({ kind, organisation }: BoardUnit) =>
    kind === "department" ? { region: organisation.region, sectors: ["S01", "S02"] } : {},
};
const region = { sees: "region", organisation: "bureau", region: "5334", sectors: "all" } as const;

test.each<{ readonly story: string; readonly scope: Scope; readonly sees: readonly string[] }>([
  {
    story: "a leader sees all of them",
    scope: region,
    sees: ["prefecture", "county", "park", "bureau", "other"],
  },
  {
    story: "a bureau with all of its sectors sees itself and no other bureau",
    scope: { ...region, sectors: ["S01", "S02"] },
    sees: ["prefecture", "county", "park", "bureau"],
  },
  {
    story: "a post with some of its bureau's sectors sees no part of it as the whole",
    scope: { ...region, sectors: ["S01"] },
    sees: ["prefecture", "county", "park"],
  },
  {
    story: "a bureau of the prefecture sees its own column in no county alone",
    scope: { ...region, region: "533401" },
    sees: ["county"],
  },
  {
    story: "a county sees its own column",
    scope: { ...region, region: "533401", organisation: "office" },
    sees: ["county"],
  },
  { story: "the park sees its own", scope: { sees: "organisation", organisation: "park" }, sees: ["park"] },
  { story: "an enterprise sees none", scope: { sees: "organisation", organisation: "copper" }, sees: [] },
])("$story", ({ scope, sees }) => {
  expect(unitsInSight(units, scope, known).map(({ id }) => id)).toEqual(sees);
});

test("a post with some sectors sees the tasks of its own organisation alone, and who has all those of everybody", () => {
  const seen = (scope: Scope) => units.filter((unit) => seesTasksOf(unit, scope, known)).map(({ id }) => id);
  expect(seen({ ...region, sectors: ["S01", "S02"] })).toEqual(["bureau"]);
  expect(seen(region)).toEqual(units.map(({ id }) => id));
});
