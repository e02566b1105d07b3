import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { aSubPlan, checking } from "../../test/support/sub-plan-journeys.ts";
import { report } from "../../test/support/tasks.ts";
import { type Decision, decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { subPlan } from "./sub-plan.ts";

const id = idOfName("test-sub-plan");
const former = idOfName("test-sub-plan-before");
const next = idOfName("test-sub-plan-next");
const bureau = organisationId("zhou-yingji");
const files = [report.id];
const checked = { ...checking, draft: files };
const issued = { documentNumber: "迪应急发〔2026〕8号", issuedOn: firstDay, text: files };
const before = { ...issued, issuedOn: "2024-10-20" };
const { supervision: _, ...withoutDetail } = checked;
const { standards: __, basis: ___, ...withoutCriteria } = checked;

/** A sub-plan of the prefecture's bureau, due at the end of June, that its committee's office listed in March. */
function subPlanEntry(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("sub-plan", id);
  const values = {
    ...aSubPlan,
    region: "5334",
    handledBy: bureau,
    receiver: organisationId("zhou-anweiban"),
    edition: 1,
    firstDueOn: aSubPlan.due,
    openedOn: firstDay,
    stateSince: firstDay,
    ...(state === "inCheck" ? { sentBy: person("duan").id } : {}),
    ...(state === "toIssue" ? { checkedOn: "2026-03-09" } : {}),
    ...(state === "inFiling" ? { handedInBy: person("zhou").id, handedInOn: firstDay } : {}),
    ...own,
  };
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return { id, register: "sub-plan", version: 3, state, values: Object.fromEntries(kept) };
}

function tryOn(
  act: string,
  {
    by = "zhou",
    state = "inDraft",
    own = {},
    input = {},
    entries = {},
  }: Partial<Row> & {
    readonly entries?: Readonly<Record<string, Entry>>;
  },
): Decision {
  const entry = subPlanEntry(state, own);
  const named = ["organisation", "receiver"].flatMap((field) => {
    const fact = organisationFact(campaign, String({ ...entry.values, ...input }[field] ?? ""));
    return fact ? [[field, fact] as const] : [];
  });
  return decide({
    register: subPlan,
    entry,
    facts: plainFacts({
      places: placeFacts(campaign, subPlan, input),
      organisations: Object.fromEntries(named),
      files: { [report.id]: report },
      newIds: [next],
      entries,
    }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

describe("a sub-plan", () => {
  test.each<Partial<Row> & { readonly story: string; readonly act: string; readonly gives: string }>([
    {
      story: "the office lists it",
      act: "listSubPlan",
      by: "zhang",
      state: "",
      input: aSubPlan,
      gives: "toDraft",
    },
    { story: "a bureau does not", act: "listSubPlan", state: "", input: aSubPlan, gives: "role-may-not" },
    {
      story: "nor for a county's bureau",
      act: "listSubPlan",
      by: "zhang",
      state: "",
      input: { ...aSubPlan, organisation: organisationId("deqin-yingji") },
      gives: "sub-plan-beyond-own-level",
    },
    {
      story: "nor for a unit that has the office act for it",
      act: "listSubPlan",
      by: "zhang",
      state: "",
      input: { ...aSubPlan, organisation: organisationId("zhou-keji") },
      gives: "sub-plan-unit-without-handler",
    },
    {
      story: "nor due yesterday",
      act: "listSubPlan",
      by: "zhang",
      state: "",
      input: { ...aSubPlan, due: "2026-03-09" },
      gives: "task-due-in-the-past",
    },
    { story: "its unit drafts it", act: "startDraft", state: "toDraft", gives: "inDraft" },
    {
      story: "another does not",
      act: "startDraft",
      by: "zhang",
      state: "toDraft",
      gives: "task-of-another-unit",
    },
    { story: "it is sent to be checked", act: "sendToCheck", input: checked, gives: "inCheck" },
    { story: "not without a draft", act: "sendToCheck", input: checking, gives: "input-invalid" },
    {
      story: "nor by a measure that the plan does not have",
      act: "sendToCheck",
      input: { ...checked, measures: ["39"] },
      gives: "input-invalid",
    },
    {
      story: "nor by a standard that the library does not have",
      act: "sendToCheck",
      input: { ...checked, standards: ["ZZ"] },
      gives: "input-invalid",
    },
    {
      story: "nor without what a supervisor must detail",
      act: "sendToCheck",
      input: withoutDetail,
      gives: "sub-plan-content-missing",
    },
    {
      story: "nor without what a trade's department must detail",
      act: "sendToCheck",
      own: { details: ["supervision", "management"] },
      input: checked,
      gives: "sub-plan-content-missing",
    },
    {
      story: "nor without criteria or key check items",
      act: "sendToCheck",
      input: withoutCriteria,
      gives: "sub-plan-content-missing",
    },
    {
      story: "key check items in words are enough",
      act: "sendToCheck",
      input: { ...withoutCriteria, basis: "粉尘涉爆重点检查事项" },
      gives: "inCheck",
    },
    {
      story: "the plan of an area needs none of them",
      act: "sendToCheck",
      own: { kind: "area", details: undefined },
      input: { draft: files, measures: ["1"] },
      gives: "inCheck",
    },
    { story: "another of the unit clears it", act: "clear", state: "inCheck", gives: "toIssue" },
    {
      story: "who sent it does not",
      act: "clear",
      by: "duan",
      state: "inCheck",
      gives: "sub-plan-own-check",
    },
    { story: "nor another unit", act: "clear", by: "zhang", state: "inCheck", gives: "task-of-another-unit" },
    {
      story: "it is sent back with a reason",
      act: "sendBack",
      state: "inCheck",
      input: { reason: "缺少期限" },
      gives: "inDraft",
    },
    { story: "and not without", act: "sendBack", state: "inCheck", gives: "input-invalid" },
    { story: "it is issued", act: "issue", state: "toIssue", input: issued, gives: "toHandIn" },
    {
      story: "not before it was checked",
      act: "issue",
      state: "toIssue",
      input: { ...issued, issuedOn: "2026-03-08" },
      gives: "sub-plan-issued-outside",
    },
    {
      story: "nor tomorrow",
      act: "issue",
      state: "toIssue",
      input: { ...issued, issuedOn: "2026-03-11" },
      gives: "sub-plan-issued-outside",
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
      state: "toDraft",
      input: { ...before, ...checking },
      gives: "toHandIn",
    },
    {
      story: "not without what it must say",
      act: "recordIssued",
      state: "toDraft",
      input: { ...before, measures: ["5"] },
      gives: "sub-plan-content-missing",
    },
    {
      story: "nor what was issued since",
      act: "recordIssued",
      state: "toDraft",
      input: { ...issued, ...checking },
      gives: "sub-plan-issued-since-listed",
    },
    {
      story: "nor what was before the campaign",
      act: "recordIssued",
      state: "toDraft",
      input: { ...before, ...checking, issuedOn: "2022-06-01" },
      gives: "sub-plan-issued-before-campaign",
    },
    { story: "it is handed in", act: "handIn", state: "toHandIn", gives: "inFiling" },
    { story: "and again after it was returned", act: "handIn", state: "filingReturned", gives: "inFiling" },
    {
      story: "not before it is issued",
      act: "handIn",
      state: "toIssue",
      gives: "act-not-open-in-this-state",
    },
    { story: "or drafted anew", act: "redraft", state: "filingReturned", gives: "inDraft" },
    { story: "the office files it", act: "acceptFiling", by: "zhang", state: "inFiling", gives: "onFile" },
    { story: "its own unit does not", act: "acceptFiling", state: "inFiling", gives: "role-may-not" },
    {
      story: "nor another office",
      act: "acceptFiling",
      by: "gesang",
      state: "inFiling",
      own: { region: "533401" },
      gives: "sub-plan-filed-elsewhere",
    },
    {
      story: "nor who handed it in, in another post",
      act: "acceptFiling",
      by: "zhang",
      state: "inFiling",
      own: { handedInBy: person("zhang").id },
      gives: "sub-plan-own-filing",
    },
    {
      story: "nor whoever does not see the edition before",
      act: "acceptFiling",
      by: "zhang",
      state: "inFiling",
      own: { supersedes: former },
      gives: "sub-plan-former-out-of-sight",
    },
    {
      story: "the office returns it with a reason",
      act: "returnFiling",
      by: "zhang",
      state: "inFiling",
      input: { reason: "缺少附件" },
      gives: "filingReturned",
    },
    { story: "and not without", act: "returnFiling", by: "zhang", state: "inFiling", gives: "input-invalid" },
    {
      story: "the unit revises what is on file",
      act: "revise",
      state: "onFile",
      input: { revisionDue: "2026-12-31", reason: "新标准" },
      gives: "onFile",
    },
    {
      story: "not for yesterday",
      act: "revise",
      state: "onFile",
      input: { revisionDue: "2026-03-09", reason: "新标准" },
      gives: "task-due-in-the-past",
    },
    {
      story: "nor twice at once",
      act: "revise",
      state: "onFile",
      own: { revision: next },
      input: { revisionDue: "2026-12-31", reason: "新标准" },
      gives: "sub-plan-revision-at-work",
    },
    {
      story: "the office moves the day",
      act: "moveDue",
      by: "zhang",
      input: { due: "2026-09-30", reason: "等待省级方案" },
      gives: "inDraft",
    },
    {
      story: "another office does not",
      act: "moveDue",
      by: "gesang",
      own: { region: "533401" },
      input: { due: "2026-09-30", reason: "等待省级方案" },
      gives: "sub-plan-filed-elsewhere",
    },
    {
      story: "what is on file is not made void",
      act: "void",
      by: "zhang",
      state: "onFile",
      input: { reason: "误登" },
      gives: "act-not-open-in-this-state",
    },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  const stepsOf = (decision: Decision) => {
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    return decision.steps.map(({ act, after: { id: of, state, values } }) => ({ act, of, state, values }));
  };

  test("what is missing is told by its fields", () => {
    const decision = tryOn("sendToCheck", { input: { draft: files, measures: ["5"] } });
    expect("refusal" in decision && decision.refusal).toMatchObject({
      problems: [
        { field: "supervision", code: "required" },
        { field: "standards", code: "required" },
      ],
    });
  });

  test("a revision opens the next edition with what the one on file says", () => {
    const [onFile, opened] = stepsOf(
      tryOn("revise", {
        state: "onFile",
        own: { ...checking, obligation: "r1-c2-p1", documentNumber: "迪应急发〔2026〕8号" },
        input: { revisionDue: "2026-12-31", reason: "新标准" },
      }),
    );
    expect(onFile).toMatchObject({ state: "onFile", values: { revision: next } });
    expect(opened).toMatchObject({
      act: "openRevision",
      of: next,
      state: "toDraft",
      values: {
        edition: 2,
        supersedes: id,
        dueOn: "2026-12-31",
        measures: checking.measures,
        handledBy: bureau,
      },
    });
    expect(opened?.values).not.toHaveProperty("documentNumber");
    expect(opened?.values).not.toHaveProperty("planKey");
  });

  const edition = { edition: 2, supersedes: former };
  const entries = { supersedes: { ...subPlanEntry("onFile", { revision: id }), id: former } };

  test("the next edition supersedes it once that is filed", () => {
    const steps = stepsOf(tryOn("acceptFiling", { by: "zhang", state: "inFiling", own: edition, entries }));
    expect(steps.map(({ of, state }) => [of, state])).toEqual([
      [id, "onFile"],
      [former, "superseded"],
    ]);
  });

  test("an edition that is dropped leaves the one on file to be revised anew", () => {
    const input = { reason: "不再修订" };
    const [, onFile] = stepsOf(tryOn("void", { by: "zhang", own: edition, input, entries }));
    expect(onFile).toMatchObject({ of: former, state: "onFile" });
    expect(onFile?.values).not.toHaveProperty("revision");
  });

  test("a first one keeps its place when it is dropped, and is not opened again", () => {
    const own = { planKey: `r1-c2-p1/${bureau}` };
    const [dropped] = stepsOf(tryOn("void", { by: "zhang", own, input: { reason: "职责调整" } }));
    expect(dropped?.values.planKey).toBe(own.planKey);
  });

  test("a return leaves the day on which it was first handed in", () => {
    const own = { firstHandedInOn: "2026-03-02" };
    const [handedIn] = stepsOf(tryOn("handIn", { state: "filingReturned", own }));
    expect(handedIn?.values).toMatchObject({ handedInOn: firstDay, firstHandedInOn: "2026-03-02" });
  });
});
