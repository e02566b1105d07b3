import { expect, test } from "vitest";
import { type RefusalCode, refusals } from "../../../core/refusals.ts";
import { hazard } from "../../../core/registers/hazard.ts";
import { selfCheck } from "../../../core/registers/self-check.ts";
import type { OfferedAct } from "../../api/types.ts";
import { described } from "../../support/described.ts";
import { sortOffer } from "./offered.ts";

const hazards = described(hazard);
const open = (name: string): OfferedAct => ({ name });
const closed = (name: string, code: RefusalCode): OfferedAct => ({
  name,
  refusal: { code, words: refusals[code] },
});
const names = (acts: readonly { readonly name: string }[]) => acts.map(({ name }) => name);

test("the act that brings the entry on stands first, before those that take something back", () => {
  const acts = [open("recordProgress"), open("requestExtension"), open("selfAccept")];
  const offer = sortOffer(hazards, acts, "safetyManager");
  expect(offer.primary?.name).toBe("selfAccept");
  expect(names(offer.open)).toEqual(["recordProgress", "requestExtension"]);
});

test("what may be done over and over stands behind what brings the entry on, and first where nothing else does", () => {
  const checks = described(selfCheck);
  expect(sortOffer(checks, [open("answer"), open("confirm")], "principal").primary?.name).toBe("confirm");
  expect(sortOffer(checks, [open("answer")], "principal").primary?.name).toBe("answer");
});

test("sending back is never the first choice", () => {
  const offer = sortOffer(hazards, [open("sendBack")], "inspector");
  expect(offer.primary).toBeUndefined();
  expect(names(offer.open)).toEqual(["sendBack"]);
});

test("a closed act keeps its reason; one that belongs to another step is kept apart", () => {
  const acts = [
    closed("countersign", "same-officer-may-not-countersign"),
    closed("review", "act-not-open-in-this-state"),
  ];
  const offer = sortOffer(hazards, acts, "inspector");
  expect(offer.closed.map(({ act, refusal }) => [act.name, refusal.code])).toEqual([
    ["countersign", "same-officer-may-not-countersign"],
  ]);
  expect(names(offer.elsewhere)).toEqual(["review"]);
});

test("acts of other roles are not shown at all, whichever reason the server gave", () => {
  const acts = [closed("close", "role-may-not"), closed("start", "act-not-open-in-this-state")];
  const offer = sortOffer(hazards, acts, "inspector");
  const personal = { open: [], closed: [] };
  expect(offer).toEqual({ primary: undefined, open: [], closed: [], elsewhere: [], personal });
});

test("acts on personal data stand apart, and are never the first choice", () => {
  const acts = [open("requestErasure"), closed("erase", "erasure-not-asked"), open("reopen")];
  const offer = sortOffer(hazards, acts, "departmentHead");
  expect(offer.primary).toBeUndefined();
  expect([names(offer.open), offer.closed]).toEqual([["reopen"], []]);
  expect(names(offer.personal.open)).toEqual(["requestErasure"]);
  expect(offer.personal.closed.map(({ act }) => act.name)).toEqual(["erase"]);
});
