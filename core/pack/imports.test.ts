import { expect, test } from "vitest";
import { libraryWith } from "./imports.ts";
import { isAsked } from "./library.ts";

const words = { zh: "名", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };
const standard = {
  code: "HC26",
  kind: "criteria" as const,
  name: words,
  document: null,
  issuer: null,
  nature: null,
  from: "2026-01-01",
  officialItems: null,
  sectors: ["S02", "S05"],
  ...sourced,
};
const pack = { standards: [standard], topics: [], items: [] };
const text = { standard: "HC26", item: "5-1", text: "甲", source: "公报", on: "2026-03-01" };
const list = {
  code: "ZD16",
  name: "清单（虚构）",
  issuer: "某局",
  issued: "2026-01-10",
  from: "2026-02-01",
  sectors: ["S16"],
  on: "2026-03-01",
};
const listed = { ...text, standard: "ZD16", item: "1" };
const gone = { withdrawnOn: "2026-03-20" };

test("without a withdrawal there is nothing to tell of the past", () => {
  const library = libraryWith(pack, { lists: [], texts: [text] });
  expect([...library.criteria.keys()]).toEqual(["HC26/5-1"]);
  expect(library.withdrawn.size).toBe(0);
  expect(library.stoodOn).toBeUndefined();
});

test("an item whose only import was withdrawn is none, and keeps its name", () => {
  const library = libraryWith(pack, { lists: [], texts: [{ ...text, ...gone }] });
  expect(library.items).toEqual([]);
  expect(library.criteria.size).toBe(0);
  expect(library.withdrawn.get("HC26/5-1")).toMatchObject({
    withdrawnOn: "2026-03-20",
    item: { text: { zh: "甲" } },
  });
});

test.each([
  { story: "the later text is withdrawn", withdrawn: 1, says: "甲", on: "2026-03-01" },
  { story: "the earlier text is withdrawn", withdrawn: 0, says: "乙", on: "2026-03-05" },
])("an item of two imports stays when $story", ({ withdrawn, says, on }) => {
  const texts = [text, { ...text, text: "乙", on: "2026-03-05" }].map((one, at) =>
    at === withdrawn ? { ...one, ...gone } : one,
  );
  const library = libraryWith(pack, { lists: [], texts });
  expect(library.criteria.get("HC26/5-1")?.item).toMatchObject({ text: { zh: says }, importedOn: on });
  expect(library.withdrawn.size).toBe(0);
});

test.each([
  ["on the day of its import", "2026-03-01", false],
  ["on the day after", "2026-03-02", true],
  ["on the day of the withdrawal, before which it may have been answered", "2026-03-20", true],
  ["on the day after that", "2026-03-21", false],
])("what was withdrawn stood for a check %s", (_, on, stood) => {
  const library = libraryWith(pack, { lists: [], texts: [{ ...text, ...gone }] });
  const citable = library.stoodOn?.(on).get("HC26/5-1");
  expect(citable !== undefined && isAsked(citable, ["S02"], on)).toBe(stood);
});

test("a list goes with its items, those that a later import added too", () => {
  const later = { ...listed, item: "2", on: "2026-03-05" };
  const library = libraryWith(pack, {
    lists: [{ ...list, ...gone }],
    texts: [{ ...listed, ...gone }, later],
  });
  expect(library.standards).toEqual([standard]);
  expect(library.items).toEqual([]);
  expect([...library.withdrawn].map(([id, { withdrawnOn }]) => [id, withdrawnOn])).toEqual([
    ["ZD16/1", "2026-03-20"],
    ["ZD16/2", "2026-03-20"],
  ]);
});

test("a list that was imported again stands as it came last", () => {
  const again = { ...list, name: "更正", on: "2026-03-22" };
  const texts = [
    { ...listed, ...gone },
    { ...listed, text: "乙", on: "2026-03-22" },
  ];
  const library = libraryWith(pack, { lists: [{ ...list, ...gone }, again], texts });
  expect(library.standards.map(({ code, name }) => [code, name.zh])).toEqual([
    ["HC26", "名"],
    ["ZD16", "更正"],
  ]);
  expect(library.criteria.get("ZD16/1")?.item.text.zh).toBe("乙");
  expect(library.withdrawn.size).toBe(0);
  expect(library.stoodOn?.("2026-03-10").get("ZD16/1")?.standard.name.zh).toBe("清单（虚构）");
});

test("the list that a withdrawn one replaced goes on, and on the days before the withdrawal had ended", () => {
  const next = { ...list, code: "ZD17", from: "2026-03-01", replaces: "ZD16", ...gone };
  const first = { ...list, on: "2026-02-01" };
  const texts = [
    { ...listed, on: "2026-02-01" },
    { ...listed, standard: "ZD17", ...gone },
  ];
  const library = libraryWith(pack, { lists: [first, next], texts });
  expect(library.criteria.get("ZD16/1")?.standard.to).toBeUndefined();
  expect(library.stoodOn?.("2026-03-10").get("ZD16/1")?.standard.to).toBe("2026-02-28");
});
