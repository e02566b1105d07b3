import { expect, test } from "vitest";
import { isInForce, loadedItems } from "../../core/pack/criteria.ts";
import { readPack } from "../../server/store/read-pack.ts";

const { standards, topics, items } = await readPack(import.meta.dirname);

const itemsOf = (code: string) => items.filter(({ standard }) => standard === code);
const topicsOf = (code: string) => topics.filter(({ standard }) => standard === code);
const standardOf = (code: string) => standards.find((standard) => standard.code === code);

/** What each standard is expected to hold: leaf items loaded, items of the official text that topics stand for, its own count. */
const expected: readonly (readonly [
  code: string,
  loaded: number,
  inTopics: number,
  official: number | null,
])[] = [
  ["GM", 64, 0, 64],
  ["HC17", 20, 0, 20],
  ["HC26", 0, 53, 53],
  ["FW", 20, 0, 20],
  ["NM", 15, 18, null],
  ["NM+", 0, 0, null],
  ["CM", 0, 0, null],
  ["FR", 0, 0, null],
  ["BD", 32, 21, 53],
  ["GS", 22, 0, 22],
  ["SE", 30, 17, 47],
  ["PW", 30, 19, 49],
  ["RT", 5, 0, null],
  ["RP", 0, 0, null],
  ["RI", 0, 0, null],
  ["WT", 0, 0, null],
  ["AM", 6, 0, 6],
  ["CE", 0, 0, null],
];
/** Fields of which it is known that they have a standard, and no more than that. */
const namesOnly = ["HW", "WP", "PT", "RL", "CA", "PO", "EC", "CT", "SC", "SP", "RB", "SB"];

test("every standard is registered, with as many items and topics as are known", () => {
  const found = standards.map(({ code, officialItems }) => [
    code,
    loadedItems(itemsOf(code)),
    topicsOf(code).reduce((sum, topic) => sum + (topic.officialItems ?? 0), 0),
    officialItems,
  ]);
  expect(found).toEqual([...expected, ...namesOnly.map((code) => [code, 0, 0, null])]);
});

test("of the fields that are known by name alone nothing else is claimed", () => {
  for (const code of namesOnly) {
    const { document, issuer, nature, from, toBeConfirmed } = standardOf(code) ?? {};
    expect([code, document, issuer, nature, from, toBeConfirmed]).toEqual([
      code,
      null,
      null,
      null,
      null,
      true,
    ]);
  }
});

test("the days on which the standards begin and end are those that are known", () => {
  const days = standards.flatMap(({ code, from, to }) => (from === null ? [] : [[code, from, to ?? "…"]]));
  expect(days).toEqual([
    ["GM", "2023-05-15", "…"],
    ["HC17", "2017-11-13", "2026-09-29"],
    ["HC26", "2026-09-30", "…"],
    ["FW", "2017-11-13", "…"],
    ["NM", "2022-09-01", "…"],
    ["CM", "2026-07-01", "…"],
    ["FR", "2025-11-01", "…"],
    ["BD", "2024-12-13", "…"],
    ["GS", "2023-09-21", "…"],
    ["SE", "2024-12-01", "…"],
    ["PW", "2026-07-01", "…"],
    ["RT", "2023-10-01", "…"],
    ["AM", "2022-06-24", "…"],
  ]);
});

test("the 2017 hazchem list ends on the eve of the 2026 one, and both days are to be confirmed", () => {
  const [old, next] = [standardOf("HC17"), standardOf("HC26")];
  if (old === undefined || next === undefined) throw new Error("A hazchem list is missing");
  expect(["2026-09-29", "2026-09-30"].map((day) => [isInForce(old, day), isInForce(next, day)])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect([old.toBeConfirmed, next.toBeConfirmed]).toEqual([true, true]);
});

const perArticle = (code: string) => {
  const articles = itemsOf(code).map(({ item }) => /^[^-]+/.exec(item)?.[0] ?? "");
  return [...Map.groupBy(articles, (article) => article)].map(
    ([article, own]) => `${article}: ${own.length}`,
  );
};

test("the articles of a standard hold as many items as the official text", () => {
  expect(perArticle("GM").join(", ")).toBe(
    "3: 3, 4: 8, 5: 13, 6: 8, 7: 7, 8: 7, 9: 2, 10: 2, 11: 10, 12: 2, 13: 2, 14: 1",
  );
  expect(perArticle("BD").join(", ")).toBe("4: 5, 5: 4, 6: 4, 7: 3, 8: 9, 10: 2, 15: 3, 16: 1, 17: 1");
  expect(perArticle("GS").join(", ")).toBe("4: 5, 5: 5, 6: 3, 7: 3, 8: 1, 9: 4, 10: 1");
  expect(perArticle("SE").join(", ")).toBe("4.1: 4, 4.2: 7, 4.3: 6, 4.5: 3, 4.6: 5, 4.7: 5");
  expect(perArticle("PW").join(", ")).toBe("5: 10, 8: 4, 10: 8, 12: 3, 13: 4, 14: 1");
  expect(
    topics.flatMap(({ standard, topic, officialItems }) =>
      ["BD", "SE", "PW"].includes(standard) ? [`${standard} ${topic}: ${officialItems}`] : [],
    ),
  ).toEqual([
    "BD 9: 5",
    "BD 11: 4",
    "BD 12: 2",
    "BD 13: 7",
    "BD 14: 3",
    "SE 4.4: 2",
    "SE 4.8: 5",
    "SE 4.9: 5",
    "SE 4.10: 5",
    "PW 6: 5",
    "PW 7: 5",
    "PW 9: 4",
    "PW 11: 5",
  ]);
});

test("of the mines' list the items with a number are loaded and no others", () => {
  const numbers = itemsOf("NM").map(({ item }) => item);
  const underground = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 20, 21, 27];
  expect(numbers).toEqual([...underground.map((number) => `UG-${number}`), "OP-10"]);
});

