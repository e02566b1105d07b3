import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { aDocument, consulting, issuing, sending } from "../../test/support/document-journeys.ts";
import { report } from "../../test/support/tasks.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { document } from "./document.ts";
import { documentOpenings } from "./document-duty.ts";

const id = idOfName("test-document");
const bureau = organisationId("zhou-yingji");
const draft = [report.id];
const consulted = { ...consulting, draft };
const sent = { ...sending, draft };
const issued = { ...issuing, text: draft };

/** A document of the prefecture's bureau, due at the end of June, that its committee's office listed in March. */
function documentEntry(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("document", id);
  const values = {
    ...aDocument,
    region: "5334",
    handledBy: bureau,
    assignedBy: organisationId("zhou-anweiban"),
    firstDueOn: aDocument.due,
    openedOn: firstDay,
    stateSince: firstDay,
    consultedUntil: firstDay,
    ...(["legalReview", "cleared"].includes(state)
      ? { legalReviewer: bureau, sentBy: person("zhou").id }
      : {}),
    ...(state === "cleared" ? { legalReviewedOn: "2026-03-09" } : {}),
    ...(state === "issued" ? { issuedOn: "2026-03-05", effectiveFrom: "2026-03-05" } : {}),
    ...own,
  };
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return { id, register: "document", version: 3, state, values: Object.fromEntries(kept) };
}

