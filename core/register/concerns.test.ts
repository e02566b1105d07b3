import { expect, test } from "vitest";
import { enterprise } from "../registers/enterprise.ts";
import { hazard } from "../registers/hazard.ts";
import { selfCheck } from "../registers/self-check.ts";
import type { Actor } from "../scope/scope.ts";
import { concernsOf, toldPartiesOf } from "./concerns.ts";
import { blankEntry, type Entry } from "./entry.ts";

const actor: Actor = {
  id: "su",
  name: "苏安全",
  role: "safetyManager",
  organisation: "copper",
  level: "enterprise",
  region: "",
  sectors: "all",
};
const blank = blankEntry("hazard", "h");
const standing = (state: string, version: number): Entry => ({
  ...blank,
  state,
  version,
  values: { holder: "copper" },
});

test("who opens an entry, and the roles to whom it comes by that, are concerned", () => {
  expect(concernsOf({ register: hazard, before: blank, after: standing("found", 1), actor })).toEqual([
    { organisation: "copper", kind: "opened", who: "su" },
    { organisation: "copper", kind: "came", who: "safetyManager" },
    { organisation: "copper", kind: "came", who: "inspector" },
  ]);
});

test("who acts afterwards is concerned, also where the entry stays where it is", () => {
  const stays = { before: standing("rectifying", 4), after: standing("rectifying", 5) };
  expect(concernsOf({ register: hazard, ...stays, actor })).toEqual([
    { organisation: "copper", kind: "acted", who: "su" },
  ]);
});

test("who only says something of it has not acted", () => {
  const stays = { before: standing("rectifying", 4), after: standing("rectifying", 5) };
  const remark = { comment: "请补拍", audience: "everyone" };
  expect(concernsOf({ register: hazard, ...stays, actor, remark })).toEqual([]);
});

test("the engine has no lists, whom it brings something has", () => {
  const engine: Actor = { ...actor, role: "system" };
  const after = standing("rectifying", 5);
  expect(concernsOf({ register: hazard, before: standing("planned", 4), after, actor: engine })).toEqual([
    { organisation: "copper", kind: "came", who: "safetyManager" },
    { organisation: "copper", kind: "came", who: "principal" },
  ]);
});

test("told are the parties for whom nothing ever waits", () => {
  expect(toldPartiesOf(hazard)).toEqual([
    "park",
    "foundByOrganisation",
    "coSupervisor",
    "transferredFrom",
    "sectorDepartment",
  ]);
  expect(toldPartiesOf(selfCheck)).toEqual(["park"]);
  expect(toldPartiesOf(enterprise)).toEqual(["park", "supervisedBy", "coSupervisedBy", "sectorDepartment"]);
});
