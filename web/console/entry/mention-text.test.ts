import { expect, test } from "vitest";
import { begunMention, piecesOf, stillNamed, withMention } from "./mention-text.ts";

const mei = { id: "1", name: "梅厂长" };
const ming = { id: "2", name: "李明" };
const minghua = { id: "3", name: "李明华" };

test.each([
  { story: "an @ alone", text: "请@", gives: { from: 1, name: "" } },
  { story: "the first signs of a name", text: "请 @梅", gives: { from: 2, name: "梅" } },
  { story: "at the beginning", text: "@Mei", gives: { from: 0, name: "Mei" } },
  { story: "a name that is ended by a space", text: "请 @梅厂长 ", gives: undefined },
  { story: "a name that is ended by a comma", text: "@梅厂长，", gives: undefined },
  { story: "an address", text: "写信到 zhiban@example", gives: undefined },
  { story: "no @ at all", text: "请补拍", gives: undefined },
])("a name is being typed: $story", ({ text, gives }) => {
  expect(begunMention(text, text.length)).toEqual(gives);
});

test("only what stands before the caret counts", () => {
  expect(begunMention("请 @梅 核对", 4)).toEqual({ from: 2, name: "梅" });
});

test("the chosen name takes the place of what was begun, and writing goes on behind it", () => {
  const text = "请 @梅 核对";
  expect(withMention(text, 4, { from: 2, name: "梅" }, "梅厂长")).toEqual({
    text: "请 @梅厂长 核对",
    caret: 7,
  });
});

test("whose name was taken out again is not named", () => {
  expect(stillNamed("请 @梅厂长 核对", [mei, ming])).toEqual([mei]);
});

test("names stand out, the longer one before the shorter that begins it", () => {
  const told = piecesOf("@李明华 与 @李明 到场", [ming, minghua]).map(({ text, isName }) => [text, isName]);
  expect(told).toEqual([
    ["@李明华", true],
    [" 与 ", false],
    ["@李明", true],
    [" 到场", false],
  ]);
});
