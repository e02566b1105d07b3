import { describe, expect, test } from "vitest";
import {
  criteria,
  hazchem2017,
  hazchem2026,
  criteriaItem as item,
  criteriaStandard as standard,
} from "../../test/support/faulty-criteria.ts";
import { faultyPacks } from "../../test/support/faulty-packs.ts";
import { parameters } from "../../test/support/faulty-parameters.ts";
import { soundMeasures } from "../../test/support/faulty-plans.ts";
import { alone, bureau, countyBureau, government, sector, smallPack } from "../../test/support/small-pack.ts";
import { checkPack } from "./check-pack.ts";
import { type PackFile, packProblems } from "./pack-problem.ts";

/** What is told of the small pack with one of its files replaced. */
function problemsWith(file?: PackFile, content?: unknown): readonly string[] {
  const checked = checkPack(smallPack(file, content));
  return "pack" in checked
    ? []
    : checked.problems.map((problem) => `${problem.file}#${problem.at} ${problem.code}`);
}

test("a pack whose files agree has no problem", () => {
  expect(problemsWith()).toEqual([]);
});

describe.each(faultyPacks)("$file", ({ file, rows }) => {
  test.each(rows)("is refused where $story", ({ content, at, code }) => {
    expect(problemsWith(file, content)).toEqual([`${file}#${at} ${code}`]);
  });
});

test("every kind of problem has been seen", () => {
  const seen = new Set(faultyPacks.flatMap(({ rows }) => rows.map((row) => row.code)));
  expect([...seen].sort()).toEqual(Object.keys(packProblems).sort());
});

test("a clause for which nobody answers cannot be proven by those who lead it", () => {
  const [measure] = soundMeasures.measures;
  const clauses = measure?.clauses.map(({ leads: _, ...clause }, index) =>
    index === 0 ? clause : measure.clauses[index],
  );
  expect(problemsWith("measures.json", { measures: [{ ...measure, clauses }] })).toEqual([
    "targets.json#/targets/0/units clause-without-unit",
  ]);
});

test("of organisations that stand above one another each is told", () => {
  const organisations = [government, { ...bureau, parent: countyBureau.id }, countyBureau];
  expect(problemsWith("organisations.json", { organisations })).toEqual([
    "organisations.json#/organisations/1/parent organisation-above-itself",
    "organisations.json#/organisations/2/parent organisation-above-itself",
  ]);
});

test("a Party committee, a supporting body and the highest government need nobody above them", () => {
  const organisations = [
    government,
    { ...alone, id: "shiwei", kind: "partyCommittee" },
    { ...alone, id: "zonggonghui", kind: "support" },
  ];
  const rest = [bureau, countyBureau];
  expect(problemsWith("organisations.json", { organisations: [...organisations, ...rest] })).toEqual([]);
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
