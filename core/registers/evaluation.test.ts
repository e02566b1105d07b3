import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { anItem, reporting, verifying } from "../../test/support/evaluation-journeys.ts";
import { report } from "../../test/support/tasks.ts";
import type { EvaluationItem } from "../pack/evaluation-item.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { evaluation } from "./evaluation.ts";
import { evaluationOpenings } from "./evaluation-duty.ts";

const id = idOfName("test-evaluation");
const bureau = organisationId("zhou-yingji");
const shown = { ...reporting, evidence: [report.id] };
const without = (values: Values, name: string) =>
  Object.fromEntries(Object.entries(values).filter(([field]) => field !== name));

/** An item of the prefecture's own that its bureau leads, listed in March and due at the end of June. */
function itemEntry(state: string, own: Values = {}, known = id): Entry {
  if (state === "") return blankEntry("evaluation", known);
  const isReported = state !== "toReport";
  const values = {
    ...anItem,
    region: "5334",
    handledBy: bureau,
    assignedBy: organisationId("zhou-anweiban"),
    list: "own-5334",
    itemPlace: "own-5334/7",
    itemKey: "own-5334/7",
    firstDueOn: anItem.due,
    openedOn: firstDay,
    stateSince: firstDay,
    ...(isReported ? { ...shown, reportedBy: person("zhou").id, reportedOn: firstDay } : {}),
    ...(state === "concluded" ? { ...verifying, verifiedOn: "2026-03-05" } : {}),
    ...own,
  };
  return { id: known, register: "evaluation", version: 3, state, values };
}

interface Tried extends Partial<Row> {
  readonly others?: readonly Entry[];
}

