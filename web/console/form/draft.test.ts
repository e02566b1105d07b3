import { beforeEach, expect, test } from "vitest";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";

const place = { person: "lin", post: "inspector-here", register: "hazard", act: "find" };
const now = Date.parse("2026-11-24T02:00:00Z");
const draft = { values: { title: "坑内积水" }, key: "k1", savedAt: now };

let kept: Map<string, string>;
const shelf = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => {
  kept = new Map();
});

test("what was entered and not sent comes back, under the same key", () => {
  writeDraft(shelf, place, draft);
  expect(readDraft(shelf, place)).toEqual(draft);
});

test.each([
  { story: "to somebody else at the same machine", other: { ...place, person: "mei" } },
  { story: "to the same person in another post", other: { ...place, post: "office" } },
  { story: "to another act", other: { ...place, act: "proposeMajor" } },
  { story: "to another register", other: { ...place, register: "enterprise" } },
  { story: "to an entry that exists already", other: { ...place, entry: "e1" } },
])("it does not come back $story", ({ other }) => {
  writeDraft(shelf, place, draft);
  expect(readDraft(shelf, other)).toBeUndefined();
});

test("once sent it is gone", () => {
  writeDraft(shelf, place, draft);
  dropDraft(shelf, place);
  expect(readDraft(shelf, place)).toBeUndefined();
});

test.each([
  "{",
  "null",
  "[]",
  `{"values":1,"key":"k","savedAt":${now}}`,
  `{"values":null,"key":"k","savedAt":${now}}`,
  `{"values":{},"savedAt":${now}}`,
])("a draft that says %s is none", (text) => {
  writeDraft(shelf, place, draft);
  for (const key of kept.keys()) kept.set(key, text);
  expect(readDraft(shelf, place)).toBeUndefined();
});

test("a storage that takes no more loses only the draft", () => {
  const full = {
    ...shelf,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => writeDraft(full, place, draft)).not.toThrow();
});
