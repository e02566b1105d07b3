import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { type TextFormat, textProblems } from "./criteria-file.ts";
import { importContent, importRefusal, isUnchanged, readTexts } from "./criteria-texts.ts";
import { libraryOf } from "./library.ts";

const sourced = { source: "令", toBeConfirmed: false };
const words = { zh: "名", en: "Name" };
const standards = ["GM", "HC26"].map((code) => ({
  code,
  kind: "criteria" as const,
  name: words,
  document: code === "GM" ? "应急管理部令第10号" : null,
  issuer: null,
  nature: null,
  from: "2023-05-15",
  officialItems: null,
  sectors: ["S04", "S05"],
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

const list = {
  code: "ZD16",
  name: "商务领域重点检查事项（虚构）",
  issuer: "某局",
  issued: "2026-01-10",
  from: "2026-02-01",
  sectors: ["S16"],
};
const brought = { standard: "ZD16", item: "1", text: "虚构", source: "某局", on: "2026-01-20" };
const library = libraryOf(
  { standards, topics, items },
  {
    lists: [{ ...list, on: "2026-01-20" }],
    items: [brought, { ...brought, standard: "GM", item: "99", sectors: ["S05"] }],
  },
);
const readFile = (format: TextFormat, source: string) =>
  readTexts(library, ["S04", "S05", "S16", "S17"], format, source);

const read = (format: TextFormat, source: string) => {
  const found = readFile(format, source);
  return "texts" in found
    ? found.texts
    : found.problems.map(({ row, column, code }) => `${row} ${column ?? "—"} ${code}`);
};
const one = { standard: "GM", item: "12-1", text: "原文一", source: "公报" };
const heading = "standard,item,text,source";
const further = (column: string, value: string, item = "12-1") =>
  `${heading},${column}\nGM,${item},原文,公报,${value}\n`;
const newList = {
  standard: "ZD17",
  item: "1",
  text: "虚构的检查事项",
  source: "某委",
  sector: "S17",
  list: "医院重点检查事项（虚构）",
  issuer: "某委",
  issued: "2026-03-01",
  from: "2026-04-01",
};
const said16 = { standard: "ZD16", issuer: "某局", issued: "2026-01-10", from: "2026-02-01", sector: "S16" };
const aList = (first: object, ...others: object[]) =>
  JSON.stringify([first, ...others].map((own) => ({ ...newList, ...own })));
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
  expect(read("csv", `${heading}\nGM,HC26/12-1,原文一,公报\n`)).toEqual(["2 item item-malformed"]);
});

test("rows of a template that nobody filled are left out and counted", () => {
  const source = `${heading}\nGM,12-1,原文一,公报\nGM,12-2,,\n`;
  expect(readFile("csv", source)).toMatchObject({ texts: [one], blank: 1 });
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
  ["a column is unknown", "csv", `${heading},remark\nGM,12-1,原文,公报,x\n`, ["1 remark column-unknown"]],
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
  ["an item has no number", "csv", `${heading}\nGM,第三条,原文,公报\n`, ["2 item item-malformed"]],
  ["its version is another", "csv", further("version", "应急管理部令第11号"), ["2 version version-differs"]],
  ["its sector is unknown", "csv", further("sector", "S99"), ["2 sector sector-unknown"]],
  [
    "its sector is none of the standard's",
    "csv",
    further("sector", "S16"),
    ["2 sector sector-not-of-standard"],
  ],
  ["it narrows an item of the pack", "csv", further("sector", "S05"), ["2 sector fixed-by-pack"]],
  ["it cites an item of the pack otherwise", "csv", further("article", "甲"), ["2 article fixed-by-pack"]],
  [
    "it turns an imported item to another sector",
    "csv",
    further("sector", "S04", "99"),
    ["2 sector sector-differs"],
  ],
  ["it makes a list of a standard of the pack", "csv", further("list", "清单"), ["2 list list-differs"]],
  [
    "an imported list is said otherwise",
    "json",
    aList({ ...said16, list: "另一名称" }),
    ["1 list list-differs"],
  ],
  [
    "a new list's rows do not agree",
    "json",
    aList({}, { item: "2", issued: "2026-03-02" }),
    ["2 issued list-differs"],
  ],
  ["a new list lacks its issuer", "json", aList({ issuer: "" }), ["1 issuer cell-missing"]],
  ["a new list names no sector", "json", aList({ sector: "" }), ["1 sector cell-missing"]],
  ["a new list's day is none", "json", aList({ from: "2026-02-30" }), ["1 from not-a-day"]],
  ["a new list's code is none", "json", aList({ standard: "zd-17" }), ["1 standard standard-malformed"]],
  ["it replaces a standard of the pack", "json", aList({ replaces: "GM" }), ["1 replaces replaces-unknown"]],
  [
    "it replaces a list that begins later",
    "json",
    aList({ replaces: "ZD16", from: "2026-02-01" }),
    ["1 replaces replaces-unknown"],
  ],
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

test("a text of an item that the library does not have makes one, with how it is cited and for which sectors", () => {
  const source =
    "标准,条款,原文,出处,版本,引用写法,行业领域,备注\nGM,13-1,虚构,公报,令10号,第十三条第（一）项,S05,据复印件\n";
  expect(read("csv", source)).toEqual([
    {
      standard: "GM",
      item: "13-1",
      text: "虚构",
      source: "公报",
      article: "第十三条第（一）项",
      sectors: ["S05"],
      note: "据复印件",
    },
  ]);
  // All sectors of the standard are no narrowing, and what an item of the pack says already is not kept again.
  expect(read("csv", further("sector", "S05、S04"))).toEqual([{ ...one, text: "原文" }]);
  expect(read("csv", further("article", "12-1"))).toEqual([{ ...one, text: "原文" }]);
  // Each text of an imported item says its sectors: the first may be withdrawn.
  expect(read("csv", further("version", "2023-05-15", "99"))).toEqual([
    { ...one, item: "99", text: "原文", sectors: ["S05"] },
  ]);
});

test("a file brings a list of key check items with what its first row says, for all sectors that its rows name", () => {
  const found = readFile("json", aList({ replaces: "ZD16" }, { item: "2", sector: "S16,S17", list: "" }));
  const { standard: code, item: _item, text: _text, source: _source, sector: _sector, ...said } = newList;
  expect(found).toMatchObject({
    lists: [
      {
        code,
        name: said.list,
        issued: said.issued,
        from: said.from,
        sectors: ["S16", "S17"],
        replaces: "ZD16",
      },
    ],
    texts: [{ item: "1", sectors: ["S17"] }, { item: "2" }],
    warnings: [],
  });
  expect(read("csv", `${heading}\nZD16,2,虚构,某局\n`)).toEqual([
    { standard: "ZD16", item: "2", text: "虚构", source: "某局" },
  ]);
});

const about = {
  id: "i",
  at: "2026-01-01T00:00:00.000Z",
  person: "p",
  role: "r",
  organisation: "o",
  file: "f",
  lists: [],
};

test("what an import commits to does not hang on the order of its rows, and leaves out what nobody said", () => {
  const two = { ...one, item: "12-2" };
  const content = importContent({ ...about, texts: [two, one] });
  expect(content).toEqual(importContent({ ...about, texts: [one, two] }));
  expect(importContent({ ...about, texts: [one] })).not.toEqual(importContent({ ...about, texts: [two] }));
  const { lists: _none, ...plain } = about;
  const rows = [one, two].map(({ standard, item, text, source }) => [standard, item, text, source]);
  expect(content).toEqual({ ...plain, texts: rows });
});

test.each([{ article: "甲" }, { sectors: ["S04"] }, { note: "注" }])(
  "an import commits to %o of a text, and to its lists",
  (more) => {
    const plain = importContent({ ...about, texts: [one] });
    expect(importContent({ ...about, texts: [{ ...one, ...more }] })).not.toEqual(plain);
    expect(importContent({ ...about, texts: [one], lists: [list] })).not.toEqual(plain);
  },
);

test("a text is brought again in vain only if it says the same in everything", () => {
  expect(isUnchanged(one, { ...one })).toBe(true);
  for (const more of [{ text: "二" }, { source: "二" }, { article: "二" }, { note: "二" }])
    expect(isUnchanged({ ...one, ...more }, one)).toBe(false);
});
