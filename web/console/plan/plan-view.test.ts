import { expect, test } from "vitest";
import type { CampaignView, ClauseView, MeasureView, UnitView } from "../../api/plan-types.ts";
import { en } from "../../words/en.ts";
import { zh } from "../../words/zh.ts";
import { commonUnits, daysDue, narrowed, ownUnits, pieces, searchOfPlan, targetText } from "./plan-view.ts";

const words = { zh: "名称", en: "Name" };
const named = (unit: string): UnitView => ({ unit, name: words, words: unit });
const aClause = (own: Partial<ClauseView> = {}): ClauseView => ({
  number: 1,
  text: "2024年底前完成,每年不少于30项。",
  leads: [],
  joint: [],
  dates: [],
  frequencies: [],
  targets: [],
  readings: [],
  ...own,
});
const aMeasure = (own: Partial<MeasureView>): MeasureView => ({
  number: 1,
  action: 1,
  title: words,
  text: "学习。",
  leads: [named("office")],
  joint: [],
  dates: [],
  frequencies: [],
  targets: [],
  readings: [],
  clauses: [],
  registers: [],
  ...own,
});
const target = {
  words: "不少于30项",
  counts: words,
  comparison: "atLeast",
  value: 30,
  unit: "item",
  toBeConfirmed: false,
} as const;
const by = (day: string) => [{ words: "底前", by: day }];

const measures = [
  aMeasure({ number: 1, dates: by("2025-12-31") }),
  aMeasure({ number: 2, action: 2, leads: [named("departments")], dates: by("2024-12-31") }),
  aMeasure({ number: 3, action: 2, leads: [named("bureau")], targets: [{ ...target, by: "2025-12-31" }] }),
  aMeasure({ number: 4, joint: [{ ...named("bureau"), everywhere: false }], targets: [target] }),
];
const campaign: CampaignView = {
  name: words,
  issuer: words,
  implements: "云安〔2024〕3号",
  from: "2024-01-01",
  to: "2026-12-31",
  source: "出处",
  sections: [],
  leadingGroup: [],
  taskForce: [],
  actions: [],
  units: [
    { id: "departments", name: words, organisation: null, members: ["bureau"], toBeConfirmed: true },
    { id: "bureau", name: words, organisation: "1", members: [], toBeConfirmed: false },
  ],
  own: ["branch", "bureau"],
};

test.each([
  ["nothing", {}, [1, 2, 3, 4]],
  ["a unit, which also joins or belongs to a group", { unit: "bureau" }, [2, 3, 4]],
  ["a group", { unit: "departments" }, [2]],
  ["the own units", { unit: "own" }, [2, 3, 4]],
  ["a unit that the plan does not have", { unit: "nobody" }, []],
  ["a day, of a date or of a target", { due: "2025-12-31" }, [1, 3]],
  ["no day", { due: "standing" }, [4]],
  ["an action", { action: "2" }, [2, 3]],
  ["all of them", { unit: "bureau", due: "2025-12-31", action: "2" }, [3]],
])("asked for %s, the plan shows its measures", (_, search, shown) => {
  expect(narrowed(measures, campaign, search).map(({ number }) => number)).toEqual(shown);
});

test("somebody without units of their own finds nothing of their own", () => {
  expect(narrowed(measures, { ...campaign, own: [] }, { unit: "own" })).toEqual([]);
});

test("the days due are told once, in their order", () => {
  expect(daysDue(measures)).toEqual(["2024-12-31", "2025-12-31"]);
});

test("of an address only what the page knows is asked", () => {
  expect(searchOfPlan({ unit: "own", due: "", action: 3, other: "x" })).toEqual({ unit: "own" });
});

test("the pieces of a text are the text, and what sets something is marked", () => {
  const clause = aClause({
    dates: by("2024-12-31"),
    frequencies: [{ words: "每年", every: "year", toBeConfirmed: false }],
    targets: [target],
  });
  expect(pieces(clause)).toEqual([
    { text: "2024年", due: false },
    { text: "底前", due: true },
    { text: "完成,", due: false },
    { text: "每年不少于30项", due: true },
    { text: "。", due: false },
  ]);
});

test("units that all clauses have are told once, and each clause tells its own", () => {
  const clauses = [
    aClause({ leads: [named("office")], joint: [named("departments")] }),
    aClause({ leads: [named("office")], joint: [named("departments"), named("bureau")] }),
  ];
  const common = commonUnits(clauses);
  const ids = ({ leads, joint }: typeof common) =>
    [leads, joint].map((units) => units.map(({ unit }) => unit));
  expect(ids(common)).toEqual([["office"], ["departments"]]);
  expect(clauses.map((clause) => ids(ownUnits(clause, common)))).toEqual([
    [[], []],
    [[], ["bureau"]],
  ]);
  expect(ids(commonUnits([]))).toEqual([[], []]);
});

test("a target is told in both languages, one thing without a plural", () => {
  const yearly = { ...target, every: "year" } as const;
  expect([targetText(yearly, zh), targetText(yearly, en)]).toEqual([
    "不少于 30 项 · 每年",
    "at least 30 items · yearly",
  ]);
  const school = { ...target, comparison: "about", value: 1, unit: "school", by: "2025-12-31" } as const;
  expect([targetText(school, zh), targetText(school, en)]).toEqual([
    "1 所左右 · 不晚于 2025-12-31",
    "about 1 school · by 2025-12-31",
  ]);
});

test("a reading is told with whatever it has: a number, a day, a period, or nothing", () => {
  const number = { comparison: "exactly", value: 4, unit: "government" } as const;
  expect(targetText({ ...number, every: "year" }, zh)).toBe("4 个政府 · 每年");
  expect(targetText({ ...number, every: "year" }, en)).toBe("4 governments · yearly");
  expect(targetText({ by: "2025-12-31" }, zh)).toBe("不晚于 2025-12-31");
  expect(targetText({}, zh)).toBe("");
});
