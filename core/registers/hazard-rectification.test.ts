import { describe, expect, test } from "vitest";
import { organisationId } from "../../server/store/campaign.ts";
import {
  hazardEntry,
  ownedBy,
  person,
  plainFacts,
  type Row,
  resultOf,
  tryOnHazard,
} from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import { actsFor } from "../register/decide.ts";
import type { Values } from "../register/field.ts";
import { hazard } from "./hazard.ts";

const prefectureBureau = organisationId("zhou-yingji");
const wholePlan = {
  planResponsible: "李四",
  planMeasures: "加装接地装置并检测",
  planFunds: 12_000.5,
  rectifyBy: "2026-04-10",
  planContingency: "停用变电站，设专人监护",
};

test.each<Row>([
  { story: "Su plans it", by: "su", gives: "planned" },
  { story: "Mei plans it", by: "mei", gives: "planned" },
  { story: "a part of it today, the rest later", input: { planMeasures: "接地" }, gives: "planned" },
  { story: "again, before work starts", state: "planned", gives: "planned" },
  { story: "Lin plans nothing for the enterprise", by: "lin", gives: "role-may-not" },
  { story: "Tong is of another enterprise", by: "tong", gives: "out-of-scope" },
  { story: "until yesterday", input: { rectifyBy: "2026-03-09" }, gives: "due-in-the-past" },
  { story: "until today", input: { rectifyBy: "2026-03-10" }, gives: "planned" },
  { story: "with less than nothing", input: { planFunds: -1 }, gives: "input-invalid" },
  { story: "once work has started", state: "rectifying", gives: "act-not-open-in-this-state" },
])("planning: $story", ({ by = "mei", state = "reported", input = wholePlan, gives }) => {
  expect(resultOf(tryOnHazard("plan", { by, state, input }))).toBe(gives);
});

test.each<Row>([
  { story: "Mei starts it", own: wholePlan, gives: "rectifying" },
  { story: "Su may not: the principal answers for it", by: "su", own: wholePlan, gives: "role-may-not" },
  { story: "Bai is principal elsewhere", by: "bai", own: wholePlan, gives: "out-of-scope" },
  ...Object.keys(wholePlan).map((missing) => ({
    story: `without its ${missing}`,
    own: { ...wholePlan, [missing]: undefined },
    gives: "plan-lacks-five-elements",
  })),
  { story: "before it was planned", state: "reported", own: wholePlan, gives: "act-not-open-in-this-state" },
])("starting: $story", ({ by = "mei", state = "planned", own = {}, gives }) => {
  expect(resultOf(tryOnHazard("start", { by, state, own }))).toBe(gives);
});

test("what a plan says is needed next is what the start refuses to go without", () => {
  const refused = tryOnHazard("start", { state: "planned", own: {} });
  const missing = "refusal" in refused ? (refused.refusal.problems ?? []).map(({ field }) => field) : [];
  expect(missing).toEqual([...(hazard.acts.plan?.neededNext ?? [])]);
  expect(missing).toHaveLength(5);
});

test("the plan's missing elements are told by name, and the deadline of the plan becomes the first", () => {
  const own = { ...wholePlan, planFunds: undefined, planContingency: undefined };
  expect(tryOnHazard("start", { state: "planned", own })).toEqual({
    refusal: {
      code: "plan-lacks-five-elements",
      problems: ["planFunds", "planContingency"].map((field) => ({ field, code: "required" })),
    },
  });
  expect(tryOnHazard("start", { state: "planned", own: wholePlan })).toMatchObject({
    steps: [{ after: { values: { firstDueOn: "2026-04-10", dueOn: "2026-04-10" } } }],
  });
});

const assigned = { planResponsible: "王五", planMeasures: "补齐标识", rectifyBy: "2026-03-20" };

test.each<Row>([
  { story: "Su assigns it", by: "su", gives: "rectifying" },
  { story: "Mei assigns it", by: "mei", gives: "rectifying" },
  { story: "Luo may not", by: "luo", gives: "role-may-not" },
  { story: "Fang is of another enterprise", by: "fang", gives: "out-of-scope" },
  { story: "until yesterday", input: { rectifyBy: "2026-03-09" }, gives: "due-in-the-past" },
  { story: "to nobody", input: { planResponsible: " " }, gives: "input-invalid" },
  {
    story: "a major hazard is planned instead",
    state: "majorConfirmed",
    gives: "act-not-open-in-this-state",
  },
])("assigning a general hazard: $story", ({ by = "mei", state = "generalConfirmed", input = {}, gives }) => {
  expect(resultOf(tryOnHazard("assign", { by, state, input: { ...assigned, ...input } }))).toBe(gives);
});

