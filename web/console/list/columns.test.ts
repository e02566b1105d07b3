import { expect, test } from "vitest";
import { hazard } from "../../../core/registers/hazard.ts";
import { described } from "../../support/described.ts";
import { columnsOf, columnsToChoose, moved } from "./columns.ts";

const register = described(hazard);

test("who chose nothing sees the register's own columns", () => {
  expect(columnsOf(register, undefined)).toEqual(hazard.list);
});

test("what the register no longer has is left out, and the title is always there", () => {
  expect(columnsOf(register, ["source", "gone"])).toEqual(["title", "source"]);
  expect(columnsOf(register, ["source", "title"])).toEqual(["source", "title"]);
});

test("every usual column can be chosen and comes first; files, checklists and the reason of an act cannot", () => {
  const names = columnsToChoose(register).map(({ name }) => name);
  expect(new Set(names.slice(0, hazard.list.length))).toEqual(new Set(hazard.list));
  expect(names).toContain("place");
  expect(names).not.toContain("photos");
  expect(names).not.toContain("reason");
});

test.each([
  ["b", -1, "bac"],
  ["b", 1, "acb"],
  ["a", -1, "abc"],
  ["c", 1, "abc"],
  ["x", 1, "abc"],
] as const)("%s moved by %i", (name, by, order) => {
  expect(moved(["a", "b", "c"], name, by).join("")).toBe(order);
});
