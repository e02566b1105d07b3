import { expect, test } from "vitest";
import type { Organisation, Pack } from "./pack.ts";
import { gathered, isAmong, unitsOf } from "./plan-units.ts";

const words = { zh: "名称", en: "Name" };
const anOrganisation = (own: Partial<Organisation>): Organisation => ({
  id: "zhou-yingji",
  name: words,
  shortName: words,
  kind: "department",
  region: "5334",
  level: "prefecture",
  duties: [],
  source: "出处",
  toBeConfirmed: false,
  ...own,
});

const bureau = anOrganisation({});
const inCounty = { region: "533401", level: "county" } as const;
const government = anOrganisation({ id: "xian-zhengfu", kind: "government", ...inCounty });
const branch = anOrganisation({ id: "xian-yingji", parent: "zhou-yingji", ...inCounty });
const office = anOrganisation({
  id: "xian-anweiban",
  kind: "committeeOffice",
  parent: "xian-yingji",
  ...inCounty,
});
const pack: Pack = {
  regions: [],
  sectors: [],
  parameters: [],
  standards: [],
  items: [],
  topics: [],
  calendar: [],
  documents: [],
  evaluationItems: [],
  subPlans: [],
  duties: [],
  ladders: [],
  indicators: [],
  reports: [],
  outlines: [],
  analysis: {
    views: [],
    report: { title: words, note: words, sections: [] },
    briefing: { rankings: [], source: "测试", toBeConfirmed: true },
  },
  targets: [],
  schemes: [],
  organisations: [bureau, government, branch, office],
  plan: {
    name: words,
    issuer: words,
    implements: "云安〔2024〕3号",
    from: "2024-01-01",
    to: "2026-12-31",
    sections: [],
    leadingGroup: [],
    taskForce: [],
    groups: [],
    jointEverywhere: { measure: 1, joint: [] },
    actions: [],
    measures: [],
    source: "出处",
    toBeConfirmed: false,
  },
};

test.each([
  { story: "a bureau of the prefecture", own: bureau, units: ["zhou-yingji"] },
  {
    story: "a county's bureau, with the bureau above it",
    own: branch,
    units: ["xian-yingji", "zhou-yingji"],
  },
  { story: "a county's office, with its government", own: office, units: ["xian-anweiban", "xian-zhengfu"] },
  { story: "a county's government", own: government, units: ["xian-zhengfu"] },
])("its own part of the plan is found by $story", ({ own, units }) => {
  expect(unitsOf(pack, own)).toEqual(units);
});

test("a unit is among those named by itself or as a member of a group, and else it is not", () => {
  const groups = new Map([["departments", ["zhou-yingji"]]]);
  const named = (unit: string) => [{ unit }];
  expect(isAmong(named("zhou-yingji"), "zhou-yingji", groups)).toBe(true);
  expect(isAmong(named("departments"), "zhou-yingji", groups)).toBe(true);
  expect(isAmong(named("departments"), "zhou-gongan", groups)).toBe(false);
});

test("a unit that several clauses name is gathered once, by its first words", () => {
  const clause = (number: number, words: string) => ({
    number,
    text: words,
    leads: [{ unit: "zhou-yingji", words }],
  });
  expect(gathered([clause(1, "州应急局"), clause(2, "州应急管理局")], "leads")).toEqual([
    { unit: "zhou-yingji", words: "州应急局" },
  ]);
});
