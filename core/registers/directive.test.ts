import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { aDirective, aTaskOfIt } from "../../test/support/directive-journeys.ts";
import { tryOn as tryOnTask } from "../../test/support/tasks.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { directive } from "./directive.ts";

const id = idOfName("test-directive");
const office = organisationId("zhou-anweiban");

function directiveEntry(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("directive", id);
  const values = {
    ...aDirective,
    recordedBy: office,
    region: "5334",
    openedOn: firstDay,
    stateSince: firstDay,
    ...own,
  };
  return { id, register: "directive", version: 1, state, values };
}

const tryOn = (act: string, { by = "zhang", state = "unassigned", own = {}, input = {} }: Partial<Row>) =>
  decide({
    register: directive,
    entry: directiveEntry(state, own),
    facts: plainFacts({ places: placeFacts(campaign, directive, input) }),
    act,
    input,
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });

describe("a directive", () => {
  test.each<Partial<Row> & { readonly story: string; readonly act: string; readonly gives: string }>([
    { story: "the office records it", act: "register", state: "", input: aDirective, gives: "unassigned" },
    {
      story: "a leader does not",
      act: "register",
      by: "yang",
      state: "",
      input: aDirective,
      gives: "role-may-not",
    },
    {
      story: "nor of tomorrow",
      act: "register",
      state: "",
      input: { ...aDirective, saidOn: "2026-03-11" },
      gives: "directive-in-the-future",
    },
    {
      story: "nor with an answer wanted before it",
      act: "register",
      state: "",
      input: { ...aDirective, replyBy: "2026-03-01" },
      gives: "directive-answer-before",
    },
    {
      story: "nor of a measure that is none",
      act: "register",
      state: "",
      input: { ...aDirective, measure: 77 },
      gives: "measure-not-in-plan",
    },
    { story: "it is answered without a task", act: "answer", input: { outcome: "已传达" }, gives: "closed" },
    {
      story: "not by another office",
      act: "answer",
      by: "gesang",
      own: { region: "533401" },
      input: { outcome: "已传达" },
      gives: "directive-recorded-elsewhere",
    },
    {
      story: "nor once it has tasks",
      act: "answer",
      state: "assigned",
      input: { outcome: "已传达" },
      gives: "act-not-open-in-this-state",
    },
    { story: "it is made void with a reason", act: "void", input: { reason: "重复" }, gives: "void" },
    { story: "and not without", act: "void", gives: "input-invalid" },
    { story: "nobody counts its tasks by hand", act: "takeTask", gives: "role-may-not" },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });
});

describe("a task of a directive", () => {
  const unit = organisationFact(campaign, aTaskOfIt.unit);
  const assigning = (of: Entry, own: Partial<Row> = {}) =>
    tryOnTask("assignFromDirective", {
      by: "zhang",
      state: "",
      input: { ...aTaskOfIt, directive: id },
      facts: { entries: { directive: of }, organisations: unit ? { unit } : {} },
      ...own,
    });

  test("is opened with its source, day and words, and the directive knows of it", () => {
    const decision = assigning(directiveEntry("unassigned"));
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    const [own, followed] = decision.steps;
    expect(own.after.values).toMatchObject({
      origin: "meeting",
      originName: aDirective.sourceName,
      originOn: aDirective.saidOn,
      originWords: aDirective.said,
      measure: 14,
      directive: id,
    });
    expect(followed?.after).toMatchObject({
      register: "directive",
      state: "assigned",
      values: { taskCount: 1 },
    });
  });

  test.each([
    { story: "of a closed one none", of: directiveEntry("closed"), gives: "directive-at-rest" },
    {
      story: "of another office's none",
      of: directiveEntry("unassigned", { recordedBy: organisationId("xianggelila-anweiban") }),
      gives: "directive-recorded-elsewhere",
    },
  ])("$story: $gives", ({ of, gives }) => {
    expect(resultOf(assigning(of))).toBe(gives);
  });

  test("none of one that is out of sight", () => {
    expect(resultOf(assigning(directiveEntry("unassigned"), { facts: {} }))).toBe("input-invalid");
  });

  test.each([
    { taskCount: 2, endedCount: 0, state: "assigned" },
    { taskCount: 2, endedCount: 1, state: "closed" },
    { taskCount: 1, endedCount: 0, state: "closed" },
  ])("closing one of $taskCount, $endedCount ended before, leaves it $state", ({ state, ...counted }) => {
    const decision = tryOnTask("close", {
      by: "zhang",
      state: "submitted",
      own: { directive: id },
      facts: { entries: { directive: directiveEntry("assigned", counted) } },
    });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[1]?.after).toMatchObject({
      state,
      values: { endedCount: counted.endedCount + 1 },
    });
  });

  test("is not ended by somebody who does not see the directive", () => {
    const own = { directive: id };
    expect(resultOf(tryOnTask("close", { by: "zhang", state: "submitted", own }))).toBe(
      "directive-out-of-sight",
    );
    const input = { reason: "合并" };
    expect(resultOf(tryOnTask("void", { by: "zhang", own, input }))).toBe("directive-out-of-sight");
  });
});
