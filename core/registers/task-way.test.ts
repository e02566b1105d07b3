import { describe, expect, test } from "vitest";
import { person, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { doneTask } from "../../test/support/task-journeys.ts";
import { afterDoing, office, report, type Tried, tryOn } from "../../test/support/tasks.ts";

describe("what becomes of it", () => {
  test.each<Tried & { readonly act: string; readonly story: string; readonly gives: string }>([
    { story: "the unit accepts it", act: "accept", state: "assigned", gives: "inProgress" },
    {
      story: "an officer of the unit does too",
      act: "accept",
      by: "duan",
      state: "assigned",
      gives: "inProgress",
    },
    { story: "another unit may not", act: "accept", by: "luo", state: "assigned", gives: "out-of-scope" },
    { story: "nor the office", act: "accept", by: "zhang", state: "assigned", gives: "task-of-another-unit" },
    { story: "nor an enterprise", act: "accept", by: "mei", state: "assigned", gives: "role-may-not" },
    { story: "it is accepted once", act: "accept", gives: "act-not-open-in-this-state" },
    { story: "progress is told", act: "recordProgress", input: { progress: "过半" }, gives: "inProgress" },
    {
      story: "by the unit alone",
      act: "recordProgress",
      by: "zhang",
      input: { progress: "过半" },
      gives: "task-of-another-unit",
    },
    { story: "it is submitted with what proves it", act: "submit", input: doneTask, gives: "submitted" },
    {
      story: "or with files",
      act: "submit",
      input: { doneOn: firstDay, doneText: "已完成", evidence: [report.id] },
      gives: "submitted",
    },
    {
      story: "and not without evidence",
      act: "submit",
      input: { doneOn: firstDay, doneText: "已完成" },
      gives: "task-without-evidence",
    },
    {
      story: "nor where what stood is taken away",
      act: "submit",
      own: { evidenceAt: "州应急发〔2026〕12号" },
      input: { doneOn: firstDay, doneText: "已完成", evidenceAt: null },
      gives: "task-without-evidence",
    },
    {
      story: "done tomorrow",
      act: "submit",
      input: { ...doneTask, doneOn: "2026-03-11" },
      gives: "task-done-outside",
    },
    {
      story: "done before the campaign",
      act: "submit",
      input: { ...doneTask, doneOn: "2023-12-31" },
      gives: "task-done-outside",
    },
    { story: "by another unit", act: "submit", by: "zhang", input: doneTask, gives: "task-of-another-unit" },
    {
      story: "not before it is accepted",
      act: "submit",
      state: "assigned",
      input: doneTask,
      gives: "act-not-open-in-this-state",
    },
    { story: "the office closes it", act: "close", by: "zhang", state: "submitted", gives: "closed" },
    { story: "the unit does not", act: "close", state: "submitted", gives: "role-may-not" },
    {
      story: "nor another office",
      act: "close",
      by: "gesang",
      state: "submitted",
      own: { region: "533401" },
      gives: "task-reviewed-elsewhere",
    },
    {
      story: "nor a leader where the office reviews",
      act: "close",
      by: "yang",
      state: "submitted",
      gives: "task-reviewed-elsewhere",
    },
    {
      story: "nor who submitted it, in another post",
      act: "close",
      by: "zhang",
      state: "submitted",
      own: { submittedBy: person("zhang").id },
      gives: "task-own-review",
    },
    {
      story: "nor somebody of the unit that submitted it",
      act: "close",
      by: "zhang",
      state: "submitted",
      own: { submittedIn: office },
      gives: "task-own-review",
    },
    {
      story: "it is sent back with a reason",
      act: "sendBack",
      by: "zhang",
      state: "submitted",
      input: { reason: "缺少清单" },
      gives: "returned",
    },
    {
      story: "and not without one",
      act: "sendBack",
      by: "zhang",
      state: "submitted",
      gives: "input-invalid",
    },
    {
      story: "nor by who submitted it",
      act: "sendBack",
      by: "zhang",
      state: "submitted",
      own: { submittedBy: person("zhang").id },
      input: { reason: "缺少清单" },
      gives: "task-own-review",
    },
    {
      story: "what was sent back is submitted again",
      act: "submit",
      state: "returned",
      input: doneTask,
      gives: "submitted",
    },
    {
      story: "more time is asked for with a reason",
      act: "requestExtension",
      input: { extensionUntil: "2026-05-20", reason: "项目多" },
      gives: "extensionRequested",
    },
    {
      story: "and not without",
      act: "requestExtension",
      input: { extensionUntil: "2026-05-20" },
      gives: "input-invalid",
    },
    {
      story: "nor to an earlier day",
      act: "requestExtension",
      input: { extensionUntil: "2026-04-30", reason: "项目多" },
      gives: "extension-not-later",
    },
    {
      story: "nor after the day",
      act: "requestExtension",
      on: "2026-05-06",
      input: { extensionUntil: "2026-05-20", reason: "项目多" },
      gives: "extension-after-expiry",
    },
    {
      story: "nor a third time",
      act: "requestExtension",
      own: { extensionCount: 2 },
      input: { extensionUntil: "2026-05-20", reason: "项目多" },
      gives: "extensions-used-up",
    },
    {
      story: "nor by the office",
      act: "requestExtension",
      by: "zhang",
      input: { extensionUntil: "2026-05-20", reason: "项目多" },
      gives: "task-of-another-unit",
    },
    {
      story: "the office grants it",
      act: "approveExtension",
      by: "zhang",
      state: "extensionRequested",
      gives: "inProgress",
    },
    {
      story: "the unit does not",
      act: "approveExtension",
      state: "extensionRequested",
      gives: "role-may-not",
    },
    {
      story: "nor who asked, in another post",
      act: "approveExtension",
      by: "zhang",
      state: "extensionRequested",
      own: { extensionRequestedBy: person("zhang").id },
      gives: "task-own-review",
    },
    {
      story: "it is refused with a reason",
      act: "refuseExtension",
      by: "zhang",
      state: "extensionRequested",
      input: { reason: "可以完成" },
      gives: "inProgress",
    },
    {
      story: "not without one",
      act: "refuseExtension",
      by: "zhang",
      state: "extensionRequested",
      gives: "input-invalid",
    },
    {
      story: "what waits for more time may be submitted",
      act: "submit",
      state: "extensionRequested",
      input: doneTask,
      gives: "submitted",
    },
    {
      story: "the office suspends it",
      act: "suspend",
      by: "zhang",
      input: { reason: "等待标准" },
      gives: "suspended",
    },
    { story: "not without a reason", act: "suspend", by: "zhang", gives: "input-invalid" },
    { story: "the unit does not", act: "suspend", input: { reason: "等待标准" }, gives: "role-may-not" },
    {
      story: "it goes on",
      act: "resume",
      by: "zhang",
      state: "suspended",
      input: { reason: "已印发" },
      gives: "inProgress",
    },
    { story: "the office makes it void", act: "void", by: "zhang", input: { reason: "合并" }, gives: "void" },
    {
      story: "another office does not",
      act: "void",
      by: "gesang",
      own: { region: "533401" },
      input: { reason: "合并" },
      gives: "task-reviewed-elsewhere",
    },
    {
      story: "what is closed stays so",
      act: "void",
      by: "zhang",
      state: "closed",
      input: { reason: "合并" },
      gives: "act-not-open-in-this-state",
    },
  ])("$story: $act gives $gives", ({ story: _, act, gives, ...tried }) => {
    expect(resultOf(tryOn(act, tried))).toBe(gives);
  });

  test("more time moves the day and leaves the first", () => {
    const { values } = afterDoing("approveExtension", { by: "zhang", state: "extensionRequested" });
    expect(values).toMatchObject({ dueOn: "2026-05-20", firstDueOn: "2026-04-30", extensionCount: 1 });
    expect(values.extensionUntil).toBeUndefined();
  });

  test("whoever resumes it gives back the days of the rest", () => {
    const { values } = afterDoing("resume", {
      by: "zhang",
      state: "suspended",
      on: "2026-03-20",
      input: { reason: "已印发" },
    });
    expect(values).toMatchObject({ dueOn: "2026-05-10", firstDueOn: "2026-04-30" });
  });

  test("while it is suspended it has no day that could pass", () => {
    const { values } = afterDoing("suspend", { by: "zhang", input: { reason: "等待标准" } });
    expect(values.dueOn).toBeUndefined();
  });

  test("the review is due some working days later, over a holiday", () => {
    const { values } = afterDoing("submit", { on: "2026-04-29", input: doneTask });
    // From 1 to 5 May is a holiday, and 9 May a Saturday that is worked.
    expect(values).toMatchObject({ holder: office, dueOn: "2026-05-09" });
  });

  test.each([
    ["2026-04-30", "2026-05-08"],
    ["2026-05-01", undefined],
  ])("done on %s it was closed on time: %s", (doneOn, onTimeOn) => {
    const closed = afterDoing("close", {
      by: "zhang",
      state: "submitted",
      own: { doneOn, due: "2026-06-30" },
      on: "2026-05-08",
    });
    expect(closed.values.onTimeOn).toBe(onTimeOn);
  });
});