function tryOn(act: string, { by = "zhou", state = "drafting", own = {}, input = {} }: Partial<Row>) {
  const named = ["unit", "legalReviewer"].flatMap((field) => {
    const fact = typeof input[field] === "string" && organisationFact(campaign, String(input[field]));
    return fact ? [[field, fact] as const] : [];
  });
  return decide({
    register: document,
    entry: documentEntry(state, own),
    facts: plainFacts({
      places: placeFacts(campaign, document, input),
      organisations: Object.fromEntries(named),
      files: { [report.id]: report },
    }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const without = (name: string) =>
  Object.fromEntries(Object.entries(aDocument).filter(([field]) => field !== name));

describe("a document", () => {
  test.each<Partial<Row> & { readonly story: string; readonly act: string; readonly gives: string }>([
    {
      story: "the office lists it",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: aDocument,
      gives: "planned",
    },
    { story: "a bureau does not", act: "listDocument", state: "", input: aDocument, gives: "role-may-not" },
    {
      story: "nor for a county's bureau",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: { ...aDocument, unit: organisationId("deqin-yingji") },
      gives: "task-beyond-own-level",
    },
    {
      story: "nor with the leading unit as a joint one",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: { ...aDocument, joint: [bureau] },
      gives: "task-unit-is-joint",
    },
    {
      story: "nor due yesterday",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: { ...aDocument, due: "2026-03-09" },
      gives: "task-due-in-the-past",
    },
    {
      story: "nor by a measure that the plan does not have",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: { ...aDocument, measure: 39 },
      gives: "measure-not-in-plan",
    },
    {
      story: "nor by a clause that the measure does not have",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: { ...aDocument, clause: 4 },
      gives: "clause-not-in-plan",
    },
    {
      story: "nor by a clause of no measure",
      act: "listDocument",
      by: "zhang",
      state: "",
      input: without("measure"),
      gives: "clause-without-measure",
    },
    { story: "its unit drafts it", act: "startDraft", state: "planned", gives: "drafting" },
    {
      story: "another does not",
      act: "startDraft",
      by: "zhang",
      state: "planned",
      gives: "task-of-another-unit",
    },
    { story: "it is consulted on", act: "consult", input: consulted, gives: "consultation" },
    { story: "not without a draft", act: "consult", input: consulting, gives: "input-invalid" },
    {
      story: "nor until yesterday",
      act: "consult",
      input: { ...consulted, consultedUntil: "2026-03-09" },
      gives: "document-consultation-in-the-past",
    },
    {
      story: "then it goes to the legal review",
      act: "sendToReview",
      state: "consultation",
      input: sent,
      gives: "legalReview",
    },
    {
      story: "or to the department of justice",
      act: "sendToReview",
      state: "consultation",
      input: { ...sent, legalReviewer: organisationId("zhou-sifa") },
      gives: "legalReview",
    },
    {
      story: "not while the consultation runs",
      act: "sendToReview",
      state: "consultation",
      own: { consultedUntil: "2026-03-11" },
      input: sent,
      gives: "document-consultation-runs",
    },
    {
      story: "nor to a county's department",
      act: "sendToReview",
      state: "consultation",
      input: { ...sent, legalReviewer: organisationId("deqin-sifa") },
      gives: "document-legal-reviewer-elsewhere",
    },
    {
      story: "another of the unit clears it",
      act: "clear",
      by: "duan",
      state: "legalReview",
      input: { legalOpinion: "合法" },
      gives: "cleared",
    },
    {
      story: "who sent it does not",
      act: "clear",
      state: "legalReview",
      input: { legalOpinion: "合法" },
      gives: "document-own-review",
    },
    {
      story: "nor another unit",
      act: "clear",
      by: "zhang",
      state: "legalReview",
      input: { legalOpinion: "合法" },
      gives: "document-reviewed-elsewhere",
    },
    {
      story: "it is sent back with a reason",
      act: "sendBack",
      by: "duan",
      state: "legalReview",
      input: { reason: "缺少依据" },
      gives: "drafting",
    },
    {
      story: "and not without",
      act: "sendBack",
      by: "duan",
      state: "legalReview",
      gives: "input-invalid",
    },
    {
      story: "its unit takes it back",
      act: "recall",
      state: "legalReview",
      input: { reason: "补充意见" },
      gives: "consultation",
    },
    { story: "it is issued", act: "issue", state: "cleared", input: issued, gives: "issued" },
    {
      story: "not without its text",
      act: "issue",
      state: "cleared",
      input: issuing,
      gives: "input-invalid",
    },
    {
      story: "nor before it was cleared",
      act: "issue",
      state: "cleared",
      input: { ...issued, issuedOn: "2026-03-08" },
      gives: "document-issued-outside",
    },
    {
      story: "nor in force before its issue",
      act: "issue",
      state: "cleared",
      input: { ...issued, effectiveFrom: "2026-03-01" },
      gives: "document-in-force-before-issue",
    },
    {
      story: "nor until a day before that",
      act: "issue",
      state: "cleared",
      input: { ...issued, validUntil: "2026-03-31" },
      gives: "document-validity-turned",
    },
    {
      story: "nor straight from the draft",
      act: "issue",
      input: issued,
      gives: "act-not-open-in-this-state",
    },
    {
      story: "what was issued before it was listed is recorded",
      act: "recordIssued",
      state: "planned",
      input: { ...issued, issuedOn: "2025-06-01" },
      gives: "issued",
    },
    {
      story: "not what was issued since",
      act: "recordIssued",
      state: "planned",
      input: issued,
      gives: "document-issued-since-listed",
    },
    {
      story: "nor what was before the campaign",
      act: "recordIssued",
      state: "planned",
      input: { ...issued, issuedOn: "2022-06-01" },
      gives: "document-issued-before-campaign",
    },
    {
      story: "the office moves the day",
      act: "moveDue",
      by: "zhang",
      input: { due: "2026-09-30", reason: "等待省级文件" },
      gives: "drafting",
    },
    {
      story: "another office does not",
      act: "moveDue",
      by: "gesang",
      own: { region: "533401" },
      input: { due: "2026-09-30", reason: "等待省级文件" },
      gives: "document-assigned-elsewhere",
    },
    {
      story: "it is replaced",
      act: "replace",
      state: "issued",
      input: { endedOn: firstDay, successor: "迪政发〔2026〕1号", reason: "新规定施行" },
      gives: "replaced",
    },
    {
      story: "not before it was issued",
      act: "repeal",
      state: "issued",
      input: { endedOn: "2026-03-04", reason: "过时" },
      gives: "document-ended-outside",
    },
    {
      story: "what is issued is not made void",
      act: "void",
      by: "zhang",
      state: "issued",
      input: { reason: "误登" },
      gives: "act-not-open-in-this-state",
    },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  test("a moved day leaves the first one", () => {
    const decision = tryOn("moveDue", { by: "zhang", input: { due: "2026-09-30", reason: "等待省级文件" } });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[0].after.values).toMatchObject({ dueOn: "2026-09-30", firstDueOn: "2026-06-30" });
  });
});

describe("the documents of the plan", () => {
  const rules = {
    since: "2026-04-01",
    calendar: campaign.calendar,
    pastDate: { within: 20, unit: "workingDay" },
    office: "office",
    idOf: (unit: string) => unit,
  } as const;
  const keysOn = (day: string) => documentOpenings(campaign.pack, day, rules).map(({ key }) => key);

  test("each row falls to whoever leads its clause, or to those that it names", () => {
    const keys = keysOn("2026-04-01");
    const of = (row: string) => keys.filter((key) => key.startsWith(`${row}/`));
    expect(of("m10-c4-d1")).toEqual(["m10-c4-d1/zhou-anweiban"]);
    expect(of("m33-c1-d1")).toEqual(["m33-c1-d1/zhou-yingji"]);
    expect(of("m21-c1-d1")).toHaveLength(22);
    expect(of("m29-c1-d1")).toEqual(["m29-c1-d1/zhou-yingji"]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("its day is the clause's, else the row's, else the campaign's last", () => {
    const due = (row: string) =>
      documentOpenings(campaign.pack, "2026-04-01", rules).find(({ key }) => key.startsWith(row))?.input;
    expect(due("m11-c3-d1")).toMatchObject({ firstDueOn: "2024-12-31", due: "2026-04-30" });
    expect(due("m21-c2-d1")).toMatchObject({ firstDueOn: "2024-12-31" });
    expect(due("m30-c4-d1")).toMatchObject({ firstDueOn: "2026-12-31", due: "2026-12-31" });
  });

  test("what begins with a year is not opened before it", () => {
    expect(keysOn("2024-12-31")).not.toContain("m10-c4-d1/zhou-anweiban");
    expect(keysOn("2025-01-01")).toContain("m10-c4-d1/zhou-anweiban");
  });
});
