import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Indicator } from "../campaign/indicator.ts";
import { cellOf } from "../exchange/cell.ts";
import { canonical } from "../ledger/canonical.ts";
import { hazard } from "../registers/hazard.ts";
import { checkInput, checkValue } from "./check-field.ts";
import { figures } from "./field.ts";
import { type FrozenFigure, figuresAsShown, figuresIn, frozen, isFrozenFigure } from "./figures.ts";
import { checkedJson, valueOfJson } from "./json.ts";
import { shownValues } from "./personal-values.ts";

const share: Indicator = {
  id: "self-found-share",
  name: { zh: "企业自查发现占比", en: "Found by enterprises themselves" },
  says: { zh: "占比", en: "The share" },
  unit: "percent",
  better: "more",
  counts: { count: "hazard.found", over: "period", kinds: ["selfCheck"] },
  of: { count: "hazard.found", over: "period" },
  source: "测试",
  toBeConfirmed: true,
};
const place = { cut: { region: "533401", sectors: ["S01"] }, from: "2026-10-01", to: "2026-10-31" };
const kept = frozen(share, place, "2026-11-02", { value: 25, counted: 1, of: 4 });
const field = figures({ words: { zh: "指标", en: "Figures" } });

test("a frozen figure says by which formula, where, over which days and as known on which day it was counted", () => {
  const { counts, of } = share;
  expect(kept).toEqual({
    indicator: "self-found-share",
    name: share.name,
    formula: { unit: "percent", counts, of },
    ...place,
    asOf: "2026-11-02",
    value: 25,
    counted: 1,
    of: 4,
  });
});

test("it goes through a ledger line and a table and is the same", () => {
  const anyFigure = fc
    .record({ value: fc.option(fc.integer()), counted: fc.nat(), people: fc.boolean() })
    .map(({ people, ...figure }) => frozen({ ...share, people }, place, "2026-11-02", figure, 3));
  fc.assert(
    fc.property(fc.array(anyFigure), (all) => {
      const line: unknown = JSON.parse(canonical(checkedJson(all)));
      expect(valueOfJson(line)).toEqual(all);
      expect(figuresIn(valueOfJson(line))).toEqual(all);
    }),
  );
});

test.each<[string, unknown]>([
  ["a frozen figure itself", [kept]],
  ["none at all", []],
  ["a number", 12],
  ["a text", "12 项"],
])("nobody enters figures: %s", (_, value) => {
  expect(checkValue(field, value)).toBe("wrong-type");
  expect(checkInput({ figures: field }, [], ["figures"], { figures: value })).toEqual([
    { field: "figures", code: "wrong-type" },
  ]);
  expect(checkInput({ figures: field }, [], [], { figures: value })).toEqual([
    { field: "figures", code: "unknown" },
  ]);
});

test.each<[string, unknown]>([
  ["without its day", { ...kept, asOf: undefined }],
  ["with a day that is none", { ...kept, to: "2026-13-01" }],
  ["without its formula", { ...kept, formula: undefined }],
  ["with a text for a value", { ...kept, value: "25" }],
  ["that is a file", { id: "a", hash: "b", name: "c", type: "d", sizeBytes: 1 }],
])("what is no figure is none: %s", (_, json) => {
  expect(isFrozenFigure(json)).toBe(false);
  expect(figuresIn([json])).toEqual([]);
});

test.each([
  [0, { value: 0, counted: 0 }],
  [1, { value: null, counted: 0, few: true }],
  [2, { value: null, counted: 0, few: true }],
  [3, { value: 3, counted: 3 }],
])("of %i people an entry tells no more than it may", (counted, told) => {
  const figure = frozen({ ...share, people: true }, place, "2026-11-02", { value: counted, counted }, 3);
  const shown = figuresAsShown([figure]);
  expect(shown).toMatchObject([told]);
  expect(figuresAsShown(shown)).toEqual(shown);
  expect(shownValues({ figures: field }, { figures: [figure] })).toEqual({ figures: shown });
  const entry = { state: "submitted", values: { figures: [figure] } };
  const cell = cellOf({ name: "figures", field }, entry, hazard, () => undefined);
  expect(cell).toBe(`企业自查发现占比 ${counted === 1 || counted === 2 ? "<3" : `${counted}%`}`);
});

test("what counts no people is told however few it is", () => {
  const figure = frozen(share, place, "2026-11-02", { value: 1, counted: 1 }, 3);
  expect(figuresAsShown([figure])[0]).toBe(figure);
});

test("a file shows them one after another with their units", () => {
  const none: FrozenFigure = { ...kept, value: null, counted: 0, of: 0 };
  const entry = { state: "submitted", values: { figures: [kept, none] } };
  expect(cellOf({ name: "figures", field }, entry, hazard, () => undefined)).toBe(
    "企业自查发现占比 25%；企业自查发现占比 无",
  );
});

describe("figures over people of several places", () => {
  const of = (region: string, counted: number, sectors?: readonly string[]) =>
    frozen(
      { ...share, people: true },
      { ...place, cut: { region, ...(sectors ? { sectors } : {}) }, place: { zh: region, en: region } },
      "2026-11-02",
      { value: counted, counted },
      3,
    );

  test.each([
    {
      story: "one that is few takes the smallest other with it",
      all: [of("5334", 12), of("533401", 1), of("533422", 7), of("533423", 4)],
      told: [12, "<3", 7, "不公布"],
    },
    {
      story: "the only part takes the whole with it, and all that adds up to that",
      all: [of("5334", 1), of("533401", 1), of("533422", 0), of("5334", 1, ["S01"])],
      told: ["<3", "<3", "<3", "<3"],
    },
    {
      story: "a whole that one split gives away is told by no other",
      all: [of("5334", 9), of("533401", 9), of("5334", 7, ["S01"]), of("5334", 2, ["S02"])],
      told: [9, 9, "不公布", "<3"],
    },
    {
      story: "none that is few, and all are told",
      all: [of("5334", 8), of("533401", 5), of("533422", 3)],
      told: [8, 5, 3],
    },
  ])("$story", ({ all, told }) => {
    const shown = figuresAsShown(all);
    expect(shown.map(({ few, withheld, value }) => (few ? "<3" : withheld ? "不公布" : value))).toEqual(told);
    expect(figuresAsShown(shown)).toEqual(shown);
    for (const { few, withheld, counted, value } of shown)
      if (few || withheld) expect([counted, value]).toEqual([0, null]);
  });

  test("say their place in a file", () => {
    const entry = { state: "submitted", values: { figures: [of("5334", 8), of("533401", 5)] } };
    expect(cellOf({ name: "figures", field }, entry, hazard, () => undefined)).toBe(
      "5334 企业自查发现占比 8%；533401 企业自查发现占比 5%",
    );
  });
});
