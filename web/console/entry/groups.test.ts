import { expect, test } from "vitest";
import { hazard } from "../../../core/registers/hazard.ts";
import type { Ledger } from "../../api/types.ts";
import { aLine } from "../../support/a-line.ts";
import { anEntry, described } from "../../support/described.ts";
import { groupFields } from "./groups.ts";

const hazards = described(hazard);

const line = (version: number, act: string, changes: Readonly<Record<string, unknown>>) =>
  aLine(hazard, version, act, changes);

const values = {
  number: "YH533401-2026-00001",
  title: "坑内积水",
  place: "车间",
  level: "major",
  planMeasures: "封堵",
  rectifyBy: "2026-12-18",
};
const ledger: Ledger = {
  verified: true,
  lines: [
    line(1, "find", { title: "坑内积水", place: "车间" }),
    line(2, "proposeMajor", { level: "major" }),
    line(3, "plan", { planMeasures: "排水", rectifyBy: null }),
    line(4, "sendBack", { rectifyBy: "2026-12-18", planMeasures: "封堵" }),
  ],
};
const shown = (known: Ledger | undefined) =>
  groupFields(hazards, anEntry(hazard, { values }), known).map(({ key, fields }) => [
    key,
    fields.map(({ name }) => name),
  ]);

test("fields stand under the act that first filled them in, in the order of the entry's life", () => {
  expect(shown(ledger)).toEqual([
    ["find", ["place"]],
    ["proposeMajor", ["level"]],
    ["plan", ["planMeasures"]],
    ["sendBack", ["rectifyBy"]],
  ]);
});

test("without its ledger the entry is still shown whole", () => {
  expect(shown(undefined)).toEqual([["", ["place", "level", "planMeasures", "rectifyBy"]]]);
});

test("a field that points at the entry itself is not shown", () => {
  const entry = anEntry(hazard, { values: {} });
  const own = { ...entry, values: { organisation: entry.id } };
  expect(groupFields(hazards, own, undefined)).toEqual([]);
});

test("fields that declare a heading stand under it, before what the acts filled in", () => {
  const heading = { zh: "位置", en: "Place" };
  const placed = {
    ...hazards,
    fields: hazards.fields.map((field) =>
      field.name === "planMeasures" ? { ...field, group: heading } : field,
    ),
  };
  const groups = groupFields(placed, anEntry(hazard, { values }), ledger);
  expect(groups.map(({ words, fields }) => [words?.zh, fields.map(({ name }) => name)])).toEqual([
    ["位置", ["planMeasures"]],
    ["登记隐患", ["place"]],
    ["拟判为重大隐患", ["level"]],
    [expect.any(String), ["rectifyBy"]],
  ]);
});
