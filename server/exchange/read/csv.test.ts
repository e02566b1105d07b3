import { expect, test } from "vitest";
import { aFile, cellsByRow, tableIn } from "../../../test/support/workbooks.ts";
import { RecordCutter } from "./csv-records.ts";
import { inGb18030 } from "./gb18030.ts";

const ledger = '编号,名称\r\n1,"安全出口,堵塞"\r\n2,"第一行\n第二行 ""甲"""\r\n';
const ledgerRows = {
  1: ["编号", "名称"],
  2: ["1", "安全出口,堵塞"],
  3: ["2", '第一行\n第二行 "甲"'],
};

test.each([
  ["utf-8", Buffer.from(ledger)],
  ["utf-8", Buffer.from(`\ufeff${ledger}`)],
  ["gb18030", inGb18030(ledger)],
  ["utf-16le", Buffer.from(`\ufeff${ledger}`, "utf16le")],
  ["utf-16be", Buffer.from(`\ufeff${ledger}`, "utf16le").swap16()],
])("a text in %s is read", async (encoding, bytes) => {
  const table = await tableIn(await aFile("a.csv", bytes));
  expect({ encoding: table.encoding, rows: cellsByRow(table.rows) }).toEqual({ encoding, rows: ledgerRows });
});

test.each([
  ["semicolons", "a;b,c;d\n", [["a", "b,c", "d"]]],
  ["tabs", "a,1\tb,2\tc\n", [["a,1", "b,2", "c"]]],
  ["commas within quotes that are not counted", 'a;"1,2,3,4"\n', [["a", "1,2,3,4"]]],
  ["what its first line says", "sep=|\na|b\n", [["a", "b"]]],
  ["one column", "甲\n乙\n", [["甲"], ["乙"]]],
])("cells are divided by %s", async (_, text, expected) => {
  const { rows } = await tableIn(await aFile("a.csv", text));
  expect(rows.map(({ cells }) => cells)).toEqual(expected);
});

test.each([
  ["blank lines count and are left out", "a\n\n,,\nb\n", { 1: ["a"], 4: ["b"] }],
  ["a line about the delimiter does not count", "sep=,\r\na,b\r\n", { 1: ["a", "b"] }],
  ["the last line needs no end", "a\nb", { 1: ["a"], 2: ["b"] }],
  ["lines of an old kind", "a\rb\r", { 1: ["a"], 2: ["b"] }],
  ["a number that is to stay a text", '="0001",="x"\n', { 1: ["0001", "x"] }],
  ["a quotation mark within a text", 'a 5" pipe,b\n', { 1: ['a 5" pipe', "b"] }],
  ["an identity number keeps its digits", "533421199001011234\n", { 1: ["533421199001011234"] }],
])("%s", async (_, text, expected) => {
  expect(cellsByRow((await tableIn(await aFile("a.csv", text))).rows)).toEqual(expected);
});

test("a text is cut into the same records wherever its pieces end, and all of them are the text", () => {
  const text = 'a,"b\r\nc"\r\n"d""",e\r\r\n,\n"f"g,h\nlast';
  const whole = recordsOf([text]);
  for (let at = 0; at <= text.length; at += 1)
    for (let next = at; next <= text.length; next += 1)
      expect(recordsOf([text.slice(0, at), text.slice(at, next), text.slice(next)])).toEqual(whole);
  expect(whole.map(({ raw }) => raw).join("")).toBe(text);
  expect(whole.map(({ cells }) => cells)).toEqual([
    ["a", "b\r\nc"],
    ['d"', "e"],
    [""],
    ["", ""],
    ["fg", "h"],
    ["last"],
  ]);
});

function recordsOf(pieces: readonly string[]) {
  const records: { cells: readonly string[]; raw: string }[] = [];
  const cutter = new RecordCutter(",", (cells, raw) => records.push({ cells, raw }));
  for (const piece of pieces) cutter.write(piece);
  cutter.end();
  return records;
}

test("every sign that GB18030 has is written as it is read", () => {
  const all: string[] = [];
  for (let code = 0; code < 0x10ffff; code += code < 0x10000 ? 1 : 997)
    if ((code < 0xd800 || code > 0xf8ff) && code !== 0xfffd) all.push(String.fromCodePoint(code));
  const text = all.join("");
  expect(new TextDecoder("gb18030", { ignoreBOM: true }).decode(inGb18030(text)) === text).toBe(true);
});
