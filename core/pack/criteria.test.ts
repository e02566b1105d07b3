import { expect, test } from "vitest";
import { isFound, isInForce, itemHaystack, sectorCoverage, standardState } from "./criteria.ts";
import type { CriteriaItem, CriteriaStandard } from "./pack.ts";

const standard: CriteriaStandard = {
  code: "GM",
  kind: "criteria",
  name: { zh: "工贸企业重大事故隐患判定标准", en: "Criteria for industry and trade" },
  document: "应急管理部令第10号",
  issuer: { zh: "应急管理部", en: "Ministry" },
  nature: "departmentRule",
  from: "2023-05-15",
  to: "2027-12-31",
  officialItems: 64,
  sectors: ["S05"],
  source: "令",
  toBeConfirmed: false,
};
const item: CriteriaItem = {
  standard: "GM",
  item: "12-1",
  article: "第十二条第（一）项",
  text: { zh: "使用液氨制冷：空调直接蒸发，不超过110人", en: "Liquid ammonia" },
  source: "令",
  toBeConfirmed: false,
};

test.each([
  ["2023-05-14", "coming"],
  ["2023-05-15", "inForce"],
  ["2027-12-31", "inForce"],
  ["2028-01-01", "ended"],
] as const)("on %s it is %s", (day, state) => {
  expect(standardState(standard, day)).toBe(state);
  expect(isInForce(standard, day)).toBe(state === "inForce");
});

test("a standard whose first day nobody has confirmed is not cited, and ends all the same", () => {
  const open = { from: null, to: "2027-12-31" } as const;
  expect([standardState(open, "2026-01-01"), standardState(open, "2028-01-01")]).toEqual([
    "unconfirmed",
    "ended",
  ]);
  expect(isInForce(open, "2026-01-01")).toBe(false);
});

test.each([
  ["液氨"],
  ["12"],
  ["第十二条"],
  ["令10号 第十二条"],
  ["应急管理部令第10号"],
  ["GM/12-1"],
  ["gm/12-1 液氨"],
  ["第12条第1项"],
  ["第十二条第(一)项"],
  ["AMMONIA"],
  ["１２"],
])("%s finds it", (question) => {
  expect(isFound(itemHaystack(item, standard), question)).toBe(true);
});

test.each([["液氯"], ["11"], ["2"], ["令11号 第十二条"], ["第十三条"]])("%s does not", (question) => {
  expect(isFound(itemHaystack(item, standard), question)).toBe(false);
});

test("a document number is found with any brackets", () => {
  const trade = { ...standard, document: "安监总管三〔2017〕121号" };
  for (const question of ["〔2017〕121号", "[2017]121号", "（2017）121号"])
    expect(isFound(itemHaystack(item, trade), question)).toBe(true);
});

test("a sector is judged by its criteria, by key check items in their place, or by nothing", () => {
  const keyCheck = { ...standard, code: "SH", kind: "keyCheckItems" as const, sectors: ["S16"] };
  const unconfirmed = { ...standard, code: "WT", from: null, sectors: ["S05"] };
  const narrow = { ...item, item: "12-2", sectors: ["S04"] };
  const pack = {
    standards: [{ ...standard, sectors: ["S04", "S05"] }, keyCheck, unconfirmed],
    items: [item, narrow, { ...item, standard: "SH" }],
  };
  expect(sectorCoverage(pack, "S05", "2026-01-01")).toEqual({
    criteria: ["GM", "WT"],
    keyCheckItems: [],
    citableItems: 1,
  });
  expect(sectorCoverage(pack, "S16", "2026-01-01")).toEqual({
    criteria: [],
    keyCheckItems: ["SH"],
    citableItems: 1,
  });
  const nothing = { criteria: [], keyCheckItems: [], citableItems: 0 };
  expect(sectorCoverage(pack, "S17", "2026-01-01")).toEqual(nothing);
  expect(sectorCoverage(pack, "S16", "2023-05-14")).toEqual(nothing);
});
