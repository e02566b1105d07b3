import { expect, test } from "vitest";
import type { ImportColumn, ImportPlan, ImportView } from "../../api/imports.ts";
import { columnsAt, emptyPlan, leftOut, missingFields, withColumn, withHeader } from "./plan.ts";

const column = (letter: string, heading: string, field: string | null = null): ImportColumn => ({
  column: letter,
  heading,
  field,
  how: null,
  isRowNumber: heading === "序号",
  samples: [],
});
const offer = (field: string, needed: boolean) => ({ field, needed, words: { zh: field, en: field } });
const plan: ImportPlan = {
  sheet: "表一",
  headerRows: { from: 2, to: 2 },
  firstRow: 3,
  columns: [null, "title", "foundOn", null],
  mode: "open",
};
const one: ImportView = {
  id: "1",
  register: "hazard",
  file: "台账.xlsx",
  sizeBytes: 1,
  at: "2026-03-01T00:00:00.000Z",
  state: "read",
  stopped: null,
  choice: null,
  progress: { row: 0, rows: 2 },
  counts: { add: 0, change: 0, skip: 0, refuse: 0 },
  sheets: ["表一"],
  plan,
  planned: false,
  columns: [
    column("A", "序号"),
    column("B", "问题", "title"),
    column("C", "日期", "foundOn"),
    column("D", "天气"),
  ],
  head: [
    { row: 1, cells: ["台账"] },
    { row: 2, cells: ["序号", "问题", "日期", "天气"] },
    { row: 3, cells: ["1", "裂缝", "3月", "晴"] },
    { row: 4, cells: ["2", "漏水"] },
  ],
  offers: { open: [offer("title", true), offer("source", true), offer("number", false)], record: [] },
};

test("a field is one column: the one that had it is left out", () => {
  expect(withColumn(plan, 3, "title").columns).toEqual([null, null, "foundOn", "title"]);
  expect(withColumn(plan, 5, "source").columns).toEqual([null, "title", "foundOn", null, null, "source"]);
});

test("the data begins below the heading", () => {
  expect(withHeader(plan, { from: 3, to: 4 })).toMatchObject({ headerRows: { from: 3, to: 4 }, firstRow: 5 });
  expect(withHeader(plan, { from: 1, to: 1 }).firstRow).toBe(3);
});

test("headings and samples come from the rows that the person says", () => {
  expect(columnsAt(one, plan)).toBe(one.columns);
  const moved = columnsAt(one, { ...plan, headerRows: { from: 2, to: 3 }, firstRow: 4 });
  expect(moved.map(({ heading, samples }) => [heading, samples])).toEqual([
    ["序号 1", ["2"]],
    ["问题 裂缝", ["漏水"]],
    ["日期 3月", []],
    ["天气 晴", []],
  ]);
});

test("what is needed and no column is, is missed, but not where rows are known by their number", () => {
  expect(missingFields(one, plan).map(({ field }) => field)).toEqual(["source"]);
  expect(missingFields(one, withColumn(plan, 3, "number"))).toEqual([]);
});

test("columns that do not come in are named, but for row numbers and the reasons of an earlier import", () => {
  const brought = { ...one, columns: [...one.columns, column("E", "导入结果")] };
  expect(leftOut(brought, plan).map(({ heading }) => heading)).toEqual(["天气"]);
});

test("where no heading is known, the first row is taken for it and nothing comes in", () => {
  expect(emptyPlan({ ...one, plan: null })).toMatchObject({
    headerRows: { from: 1, to: 1 },
    firstRow: 2,
    columns: [null, null, null, null],
  });
});
