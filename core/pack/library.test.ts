import { expect, test } from "vitest";
import { holdsAll, isAsked, libraryOf, openTopics } from "./library.ts";

const words = { zh: "名", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };
const criteria = (code: string, sectors: readonly string[], from: string | null) => ({
  code,
  kind: "criteria" as const,
  name: words,
  document: null,
  issuer: null,
  nature: null,
  from,
  officialItems: null,
  sectors,
  ...sourced,
});
const pack = {
  standards: [criteria("GM", ["S05"], "2026-06-01"), criteria("WT", ["S10"], null)],
  topics: [],
  items: [{ standard: "GM", item: "3-1", article: "第三条第（一）项", text: words, ...sourced }],
};
const list = {
  code: "ZD16",
  name: "重点检查事项（虚构）",
  issuer: "某局",
  issued: "2026-01-10",
  from: "2026-02-01",
  sectors: ["S05", "S10", "S16"],
  on: "2026-02-10",
};
const brought = { standard: "ZD16", item: "10", text: "虚构", source: "某局", on: "2026-02-10" };
const library = libraryOf(pack, {
  lists: [list, { ...list, code: "ZD16B", from: "2026-09-01", replaces: "ZD16" }],
  items: [
    brought,
    { ...brought, item: "9", sectors: ["S16"] },
    { ...brought, standard: "GM", item: "3-1" },
    { ...brought, standard: "GM", item: "3-2", article: "第三条第（二）项" },
    { ...brought, standard: "XX", item: "1" },
  ],
});

test("imported items follow the pack's in the order of their numbers; one that the pack has is none", () => {
  expect([...library.criteria.keys()]).toEqual(["GM/3-1", "GM/3-2", "ZD16/9", "ZD16/10"]);
  expect(library.criteria.get("GM/3-1")?.item).toBe(pack.items[0]);
  expect(library.criteria.get("GM/3-2")?.item).toMatchObject({
    article: "第三条第（二）项",
    text: { zh: "虚构", en: "虚构" },
    importedOn: "2026-02-10",
  });
  expect(library.criteria.get("ZD16/9")?.item.article).toBe("9");
});

test("a list is a standard of key check items, and ends on the eve of the one that replaces it", () => {
  expect(library.standards.find(({ code }) => code === "ZD16")).toMatchObject({
    kind: "keyCheckItems",
    from: "2026-02-01",
    to: "2026-08-31",
    issuer: { zh: "某局" },
    issued: "2026-01-10",
  });
  const own = libraryOf(pack, { lists: [{ ...list, code: "GM" }], items: [] });
  expect(own.standards).toEqual(pack.standards);
});

test.each([
  {
    story: "a key check item where the sector has no criteria",
    item: "ZD16/10",
    sectors: ["S16"],
    gives: true,
  },
  {
    story: "not on the day of its import",
    item: "ZD16/10",
    sectors: ["S16"],
    on: "2026-02-10",
    gives: false,
  },
  {
    story: "not before its list is in force",
    item: "ZD16/10",
    sectors: ["S16"],
    on: "2026-01-31",
    gives: false,
  },
  { story: "not after it has ended", item: "ZD16/10", sectors: ["S16"], on: "2026-09-01", gives: false },
  { story: "not of another sector", item: "ZD16/9", sectors: ["S10"], gives: false },
  {
    story: "of a sector before its criteria begin",
    item: "ZD16/10",
    sectors: ["S05"],
    on: "2026-05-31",
    gives: true,
  },
  {
    story: "not beside criteria in force",
    item: "ZD16/10",
    sectors: ["S05"],
    on: "2026-06-01",
    gives: false,
  },
  { story: "beside criteria whose first day nobody knows", item: "ZD16/10", sectors: ["S10"], gives: true },
  {
    story: "for the other sector of an enterprise",
    item: "ZD16/10",
    sectors: ["S05", "S16"],
    on: "2026-06-01",
    gives: true,
  },
  {
    story: "an item of criteria, whatever stands beside it",
    item: "GM/3-1",
    sectors: ["S05"],
    on: "2026-06-01",
    gives: true,
  },
])("is asked: $story", ({ item, sectors, on = "2026-03-01", gives }) => {
  const citable = library.criteria.get(item);
  expect(citable && isAsked(citable, sectors, on)).toBe(gives);
});

test("a topic is open until as many items as it has officially are imported under it", () => {
  const topic = (number: string, officialItems: number | null) => ({
    standard: "GM",
    topic: number,
    heading: number,
    text: words,
    officialItems,
    ...sourced,
  });
  const topics = [topic("9", 2), topic("10", 2), topic("11", null)];
  const items = ["9-1", "9-2", "10-1", "11-1"].map((item) => ({ ...brought, standard: "GM", item }));
  const known = openTopics(libraryOf({ ...pack, topics }, { lists: [], items }));
  expect(known.map((one) => one.topic)).toEqual(["10", "11"]);
  expect(openTopics(libraryOf({ ...pack, topics }))).toEqual(topics);
});

test.each<[string, string, number | null, readonly string[], boolean]>([
  ["every item", "2026-07-01", 2, ["S05"], true],
  ["an item fewer than officially", "2026-07-01", 3, ["S05"], false],
  ["items of a standard whose number nobody said", "2026-07-01", null, ["S05"], false],
  ["an item fewer, on a day before the standard", "2026-05-31", 3, ["S05"], true],
  ["an item fewer, of another sector", "2026-07-01", 3, ["S10"], true],
])("a library that has %s on %s", (_, on, officialItems, sectors, whole) => {
  const { standards, ...rest } = pack;
  const counted = standards.map((standard) => ({ ...standard, officialItems }));
  const items = [{ ...brought, standard: "GM", item: "3-2" }];
  expect(holdsAll(libraryOf({ ...rest, standards: counted }, { lists: [], items }), sectors, on)).toBe(whole);
});
