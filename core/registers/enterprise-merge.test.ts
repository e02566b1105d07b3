import { describe, expect, test } from "vitest";
import { enterpriseEntry, person, type Row, resultOf, tryOnEnterprise } from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import { deltasOf } from "../register/cells.ts";
import type { Decision } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import { standing } from "./enterprise-states.ts";

const id = enterpriseId("copper");
const otherId = enterpriseId("foundry");
const thirdId = enterpriseId("timber");
const other = (state = "operating", own = {}): Entry => enterpriseEntry("foundry", state, own);
const into = (entry: Entry) => ({ entries: { duplicateOf: entry } });
const asked = { duplicateOf: otherId, reason: "同一家企业" };

describe("an enterprise that was registered twice", () => {
  test.each<Row>([
    ...standing.map((state): Row => ({ story: `from ${state}`, state, gives: "merged" })),
    { story: "the committee's office merges it", by: "gesang", gives: "merged" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    {
      story: "into itself",
      input: { duplicateOf: id },
      facts: into(enterpriseEntry("copper")),
      gives: "duplicate-of-itself",
    },
    {
      story: "into one that is merged itself",
      facts: into(other("merged")),
      gives: "other-enterprise-is-merged",
    },
    { story: "into one that is closed", facts: into(other("closed")), gives: "enterprise-not-operating" },
    {
      story: "into one that is deregistered",
      facts: into(other("deregistered")),
      gives: "enterprise-not-operating",
    },
    { story: "into one that is nobody's to see", facts: { entries: {} }, gives: "input-invalid" },
    { story: "without a reason", input: { reason: null }, gives: "input-invalid" },
    {
      story: "one into which another was merged",
      own: { duplicates: [thirdId] },
      gives: "enterprises-merged-into-it",
    },
    { story: "twice", state: "merged", gives: "act-not-open-in-this-state" },
    { story: "one that is closed", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is merged: $story", ({ by, state, own, input = {}, facts = into(other()), gives }) => {
    const row = { by, state, own, input: { ...asked, ...input }, facts };
    expect(resultOf(tryOnEnterprise("merge", row))).toBe(gives);
  });

  test("is linked both ways, counts no more, and what it was merged into goes on as it stood", () => {
    const facts = into(other("suspended", { duplicates: [thirdId] }));
    const decision = tryOnEnterprise("merge", { state: "stopped", input: asked, facts });
    expect(decision).toMatchObject({
      steps: [
        {
          act: "merge",
          after: { id, state: "merged", values: { duplicateOf: otherId, asideFrom: "stopped" } },
        },
        { act: "absorb", after: { id: otherId, state: "suspended", values: { duplicates: [thirdId, id] } } },
      ],
    });
    expect(decision).not.toHaveProperty("steps.0.after.values.registeredOn");
    expect(decision).toHaveProperty("steps.1.actor", { ...person("luo"), role: "system" });
  });

  test("counts neither as registered nor as graded, until it is parted again", () => {
    const graded = { grade: "B", gradedOn: "2026-03-01", firstGradedOn: "2025-02-01" };
    const deltas = (decision: Decision) => ("steps" in decision ? decision.steps : []).flatMap(deltasOf);
    const told = (decision: Decision) => deltas(decision).map(({ measure, count }) => `${measure} ${count}`);
    const gone = tryOnEnterprise("merge", { own: graded, input: asked, facts: into(other()) });
    expect(told(gone)).toEqual([
      "enterprise.registered -1",
      "enterprise.standing -1",
      "enterprise.graded -1",
    ]);
    const [step] = "steps" in gone ? gone.steps : [];
    const back = tryOnEnterprise("unmerge", {
      state: "merged",
      own: { registeredOn: undefined, ...step?.after.values },
      input: { reason: "实为两家" },
      facts: into(other("operating", { duplicates: [id] })),
    });
    expect(told(back)).toEqual(["enterprise.registered 1", "enterprise.standing 1", "enterprise.graded 1"]);
  });

  const merged = { duplicateOf: otherId, asideFrom: "suspended", registeredOn: undefined };
  const survivor = other("operating", { duplicates: [thirdId, id] });

  test.each<Row>([
    { story: "Luo parts them", gives: "suspended" },
    { story: "the committee's office parts them", by: "gesang", gives: "suspended" },
    {
      story: "though the other has closed since",
      facts: into(other("closed", { duplicates: [id] })),
      gives: "suspended",
    },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "the other is nobody's to see", facts: { entries: {} }, gives: "other-enterprise-out-of-sight" },
    { story: "without a reason", input: {}, gives: "input-invalid" },
    { story: "one that is not merged", state: "operating", gives: "act-not-open-in-this-state" },
  ])(
    "is parted again: $story",
    ({ by, state = "merged", input = { reason: "实为两家" }, facts = into(survivor), gives }) => {
      expect(resultOf(tryOnEnterprise("unmerge", { by, state, own: merged, input, facts }))).toBe(gives);
    },
  );

  test("is afterwards what it was before, and so is the other", () => {
    const before = enterpriseEntry("copper", "suspended");
    const mergedOne = tryOnEnterprise("merge", { state: "suspended", input: asked, facts: into(other()) });
    const [gone, absorbed] = "steps" in mergedOne ? mergedOne.steps : [];
    const parted = tryOnEnterprise("unmerge", {
      state: "merged",
      own: { registeredOn: undefined, ...gone?.after.values },
      input: { reason: "实为两家" },
      facts: into(absorbed?.after ?? other()),
    });
    const [back, released] = "steps" in parted ? parted.steps : [];
    expect(back?.after).toMatchObject({ state: "suspended", values: before.values });
    expect(Object.keys(back?.after.values ?? {}).sort()).toEqual(Object.keys(before.values).sort());
    expect(released?.after).toMatchObject({ id: otherId, state: "operating" });
    expect(released?.after.values).toEqual(other().values);
    expect(back?.after.values.registeredOn).toBe(firstDay);
  });

  test("leaves the others that were merged into the same where they are", () => {
    const row = { state: "merged", own: merged, input: { reason: "实为两家" }, facts: into(survivor) };
    expect(tryOnEnterprise("unmerge", row)).toHaveProperty("steps.1.after.values.duplicates", [thirdId]);
  });
});

test.each<Row & { act: string }>([
  { story: "absorbs", act: "absorb", by: "luo", gives: "role-may-not" },
  {
    story: "absorbs, once merged itself,",
    act: "absorb",
    state: "merged",
    gives: "act-not-open-in-this-state",
  },
  { story: "releases", act: "release", by: "luo", gives: "role-may-not" },
  {
    story: "releases, once merged itself,",
    act: "release",
    state: "merged",
    gives: "act-not-open-in-this-state",
  },
])("an enterprise $story nothing because somebody wants it to", ({ act, by, state, gives }) => {
  expect(resultOf(tryOnEnterprise(act, { by, state, input: { duplicates: [otherId] } }))).toBe(gives);
});
