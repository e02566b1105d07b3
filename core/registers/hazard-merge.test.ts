import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import {
  certificateOf,
  hazardEntry,
  hazardId,
  person,
  plainFacts,
  type Row,
  resultOf,
  tryOnHazard,
} from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import { hazard } from "./hazard.ts";

const otherId = idOfName("test-hazard-known-before");
const thirdId = idOfName("test-hazard-merged-before");
const other = (state = "rectifying", own = {}): Entry => ({ ...hazardEntry(state, own), id: otherId });
const into = (entry: Entry) => ({ entries: { duplicateOf: entry } });
const ofEnterprise = { owningOrganisation: enterpriseId("copper"), owningLevel: "enterprise" };
const asked = { duplicateOf: otherId, reason: "同一处隐患" };

describe("a hazard that was known before", () => {
  test.each<Row>([
    { story: "Su merges it", by: "su", gives: "merged" },
    { story: "Mei merges it", by: "mei", gives: "merged" },
    { story: "Lin merges it", by: "lin", gives: "merged" },
    { story: "Luo merges it", by: "luo", gives: "merged" },
    {
      story: "Su may not, what the bureau owns by now",
      own: { owningOrganisation: person("lin").organisation, owningLevel: "county" },
      gives: "merge-of-anothers-finding",
    },
    {
      story: "Mei may not, what Lin found",
      by: "mei",
      own: { foundByOrganisation: person("lin").organisation },
      gives: "merge-of-anothers-finding",
    },
    {
      story: "into one that is closed",
      by: "lin",
      facts: into(other("closed", { closedOn: "2026-03-01" })),
      gives: "duplicate-at-rest",
    },
    {
      story: "a major one into one that is not",
      by: "lin",
      facts: into(other("rectifying", { level: "general" })),
      gives: "major-into-lesser",
    },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "Fang is of another enterprise", by: "fang", gives: "out-of-scope" },
    {
      story: "into itself",
      input: { duplicateOf: hazardId },
      facts: into(hazardEntry("found")),
      gives: "duplicate-of-itself",
    },
    {
      story: "into one of another enterprise",
      by: "lin",
      facts: into(other("found", { organisation: enterpriseId("foundry") })),
      gives: "duplicate-of-another-enterprise",
    },
    { story: "into one that is merged itself", facts: into(other("merged")), gives: "duplicate-is-merged" },
    { story: "into one that is nobody's to see", facts: { entries: {} }, gives: "input-invalid" },
    { story: "without a reason", input: { reason: null }, gives: "input-invalid" },
    {
      story: "one into which another was merged",
      own: { duplicates: [thirdId] },
      gives: "duplicates-merged-into-it",
    },
    { story: "once work has started", state: "rectifying", gives: "act-not-open-in-this-state" },
    { story: "twice", state: "merged", gives: "act-not-open-in-this-state" },
  ])("is merged: $story", ({ by = "su", state = "found", own, input = {}, facts = into(other()), gives }) => {
    const row = { by, state, own: { ...ofEnterprise, ...own }, input: { ...asked, ...input }, facts };
    expect(resultOf(tryOnHazard("merge", row))).toBe(gives);
  });

  test("is linked both ways, and what it was merged into goes on as it stood", () => {
    const decision = tryOnHazard("merge", {
      by: "lin",
      input: asked,
      facts: into(other("rectifying", { duplicates: [thirdId] })),
    });
    expect(decision).toMatchObject({
      steps: [
        {
          act: "merge",
          after: { id: hazardId, state: "merged", values: { duplicateOf: otherId, closedOn: firstDay } },
        },
        {
          act: "absorb",
          after: {
            id: otherId,
            state: "rectifying",
            version: 6,
            values: { duplicates: [thirdId, hazardId] },
          },
        },
      ],
    });
    // It is the engine that writes to the other entry, on behalf of whoever merged.
    expect(decision).toHaveProperty("steps.1.actor", { ...person("lin"), role: "system" });
  });

  test.each([
    {
      story: "has come to its step only since",
      own: { stateSince: "2026-03-10" },
      gives: "done-before-the-last-act",
    },
    { story: "was there before", own: { stateSince: "2026-03-09" }, gives: "merged" },
  ])("merged without network into one that $story: both or neither", ({ own, gives }) => {
    const decision = decide({
      register: hazard,
      entry: hazardEntry("found", { stateSince: "2026-03-09" }),
      facts: plainFacts({ ...into(other("rectifying", own)), officer: certificateOf("lin") }),
      act: "merge",
      input: asked,
      actor: person("lin"),
      now: "2026-03-10T01:00:00.000Z",
      doneAt: "2026-03-09T01:00:00.000Z",
    });
    expect(resultOf(decision)).toBe(gives);
  });
});

