import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPack } from "../../server/store/read-pack.ts";
import { assess, gradeOf, isMet, pointsOf } from "./assessment.ts";
import { type AssessmentItem, itemsOf, ruleWords, schemeFor } from "./assessment-scheme.ts";

const words = { zh: "名称", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: true };
const pack = await readPack(new URL("../../packs/diqing/", import.meta.url).pathname);
const of = (own: Partial<AssessmentItem>): AssessmentItem => ({
  id: "item",
  name: words,
  weight: 10,
  indicator: "x",
  ...sourced,
  ...own,
});
const rising = of({ linear: { noneAt: 60, fullAt: 100 }, withoutCases: "full" });
const falling = of({ linear: { noneAt: 20, fullAt: 0 }, withoutCases: "none" });
const stepped = of({
  steps: [
    { reaching: 90, percent: 100 },
    { reaching: 50, percent: 40 },
  ],
});
const descending = of({
  steps: [
    { reaching: 0, percent: 100 },
    { reaching: 3, percent: 50 },
  ],
});
const perCase = of({ perCase: { each: 3, most: 8 } });

describe("points of an item", () => {
  test.each([
    { story: "none at the foot", item: rising, value: 60, points: 0 },
    { story: "half of it halfway", item: rising, value: 80, points: 5 },
    { story: "told to a hundredth", item: rising, value: 73.333, points: 3.33 },
    { story: "all at the top", item: rising, value: 100, points: 10 },
    { story: "no more beyond it", item: rising, value: 140, points: 10 },
    { story: "all where nothing fell due", item: rising, value: null, points: 10 },
    { story: "none where nothing was found", item: falling, value: null, points: 0 },
    { story: "all where less is better and there is none", item: falling, value: 0, points: 10 },
    { story: "half of it where less is better", item: falling, value: 10, points: 5 },
    { story: "the step that is reached", item: stepped, value: 89.99, points: 4 },
    { story: "none below the last step", item: stepped, value: 49, points: 0 },
    { story: "the best step of what shall be little", item: descending, value: 0, points: 10 },
    { story: "the next step of what shall be little", item: descending, value: 2, points: 5 },
    { story: "three off for each case", item: perCase, value: 2, points: 4 },
    { story: "no more off than the cap", item: perCase, value: 9, points: 2 },
  ])("$story", ({ item, value, points }) => {
    expect(pointsOf(item, { value })).toBe(points);
  });

  test("never fall where the figure gets better, and lie between none and the weight", () => {
    const number = fc.double({ min: -50, max: 200, noNaN: true });
    const rules = [
      { item: rising, better: 1 },
      { item: stepped, better: 1 },
      { item: falling, better: -1 },
      { item: descending, better: -1 },
      { item: perCase, better: -1 },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rules), number, number, ({ item, better }, one, other) => {
        const [worse, good] = [one, other].sort((a, b) => (a - b) * better);
        const [low, high] = [pointsOf(item, { value: worse ?? 0 }), pointsOf(item, { value: good ?? 0 })];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(item.weight);
      }),
    );
  });
});

const scheme = schemeFor(pack.schemes, "county", 2025);
if (scheme === undefined) throw new Error("The pack assesses no counties");

describe("a whole assessment", () => {
  const full = itemsOf(scheme).flatMap(({ id, weight, judged }) =>
    judged ? [{ item: id, points: weight }] : [],
  );
  const best = {
    "stock-clearance": 100,
    "major-overdue": 0,
    "on-time-rate": 100,
    "repeated-share": 0,
    "self-check-rate": 100,
    "self-found-share": 100,
    "enterprises-graded-share": 100,
  };
  const coming = (own: Readonly<Record<string, number>> = {}) =>
    new Map(Object.entries({ ...best, ...own }).map(([id, value]) => [id, { value }]));
  const figures = coming();

  test("comes to a hundred where everything is best, and is excellent", () => {
    expect(assess(scheme, { figures, judged: full, found: [] })).toMatchObject({
      total: 100,
      vetoes: [],
      grade: { id: "excellent" },
    });
  });

  test("takes no points for what facts give", () => {
    const judged = [...full, { item: "overdue", points: 15 }];
    const worse = coming({ "major-overdue": 5 });
    expect(assess(scheme, { figures: worse, judged, found: [] }).total).toBe(85);
  });

  test("is capped by a veto that was found, and by one that a figure meets", () => {
    const found = [{ item: "veto-accident", reason: "较大以上事故" }];
    expect(assess(scheme, { figures, judged: full, found }).grade.id).toBe("failed");
    const many = coming({ "major-overdue": 10 });
    expect(assess(scheme, { figures: many, judged: full, found: [] })).toMatchObject({
      vetoes: ["veto-overdue"],
      grade: { id: "passed" },
    });
    expect(isMet({ atLeast: 10 }, { value: 9 })).toBe(false);
    expect(isMet({}, { value: 9 })).toBe(false);
  });

  test("lies within a hundred and gives no better grade for any veto", () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    const vetoes = fc.subarray(scheme.vetoes.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(points, { minLength: 3, maxLength: 3 }), vetoes, (drawn, met) => {
        const judged = full.map(({ item }, index) => ({ item, points: drawn[index] ?? 0 }));
        const { total } = assess(scheme, { figures: new Map(), judged, found: [] });
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        const places = [[], met].map((ids) => scheme.grades.indexOf(gradeOf(scheme, total, ids)));
        expect(places[1]).toBeGreaterThanOrEqual(places[0] ?? 0);
        for (const { id, gradeAtMost } of scheme.vetoes)
          if (met.includes(id))
            expect(places[1]).toBeGreaterThanOrEqual(
              scheme.grades.findIndex((one) => one.id === gradeAtMost),
            );
      }),
    );
  });

  test("has a grade for every score, the better the higher", () => {
    const ids = [100, 90, 89.99, 80, 79.99, 60, 59.99, 0].map((total) => gradeOf(scheme, total, []).id);
    expect(ids).toEqual(["excellent", "excellent", "good", "good", "passed", "passed", "failed", "failed"]);
  });
});

test.each([
  { item: rising, zh: "60%得0分，100%得10分，其间按比例；没有可统计的对象得满分" },
  { item: stepped, zh: "达90%得10分，达50%得4分，未达不得分" },
  { item: perCase, zh: "每项扣3分，最多扣8分" },
])("a rule is told in words: $zh", ({ item, zh }) => {
  expect(ruleWords(item, "percent").zh).toBe(zh);
});

test("a year is assessed by the version in force on its last day", () => {
  const older = { ...scheme, version: "old", from: "2024-01-01", to: "2025-06-30" };
  const newer = { ...scheme, version: "new", from: "2025-07-01" };
  const versions = [2023, 2024, 2025, 2026].map((year) => schemeFor([older, newer], "county", year)?.version);
  expect(versions).toEqual([undefined, "old", "new", "new"]);
  expect(schemeFor([older, newer], "department", 2025)).toBeUndefined();
});

test("every number of the pack's schemes that the plan does not give is to be confirmed", () => {
  const rows = pack.schemes.flatMap((one) => [one, ...itemsOf(one), ...one.vetoes]);
  expect(rows.filter(({ toBeConfirmed, source }) => !toBeConfirmed || !source.includes("待核实"))).toEqual(
    [],
  );
});
