import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import {
  afterDoing,
  appeal,
  assessor,
  county,
  countyOffice,
  figures,
  ownScores,
  type Tried,
  tryOn,
} from "../../test/support/assessments.ts";
import { campaign, person, resultOf } from "../../test/support/builders.ts";
import { blankEntry } from "../register/entry.ts";
import type { Score } from "../register/scores.ts";
import { assessment } from "./assessment.ts";

type RowOf = Tried & { readonly story: string; readonly gives: string };

const of = (slug: string, year = "2025"): Tried => ({
  state: "",
  input: { unit: organisationId(slug), year },
});
const [leaders, oversight, publicity] = ownScores;
if (leaders === undefined || oversight === undefined || publicity === undefined)
  throw new Error("Three items");

describe("beginning an assessment", () => {
  const known = (state: string) => ({
    alike: [{ id: "x", number: "KH533401-2026-0001", title: "2025年度", state, day: "2026-01-05" }],
  });
  test.each<RowOf>([
    { story: "of a county", ...of("xianggelila-zhengfu"), gives: "selfScoring" },
    { story: "of the park", ...of("xianggelila-chanye-yuanqu"), gives: "selfScoring" },
    { story: "of a bureau of the prefecture", ...of("zhou-yingji"), gives: "selfScoring" },
    {
      story: "for a year that is not over",
      ...of("deqin-zhengfu", "2026"),
      gives: "assessment-year-not-over",
    },
    {
      story: "for a year before any scheme",
      ...of("deqin-zhengfu", "2023"),
      gives: "assessment-without-scheme",
    },
    { story: "of a county's bureau", ...of("deqin-yingji"), gives: "assessment-without-scheme" },
    { story: "of the prefecture itself", ...of("zhou-zhengfu"), gives: "assessment-without-scheme" },
    { story: "of the assessing office", ...of("zhou-anweiban"), gives: "assessment-of-itself" },
    {
      story: "of a unit for which that office acts",
      ...of("zhou-xuanchuanbu"),
      gives: "assessment-of-itself",
    },
    {
      story: "by a county's office",
      ...of("xianggelila-zhengfu"),
      by: "gesang",
      gives: "assessment-of-another-office",
    },
    { story: "by a bureau", ...of("xianggelila-zhengfu"), by: "zhou", gives: "role-may-not" },
    {
      story: "a second time",
      ...of("xianggelila-zhengfu"),
      facts: known("published"),
      gives: "assessment-opened-already",
    },
    {
      story: "anew after it was made void",
      ...of("xianggelila-zhengfu"),
      facts: known("void"),
      gives: "selfScoring",
    },
  ])("$story: $gives", ({ story: _, gives, ...tried }) => {
    expect(resultOf(tryOn("open", tried))).toBe(gives);
  });

  test("fixes the scheme of the year, who scores, who assesses and who decides on objections", () => {
    expect(afterDoing("open", of("xianggelila-zhengfu")).values).toMatchObject({
      title: "2025年度治本攻坚考核",
      region: "533401",
      handledBy: countyOffice,
      holder: countyOffice,
      assessor,
      appealTo: appeal,
      scheme: "government-2024",
      assessmentKey: `${county}/2025`,
      dueOn: "2026-03-24",
    });
    expect(afterDoing("open", of("zhou-yingji")).values.scheme).toBe("department-2024");
  });
});

const scoring = (selfScores: unknown): Tried => ({
  by: "gesang",
  state: "selfScoring",
  input: { selfScores },
});

describe("the own score", () => {
  test.each<RowOf>([
    { story: "of every judged item with its evidence", ...scoring(ownScores), gives: "toVerify" },
    {
      story: "of none for what was not done, without evidence",
      ...scoring([leaders, oversight, { item: "publicity", points: 0 }]),
      gives: "toVerify",
    },
    { story: "by another unit", ...scoring(ownScores), by: "zhang", gives: "assessment-of-another-unit" },
    { story: "by a leader", ...scoring(ownScores), by: "yang", gives: "role-may-not" },
    { story: "with an item left out", ...scoring([leaders, oversight]), gives: "assessment-item-missing" },
    { story: "with nothing in it", ...scoring([]), gives: "input-invalid" },
    {
      story: "of what recorded facts give",
      ...scoring([...ownScores, { item: "overdue", points: 15, reason: "已清零" }]),
      gives: "assessment-score-of-facts",
    },
    {
      story: "of an item that the scheme does not have",
      ...scoring([...ownScores, { item: "luck", points: 1, reason: "好" }]),
      gives: "assessment-item-unknown",
    },
    { story: "with an item twice", ...scoring([...ownScores, leaders]), gives: "assessment-item-twice" },
    {
      story: "of more than the item weighs",
      ...scoring([{ ...leaders, points: 10.5 }, oversight, publicity]),
      gives: "assessment-above-weight",
    },
    {
      story: "of no points told",
      ...scoring([{ item: "leaders", reason: "有" }, oversight, publicity]),
      gives: "assessment-points-missing",
    },
    {
      story: "of points without evidence",
      ...scoring([{ item: "leaders", points: 9 }, oversight, publicity]),
      gives: "assessment-reason-missing",
    },
    {
      story: "with a figure typed into it",
      ...scoring([{ ...leaders, value: 100 }, oversight, publicity]),
      gives: "input-invalid",
    },
  ])("$story: $gives", ({ story: _, gives, ...tried }) => {
    expect(resultOf(tryOn("selfScore", tried))).toBe(gives);
  });
});