test("令10号 art. 14 is a rule over the others, and the only item outside a count", () => {
  expect(
    items.filter(({ outsideCount }) => outsideCount).map(({ standard, item }) => `${standard}/${item}`),
  ).toEqual(["GM/14"]);
});

test("what an article says of all other cases takes an expert's opinion", () => {
  const open = items.filter(({ text }) => text.zh.startsWith("其他"));
  expect(open.map(({ standard, item }) => `${standard}/${item}`)).toEqual([
    "BD/17",
    "GS/10",
    "PW/14",
    "RT/3-5",
  ]);
  expect(items.filter(({ catchAll }) => catchAll)).toEqual(open);
});

const numerals = ["", ..."一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五", "十六", "十七"];

/** An item's number as its standard cites it. */
function cited(standard: string, item: string): string {
  const [first = "", second = ""] = item.split("-");
  const mine = { UG: "地下矿山", OP: "露天矿山" }[first];
  if (mine !== undefined) return `${mine}第${second}项`;
  if (standard === "SE") return `${first} ${second})`;
  if (["HC17", "FW", "AM"].includes(standard)) return `第${first}项`;
  const article = `第${numerals[Number(first)]}条`;
  return second === "" ? article : `${article}第（${numerals[Number(second)]}）项`;
}

test("an item's citation says the same as its number", () => {
  for (const { standard, item, article } of items)
    expect([standard, article]).toEqual([standard, cited(standard, item)]);
});

test("the numbers of an article run from 1 without a gap, but in the mines' list", () => {
  for (const [article, own] of Map.groupBy(
    items,
    ({ standard, item }) => `${standard} ${item.split("-")[0]}`,
  )) {
    if (article.startsWith("NM")) continue;
    const numbers = own.flatMap(({ item }) => item.split("-")[1] ?? []);
    const letters = [..."abcdefg"];
    const right = own.map((_, at) => (article.startsWith("SE") ? letters[at] : String(at + 1)));
    if (numbers.length > 0) expect([article, numbers]).toEqual([article, right]);
  }
});

test("what is known from memory or at second hand says so, item by item", () => {
  const sure = new Set(items.filter(({ toBeConfirmed }) => !toBeConfirmed).map(({ standard }) => standard));
  expect([...sure]).toEqual(["GM", "BD", "GS", "SE", "PW"]);
  const unsure = items.filter(
    ({ standard, toBeConfirmed, dividedFrom }) =>
      sure.has(standard) && toBeConfirmed && dividedFrom === undefined,
  );
  expect(unsure.map(({ standard, item }) => `${standard}/${item}`)).toEqual([
    "GM/9-1",
    "GM/9-2",
    "GM/10-1",
    "GM/10-2",
  ]);
});

test("items that our source holds together in one phrase say so, and their numbers are to be confirmed", () => {
  const divided = items.filter(({ dividedFrom }) => dividedFrom !== undefined);
  expect(divided.filter(({ toBeConfirmed }) => !toBeConfirmed)).toEqual([]);
  const phrases = Map.groupBy(divided, ({ standard, dividedFrom }) => `${standard} ${dividedFrom}`);
  expect(
    [...phrases.values()].map((own) => own.map(({ standard, item }) => `${standard}/${item}`).join(" ")),
  ).toEqual([
    "GM/5-1 GM/5-2",
    "GM/5-6 GM/5-7 GM/5-8 GM/5-9 GM/5-10",
    "BD/8-6 BD/8-7",
    "SE/4.1-a SE/4.1-b SE/4.1-c SE/4.1-d",
    "SE/4.2-c SE/4.2-d SE/4.2-e SE/4.2-f",
    "SE/4.3-e SE/4.3-f",
    "SE/4.5-a SE/4.5-b SE/4.5-c",
    "PW/12-1 PW/12-2 PW/12-3",
  ]);
});

test("every row says where it comes from, by the document of its standard", () => {
  for (const { standard, source } of [...items, ...topics]) {
    const document = standardOf(standard)?.document ?? "";
    expect(source.replace(/(?<=令)第(?=\d)/, "")).toContain(document.replace(/(?<=令)第(?=\d)/, ""));
  }
});
