import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { enterpriseEntry, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import { deltasOf } from "../register/cells.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { riskPoint } from "./risk-point.ts";
import { neededOfMajorRisk } from "./risk-point-fields.ts";

const id = idOfName("test-risk-point");
const siteId = idOfName("test-site");
const asked = { name: "熔炼炉（虚构）", organisation: enterpriseId("copper"), accidentType: "burn" };
const place = { region: "533401205", sector: "S04" };
const siteAt = (organisation: string, own: Values = {}): Entry => ({
  id: siteId,
  register: "site",
  version: 1,
  state: "inUse",
  values: { name: "冶炼车间", organisation, region: "533401103", sector: "S05", ...own },
});
const lists = Object.fromEntries(
  neededOfMajorRisk.map((name) => [name, name === "tier" ? "company" : "已落实"]),
);
const lec = { method: "lec", likelihood: 3, exposure: 6, consequence: 15 };

function tryOn(
  act: string,
  { by = "su", state = "identified", own, input = {}, facts, on = firstDay }: Partial<Row>,
) {
  const values = { ...asked, ...place, openedOn: firstDay, stateSince: firstDay, ...own };
  const entry: Entry =
    state === "" ? blankEntry("risk-point", id) : { id, register: "risk-point", version: 1, state, values };
  return decide({
    register: riskPoint,
    entry,
    facts: plainFacts({ entries: { organisation: enterpriseEntry("copper") }, ...facts }, on),
    act,
    input,
    actor: person(by),
    now: `${on}T01:00:00.000Z`,
  });
}

const withSite = (found: Entry) => ({
  input: { site: siteId },
  facts: { entries: { organisation: enterpriseEntry("copper"), site: found } },
});

describe("a risk point", () => {
  test.each<Row>([
    { story: "Su identifies it", gives: "identified" },
    { story: "Mei identifies it", by: "mei", gives: "identified" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "Bai only at her own enterprise", by: "bai", gives: "out-of-scope" },
    {
      story: "on a site of the enterprise",
      ...withSite(siteAt(enterpriseId("copper"))),
      gives: "identified",
    },
    {
      story: "on a site of another",
      ...withSite(siteAt(enterpriseId("foundry"))),
      gives: "site-of-another-enterprise",
    },
    {
      story: "on a site that is closed",
      ...withSite(siteAt(enterpriseId("copper"), { closedOn: firstDay })),
      gives: "site-closed",
    },
    {
      story: "at an enterprise that is closed",
      facts: { entries: { organisation: enterpriseEntry("copper", "closed") } },
      gives: "enterprise-not-operating",
    },
    { story: "without a name", input: { name: null }, gives: "input-invalid" },
    { story: "twice", state: "identified", gives: "act-not-open-in-this-state" },
  ])("is identified: $story", ({ by, state = "", input = {}, facts, gives }) => {
    expect(
      resultOf(tryOn("identify", { by, state, input: { ...asked, ...input }, ...(facts ? { facts } : {}) })),
    ).toBe(gives);
  });

  test("lies where its site does, or else where its enterprise does", () => {
    const placed = (own: Partial<Row>) => {
      const decision = tryOn("identify", { state: "", ...own, input: { ...asked, ...own.input } });
      return "steps" in decision && decision.steps[0].after.values;
    };
    expect(placed({})).toMatchObject(place);
    expect(placed(withSite(siteAt(enterpriseId("copper"))))).toMatchObject({
      region: "533401103",
      sector: "S05",
    });
    expect(riskPoint.numbering.format("risk-point/533401", 7)).toBe("FX533401-00007");
  });

  test.each<Row>([
    { story: "Su fills them in", gives: "identified" },
    { story: "Mei fills them in", by: "mei", state: "assessed", gives: "assessed" },
    { story: "Lin may not", by: "lin", gives: "role-may-not" },
    { story: "not once it is controlled", state: "controlled", gives: "act-not-open-in-this-state" },
  ])("has its four lists filled in: $story", ({ by, state, gives }) => {
    expect(resultOf(tryOn("describe", { by, state, input: lists }))).toBe(gives);
  });

  test.each<Row>([
    { story: "Su assesses", gives: "assessed" },
    { story: "again before it is approved", state: "assessed", gives: "assessed" },
    { story: "Mei approves and assesses nothing", by: "mei", gives: "role-may-not" },
    { story: "Fang assesses her own", by: "fang", gives: "out-of-scope" },
    { story: "a figure is missing", input: { ...lec, exposure: null }, gives: "risk-figures-missing" },
    { story: "a figure is beyond the method", input: { ...lec, exposure: 10.5 }, gives: "input-invalid" },
    { story: "by a matrix", input: { method: "ls", likelihood: 5, consequence: 5 }, gives: "assessed" },
    {
      story: "beyond the matrix",
      input: { method: "ls", likelihood: 6, consequence: 5 },
      gives: "risk-figures-outside-matrix",
    },
    {
      story: "between the lines of the matrix",
      input: { method: "ls", likelihood: 2.5, consequence: 5 },
      gives: "risk-figures-outside-matrix",
    },
    {
      story: "by experts without their opinion",
      input: { method: "expert", expertLevel: "major" },
      gives: "risk-figures-missing",
    },
    {
      story: "the level changes and nobody says why",
      own: { level: "low" },
      gives: "level-change-without-reason",
    },
    {
      story: "the level changes for a reason",
      own: { level: "low" },
      input: { ...lec, reason: "扩产" },
      gives: "assessed",
    },
    { story: "the level stays", own: { level: "larger" }, gives: "assessed" },
    { story: "one that is controlled", state: "controlled", gives: "act-not-open-in-this-state" },
  ])("is assessed: $story", ({ by, state, own, input = lec, gives }) => {
    expect(resultOf(tryOn("assess", { by, state, own, input }))).toBe(gives);
  });

  test.each<[string, Values, Values]>([
    ["LEC", lec, { score: 270, level: "larger", exposure: 6 }],
    [
      "LEC at the very bound",
      { ...lec, likelihood: 10, exposure: 3.2, consequence: 10 },
      { score: 320, level: "larger" },
    ],
    ["a matrix", { method: "ls", likelihood: 4, consequence: 5 }, { score: 20, level: "major" }],
    [
      "experts",
      { method: "expert", expertLevel: "general", expertOpinion: "可控" },
      { level: "general", expertLevel: "general" },
    ],
  ])("assessed by %s has its score and level", (_, input, values) => {
    const decision = tryOn("assess", { input });
    expect(decision).toMatchObject({
      steps: [{ after: { values: { ...values, assessedBy: person("su").id } } }],
    });
  });

  test("assessed by another method keeps no figure of the former one", () => {
    const decision = tryOn("assess", {
      own: { ...lec, score: 270, level: "larger" },
      input: { method: "expert", expertLevel: "larger", expertOpinion: "可控" },
    });
    const { values } = ("steps" in decision && decision.steps[0].after) || {};
    for (const name of ["likelihood", "exposure", "consequence", "score"])
      expect(values).not.toHaveProperty(name);
  });

  const major = { ...lists, level: "major", assessedBy: person("su").id };
  test.each<Row>([
    { story: "Mei approves", gives: "controlled" },
    { story: "Su may not", by: "su", gives: "role-may-not" },
    { story: "Bai only her own", by: "bai", gives: "out-of-scope" },
    {
      story: "not what she assessed in another post",
      own: { ...major, assessedBy: person("mei").id },
      gives: "assessor-may-not-approve",
    },
    ...neededOfMajorRisk.map(
      (name): Row => ({
        story: `a major risk without its ${name}`,
        own: { ...major, [name]: undefined },
        gives: "four-lists-incomplete",
      }),
    ),
    { story: "a lesser risk without its lists", own: { level: "larger" }, gives: "controlled" },
    { story: "before it is assessed", state: "identified", gives: "act-not-open-in-this-state" },
  ])("is approved: $story", ({ by = "mei", state = "assessed", own = major, gives }) => {
    expect(resultOf(tryOn("approve", { by, state, own }))).toBe(gives);
  });

  test("is due again a year after it was approved, and after each review", () => {
    const approved = tryOn("approve", { by: "mei", state: "assessed", own: major });
    expect(approved).toHaveProperty(
      "steps.0.after.values",
      expect.objectContaining({ approvedOn: firstDay, reviewOn: "2027-03-10", dueOn: "2027-03-10" }),
    );
    const reviewed = tryOn("review", {
      state: "controlled",
      own: { reviewOn: "2027-03-10", dueOn: "2027-03-10" },
      input: { reviewFinding: "措施有效" },
      on: "2027-02-01",
    });
    expect(reviewed).toHaveProperty(
      "steps.0.after.values",
      expect.objectContaining({ reviewedOn: "2027-02-01", reviewOn: "2028-02-01", dueOn: "2028-02-01" }),
    );
  });

  const because = { reason: "工艺变更" };
  test.each<Row & { act: string }>([
    { act: "returnAssessment", story: "Mei", by: "mei", state: "assessed", gives: "identified" },
    { act: "returnAssessment", story: "not Su", state: "assessed", gives: "role-may-not" },
    {
      act: "returnAssessment",
      story: "not without a reason",
      by: "mei",
      state: "assessed",
      input: {},
      gives: "input-invalid",
    },
    { act: "revise", story: "Su", state: "controlled", gives: "identified" },
    { act: "revise", story: "not Lin", by: "lin", state: "controlled", gives: "role-may-not" },
    {
      act: "revise",
      story: "not what is not controlled",
      state: "assessed",
      gives: "act-not-open-in-this-state",
    },
    {
      act: "review",
      story: "Mei",
      by: "mei",
      state: "controlled",
      input: { reviewFinding: "有效" },
      gives: "controlled",
    },
    { act: "review", story: "not Lin", by: "lin", state: "controlled", gives: "role-may-not" },
    { act: "review", story: "not without a finding", state: "controlled", input: {}, gives: "input-invalid" },
    ...["identified", "assessed", "controlled"].map((state) => ({
      act: "retire",
      story: `Mei, from ${state}`,
      by: "mei" as const,
      state,
      gives: "retired",
    })),
    { act: "retire", story: "not Su", gives: "role-may-not" },
    { act: "retire", story: "not twice", by: "mei", state: "retired", gives: "act-not-open-in-this-state" },
  ])("$act: $story", ({ act, by, state, input = because, gives }) => {
    expect(resultOf(tryOn(act, { by, state, input }))).toBe(gives);
  });

  test("retire: it counts as controlled no more", () => {
    const decision = tryOn("retire", {
      by: "mei",
      state: "controlled",
      own: { approvedOn: "2026-03-01" },
      input: because,
    });
    const deltas = ("steps" in decision ? decision.steps : []).flatMap(deltasOf);
    const counted = deltas.map(({ measure, day, count }) => `${measure} ${day} ${count}`);
    expect(counted).toContain("risk-point.approved 2026-03-01 -1");
    expect(counted).toContain(`risk-point.retired ${firstDay} 1`);
  });
});
