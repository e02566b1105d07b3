import { expect, test } from "vitest";
import { glossary } from "../../../core/glossary/glossary.ts";
import { texts } from "../../words/zh/help/texts.ts";
import { findPages, findTerms } from "./search.ts";
import { type Piece, termsIn } from "./terms-in.ts";
import { placeOf } from "./tour-place.ts";

const marked = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : `[${piece.said}]`)).join("");

test.each([
  ["整改方案五落实", "zh", "整改方案[五落实]"],
  ["双报告凭证", "zh", "[双报告]凭证"],
  ["没有这样的词", "zh", "没有这样的词"],
  // The longer word before the shorter that begins it.
  ["判定标准条款", "zh", "[判定标准条款]"],
  // Each word once, however often it stands.
  ["销号须复查，复查后销号", "zh", "[销号]须复查，复查后销号"],
  // A cell of the glossary that names two words is found by either.
  ["补查", "zh", "[补查]"],
  ["Proof of the double report", "en", "[Proof] of the [double report]"],
  // Whole words alone.
  ["waterproof disclosed", "en", "waterproof disclosed"],
  ["", "zh", ""],
] as const)("in “%s” (%s) is explained %s", (text, language, expected) => {
  expect(marked(termsIn(text, glossary, language))).toBe(expected);
});

test("nothing of a text is lost where words of it are explained", () => {
  for (const { words, meaning } of Object.values(glossary))
    for (const language of ["zh", "en"] as const)
      for (const text of [words[language], meaning[language]])
        expect(
          termsIn(text, glossary, language)
            .map((piece) => (typeof piece === "string" ? piece : piece.said))
            .join(""),
        ).toBe(text);
});

test("no two terms have the same word", () => {
  const all = Object.values(glossary);
  for (const language of ["zh", "en"] as const)
    expect(new Set(all.map(({ words }) => words[language].toLowerCase())).size).toBe(all.length);
});

test("a search finds pages that say every word of it, by title first, and shows where", () => {
  const [first] = findPages(texts, "自查自改");
  expect(first?.name).toBe("self-check");
  const names = findPages(texts, "延期 期限").map(({ name }) => name);
  expect(names).toContain("safetyManager");
  expect(findPages(texts, "延期").every(({ sentence }) => sentence !== "")).toBe(true);
  expect(findPages(texts, "没有这样的词")).toEqual([]);
  expect(findPages(texts, "  ")).toEqual([]);
});

test("a search finds terms by their words or meanings in either language, and lists all for nothing", () => {
  expect(findTerms(glossary, "五落实")).toContain("fiveElements");
  expect(findTerms(glossary, "contingency")).toContain("fiveElements");
  expect(findTerms(glossary, " ")).toHaveLength(Object.keys(glossary).length);
});

const card = { width: 300, height: 150 };
const screen = { width: 1440, height: 900 };

test.each([
  [
    "beneath a button of the top bar",
    { left: 1200, top: 6, right: 1240, bottom: 46 },
    { left: 1128, top: 58 },
  ],
  [
    "above what stands at the foot",
    { left: 400, top: 800, right: 600, bottom: 860 },
    { left: 400, top: 638 },
  ],
  ["beside the menu", { left: 0, top: 80, right: 208, bottom: 880 }, { left: 220, top: 80 }],
  [
    "in the corner over what fills the screen",
    { left: 0, top: 60, right: 1440, bottom: 890 },
    { left: 1128, top: 738 },
  ],
])("the card of the tour stands %s", (_, target, place) => {
  expect(placeOf(target, card, screen)).toEqual(place);
});
