import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { aBriefing, signing } from "../../test/support/briefing-journeys.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { FrozenFigure } from "../register/figures.ts";
import { briefing } from "./briefing.ts";

const id = idOfName("test-briefing");
const office = organisationId("zhou-anweiban");
const county = organisationId("xianggelila-anweiban");
const park = organisationId("xianggelila-chanye-yuanqu");
const bureau = organisationId("zhou-yingji");
const government = organisationId("zhou-zhengfu");

const figure = (value: number): FrozenFigure => ({
  indicator: "hazards-found",
  name: { zh: "发现隐患", en: "Hazards found" },
  formula: { unit: "item", counts: { count: "hazard.found", over: "period" } },
  cut: { region: "5334" },
  place: { zh: "全州", en: "All" },
  from: "2026-02-01",
  to: "2026-02-28",
  asOf: "2026-03-09",
  value,
  counted: value,
});

function briefingEntry(state: string, own: Values = {}, of = id): Entry {
  if (state === "") return blankEntry("briefing", of);
  const values = {
    ...aBriefing,
    every: "month",
    periodFrom: "2026-02-01",
    periodTo: "2026-02-28",
    figures: [figure(7)],
    issuer: office,
    region: "5334",
    draftedBy: person("zhang").id,
    openedOn: firstDay,
    stateSince: firstDay,
    ...(state === "drawnUp" ? {} : { sentBy: person("zhang").id, signer: government }),
    ...own,
  };
  return { id: of, register: "briefing", version: 3, state, values };
}

