import { expect, test } from "vitest";
import {
  attributesOf,
  letterAttribute,
  MarkupCutter,
  type PieceKind,
  readText,
  writtenText,
} from "./markup.ts";

type Piece = readonly [kind: PieceKind, name: string, raw: string];

function piecesOf(parts: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const cutter = new MarkupCutter((kind, name, raw) => pieces.push([kind, name, raw]));
  for (const part of parts) cutter.write(part);
  cutter.end();
  return pieces;
}

const markup = `\ufeff<?xml version="1.0"?>\n<x:a b=">" c='"'><!-- <no> --><d />甲&lt;<![CDATA[<e>]]></x:a >\n`;

test("markup is cut into the same pieces wherever it comes divided, and all of them are the markup", () => {
  const whole = piecesOf([markup]);
  for (let at = 0; at <= markup.length; at += 1)
    for (let next = at; next <= markup.length; next += 1)
      expect(piecesOf([markup.slice(0, at), markup.slice(at, next), markup.slice(next)])).toEqual(whole);
  expect(whole.map(([, , raw]) => raw).join("")).toBe(markup);
  expect(whole.map(([kind, name]) => `${kind} ${name}`.trim())).toEqual([
    "text",
    "other",
    "text",
    "opening a",
    "other",
    "single d",
    "text",
    "text",
    "closing a",
    "text",
  ]);
});

test.each([
  ["tags that do not match", "<a><b></a></b>"],
  ["one that is not closed", "<a><b></b>"],
  ["one that closes nothing", "<a></a></b>"],
  ["a tag that is cut off", "<a></a><b"],
  ["a document type", "<!DOCTYPE a><a/>"],
  ["nothing", ""],
  ["text alone", "甲"],
  ["a tag without a name", "< ></ >"],
  ["a tag within a tag", "<a <b>></b></a>"],
])("%s is refused", (_, broken) => {
  expect(() => piecesOf([broken])).toThrow("file-broken");
});

test.each([
  ['<c r="A1" s="2">', "A1"],
  ["<c s='2' r='A1'/>", "A1"],
  ['<x:c\n\tr = "A1">', "A1"],
  ['<c a=" r=" r="A1">', "A1"],
  ['<c a=\' r="B2"\' r="A1">', "A1"],
  ['<c xr="B2" ref="C3">', undefined],
  ["<c>", undefined],
])("the place in %s is %s", (raw, place) => {
  expect(letterAttribute(raw, "r")).toBe(place);
  expect(attributesOf(raw).r).toBe(place);
});

test("what is written as text is read as it was, but for signs that markup cannot hold", () => {
  const text = `<甲> & "乙" 'c' 𠮷\t\n`;
  expect(readText(writtenText(text))).toBe(text);
  expect(writtenText("a\u0000\u000b\ud800b\uffff")).toBe("ab");
});
