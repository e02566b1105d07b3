import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { importContent, importRefusal, readTexts, type TextFormat, textProblems } from "./criteria-texts.ts";

const sourced = { source: "令", toBeConfirmed: false };
const words = { zh: "名", en: "Name" };
const standards = ["GM", "HC26"].map((code) => ({
  code,
  kind: "criteria" as const,
  name: words,
  document: null,
  issuer: null,
  nature: null,
  from: null,
  officialItems: null,
  sectors: [],
  ...sourced,
}));
const items = ["12-1", "12-2"].map((item) => ({
  standard: "GM",
  item,
  article: item,
  text: words,
  ...sourced,
}));
const topics = [
  { standard: "HC26", topic: "5.1", heading: "5.1", text: words, officialItems: 5, ...sourced },
];

const read = (format: TextFormat, source: string) => {
  const found = readTexts({ standards, topics, items }, format, source);
  return "texts" in found
    ? found.texts
    : found.problems.map(({ row, column, code }) => `${row} ${column ?? "—"} ${code}`);
};
const one = { standard: "GM", item: "12-1", text: "原文一", source: "公报" };
const heading = "standard,item,text,source";
const long = "长".repeat(limits.longTextLengthCharacters + 1);

test("a file is read from CSV with headings in either language, and from JSON", () => {
  expect(read("csv", `${heading}\nGM,12-1,原文一,公报\n`)).toEqual([one]);
  expect(read("csv", '出处,标准,条款,原文\r\n公报,GM,12-1,"原文一"\r\n')).toEqual([one]);
  expect(read("json", JSON.stringify([one, { ...one, item: "12-2", text: " 两\n行 " }]))).toEqual([
    one,
    { ...one, item: "12-2", text: "两\n行" },
  ]);
});

test("an item may be named with its standard, since an office program makes a day of 12-1", () => {
  expect(read("csv", `${heading}\nGM,GM/12-1,原文一,公报\n`)).toEqual([one]);
  expect(read("csv", `${heading}\nGM,HC26/12-1,原文一,公报\n`)).toEqual(["2 item unknown-item"]);
});

test("rows of a template that nobody filled are left out and counted", () => {
  const source = `${heading}\nGM,12-1,原文一,公报\nGM,12-2,,\n`;
  expect(readTexts({ standards, topics, items }, "csv", source)).toEqual({ texts: [one], blank: 1 });
});

const rows: readonly (readonly [
  story: string,
  format: TextFormat,
  source: string,
  found: readonly string[],
])[] = [
  ["a quote is not closed", "csv", `${heading}\nGM,12-1,"原文,公报`, ["2 — not-csv"]],
  ["it is no JSON", "json", '[\n{"standard": GM}]', ["2 — not-json"]],
  ["it is no list", "json", "{}", ["1 — not-json"]],
  ["a member is no row", "json", JSON.stringify([one, "x"]), ["2 — not-json"]],
  ["a member is named twice", "json", '[{"item": "12-1", "item": "12-2"}]', ["1 item column-twice"]],
  ["it is empty", "csv", "", ["1 — no-rows"]],
  ["there is a heading only", "csv", `${heading}\n`, ["1 — no-rows"]],
  ["a column is missing", "csv", "standard,item,text\nGM,12-1,原文\n", ["1 source column-missing"]],
  ["a column is unknown", "csv", `${heading},note\nGM,12-1,原文,公报,x\n`, ["1 note column-unknown"]],
  ["a column has no name", "csv", `${heading},\nGM,12-1,原文,公报,\n`, ["1 5 column-unknown"]],
  ["a column occurs twice", "csv", `${heading},item\nGM,12-1,原文,公报,12-1\n`, ["1 item column-twice"]],
  ["a row is longer than the heading", "csv", `${heading}\nGM,12-1,原文,公报,更多\n`, ["2 5 column-unknown"]],
  ["a row is shorter", "csv", `${heading}\nGM,12-1,原文\n`, ["2 source cell-missing"]],
  ["a value is no text", "json", JSON.stringify([{ ...one, item: 12 }]), ["1 item not-text"]],
  ["a text is too long", "json", JSON.stringify([{ ...one, text: long }]), ["1 text too-long"]],
  [
    "a text has a control character",
    "json",
    JSON.stringify([{ ...one, text: "原\u0007文" }]),
    ["1 text control-characters"],
  ],
  ["a standard is unknown", "csv", `${heading}\nXX,1,原文,公报\n`, ["2 standard unknown-standard"]],
  ["an item is unknown", "csv", `${heading}\nGM,12-3,原文,公报\n`, ["2 item unknown-item"]],
  ["a topic is taken for an item", "csv", `${heading}\nHC26,5.1,原文,公报\n`, ["2 item topic-no-item"]],
  ["an item occurs twice", "json", JSON.stringify([one, one]), ["2 item duplicate"]],
  [
    "several rows are wrong",
    "csv",
    `${heading}\nGM,12-1,原文,公报\nGM,,原文,\nXX,12-1,原文,公报\n`,
    ["3 item cell-missing", "3 source cell-missing", "4 standard unknown-standard"],
  ],
  [
    "it has more rows than are read at once",
    "json",
    JSON.stringify(Array.from({ length: limits.criteriaTextRows + 1 }, () => one)),
    [`${limits.criteriaTextRows + 1} — too-many-rows`],
  ],
];

describe("a file is refused as a whole where", () => {
  test.each(rows)("%s", (_, format, source, found) => {
    expect(read(format, source)).toEqual(found);
  });
});

test("every kind of problem has been seen", () => {
  const seen = new Set(rows.flatMap(([, , , found]) => found.map((told) => told.split(" ")[2])));
  expect([...seen].sort()).toEqual(Object.keys(textProblems).sort());
});

test("official texts are imported by the office that answers for the installation, and by nobody else", () => {
  const offices = ["zhou"];
  expect(importRefusal({ role: "committeeOffice", organisation: "zhou" }, offices)).toBeUndefined();
  for (const [role, organisation] of [
    ["committeeOffice", "xian"],
    ["departmentHead", "zhou"],
    ["inspector", "zhou"],
    ["principal", "firm"],
  ] as const)
    expect(importRefusal({ role, organisation }, offices)?.code).toBe("role-may-not");
});

test("what an import commits to does not hang on the order of its rows", () => {
  const about = {
    id: "i",
    at: "2026-01-01T00:00:00.000Z",
    person: "p",
    role: "r",
    organisation: "o",
    file: "f",
  };
  const two = { ...one, item: "12-2" };
  expect(importContent({ ...about, texts: [two, one] })).toEqual(
    importContent({ ...about, texts: [one, two] }),
  );
  expect(importContent({ ...about, texts: [one] })).not.toEqual(importContent({ ...about, texts: [two] }));
});
