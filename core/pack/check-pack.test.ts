import { describe, expect, test } from "vitest";
import { calendarYear, faultyCalendars } from "../../test/support/faulty-calendars.ts";
import {
  criteria,
  faultyCriteria,
  hazchem2017,
  hazchem2026,
  criteriaItem as item,
  criteriaStandard as standard,
  criteriaTopic as topic,
} from "../../test/support/faulty-criteria.ts";
import { faultyMeasures, faultyPlans, soundMeasures, soundPlan } from "../../test/support/faulty-plans.ts";
import { checkPack } from "./check-pack.ts";
import { type PackFile, type PackProblemCode, packProblems } from "./pack-problem.ts";

const words = { zh: "名称", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };
const province = { code: "53", gb: "530000", name: words, level: "province", ...sourced };
const prefecture = { code: "5334", gb: "533400", name: words, level: "prefecture", ...sourced };
const county = { code: "533401", gb: "533401", name: words, level: "county", ...sourced };
const township = { ...county, code: "533422101", gb: "533422101", level: "township" };
const sector = { code: "S01", name: words, highRisk: "yes", ...sourced };
const bureau = {
  id: "zhou-yingji",
  name: words,
  shortName: words,
  kind: "department",
  region: "5334",
  level: "prefecture",
  duties: [{ as: "supervision", sectors: ["S01"], ...sourced }],
  ...sourced,
};
const countyBureau = {
  ...bureau,
  id: "deqin-yingji",
  region: "533401",
  level: "county",
  parent: "zhou-yingji",
};
const parameter = {
  name: "hazard.plan.within",
  value: 5,
  unit: "workingDay",
  words,
  from: "2024-01-01",
  ...sourced,
};
/** The smallest pack with a row of everything, one of its files replaced. */
function problemsWith(file?: PackFile, content?: unknown): readonly string[] {
  const files = new Map<PackFile, unknown>([
    ["regions.json", { regions: [province, prefecture, county] }],
    ["sectors.json", { sectors: [sector] }],
    ["organisations.json", { organisations: [bureau, countyBureau] }],
    ["parameters.json", { parameters: [parameter] }],
    ["criteria.json", criteria([standard], [item], [topic])],
    ["plan.json", soundPlan],
    ["measures.json", soundMeasures],
    ["calendar.json", [calendarYear]],
  ]);
  if (file !== undefined) files.set(file, content);
  const checked = checkPack(files);
  return "pack" in checked
    ? []
    : checked.problems.map((problem) => `${problem.file}#${problem.at} ${problem.code}`);
}

test("a pack whose files agree has no problem", () => {
  expect(problemsWith()).toEqual([]);
});

interface Row {
  readonly story: string;
  readonly content: unknown;
  /** Within the list of the file. */
  readonly at: string;
  readonly code: PackProblemCode;
}

const regions = (...rows: readonly unknown[]) => ({ regions: rows });
const first = (differs: object) => regions({ ...province, ...differs });
const regionRows: readonly Row[] = [
  { story: "its list is missing", content: {}, at: "", code: "required" },
  { story: "a row is not an object", content: regions(7), at: "/0", code: "wrong-type" },
  {
    story: "English is missing",
    content: first({ name: { zh: "云南省" } }),
    at: "/0/name/en",
    code: "required",
  },
  {
    story: "a name is blank",
    content: first({ name: { zh: " ", en: "Yunnan" } }),
    at: "/0/name/zh",
    code: "empty-text",
  },
  { story: "a member is misspelt", content: first({ "a/b": 1 }), at: "/0/a~1b", code: "unknown-member" },
  { story: "a code has five digits", content: first({ gb: "53000" }), at: "/0/gb", code: "bad-pattern" },
  {
    story: "a seat lies outside China",
    content: regions({
      ...province,
      seat: { longitude: 27.8, latitude: 27.8, system: "unknown", ...sourced },
    }),
    at: "/0/seat/longitude",
    code: "out-of-range",
  },
  {
    story: "a former code ends on no day",
    content: first({ formerly: [{ gb: "530001", until: "2014-02-30", ...sourced }] }),
    at: "/0/formerly/0/until",
    code: "not-a-day",
  },
  {
    story: "a code occurs twice",
    content: regions(province, prefecture, county, county),
    at: "/3/code",
    code: "duplicate",
  },
  {
    story: "a code is of another level",
    content: regions(province, prefecture, county, {
      ...county,
      code: "533422",
      gb: "533422",
      level: "township",
    }),
    at: "/3/code",
    code: "region-code-of-another-level",
  },
  {
    story: "the county of a township is missing",
    content: regions(province, prefecture, county, township),
    at: "/3/code",
    code: "region-without-parent",
  },
  {
    story: "the official code is another region's",
    content: regions(province, prefecture, { ...county, gb: "533421" }),
    at: "/2/gb",
    code: "gb-differs-from-code",
  },
];