const tryOn = (
  act: string,
  { by = "zhang", state = "drawnUp", own = {}, input = {}, facts = {} }: Partial<Row>,
) => {
  const issuer = organisationFact(campaign, office);
  return decide({
    register: briefing,
    entry: briefingEntry(state, own),
    facts: plainFacts({
      places: placeFacts(campaign, briefing, input),
      figures: [figure(9)],
      organisations: issuer ? { issuer } : {},
      ...facts,
    }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
};
const entriesAfter = (act: string, tried: Partial<Row>) => {
  const decision = tryOn(act, tried);
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps.map(({ after }) => after);
};
const earlier = briefingEntry("circulated", {}, idOfName("test-briefing-corrected"));
const correcting = { ...aBriefing, corrects: earlier.id };
const out = { awaited: [county, park], recipients: [county, park] } as Values;

describe("a briefing", () => {
  test.each<Partial<Row> & { readonly story: string; readonly act: string; readonly gives: string }>([
    { story: "the office draws it up", act: "drawUp", state: "", input: aBriefing, gives: "drawnUp" },
    {
      story: "a bureau does not",
      act: "drawUp",
      by: "zhou",
      state: "",
      input: aBriefing,
      gives: "role-may-not",
    },
    {
      story: "not of a month that still runs",
      act: "drawUp",
      state: "",
      input: { ...aBriefing, period: "2026-03" },
      gives: "briefing-period-not-over",
    },
    {
      story: "nor of a year that does",
      act: "redraw",
      input: { ...aBriefing, period: "2026" },
      gives: "briefing-period-not-over",
    },
    {
      story: "nor by an indicator that the pack does not have",
      act: "drawUp",
      state: "",
      input: { ...aBriefing, indicators: ["clicks"] },
      gives: "input-invalid",
    },
    {
      story: "nor naming a unit to which it does not go",
      act: "drawUp",
      state: "",
      input: { ...aBriefing, criticisedUnits: [bureau] },
      gives: "briefing-named-not-addressed",
    },
    {
      story: "nor correcting another office's",
      act: "drawUp",
      by: "gesang",
      state: "",
      input: correcting,
      facts: { entries: { corrects: earlier } },
      gives: "briefing-corrects-another-offices",
    },
    {
      story: "nor one that was not issued",
      act: "drawUp",
      state: "",
      input: correcting,
      facts: { entries: { corrects: { ...earlier, state: "toSign" } } },
      gives: "briefing-not-to-correct",
    },
    {
      story: "nor one that is out of sight",
      act: "drawUp",
      state: "",
      input: correcting,
      gives: "input-invalid",
    },
    {
      story: "another office does not redraw it",
      act: "redraw",
      by: "gesang",
      own: { region: "533401" },
      input: aBriefing,
      gives: "briefing-of-another-office",
    },
    { story: "it is sent to be signed", act: "sendToSign", gives: "toSign" },
    {
      story: "and then not redrawn",
      act: "redraw",
      state: "toSign",
      input: aBriefing,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "whoever signs returns it with a reason",
      act: "returnDraft",
      by: "yang",
      state: "toSign",
      input: { reason: "请核对" },
      gives: "drawnUp",
    },
    {
      story: "another office does not",
      act: "returnDraft",
      by: "gesang",
      state: "toSign",
      own: { region: "533401" },
      input: { reason: "请核对" },
      gives: "briefing-signed-elsewhere",
    },
    {
      story: "a leader signs it",
      act: "signAndIssue",
      by: "yang",
      state: "toSign",
      input: signing,
      gives: "circulated",
    },
    {
      story: "another officer of the office may",
      act: "signAndIssue",
      state: "toSign",
      own: { draftedBy: person("gesang").id, sentBy: person("gesang").id },
      input: signing,
      gives: "circulated",
    },
    {
      story: "whoever drew it up does not",
      act: "signAndIssue",
      state: "toSign",
      input: signing,
      gives: "briefing-own-signature",
    },
    {
      story: "nor another office",
      act: "signAndIssue",
      by: "gesang",
      state: "toSign",
      own: { region: "533401" },
      input: signing,
      gives: "briefing-signed-elsewhere",
    },
    {
      story: "nor under a number of last year",
      act: "signAndIssue",
      by: "yang",
      state: "toSign",
      input: { issueYear: "2025" },
      gives: "briefing-number-of-another-year",
    },
    {
      story: "nor where the one that it corrects is out of sight",
      act: "signAndIssue",
      by: "yang",
      state: "toSign",
      own: { corrects: earlier.id },
      input: signing,
      gives: "briefing-out-of-sight",
    },
    {
      story: "nor where that was superseded meanwhile",
      act: "signAndIssue",
      by: "yang",
      state: "toSign",
      own: { corrects: earlier.id },
      facts: { entries: { corrects: { ...earlier, state: "superseded" } } },
      input: signing,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "before its issue it is withdrawn",
      act: "abandon",
      state: "toSign",
      input: { reason: "口径有误" },
      gives: "abandoned",
    },
    { story: "and not without a reason", act: "abandon", gives: "input-invalid" },
    {
      story: "nor after it",
      act: "abandon",
      state: "circulated",
      own: out,
      input: { reason: "口径有误" },
      gives: "act-not-open-in-this-state",
    },
    {
      story: "a unit acknowledges it",
      act: "acknowledge",
      by: "gesang",
      state: "circulated",
      own: out,
      gives: "circulated",
    },
    {
      story: "not one to which it does not go",
      act: "acknowledge",
      by: "zhou",
      state: "circulated",
      own: out,
      gives: "briefing-not-addressed",
    },
    {
      story: "the last one does so as the last",
      act: "acknowledge",
      by: "gesang",
      state: "circulated",
      own: { ...out, awaited: [county] },
      gives: "briefing-last-awaited",
    },
    {
      story: "and then it is acknowledged by all",
      act: "acknowledgeLast",
      by: "gesang",
      state: "circulated",
      own: { ...out, awaited: [county] },
      gives: "acknowledged",
    },
    {
      story: "and not before",
      act: "acknowledgeLast",
      by: "gesang",
      state: "circulated",
      own: out,
      gives: "briefing-awaited-elsewhere",
    },
    {
      story: "nobody supersedes one by hand",
      act: "supersede",
      state: "circulated",
      own: out,
      input: { supersededBy: earlier.id },
      gives: "role-may-not",
    },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  test("keeps the figures that were counted as it was drawn up, and its issue does not move them", () => {
    const [drawn] = entriesAfter("drawUp", { state: "", input: aBriefing });
    expect(drawn?.values).toMatchObject({
      figures: [figure(9)],
      every: "month",
      periodFrom: "2026-02-01",
      periodTo: "2026-02-28",
      issuer: office,
      region: "5334",
      draftedBy: person("zhang").id,
    });
    const [issued] = entriesAfter("signAndIssue", { by: "yang", state: "toSign", input: signing });
    expect(issued?.values.figures).toEqual([figure(7)]);
  });

  test("waits for the government's leader, and is nobody's to see but the office's until then", () => {
    const [sent] = entriesAfter("sendToSign", {});
    expect(sent?.values).toMatchObject({
      holder: government,
      signer: government,
      sentBy: person("zhang").id,
    });
    expect(sent?.values.recipients).toBeUndefined();
  });

  test("is numbered after those of its office and year, and goes to those who must acknowledge it", () => {
    const [issued] = entriesAfter("signAndIssue", {
      by: "yang",
      state: "toSign",
      input: signing,
      facts: { counts: { ofYear: 4 } },
    });
    expect(issued?.values).toMatchObject({
      issueNumber: "通报〔2026〕5号",
      issueKey: `${office}/2026/5`,
      issuedOn: firstDay,
      issuedBy: person("yang").id,
      recipients: [county, park],
      awaited: [county, park],
    });
  });

  test("is not awaited by whoever has acknowledged it", () => {
    const [one] = entriesAfter("acknowledge", { by: "gesang", state: "circulated", own: out });
    expect(one?.values.awaited).toEqual([park]);
    const last = { ...out, awaited: [county] };
    const [all] = entriesAfter("acknowledgeLast", { by: "gesang", state: "circulated", own: last });
    expect(all?.values.awaited).toBeUndefined();
    expect(all?.values.closedOn).toBe(firstDay);
  });

  test("supersedes the one that it corrects as it is issued", () => {
    const [own, old] = entriesAfter("signAndIssue", {
      by: "yang",
      state: "toSign",
      own: { corrects: earlier.id },
      input: signing,
      facts: { entries: { corrects: earlier } },
    });
    expect(own?.state).toBe("circulated");
    expect(old).toMatchObject({ id: earlier.id, state: "superseded", values: { supersededBy: id } });
  });
});