test.each<Row>([
  { story: "Su, when it was just found", by: "su", gives: "selfAccepted" },
  { story: "Mei, when it was validated", by: "mei", state: "generalConfirmed", gives: "selfAccepted" },
  { story: "Lin may not", by: "lin", gives: "role-may-not" },
  { story: "Yu is of another enterprise", by: "yu", gives: "out-of-scope" },
  { story: "with nothing to show", input: { acceptanceReport: null }, gives: "input-invalid" },
  { story: "a major hazard never", state: "majorConfirmed", gives: "act-not-open-in-this-state" },
])("fixing on the spot: $story", ({ by = "mei", state = "found", input = {}, gives }) => {
  const entered = { acceptanceReport: "已补齐", ...input };
  expect(resultOf(tryOnHazard("fixOnTheSpot", { by, state, input: entered }))).toBe(gives);
});

const underWay = { ...wholePlan, firstDueOn: "2026-04-10" };

test.each<Row>([
  { story: "Su records", by: "su", gives: "rectifying" },
  { story: "while an extension is asked for", state: "extensionRequested", gives: "extensionRequested" },
  { story: "Wang may not", by: "wang", gives: "role-may-not" },
  { story: "Tong is of another enterprise", by: "tong", gives: "out-of-scope" },
  { story: "nothing", input: { progress: "" }, gives: "input-invalid" },
  { story: "before work starts", state: "planned", gives: "act-not-open-in-this-state" },
])("recording progress: $story", ({ by = "mei", state = "rectifying", input = {}, gives }) => {
  const given = { by, state, own: underWay, input: { progress: "已完成一半", ...input } };
  expect(resultOf(tryOnHazard("recordProgress", given))).toBe(gives);
});