function tryOn(act: string, { by = "zhou", state = "toReport", own = {}, input = {}, others = [] }: Tried) {
  const unit = typeof input.unit === "string" ? organisationFact(campaign, input.unit) : undefined;
  return decide({
    register: evaluation,
    entry: itemEntry(state, own),
    facts: plainFacts({
      places: placeFacts(campaign, evaluation, input),
      organisations: unit ? { unit } : {},
      files: { [report.id]: report },
      others,
    }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const listing = { act: "listItem", by: "zhang", state: "" } as const;
const another = idOfName("another-evaluation");

type Told = Tried & { readonly story: string; readonly act: string; readonly gives: string };

describe("an item of a checklist", () => {
  test.each<Told>([
    { ...listing, story: "the office lists it", input: anItem, gives: "toReport" },
    { ...listing, story: "a bureau does not", by: "zhou", input: anItem, gives: "role-may-not" },
    {
      ...listing,
      story: "nor for a county's bureau",
      input: { ...anItem, unit: organisationId("deqin-yingji") },
      gives: "task-beyond-own-level",
    },
    {
      ...listing,
      story: "nor with the leading unit as a joint one",
      input: { ...anItem, joint: [bureau] },
      gives: "task-unit-is-joint",
    },
    {
      ...listing,
      story: "nor due yesterday",
      input: { ...anItem, due: "2026-03-09" },
      gives: "task-due-in-the-past",
    },
    {
      ...listing,
      story: "nor by a clause that the measure does not have",
      input: { ...anItem, clause: 4 },
      gives: "clause-not-in-plan",
    },
    {
      ...listing,
      story: "nor without its source",
      input: without(anItem, "itemSource"),
      gives: "input-invalid",
    },
    {
      ...listing,
      story: "nor by a number that is none",
      input: { ...anItem, itemNumber: "07" },
      gives: "input-invalid",
    },
    {
      ...listing,
      story: "nor twice",
      input: anItem,
      others: [itemEntry("toReport", {}, another)],
      gives: "evaluation-listed-already",
    },
    {
      ...listing,
      story: "a county's own list is another",
      input: anItem,
      others: [itemEntry("toReport", { list: "own-533401" }, another)],
      gives: "toReport",
    },
    { act: "selfEvaluate", story: "its unit reports with evidence", input: shown, gives: "toVerify" },
    {
      act: "selfEvaluate",
      story: "or says where that lies",
      input: { ...reporting, evidenceAt: "州应急发〔2026〕31号" },
      gives: "toVerify",
    },
    {
      act: "selfEvaluate",
      story: "another does not",
      by: "zhang",
      input: shown,
      gives: "task-of-another-unit",
    },
    {
      act: "selfEvaluate",
      story: "not without evidence",
      input: reporting,
      gives: "evaluation-evidence-missing",
    },
    {
      act: "selfEvaluate",
      story: "nor without what is missing",
      input: without(shown, "gap"),
      gives: "evaluation-gap-missing",
    },
    {
      act: "selfEvaluate",
      story: "of what is carried out nothing is missing",
      input: { ...without(shown, "gap"), implementation: "done" },
      gives: "toVerify",
    },
    {
      act: "selfEvaluate",
      story: "what is not carried out shows nothing and scores nothing",
      input: { ...reporting, implementation: "none", ownScore: 0 },
      gives: "toVerify",
    },
    {
      act: "selfEvaluate",
      story: "and not a point",
      input: { ...reporting, implementation: "none", ownScore: 0.5 },
      gives: "evaluation-score-for-nothing",
    },
    {
      act: "selfEvaluate",
      story: "nor more than all",
      input: { ...shown, ownScore: 100.5 },
      gives: "input-invalid",
    },
    {
      act: "verify",
      story: "the office verifies",
      by: "zhang",
      state: "toVerify",
      input: verifying,
      gives: "concluded",
    },
    {
      act: "verify",
      story: "another office does not",
      by: "gesang",
      state: "toVerify",
      own: { region: "533401" },
      input: verifying,
      gives: "evaluation-of-another-office",
    },
    {
      act: "verify",
      story: "nor who reported for the office's own item",
      by: "zhang",
      state: "toVerify",
      own: { reportedBy: person("zhang").id },
      input: verifying,
      gives: "evaluation-own-verification",
    },
    {
      act: "verify",
      story: "not otherwise than the unit without saying why",
      by: "zhang",
      state: "toVerify",
      input: without(verifying, "deviation"),
      gives: "evaluation-deviation-unexplained",
    },
    {
      act: "verify",
      story: "as the unit says without more",
      by: "zhang",
      state: "toVerify",
      input: { foundImplementation: "mostly", verifiedScore: 88.5, conclusion: "同意自评" },
      gives: "concluded",
    },
    {
      act: "verify",
      story: "nothing carried out scores nothing there too",
      by: "zhang",
      state: "toVerify",
      input: { ...verifying, foundImplementation: "none" },
      gives: "evaluation-score-for-nothing",
    },
    {
      act: "verify",
      story: "nor without a conclusion",
      by: "zhang",
      state: "toVerify",
      input: without(verifying, "conclusion"),
      gives: "input-invalid",
    },
    {
      act: "verify",
      story: "nor before it is reported",
      by: "zhang",
      input: verifying,
      gives: "act-not-open-in-this-state",
    },
    {
      act: "sendBack",
      story: "it is sent back with a reason",
      by: "zhang",
      state: "toVerify",
      input: { reason: "缺少清单" },
      gives: "toReport",
    },
    { act: "sendBack", story: "and not without", by: "zhang", state: "toVerify", gives: "input-invalid" },
    {
      act: "sendBack",
      story: "nor by who reported",
      by: "zhang",
      state: "toVerify",
      own: { reportedBy: person("zhang").id },
      input: { reason: "缺少清单" },
      gives: "evaluation-own-verification",
    },
    {
      act: "recall",
      story: "its unit takes it back",
      state: "toVerify",
      input: { reason: "补充" },
      gives: "toReport",
    },
    {
      act: "moveDue",
      story: "the office moves the day",
      by: "zhang",
      input: { due: "2026-09-30", reason: "等待结果" },
      gives: "toReport",
    },
    {
      act: "moveDue",
      story: "and not to yesterday",
      by: "zhang",
      input: { due: "2026-03-09", reason: "等待结果" },
      gives: "task-due-in-the-past",
    },
    {
      act: "supersede",
      story: "what was concluded is superseded",
      by: "zhang",
      state: "concluded",
      input: { endedOn: firstDay, successor: "新一次评估", reason: "重新部署" },
      gives: "superseded",
    },
    {
      act: "supersede",
      story: "not before it was verified",
      by: "zhang",
      state: "concluded",
      input: { endedOn: "2026-03-04", successor: "新一次评估", reason: "重新部署" },
      gives: "evaluation-superseded-outside",
    },
    {
      act: "void",
      story: "what was concluded is not made void",
      by: "zhang",
      state: "concluded",
      input: { reason: "误列" },
      gives: "act-not-open-in-this-state",
    },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  const valuesAfter = (act: string, tried: Tried) => {
    const decision = tryOn(act, tried);
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    return decision.steps[0].after.values;
  };

  test("stands in the checklist of the office, whoever leads it", () => {
    expect(
      valuesAfter("listItem", { ...listing, input: { ...anItem, unit: organisationId("deqin-anweiban") } }),
    ).toMatchObject({
      region: "533422",
      list: "own-5334",
      itemPlace: "own-5334/7",
      itemKey: "own-5334/7",
    });
  });

  test("leaves room for the next evaluation once it is superseded, and stays known as listed", () => {
    const input = { endedOn: firstDay, successor: "新一次评估", reason: "重新部署" };
    const values = valuesAfter("supersede", { by: "zhang", state: "concluded", input });
    expect(values).toMatchObject({ itemPlace: "own-5334/7" });
    expect(values.itemKey).toBeUndefined();
  });

  test("is due at its office once it is reported, and no delay of its unit", () => {
    expect(valuesAfter("selfEvaluate", { input: shown })).toMatchObject({
      holder: organisationId("zhou-anweiban"),
      dueOn: "2026-03-24",
      reportedBy: person("zhou").id,
    });
  });
});

describe("the checklists of the pack", () => {
  const rules = {
    since: "2026-04-01",
    calendar: campaign.calendar,
    pastDate: { within: 20, unit: "workingDay" },
    office: "zhou-anweiban",
    idOf: (unit: string) => unit,
  } as const;
  const openingsOf = (...items: readonly Partial<EvaluationItem>[]) => {
    const [first] = campaign.pack.evaluationItems;
    if (first === undefined) throw new Error("The pack has no items");
    const evaluationItems = items.map((own) => ({ ...first, ...own }));
    return evaluationOpenings({ ...campaign.pack, evaluationItems }, "2026-04-01", rules);
  };

  test("hold the fifteen hard measures, each to be confirmed, and none of the prefecture's own", () => {
    const { evaluationItems } = campaign.pack;
    expect(evaluationItems.map(({ kind, number }) => `${kind}/${number}`)).toEqual(
      Array.from({ length: 15 }, (_, at) => `hard/${at + 1}`),
    );
    expect(evaluationItems.every(({ toBeConfirmed }) => toBeConfirmed)).toBe(true);
    expect(evaluationOpenings(campaign.pack, "2026-04-01", rules).map(({ key }) => key)).toContain(
      "hard-5334/15",
    );
  });

  test("an item is due on its own day, else on its clause's; what was due before the first use gets time", () => {
    const [clauses, later] = openingsOf({}, { kind: "own", number: "3", by: "2026-11-30" });
    expect(clauses?.input).toMatchObject({ firstDueOn: "2024-12-31", due: "2026-04-30" });
    expect(later).toMatchObject({
      key: "own-5334/3",
      input: { firstDueOn: "2026-11-30", due: "2026-11-30", itemNumber: "3" },
    });
  });

  test("nothing is listed before the plan begins", () => {
    expect(evaluationOpenings(campaign.pack, "2023-12-31", rules)).toEqual([]);
  });
});
