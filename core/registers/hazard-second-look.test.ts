import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { criteriaOf, person, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { StoredFile, Values } from "../register/field.ts";

const bureau = person("lin").organisation;
const ofEnterprise: Values = {
  owningOrganisation: enterpriseId("copper"),
  owningLevel: "enterprise",
  level: "general",
};
const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

describe("a department judges again what an enterprise judged", () => {
  test.each<Row>([
    { story: "Lin takes up a general hazard under way", by: "lin", gives: "found" },
    { story: "Luo takes up one that is closed", by: "luo", state: "closed", gives: "found" },
    { story: "Lin takes up one that was dismissed", by: "lin", state: "dismissed", gives: "found" },
    { story: "Gu's certificate has run out", by: "gu", gives: "certificate-not-valid" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "Chen is of another county", by: "chen", gives: "out-of-scope" },
    { story: "what is major already", by: "lin", own: { level: "major" }, gives: "already-major" },
    { story: "without a reason", by: "lin", input: { reason: null }, gives: "input-invalid" },
  ])("$story", ({ by, state = "rectifying", own = {}, input = {}, gives }) => {
    const given = { by, state, own: { ...ofEnterprise, ...own }, input: { reason: "复核发现", ...input } };
    expect(resultOf(tryOnHazard("rejudge", given))).toBe(gives);
  });

  test("and answers for it from there on", () => {
    const given = { by: "lin" as const, state: "closed", own: ofEnterprise, input: { reason: "复核发现" } };
    const values = valuesOf(tryOnHazard("rejudge", given));
    expect(values).toMatchObject({ owningOrganisation: bureau, owningLevel: "county", holder: bureau });
    for (const gone of ["level", "closedOn", "validatedBy"]) expect(values).not.toHaveProperty(gone);
  });
});

describe("the receipt of a report", () => {
  test.each<Row>([
    { story: "Lin takes it in", by: "lin", gives: "reported" },
    { story: "Luo does, when work has begun", by: "luo", state: "rectifying", gives: "rectifying" },
    { story: "Duan does not own it", by: "duan", gives: "not-the-owning-level" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "twice", by: "lin", own: { acknowledgedOn: "2026-03-01" }, gives: "nothing-to-acknowledge" },
    { story: "of a general hazard", by: "lin", own: { level: "general" }, gives: "nothing-to-acknowledge" },
  ])("$story", ({ by, state = "reported", own, gives }) => {
    expect(resultOf(tryOnHazard("acknowledge", { by, state, own }))).toBe(gives);
  });
});

describe("what is not settled in passing", () => {
  const fixed = { acceptanceReport: "已处理" };
  test.each<Row>([
    { story: "a small thing that Su found", gives: "selfAccepted" },
    { story: "what must stop production", own: { mustStop: true }, gives: "must-be-judged-first" },
    { story: "what cites a clause", own: { criteriaItem: "GM/3-2" }, gives: "must-be-judged-first" },
    {
      story: "what was judged general by two",
      state: "generalConfirmed",
      own: { criteriaItem: "GM/3-2" },
      gives: "selfAccepted",
    },
  ])("$story", ({ state = "found", own, gives }) => {
    expect(resultOf(tryOnHazard("fixOnTheSpot", { by: "su", state, own, input: fixed }))).toBe(gives);
  });
});

describe("a major hazard of a sector", () => {
  const judged = { judgementReason: "可能造成群死群伤" };
  const item = { id: "GM/3-2", from: "2023-05-15", article: "", text: { zh: "条", en: "item" } };
  test.each<Row>([
    { story: "with criteria takes one of them", facts: { checklist: [item] }, gives: "criteria-item-needed" },
    {
      story: "with some of its criteria takes one of them",
      facts: { checklist: [item], checklistWhole: false },
      gives: "criteria-not-whole",
    },
    {
      story: "with some of its criteria, by one that is not there and an expert's opinion",
      facts: { checklist: [item], checklistWhole: false },
      input: { expertOpinion: "符合标准第8.3条，条款库未收录" },
      gives: "majorProposed",
    },
    {
      story: "with all of its criteria, and an expert's opinion for want of any",
      facts: { checklist: [item], checklistWhole: true },
      input: { expertOpinion: "属实" },
      gives: "criteria-item-needed",
    },
    {
      story: "without criteria takes an expert",
      facts: { checklist: [] },
      gives: "no-criteria-without-expert",
    },
    {
      story: "without criteria, with an expert's opinion",
      facts: { checklist: [] },
      input: { expertOpinion: "符合重大事故隐患定义" },
      gives: "majorProposed",
    },
  ])("$story", ({ facts, input = {}, gives }) => {
    expect(resultOf(tryOnHazard("proposeMajor", { by: "su", input: { ...judged, ...input }, facts }))).toBe(
      gives,
    );
  });

  test("keeps what its item said, whatever a pack says later", () => {
    const given = {
      by: "su" as const,
      input: { ...judged, criteriaItem: "GM/3-2" },
      facts: criteriaOf("GM/3-2"),
    };
    const { criteriaText } = valuesOf(tryOnHazard("proposeMajor", given));
    expect(criteriaText).toBe(criteriaOf("GM/3-2").criteria?.criteriaItem?.says);
    expect(String(criteriaText)).toMatch(/特种作业/);
  });
});

describe("a rest buys no time", () => {
  const controlled = { controlled: true, controlledBy: bureau };
  test.each<Row>([
    {
      story: "longer than half a year",
      input: { suspendedUntil: "2026-09-07" },
      gives: "suspension-too-long",
    },
    { story: "half a year", input: { suspendedUntil: "2026-09-06" }, gives: "suspended" },
    { story: "a second time", own: { suspensionCount: 1 }, gives: "suspensions-used-up" },
  ])("$story", ({ own = {}, input = {}, gives }) => {
    const given = { by: "luo" as const, state: "rectifying", own: { ...controlled, ...own } };
    const entered = { suspendedUntil: "2026-04-01", reason: "大雪封路", ...input };
    expect(resultOf(tryOnHazard("suspend", { ...given, input: entered }))).toBe(gives);
  });

  const resting = {
    ...controlled,
    asideFrom: "rectifying",
    stateSince: "2026-02-28",
    suspendedUntil: "2026-04-01",
    rectifyBy: "2026-03-20",
  };
  test.each<Row>([
    { story: "the ten days that it rested", input: { rectifyBy: "2026-03-30" }, gives: "rectifying" },
    { story: "a day more", input: { rectifyBy: "2026-03-31" }, gives: "due-beyond-the-rest" },
  ])("resumed with $story", ({ input, gives }) => {
    expect(resultOf(tryOnHazard("resume", { by: "luo", state: "suspended", own: resting, input }))).toBe(
      gives,
    );
  });
});

describe("what comes back from aside", () => {
  const aside = { transferTo: person("duan").organisation, stateSince: "2026-03-05", asideDue: "2026-03-08" };
  test("has as many days left as it had, where its step has a clock", () => {
    const own = { ...aside, asideFrom: "selfAccepted" };
    const back = tryOnHazard("withdrawTransfer", { by: "lin", state: "transferring", own });
    expect(valuesOf(back)).toMatchObject({ dueOn: "2026-03-13" });
    expect(valuesOf(back)).not.toHaveProperty("asideDue");
  });

  test("has its own deadline moved by what a department took", () => {
    const own = { ...aside, asideFrom: "rectifying", rectifyBy: "2026-03-08" };
    const back = tryOnHazard("acceptTransfer", { by: "duan", state: "transferring", own });
    expect(valuesOf(back)).toMatchObject({ dueOn: "2026-03-13", rectifyBy: "2026-03-13" });
  });

  test("wins nothing by an objection that was withdrawn", () => {
    const own = { stateSince: "2026-03-05", asideFrom: "rectifying", rectifyBy: "2026-03-08" };
    const back = tryOnHazard("withdrawDispute", { by: "mei", state: "disputed", own });
    expect(valuesOf(back)).toMatchObject({ dueOn: "2026-03-08" });
  });

  test("defied before there was a plan, it keeps the deadline of the step that was ignored", () => {
    const given = { by: "luo" as const, state: "majorConfirmed", own: { dueOn: "2026-03-01" } };
    const order = { defianceOrder: "责改〔2026〕3号", reason: "拒不报告" };
    expect(valuesOf(tryOnHazard("declareDefied", { ...given, input: order }))).toMatchObject({
      dueOn: "2026-03-01",
    });
  });
});

describe("a value that is cleared is judged as cleared", () => {
  const photo: StoredFile = {
    id: idOfName("p"),
    hash: "ab",
    name: "一.jpg",
    type: "image/jpeg",
    sizeBytes: 9,
  };
  const paper: StoredFile = { ...photo, id: idOfName("paper"), type: "application/pdf" };
  const accepted = { acceptanceReport: "合格", acceptancePersons: "张三" };
  const both = { photos: [photo], afterPhotos: [photo] };
  test.each<Row>([
    { story: "both photos stand", own: both, gives: "selfAccepted" },
    {
      story: "they are taken away",
      own: both,
      input: { photos: null, afterPhotos: null },
      gives: "photos-missing",
    },
    {
      story: "the reason is taken away",
      own: { noPhotoReason: "防爆" },
      input: { noPhotoReason: null },
      gives: "photos-missing",
    },
    {
      story: "a paper shows no place",
      own: { photos: [photo], afterPhotos: [paper] },
      gives: "photos-missing",
    },
  ])("accepting a major hazard: $story", ({ own, input = {}, gives }) => {
    const given = { by: "su" as const, state: "rectifying", own, input: { ...accepted, ...input } };
    expect(resultOf(tryOnHazard("selfAccept", given))).toBe(gives);
  });

  test.each<Row>([
    { story: "photos", own: { photos: [photo] }, input: { photos: [] }, gives: "finding-taken-back" },
    {
      story: "the order to stop",
      own: { mustStop: true },
      input: { mustStop: null },
      gives: "finding-taken-back",
    },
    {
      story: "the description",
      own: { description: "渗水" },
      input: { description: null },
      gives: "finding-taken-back",
    },
    {
      story: "nothing",
      own: { photos: [photo], description: "渗水" },
      input: { harm: "坍塌" },
      gives: "found",
    },
  ])("adding to a finding takes away $story", ({ own, input, gives }) => {
    expect(resultOf(tryOnHazard("supplement", { by: "su", own, input }))).toBe(gives);
  });

  test("a reviewer still sees that photos are missing", () => {
    const own = { acceptanceReport: "合格", noPhotoReason: "防爆" };
    const given = { by: "lin" as const, state: "selfAccepted", own, input: { reviewOpinion: "到位" } };
    const officer = { officer: { certificateFrom: "2024-01-01" } };
    expect(valuesOf(tryOnHazard("review", { ...given, facts: officer })).evidenceGaps).toEqual(["none"]);
  });
});

test("the staff was not told before the hazard was found", () => {
  const given = {
    owningOrganisation: bureau,
    reportMethod: "system",
    staffReport: "congress",
    staffReportedOn: "2026-03-09",
  };
  expect(
    resultOf(
      tryOnHazard("report", {
        by: "mei",
        state: "majorConfirmed",
        input: given,
        facts: {
          organisations: {
            owningOrganisation: { id: bureau, level: "county", region: "533401", supervises: "all" },
          },
        },
      }),
    ),
  ).toBe("staff-report-missing");
});
