import { expect, test } from "vitest";
import type { Answer } from "../../../core/register/answers.ts";
import { answersOf, answersOn, sentAnswers, tally, withAnswer } from "./answers.ts";

const answers: readonly Answer[] = [
  { item: "GM/3-1", answer: "clear" },
  { item: "GM/3-2", answer: "present", note: "无证" },
  { subject: "配电房", answer: "present" },
];

test("an item is answered once, in its place, and whatever has no answer yet comes last", () => {
  expect(withAnswer(answers, { item: "GM/3-1", answer: "present" })[0]).toEqual({
    item: "GM/3-1",
    answer: "present",
  });
  expect(withAnswer(answers, { item: "GM/4-1", answer: "clear" })).toHaveLength(4);
  expect(withAnswer(answers, { subject: "井口", answer: "clear" })).toHaveLength(4);
});

test("the answers are counted by kind", () => {
  expect(tally(answers)).toEqual({ clear: 1, present: 2, notApplicable: 0 });
});

test("what was left blank is not sent", () => {
  const filled: readonly Answer[] = [
    ...answers,
    { subject: "  ", answer: "clear" },
    { subject: " 井口 ", answer: "clear", note: "  " },
  ];
  expect(sentAnswers(filled)).toEqual([...answers, { subject: "井口", answer: "clear" }]);
});

test("only a list of answers holds answers", () => {
  expect(answersOf(answers)).toEqual(answers);
  expect(answersOf(["0192f0c1-0000-7000-8000-000000000001"])).toEqual([]);
  expect(answersOf("clear")).toEqual([]);
});

test("answers to items that left the checklist go, and those to items of one's own stay", () => {
  const own: Answer = { subject: "配电房", answer: "present" };
  const kept: Answer = { item: "GM/3-2", answer: "clear" };
  const left: Answer = { item: "GM/3-1", answer: "present" };
  expect(answersOn([{ id: "GM/3-2" }], [left, kept, own])).toEqual([kept, own]);
  expect(answersOn([], [left, own])).toEqual([own]);
});

test("answers that all fit stay the same list, so that nothing is drawn anew", () => {
  const answers: readonly Answer[] = [{ item: "GM/3-2", answer: "clear" }];
  expect(answersOn([{ id: "GM/3-2" }], answers)).toBe(answers);
});