describe("an extension", () => {
  const asked = {
    extensionUntil: "2026-05-10",
    reason: "备件未到",
    extensionControls: "停用设备，专人值守",
  };
  test.each<Row>([
    { story: "Su asks", by: "su", gives: "extensionRequested" },
    { story: "Mei asks", by: "mei", gives: "extensionRequested" },
    { story: "on the last day", on: "2026-04-10", gives: "extensionRequested" },
    { story: "on the day after the last", on: "2026-04-11", gives: "extension-after-expiry" },
    { story: "Lin may not ask", by: "lin", gives: "role-may-not" },
    { story: "Bai is of another enterprise", by: "bai", gives: "out-of-scope" },
    {
      story: "until the deadline itself",
      input: { extensionUntil: "2026-04-10" },
      gives: "extension-not-later",
    },
    { story: "without a reason", input: { reason: null }, gives: "input-invalid" },
    { story: "with nothing to keep people safe", input: { extensionControls: null }, gives: "input-invalid" },
    { story: "a second time", own: { extensionCount: 1 }, gives: "extensionRequested" },
    { story: "a third time", own: { extensionCount: 2 }, gives: "extensions-used-up" },
    { story: "while one waits", state: "extensionRequested", gives: "act-not-open-in-this-state" },
  ])("is asked for: $story", ({ by = "mei", state = "rectifying", own = {}, input = {}, on, gives }) => {
    const entry = { state, own: { ...underWay, ...own }, facts: ownedBy("xianggelila-yingji") };
    const given = { by, ...entry, input: { ...asked, ...input }, ...(on ? { on } : {}) };
    expect(resultOf(tryOnHazard("requestExtension", given))).toBe(gives);
  });

  test("names the controls that are missing, and offers those under which the hazard stands", () => {
    const { extensionControls: _, ...bare } = asked;
    const facts = ownedBy("xianggelila-yingji");
    const given = { state: "rectifying", own: underWay, facts };
    expect(tryOnHazard("requestExtension", { ...given, input: bare })).toHaveProperty("refusal.problems", [
      { field: "extensionControls", code: "required" },
    ]);
    const offered = (own: Values) =>
      actsFor(hazard, {
        entry: hazardEntry("rectifying", { ...underWay, ...own }),
        facts: plainFacts(facts),
        actor: person("mei"),
        now: "2026-03-10T01:00:00.000Z",
        day: "2026-03-10",
      }).find(({ name }) => name === "requestExtension")?.suggested;
    expect(offered({ controlled: true, controlDetails: "停用变电站" })).toEqual({
      extensionControls: "停用变电站",
    });
    expect(offered({ controlDetails: "停用变电站" })).toEqual({});
    expect(offered({ controlled: true, controlDetails: "停用变电站", extensionControls: "撤人" })).toEqual({
      extensionControls: "撤人",
    });
  });

  test("of the county's hazard waits for the prefecture's bureau, while the deadline runs on", () => {
    const facts = ownedBy("xianggelila-yingji");
    expect(
      tryOnHazard("requestExtension", { state: "rectifying", own: underWay, input: asked, facts }),
    ).toMatchObject({
      steps: [
        {
          after: {
            values: {
              approvingOrganisation: prefectureBureau,
              holder: prefectureBureau,
              dueOn: "2026-04-10",
            },
          },
        },
      ],
    });
  });

  const waiting = {
    ...underWay,
    extensionUntil: "2026-05-10",
    extensionRequestedBy: person("su").id,
    approvingOrganisation: prefectureBureau,
  };
  const within = { ...waiting, approvingOrganisation: enterpriseId("copper") };
  test.each<Row>([
    { story: "the head of the prefecture's bureau", by: "zhou", gives: "rectifying" },
    { story: "an inspector there may not", by: "duan", gives: "role-may-not" },
    { story: "Luo owns the hazard and stands no level above", by: "luo", gives: "approver-not-one-level-up" },
    { story: "He is head elsewhere", by: "he", gives: "out-of-scope" },
    {
      story: "Zhang of the committee's office was not asked",
      by: "zhang",
      gives: "approver-not-one-level-up",
    },
    {
      story: "Mei, of an enterprise's own hazard that Su asked for",
      by: "mei",
      own: within,
      gives: "rectifying",
    },
    {
      story: "Mei asked herself",
      by: "mei",
      own: { ...within, extensionRequestedBy: person("mei").id },
      gives: "requester-may-not-approve",
    },
    { story: "none is asked for", by: "zhou", state: "rectifying", gives: "act-not-open-in-this-state" },
  ])(
    "is approved or refused: $story",
    ({ by = "zhou", state = "extensionRequested", own = waiting, gives }) => {
      expect(resultOf(tryOnHazard("approveExtension", { by, state, own }))).toBe(gives);
      const input = { reason: "理由不充分" };
      expect(resultOf(tryOnHazard("refuseExtension", { by, state, own, input }))).toBe(gives);
    },
  );

  test("is refused with a reason, or not at all", () => {
    const decision = tryOnHazard("refuseExtension", {
      by: "zhou",
      state: "extensionRequested",
      own: waiting,
    });
    expect(decision).toHaveProperty("refusal.problems", [{ field: "reason", code: "required" }]);
  });

  test("that is approved moves the deadline and keeps the first; one that is refused moves nothing", () => {
    const given = { by: "zhou", state: "extensionRequested", own: waiting } as const;
    expect(tryOnHazard("approveExtension", given)).toMatchObject({
      steps: [{ after: { values: { dueOn: "2026-05-10", firstDueOn: "2026-04-10", extensionCount: 1 } } }],
    });
    const refused = tryOnHazard("refuseExtension", { ...given, input: { reason: "理由不充分" } });
    expect(refused).toMatchObject({ steps: [{ after: { values: { dueOn: "2026-04-10" } } }] });
    expect(refused).not.toHaveProperty("steps.0.after.values.extensionCount");
    expect(refused).not.toHaveProperty("steps.0.after.values.extensionUntil");
  });
});

test.each<Row>([
  { story: "Su accepts", by: "su", gives: "selfAccepted" },
  { story: "Mei accepts", by: "mei", gives: "selfAccepted" },
  { story: "while an extension is asked for", state: "extensionRequested", gives: "selfAccepted" },
  { story: "long after the deadline", on: "2026-06-01", gives: "selfAccepted" },
  { story: "Lin may not: she reviews", by: "lin", gives: "role-may-not" },
  { story: "Fang is of another enterprise", by: "fang", gives: "out-of-scope" },
  { story: "nobody says who accepted", input: { acceptancePersons: null }, gives: "input-invalid" },
  { story: "twice", state: "selfAccepted", gives: "act-not-open-in-this-state" },
])(
  "accepting one's own rectification: $story",
  ({ by = "mei", state = "rectifying", input = {}, on, gives }) => {
    const entered = {
      acceptanceReport: "接地电阻合格",
      acceptancePersons: "张三、李四",
      noPhotoReason: "防爆区域",
      ...input,
    };
    const given = { by, state, own: underWay, input: entered, ...(on ? { on } : {}) };
    expect(resultOf(tryOnHazard("selfAccept", given))).toBe(gives);
  },
);