const lower: Score = { item: "oversight", points: 6, reason: "督促函有5份无回函" };
const veto: Score = { item: "veto-false", reason: "台账补造，经核查属实" };

describe("verifying", () => {
  test.each<RowOf>([
    { story: "as the unit scored itself", gives: "verified" },
    { story: "with a deviation and its reason", input: { verifiedScores: [lower] }, gives: "verified" },
    { story: "with a veto and its facts", input: { vetoes: [veto] }, gives: "verified" },
    {
      story: "with a deviation without a reason",
      input: { verifiedScores: [{ item: "oversight", points: 6 }] },
      gives: "assessment-reason-missing",
    },
    {
      story: "with points for what facts give",
      input: { verifiedScores: [{ item: "on-time", points: 10, reason: "情况特殊" }] },
      gives: "assessment-score-of-facts",
    },
    {
      story: "with more than the item weighs",
      input: { verifiedScores: [{ ...lower, points: 9 }] },
      gives: "assessment-above-weight",
    },
    {
      story: "with a veto without facts",
      input: { vetoes: [{ item: "veto-false" }] },
      gives: "assessment-reason-missing",
    },
    {
      story: "with a veto that an indicator decides",
      input: { vetoes: [{ item: "veto-overdue", reason: "逾期多" }] },
      gives: "assessment-score-of-facts",
    },
    { story: "with a veto twice", input: { vetoes: [veto, veto] }, gives: "assessment-item-twice" },
    { story: "by the office of the county", by: "gesang", gives: "assessment-of-another-office" },
    { story: "before there is a score", state: "selfScoring", gives: "act-not-open-in-this-state" },
  ])("$story: $gives", ({ story: _, gives, ...tried }) => {
    expect(resultOf(tryOn("verify", tried))).toBe(gives);
  });

  test("is not done by whoever scored the unit, in another post", () => {
    const { selfScoredBy: gesang } = afterDoing("selfScore", scoring(ownScores)).values;
    expect(
      resultOf(tryOn("verify", { own: { selfScoredBy: gesang, assessor: countyOffice }, by: "gesang" })),
    ).toBe("assessment-own-verification");
    expect(
      resultOf(
        tryOn("sendBack", {
          own: { selfScoredBy: gesang, assessor: countyOffice },
          by: "gesang",
          input: { reason: "x" },
        }),
      ),
    ).toBe("assessment-own-verification");
  });

  test("fixes points, figures, score and grade as they are at the moment", () => {
    const { values } = afterDoing("verify", { input: { verifiedScores: [lower] } });
    expect(values).toMatchObject({
      score: 89.5,
      gradeId: "good",
      grade: "良好",
      objectionUntil: "2026-03-17",
    });
    expect(values.figures).toEqual(figures);
    expect(values.result).toEqual(
      expect.arrayContaining([
        { item: "overdue", points: 9 },
        { item: "self-found", points: 10 },
        { item: "oversight", points: 6 },
        { item: "leaders", points: 9 },
      ]),
    );
  });

  test("asks for the figures of the unit's own share over the year", () => {
    const wanted = (slug: string) =>
      assessment.acts.verify?.facts?.figures?.({
        entry: { ...blankEntry("assessment", "x"), values: { unit: organisationId(slug), year: "2025" } },
        input: {},
        actor: person("zhang"),
        day: "2026-03-10",
        pack: campaign.pack,
        organisation: (id) => organisationFact(campaign, id),
        packId: (id) => campaign.organisations.get(id)?.id,
        isToldBySector: () => true,
      }) ?? [];
    expect(wanted("xianggelila-zhengfu")[1]).toEqual({
      indicator: "major-overdue",
      cut: { region: "533401" },
      from: "2025-01-01",
      to: "2025-12-31",
    });
    expect(wanted("xianggelila-chanye-yuanqu")[0]?.cut).toEqual({
      region: "5334",
      park: organisationId("xianggelila-chanye-yuanqu"),
    });
    expect(wanted("zhou-yingji")[0]?.cut.sectors).toContain("S04");
    expect(wanted("zhou-zhengfu")).toEqual([]);
  });

  test("caps the grade by a veto and leaves the score", () => {
    const { values } = afterDoing("verify", { input: { vetoes: [veto] } });
    expect(values).toMatchObject({ score: 91, gradeId: "failed" });
    expect(values.vetoesMet).toEqual([{ item: "veto-false" }]);
  });
});

