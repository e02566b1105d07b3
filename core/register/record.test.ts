import { expect, test } from "vitest";
import { tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import { sha256 } from "../../test/support/random-facts.ts";
import { opens, type SealedValue } from "../ledger/line.ts";
import { hazard } from "../registers/hazard.ts";
import type { Step } from "./decide.ts";
import { fold, recordStep, withNumber } from "./record.ts";

let drawn = 0;
const drawSalt = (): string => `salt-${drawn++}`;

function stepOf(act: string, input: Readonly<Record<string, unknown>>, state: string, own = {}): Step {
  const decision = tryOnHazard(act, { by: "su", state, own, input });
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0];
}

/** Su clears one part of the plan and writes two others; nothing else changes. */
const plan = stepOf("plan", { planMeasures: "接地", planFunds: 7.5, planResponsible: null }, "planned", {
  planResponsible: "李四",
  holder: enterpriseId("copper"),
});

test("a line shows what is open, and commits to free text, each value with a salt of its own", () => {
  const { line, sealed } = recordStep(plan, undefined, drawSalt, sha256);
  expect(line.body.changes).toEqual({
    planFunds: 7.5,
    planMeasures: { commitment: expect.stringMatching(/^[0-9a-f]{64}$/) },
    // That something was cleared is no secret.
    planResponsible: null,
  });
  expect(line.text).not.toContain("接地");
  expect(sealed.map(({ field, value }) => [field, value])).toEqual([["planMeasures", "接地"]]);
});

test("the reason of an act is sealed beside the entry, which does not hold it", () => {
  const input = { extensionUntil: "2026-05-10", extensionControls: "设专人监护", reason: "备件未到" };
  const step = stepOf("requestExtension", input, "rectifying");
  const { line, sealed } = recordStep(step, undefined, drawSalt, sha256);
  const reason = sealed.find(({ field }) => field === "reason");
  expect(reason).toMatchObject({ entry: step.after.id, version: 6, field: "reason", value: "备件未到" });
  expect(reason && opens(line.body.reason?.commitment ?? "", reason.value, reason.salt, sha256)).toBe(true);
  expect(line.text).not.toContain("备件未到");
  expect(step.after.values).not.toHaveProperty("reason");
});

test("a number drawn at the writing is in the entry and in its line", () => {
  const { after, changes } = withNumber(plan, "YH533401-2026-00009");
  expect([after.values.number, changes.number]).toEqual(["YH533401-2026-00009", "YH533401-2026-00009"]);
});

test("an entry is folded as its lines left it, whatever today's rules would say", () => {
  const first = recordStep(plan, undefined, drawSalt, sha256);
  const erased: readonly SealedValue[] = [];
  expect(fold(hazard, [], [])).toBeUndefined();
  expect(fold(hazard, [first.line.body], first.sealed)?.values).toEqual({
    planFunds: 7.5,
    planMeasures: "接地",
  });
  expect(fold(hazard, [first.line.body], erased)?.values).toEqual({ planFunds: 7.5 });
  // A field that a later release no longer has is kept as it stands in the line.
  const old = { ...first.line.body, changes: { weather: "雨" } };
  expect(fold(hazard, [old], [])?.values).toEqual({ weather: "雨" });
});
