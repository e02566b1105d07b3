import { describe, expect, test } from "vitest";
import type { Answer } from "../../../core/register/answers.ts";
import {
  answersOf,
  answersOn,
  articlesOf,
  sentAnswers,
  tally,
  withAnswer,
  withRestClear,
} from "./answers.ts";

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

describe("the items of an article", () => {
  const standard = { name: { zh: "标准", en: "Standard" }, document: null };
  const item = (id: string, article: string, of = standard) => ({
    id,
    article,
    text: { zh: id, en: id },
    standard: of,
  });
  const other = { name: { zh: "另一标准", en: "Another" }, document: null };

  test.each([
    { article: "第四条第（三）项", gives: "第四条" },
    { article: "第十四条", gives: "第十四条" },
    { article: "地下矿山第12项", gives: "地下矿山" },
    { article: "4.2.1", gives: "4.2.1" },
  ])("$article belongs to $gives", ({ article, gives }) => {
    expect(articlesOf([item("a", article)]).map(({ name }) => name)).toEqual([gives]);
  });

  test("stand together as they follow each other, and never across two standards", () => {
    const items = [
      item("a", "第三条第（一）项"),
      item("b", "第三条第（二）项"),
      item("c", "第四条第（一）项"),
      item("d", "第四条第（一）项", other),
    ];
    expect(articlesOf(items).map((article) => article.items.map(({ id }) => id))).toEqual([
      ["a", "b"],
      ["c"],
      ["d"],
    ]);
  });

  test("that have no answer yet are answered together, and what was answered stays", () => {
    const given = [{ item: "a", answer: "present" as const, note: "积水" }];
    const items = [item("a", "第三条第（一）项"), item("b", "第三条第（二）项")];
    expect(withRestClear(given, items)).toEqual([...given, { item: "b", answer: "clear" }]);
  });
});