describe("objecting, deciding and publishing", () => {
  const objecting = { by: "gesang", state: "verified", input: { objection: "两项隐患已申请延期" } } as const;
  const deciding = { by: "yang", state: "objected", input: { decision: "维持" } } as const;
  test.each<RowOf & { readonly act: string }>([
    { story: "the unit agrees", act: "agree", by: "gesang", state: "verified", gives: "confirmed" },
    {
      story: "another agrees for it",
      act: "agree",
      by: "zhang",
      state: "verified",
      gives: "assessment-of-another-unit",
    },
    { story: "the unit objects", act: "raiseObjection", ...objecting, gives: "objected" },
    { story: "on the last day", act: "raiseObjection", ...objecting, on: "2026-03-17", gives: "objected" },
    {
      story: "a day late",
      act: "raiseObjection",
      ...objecting,
      on: "2026-03-18",
      gives: "assessment-objection-late",
    },
    {
      story: "a second time",
      act: "raiseObjection",
      ...objecting,
      state: "confirmed",
      gives: "act-not-open-in-this-state",
    },
    {
      story: "another unit objects",
      act: "raiseObjection",
      ...objecting,
      by: "gao",
      own: { unit: organisationId("xianggelila-chanye-yuanqu") },
      gives: "assessment-of-another-unit",
    },
    { story: "the government decides", act: "decide", ...deciding, gives: "confirmed" },
    {
      story: "the office that verified decides",
      act: "decide",
      ...deciding,
      by: "zhang",
      gives: "role-may-not",
    },
    {
      story: "another government decides",
      act: "decide",
      ...deciding,
      own: { appealTo: county, unit: appeal },
      gives: "assessment-decided-elsewhere",
    },
    { story: "the office publishes what was agreed", act: "publish", state: "confirmed", gives: "published" },
    {
      story: "it publishes while the unit may object",
      act: "publish",
      state: "verified",
      on: "2026-03-17",
      gives: "assessment-objection-open",
    },
    {
      story: "it publishes once the time is over",
      act: "publish",
      state: "verified",
      on: "2026-03-18",
      gives: "published",
    },
    {
      story: "the unit publishes",
      act: "publish",
      by: "gesang",
      state: "confirmed",
      gives: "assessment-of-another-office",
    },
    {
      story: "it is made void before it is verified",
      act: "void",
      state: "toVerify",
      input: { reason: "单位撤并" },
      gives: "void",
    },
    {
      story: "it is made void after",
      act: "void",
      state: "verified",
      input: { reason: "x" },
      gives: "act-not-open-in-this-state",
    },
    {
      story: "the unit makes it void",
      act: "void",
      by: "gesang",
      state: "toVerify",
      input: { reason: "x" },
      gives: "assessment-of-another-office",
    },
    {
      story: "it is sent back",
      act: "sendBack",
      state: "toVerify",
      input: { reason: "缺佐证" },
      gives: "selfScoring",
    },
  ])("$story: $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  test("whoever scored, verified or objected does not decide", () => {
    for (const field of ["selfScoredBy", "verifiedBy", "objectedBy"]) {
      const { decidedBy } = afterDoing("decide", deciding).values;
      expect(resultOf(tryOn("decide", { ...deciding, own: { [field]: decidedBy } })), field).toBe(
        "assessment-own-decision",
      );
    }
  });

  test("a decision fixes the score anew, by what it changes and by the figures that were mended meanwhile", () => {
    const input = {
      decision: "采纳",
      verifiedScores: [{ item: "publicity", points: 7, reason: "补充材料属实" }],
    };
    expect(afterDoing("decide", { ...deciding, input }).values).toMatchObject({
      score: 92.5,
      gradeId: "excellent",
    });
  });

  test("a veto stands until the decision takes it back", () => {
    const own = { vetoes: [veto] };
    expect(afterDoing("decide", { ...deciding, own }).values).toMatchObject({ gradeId: "failed" });
    const input = { ...deciding.input, vetoes: null };
    expect(afterDoing("decide", { ...deciding, own, input }).values).toMatchObject({ gradeId: "excellent" });
  });

  test("the grade stays as it was fixed when it is published", () => {
    const before = afterDoing("verify", { input: { verifiedScores: [lower] } }).values;
    const { values } = afterDoing("publish", { state: "confirmed", own: before });
    expect(values.result).toEqual(before.result);
    expect(values).toMatchObject({
      score: 89.5,
      grade: "良好",
      publishedOn: "2026-03-10",
      closedOn: "2026-03-10",
    });
  });
});
