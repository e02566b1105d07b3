import { describe, expect, test } from "vitest";
import { organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import {
  criteriaOf,
  enterpriseEntry,
  ownedBy,
  person,
  type Row,
  resultOf,
  tryOnHazard,
} from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import { type Entry, placedOf } from "../register/entry.ts";
import { inScope, scopeOf } from "../scope/scope.ts";
import { hazard } from "./hazard.ts";

const copper = { entries: { organisation: enterpriseEntry("copper") } };
/** A site or a risk point of an enterprise, in another township and another trade than the enterprise itself. */
const placeOf = (name: "copper" | "foundry"): Entry => ({
  ...enterpriseEntry(name),
  values: { organisation: enterpriseId(name), region: "533401102", sector: "S01" },
});
const found = {
  title: "无接地",
  organisation: enterpriseId("copper"),
  source: "selfCheck",
  foundOn: "2026-03-10",
};

test.each<Row>([
  { story: "Su finds one at her enterprise", by: "su", gives: "found" },
  { story: "Mei finds one herself", by: "mei", gives: "found" },
  { story: "Lin finds one here", by: "lin", gives: "found" },
  { story: "Luo finds one here", by: "luo", gives: "found" },
  { story: "the committee's office inspects nobody", by: "gesang", gives: "role-may-not" },
  {
    story: "a township finer than the enterprise's",
    by: "lin",
    input: { region: "533401103" },
    gives: "found",
  },
  { story: "at a branch of it in another county", by: "lin", input: { region: "533423101" }, gives: "found" },
  {
    story: "in a place that is no division",
    by: "lin",
    input: { region: "533401999" },
    gives: "input-invalid",
  },
  {
    story: "an enterprise that the finder does not see",
    by: "chen",
    facts: { entries: {} },
    gives: "input-invalid",
  },
  {
    story: "a closed enterprise",
    by: "lin",
    facts: { entries: { organisation: enterpriseEntry("copper", "closed") } },
    gives: "enterprise-not-operating",
  },
  {
    story: "what is found tomorrow",
    by: "su",
    input: { foundOn: "2026-03-11" },
    gives: "found-in-the-future",
  },
  {
    story: "at a site of the enterprise, by a risk point of its own",
    by: "su",
    input: { site: idOfName("site"), riskPoint: idOfName("risk") },
    facts: { entries: { ...copper.entries, site: placeOf("copper"), riskPoint: placeOf("copper") } },
    gives: "found",
  },
  {
    story: "at a site of another enterprise",
    by: "lin",
    input: { site: idOfName("site") },
    facts: { entries: { ...copper.entries, site: placeOf("foundry") } },
    gives: "site-of-another-enterprise",
  },
  {
    story: "by a risk point of another enterprise",
    by: "lin",
    input: { riskPoint: idOfName("risk") },
    facts: { entries: { ...copper.entries, riskPoint: placeOf("foundry") } },
    gives: "risk-point-of-another-enterprise",
  },
  {
    story: "at a site that the finder does not see",
    by: "su",
    input: { site: idOfName("site") },
    gives: "input-invalid",
  },
  { story: "without a title", by: "su", input: { title: null }, gives: "input-invalid" },
  { story: "one that was opened already", by: "su", state: "found", gives: "act-not-open-in-this-state" },
])("finding a hazard: $story", ({ by, state = "", input, facts, gives }) => {
  const decision = tryOnHazard("find", {
    by,
    state,
    input: { ...found, ...input },
    facts: { ...copper, ...facts },
  });
  expect(resultOf(decision)).toBe(gives);
});

test("a hazard found takes place and trade from the enterprise, and belongs to whoever found it", () => {
  const decision = tryOnHazard("find", { by: "lin", state: "", input: found, facts: copper });
  expect(decision).toMatchObject({
    steps: [
      {
        series: "hazard/533401/2026",
        after: {
          version: 1,
          values: {
            region: "533401205",
            sector: "S04",
            foundBy: person("lin").id,
            owningOrganisation: person("lin").organisation,
            owningLevel: "county",
            holder: person("lin").organisation,
            openedOn: "2026-03-10",
            // Three working days to judge.
            dueOn: "2026-03-13",
          },
        },
      },
    ],
  });
});

test("a hazard at a branch lies where it was found, and not at the seat", () => {
  const input = { ...found, region: "533401103" };
  const decision = tryOnHazard("find", { by: "lin", state: "", input, facts: copper });
  expect(decision).toHaveProperty("steps.0.after.values.region", "533401103");
});

const judged = { criteriaItem: "GM/3-2", judgementReason: "无接地保护" };

test("a hazard found within an industrial park is the park's to see, and one elsewhere is not", () => {
  const park = person("gao").organisation;
  const within = { entries: { organisation: enterpriseEntry("copper", "operating", { park }) } };
  const seenByPark = (facts: typeof copper) => {
    const decision = tryOnHazard("find", { by: "su", state: "", input: found, facts });
    const after = "refusal" in decision ? undefined : decision.steps[0].after;
    return after && inScope(scopeOf(person("gao")), placedOf(hazard, after));
  };
  expect(seenByPark(within)).toBe(true);
  expect(seenByPark(copper)).toBe(false);
});

test.each<Row>([
  { story: "Su proposes it", by: "su", gives: "majorProposed" },
  { story: "Lin proposes it", by: "lin", gives: "majorProposed" },
  { story: "Mei validates and does not propose", by: "mei", gives: "role-may-not" },
  { story: "Chen inspects elsewhere", by: "chen", gives: "out-of-scope" },
  { story: "a safety manager of another enterprise may not", by: "fang", gives: "out-of-scope" },
  { story: "by an item that does not exist", by: "su", facts: { criteria: {} }, gives: "input-invalid" },
  {
    story: "by an item that came into force after the day of finding",
    by: "su",
    input: { criteriaItem: "CM/1" },
    facts: { criteria: { criteriaItem: { id: "CM/1", from: "2026-03-11" } } },
    gives: "criteria-item-not-in-force",
  },
  {
    story: "by an item that ended on the day before",
    by: "su",
    facts: { criteria: { criteriaItem: { id: "GM/3-2", from: "2020-01-01", to: "2026-03-09" } } },
    gives: "criteria-item-not-in-force",
  },
  {
    story: "by an item on its last day",
    by: "su",
    facts: { criteria: { criteriaItem: { id: "GM/3-2", from: "2026-03-10", to: "2026-03-10" } } },
    gives: "majorProposed",
  },
  ...["secondItem", "thirdItem", "fourthItem"].map((field) => ({
    story: `by one item twice, again as ${field}`,
    by: "su" as const,
    input: { [field]: judged.criteriaItem },
    facts: {
      criteria: { ...criteriaOf("GM/3-2").criteria, [field]: { id: "GM/3-2", from: "2020-01-01" } },
    },
    gives: "criteria-item-cited-twice",
  })),
  {
    story: "by an item that stands there already from the judgement before",
    by: "su",
    own: { secondItem: judged.criteriaItem },
    gives: "criteria-item-cited-twice",
  },
  { story: "without a reason", by: "su", input: { judgementReason: null }, gives: "input-invalid" },
  {
    story: "what is proposed already",
    by: "su",
    state: "majorProposed",
    gives: "act-not-open-in-this-state",
  },
])("proposing a major hazard: $story", ({ by, state, own = {}, input, facts, gives }) => {
  const given = { by, own, input: { ...judged, ...input }, facts: { ...criteriaOf("GM/3-2"), ...facts } };
  expect(resultOf(tryOnHazard("proposeMajor", { ...given, ...(state ? { state } : {}) }))).toBe(gives);
});

test.each<Row>([
  {
    story: "Su proposes it, with no item",
    by: "su",
    input: { judgementReason: "标识缺失" },
    gives: "generalProposed",
  },
  { story: "Lin proposes it by an item", by: "lin", input: judged, gives: "generalProposed" },
  { story: "Luo validates and does not propose", by: "luo", gives: "role-may-not" },
  {
    story: "by an item that was not in force",
    by: "su",
    input: judged,
    facts: { criteria: { criteriaItem: { id: "GM/3-2", from: "2026-03-11" } } },
    gives: "criteria-item-not-in-force",
  },
])("proposing a general hazard: $story", ({ by, input = {}, facts = criteriaOf("GM/3-2"), gives }) => {
  expect(resultOf(tryOnHazard("proposeGeneral", { by, input, facts }))).toBe(gives);
});

test("a hazard at a site lies where the site lies, in its trade", () => {
  const decision = tryOnHazard("find", {
    by: "su",
    state: "",
    input: { ...found, site: idOfName("site") },
    facts: { entries: { ...copper.entries, site: placeOf("copper") } },
  });
  expect(decision).toMatchObject({
    steps: [{ after: { values: { region: "533401102", sector: "S01" } } }],
  });
});

describe("a clause for everything else", () => {
  const criteria = { criteria: { criteriaItem: { id: "BD/17", from: "2024-12-13", catchAll: true } } };
  const entered = { criteriaItem: "BD/17", judgementReason: "其他情形" };
  test.each<Row>([
    { story: "with an expert's opinion", input: { expertOpinion: "属实" }, gives: "majorProposed" },
    { story: "without one", gives: "catch-all-without-expert" },
    {
      story: "without one, cited second",
      input: { criteriaItem: "GM/3-2", secondItem: "BD/17" },
      facts: {
        criteria: { ...criteriaOf("GM/3-2").criteria, secondItem: criteria.criteria.criteriaItem },
      },
      gives: "catch-all-without-expert",
    },
    {
      story: "without one, cited before the judgement was sent back",
      own: { secondItem: "BD/17" },
      input: { criteriaItem: "GM/3-2" },
      facts: {
        criteria: { ...criteriaOf("GM/3-2").criteria, secondItem: criteria.criteria.criteriaItem },
      },
      gives: "catch-all-without-expert",
    },
  ])("$story", ({ own = {}, input = {}, facts = criteria, gives }) => {
    const given = { by: "su" as const, own, input: { ...entered, ...input }, facts };
    expect(resultOf(tryOnHazard("proposeMajor", given))).toBe(gives);
  });

  test("the pack says of its items which they are", () => {
    expect(criteriaOf("BD/17")).toMatchObject({ criteria: { criteriaItem: { catchAll: true } } });
    expect(criteriaOf("GM/3-2").criteria?.criteriaItem?.catchAll).toBeUndefined();
  });
});

describe.each([
  { act: "confirmMajor", state: "majorProposed", to: "majorConfirmed", inspector: true, input: {} },
  { act: "confirmGeneral", state: "generalProposed", to: "generalConfirmed", inspector: true, input: {} },
  { act: "disagree", state: "majorProposed", to: "found", inspector: true, input: { reason: "依据不足" } },
  { act: "disagree", state: "generalProposed", to: "found", inspector: true, input: { reason: "依据不足" } },
  {
    act: "dismiss",
    state: "generalProposed",
    to: "dismissed",
    inspector: false,
    input: { reason: "不是隐患" },
  },
])("$act from $state", ({ act, state, to, inspector, input }) => {
  const byLin = { proposedBy: person("lin").id, proposedByRole: "inspector" };
  test.each<Row>([
    { story: "Mei validates what Su proposed", by: "mei", gives: to },
    { story: "Luo validates it too", by: "luo", gives: to },
    { story: "Su may not validate at all", by: "su", gives: "role-may-not" },
    { story: "Bai is principal elsewhere", by: "bai", gives: "out-of-scope" },
    {
      story: "Mei may not validate what she proposed in another post",
      by: "mei",
      own: { proposedBy: person("mei").id },
      gives: "proposer-may-not-validate",
    },
    {
      story: "Wang is in the same role as Lin, who proposed",
      by: "wang",
      own: byLin,
      gives: inspector ? "same-role-may-not-validate" : "role-may-not",
    },
    { story: "Luo validates what Lin proposed", by: "luo", own: byLin, gives: to },
    {
      story: "after it was validated nobody may",
      by: "mei",
      state: "reported",
      gives: "act-not-open-in-this-state",
    },
  ])("$story", ({ by, own, state: other = state, gives }) => {
    const given = { by, state: other, input, ...(own ? { own } : {}) };
    expect(resultOf(tryOnHazard(act, given))).toBe(gives);
  });
});

const reported = {
  owningOrganisation: organisationId("xianggelila-yingji"),
  reportMethod: "system",
  staffReport: "noticeBoard",
  staffReportedOn: "2026-03-10",
};

test.each<Row>([
  { story: "Mei reports to the county's bureau", by: "mei", gives: "reported" },
  { story: "Su reports", by: "su", gives: "reported" },
  { story: "to the prefecture's bureau", facts: ownedBy("zhou-yingji"), gives: "reported" },
  { story: "Lin may not report for the enterprise", by: "lin", gives: "role-may-not" },
  { story: "Yu is of another enterprise", by: "yu", gives: "out-of-scope" },
  {
    story: "the staff will hear of it tomorrow",
    input: { staffReportedOn: "2026-03-11" },
    gives: "staff-report-missing",
  },
  { story: "the staff were told nothing", input: { staffReport: null }, gives: "input-invalid" },
  { story: "to whom nobody knows", facts: { organisations: {} }, gives: "input-invalid" },
  {
    story: "to the police, who do not supervise smelters",
    facts: ownedBy("xianggelila-gongan"),
    gives: "owning-organisation-without-duty",
  },
  {
    story: "to an office that only coordinates",
    facts: ownedBy("xianggelila-anweiban"),
    gives: "owning-organisation-without-duty",
  },
  {
    story: "to the bureau of another county",
    facts: ownedBy("weixi-yingji"),
    gives: "supervision-outside-region",
  },
  { story: "a general hazard", state: "generalConfirmed", gives: "act-not-open-in-this-state" },
])(
  "reporting twice: $story",
  ({ by, state = "majorConfirmed", input, facts = ownedBy("xianggelila-yingji"), gives }) => {
    const decision = tryOnHazard("report", {
      ...(by ? { by } : {}),
      state,
      input: { ...reported, ...input },
      facts,
    });
    expect(resultOf(decision)).toBe(gives);
  },
);

test("the level of the bureau that was reported to owns the hazard", () => {
  const decision = tryOnHazard("report", {
    state: "majorConfirmed",
    input: reported,
    facts: ownedBy("zhou-yingji"),
  });
  expect(decision).toHaveProperty("steps.0.after.values.owningLevel", "prefecture");
});

describe.each(["proposeMajor", "proposeGeneral"])("by an item whose import was withdrawn, %s", (act) => {
  const done = act === "proposeMajor" ? "majorProposed" : "generalProposed";
  const gone = (withdrawnOn: string) => ({ id: "HC26/5.1.1", from: "2020-01-01", withdrawnOn });
  const input = { criteriaItem: "HC26/5.1.1", judgementReason: "符合该条款" };
  test.each([
    { story: "is open to work done the day before", withdrawnOn: "2026-03-11", gives: done },
    { story: "is not from that day on", withdrawnOn: "2026-03-10", gives: "criteria-item-withdrawn" },
    {
      story: "is not though a self-check brought it in",
      withdrawnOn: "2026-03-10",
      own: { criteriaItem: "HC26/5.1.1" },
      gives: "criteria-item-withdrawn",
    },
  ])("$story", ({ withdrawnOn, own = {}, gives }) => {
    const facts = { criteria: { criteriaItem: gone(withdrawnOn) } };
    expect(resultOf(tryOnHazard(act, { by: "su", own, input, facts, on: "2026-03-10" }))).toBe(gives);
  });
});
