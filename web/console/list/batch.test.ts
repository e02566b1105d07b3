import { expect, test } from "vitest";
import { hazard } from "../../../core/registers/hazard.ts";
import type { EntryView } from "../../api/types.ts";
import { described } from "../../support/described.ts";
import { actsForAll, batchActs } from "./batch.ts";

const register = described(hazard);
const namesOf = (acts: readonly { readonly name: string }[]) => acts.map(({ name }) => name);
const inState = (state: string): EntryView => ({
  id: state,
  register: "hazard",
  number: "",
  state,
  version: 1,
  title: "",
  values: {},
  labels: {},
  due: null,
});

test("an inspector countersigns many at once; an act of another role, one with photos and one that opens an entry are not offered", () => {
  const names = namesOf(batchActs(register, "inspector"));
  expect(names).toContain("countersign");
  expect(names).toContain("confirmMajor");
  for (const act of ["start", "selfAccept", "find", "recalculate"]) expect(names).not.toContain(act);
});

test("who may do nothing is offered nothing", () => {
  expect(batchActs(register, "auditor")).toEqual([]);
});

test("only what is open in the step of every entry is offered, and nothing for none", () => {
  const acts = batchActs(register, "inspector");
  expect(namesOf(actsForAll(acts, [inState("majorProposed")]))).toContain("confirmMajor");
  expect(namesOf(actsForAll(acts, [inState("majorProposed"), inState("reviewing")]))).not.toContain(
    "confirmMajor",
  );
  expect(actsForAll(acts, [])).toEqual([]);
});