/** A third organisation, different from the prefecture's bureau in this. */
const third = (differs: object) => ({
  organisations: [bureau, countyBureau, { ...bureau, id: "zhou-gongan", ...differs }],
});
const organisationRows: readonly Row[] = [
  { story: "its kind is unknown", content: third({ kind: "bureau" }), at: "/2/kind", code: "not-an-option" },
  { story: "an id occurs twice", content: third(bureau), at: "/2/id", code: "duplicate" },
  {
    story: "its region is unknown",
    content: third({ region: "5333" }),
    at: "/2/region",
    code: "unknown-region",
  },
  {
    story: "a county's bureau says prefecture",
    content: third({ region: "533401" }),
    at: "/2/level",
    code: "organisation-level-differs",
  },
  {
    story: "a duty names a sector that is not in the pack",
    content: third({ duties: [{ as: "industry", sectors: ["S01", "S99"], ...sourced }] }),
    at: "/2/duties/0/sectors/1",
    code: "unknown-sector",
  },
  {
    story: "its parent is not in the pack",
    content: third({ parent: "sheng-gongan" }),
    at: "/2/parent",
    code: "unknown-organisation",
  },
  {
    story: "it is its own parent",
    content: third({ parent: "zhou-gongan" }),
    at: "/2/parent",
    code: "organisation-above-itself",
  },
];

const parameters = (...differs: readonly object[]) => ({
  parameters: differs.map((one) => ({ ...parameter, ...one })),
});
const parameterRows: readonly Row[] = [
  { story: "a unit is unknown", content: parameters({ unit: "week" }), at: "/0/unit", code: "not-an-option" },
  { story: "a value is text", content: parameters({ value: "5" }), at: "/0/value", code: "wrong-type" },
  { story: "a value is negative", content: parameters({ value: -1 }), at: "/0/value", code: "out-of-range" },
  {
    story: "working days are not whole",
    content: parameters({ value: 2.5 }),
    at: "/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "a share is above the whole",
    content: parameters({ unit: "percent", value: 101 }),
    at: "/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "money has three decimals",
    content: parameters({ unit: "yuan", value: 1.001 }),
    at: "/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "it ends before it begins",
    content: parameters({ to: "2023-12-31" }),
    at: "/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "a second version begins on the last day of the first",
    content: parameters({ to: "2024-06-30" }, { from: "2024-06-30" }),
    at: "/1/from",
    code: "versions-overlap",
  },
  {
    story: "an open version follows another open one",
    content: parameters({ from: "2025-01-01" }, {}),
    at: "/1/from",
    code: "versions-overlap",
  },
];

const sectorRows: readonly Row[] = [
  { story: "a code occurs twice", content: { sectors: [sector, sector] }, at: "/1/code", code: "duplicate" },
];

const tables: readonly { readonly file: PackFile; readonly list: string; readonly rows: readonly Row[] }[] = [
  { file: "regions.json", list: "/regions", rows: regionRows },
  { file: "sectors.json", list: "/sectors", rows: sectorRows },
  { file: "organisations.json", list: "/organisations", rows: organisationRows },
  { file: "parameters.json", list: "/parameters", rows: parameterRows },
  { file: "criteria.json", list: "", rows: faultyCriteria },
  { file: "plan.json", list: "", rows: faultyPlans },
  { file: "measures.json", list: "", rows: faultyMeasures },
  { file: "calendar.json", list: "", rows: faultyCalendars },
];

describe.each(tables)("$file", ({ file, list, rows }) => {
  test.each(rows)("is refused where $story", ({ content, at, code }) => {
    expect(problemsWith(file, content)).toEqual([`${file}#${list}${at} ${code}`]);
  });
});

test("every kind of problem has been seen", () => {
  const seen = new Set(tables.flatMap(({ rows }) => rows.map((row) => row.code)));
  expect([...seen].sort()).toEqual(Object.keys(packProblems).sort());
});

test("several problems are told at once, each naming what it is about in both languages", () => {
  const checked = checkPack(
    new Map([["sectors.json", { sectors: [{ ...sector, code: "X1", highRisk: "maybe" }] }]]),
  );
  if ("pack" in checked) throw new Error("a pack of one file was accepted");
  const told = checked.problems.map(({ file, words: { zh, en } }) => `${file} ${zh} | ${en}`);
  expect(told).toContain("sectors.json 格式不符合要求：X1 | Does not have the required form: X1");
  expect(told).toContain('sectors.json 不在可选范围内："maybe" | Not one of the options: "maybe"');
  expect(told).toContain("plan.json 类型不对：undefined | Of the wrong type: undefined");
});

test("versions that follow one another are in order", () => {
  const rows = parameters({ to: "2024-06-30" }, { from: "2024-07-01" });
  expect(problemsWith("parameters.json", rows)).toEqual([]);
  const replaced = criteria([
    { ...standard, to: "2026-12-31" },
    { ...standard, code: "GM27", from: "2027-01-01", replaces: "GM" },
  ]);
  expect(problemsWith("criteria.json", replaced)).toEqual([]);
  const lineage = criteria([
    { ...hazchem2017, to: "2026-09-29" },
    hazchem2026,
    { ...standard, lineage: "trade" },
  ]);
  expect(problemsWith("criteria.json", lineage)).toEqual([]);
});

test("a rule over the other items counts to no official number", () => {
  const over = criteria(
    [{ ...standard, officialItems: 1 }],
    [item, { ...item, item: "14", outsideCount: true }],
  );
  expect(problemsWith("criteria.json", over)).toEqual([]);
});

test("key check items of a sector, and a field of which only the name is known, are in order", () => {
  const keyCheck = { ...standard, code: "SH", kind: "keyCheckItems", officialItems: null };
  const nameOnly = {
    ...keyCheck,
    code: "SP",
    kind: "criteria",
    from: null,
    document: null,
    issuer: null,
    nature: null,
  };
  expect(
    problemsWith("criteria.json", criteria([keyCheck, nameOnly], [{ ...item, standard: "SH" }])),
  ).toEqual([]);
});