describe("a hazard that was merged by mistake", () => {
  const mergedOne = { ...ofEnterprise, duplicateOf: otherId, asideFrom: "generalConfirmed" };
  const survivor = other("rectifying", { duplicates: [thirdId, hazardId] });

  test.each<Row>([
    { story: "Su parts them", by: "su", gives: "generalConfirmed" },
    { story: "Mei parts them", by: "mei", gives: "generalConfirmed" },
    { story: "Lin parts them", by: "lin", gives: "generalConfirmed" },
    { story: "Luo parts them", by: "luo", gives: "generalConfirmed" },
    {
      story: "though the other is closed by now",
      facts: into(other("closed", { duplicates: [hazardId], closedOn: firstDay })),
      gives: "generalConfirmed",
    },
    {
      story: "Su may not, what the bureau owns",
      own: { owningOrganisation: person("lin").organisation, owningLevel: "county" },
      gives: "merge-of-anothers-finding",
    },
    { story: "the other is nobody's to see", facts: { entries: {} }, gives: "duplicate-out-of-sight" },
    { story: "the committee's office may not", by: "gesang", gives: "role-may-not" },
    { story: "without a reason", input: {}, gives: "input-invalid" },
    { story: "one that is not merged", state: "found", gives: "act-not-open-in-this-state" },
  ])(
    "is parted again: $story",
    ({ by = "su", state = "merged", own, input = { reason: "实为两处" }, facts = into(survivor), gives }) => {
      const row = { by, state, own: { ...mergedOne, ...own }, input, facts };
      expect(resultOf(tryOnHazard("unmerge", row))).toBe(gives);
    },
  );

  test("is afterwards what it was before, with as many days left, and so is the other", () => {
    const before = { ...ofEnterprise, dueOn: "2026-03-17", stateSince: "2026-03-02" };
    const gone = tryOnHazard("merge", {
      by: "lin",
      state: "generalConfirmed",
      own: before,
      input: asked,
      facts: into(other()),
    });
    const [mine, absorbed] = "steps" in gone ? gone.steps : [];
    const parted = tryOnHazard("unmerge", {
      by: "lin",
      state: "merged",
      own: { ...before, ...mine?.after.values },
      input: { reason: "实为两处" },
      facts: into(absorbed?.after ?? other()),
    });
    const [back, released] = "steps" in parted ? parted.steps : [];
    expect(back?.after).toMatchObject({ state: "generalConfirmed", values: { dueOn: "2026-03-17" } });
    for (const gone of ["duplicateOf", "asideFrom", "asideDue", "closedOn"])
      expect(back?.after.values).not.toHaveProperty(gone);
    expect(released?.after.values).not.toHaveProperty("duplicates");
    expect(released?.after).toMatchObject({ state: "rectifying", values: other().values });
  });

  test("leaves the others that were merged into the same where they are", () => {
    const row = {
      by: "lin" as const,
      state: "merged",
      own: mergedOne,
      input: { reason: "实为两处" },
      facts: into(survivor),
    };
    expect(tryOnHazard("unmerge", row)).toHaveProperty("steps.1.after.values.duplicates", [thirdId]);
  });
});

test.each<Row & { act: string }>([
  { story: "absorbs", act: "absorb", gives: "role-may-not" },
  {
    story: "absorbs, once merged itself,",
    act: "absorb",
    state: "merged",
    gives: "act-not-open-in-this-state",
  },
  { story: "releases", act: "release", gives: "role-may-not" },
  {
    story: "releases, once merged itself,",
    act: "release",
    state: "merged",
    gives: "act-not-open-in-this-state",
  },
])("a hazard $story nothing because somebody wants it to", ({ act, state = "found", gives }) => {
  expect(resultOf(tryOnHazard(act, { by: "lin", state, input: { duplicates: [otherId] } }))).toBe(gives);
});
