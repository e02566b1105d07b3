import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines, lineAt } from "./json-lines.ts";

const source = `{
  "regions": [
    {"code": "53"},
    {"code": "5334",
     "name": {"zh": "a,\\"b", "en": "{["}}
  ],
  "a/b~": []
}`;

test("each value is found on the line on which it begins", () => {
  const read = jsonLines(source);
  expect(read.faultLine).toBeUndefined();
  expect(Object.fromEntries(read.lines)).toEqual({
    "": 1,
    "/regions": 2,
    "/regions/0": 3,
    "/regions/0/code": 3,
    "/regions/1": 4,
    "/regions/1/code": 4,
    "/regions/1/name": 5,
    "/regions/1/name/zh": 5,
    "/regions/1/name/en": 5,
    "/a~1b~0": 7,
  });
});

test("a missing member is placed at the object that lacks it", () => {
  expect(lineAt(jsonLines(source), "/regions/1/name/fr")).toBe(5);
  expect(lineAt(jsonLines(source), "/plan/name")).toBe(1);
});

test("a name given twice in one object is told, in two objects it is not", () => {
  expect(jsonLines('{\n"a": 1,\n"a": 2}').repeated).toEqual([{ at: "/a", line: 3 }]);
  expect(jsonLines('[{"a": 1}, {"a": 2}]').repeated).toEqual([]);
});

test.each([
  { text: "", line: 1 },
  { text: '{"a": 1,\n}', line: 2 },
  { text: '{"a": 1\n"b": 2}', line: 2 },
  { text: "[1,\n2", line: 2 },
  { text: '["a\nb"]', line: 1 },
  { text: "[1]\n]", line: 2 },
  { text: "[1}", line: 1 },
  { text: "{\n a: 1}", line: 2 },
  { text: "[\n01]", line: 2 },
  { text: '["\\x"]', line: 1 },
  { text: "[1]\u3000", line: 1 },
  { text: '{"a" 1}', line: 1 },
  { text: "{1: 1}", line: 1 },
])("what is not JSON is told with its line: $text", ({ text, line }) => {
  expect(jsonLines(text).faultLine).toBe(line);
});

test("it finds a fault exactly where JSON.parse refuses", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"b',
    '"',
    "\\",
    "1",
    "-",
    "true",
    "nul",
    " ",
    "\n",
    "\t",
    "\u00a0",
  ];
  const scraps = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(""));
  const cut = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, more]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + more + text.slice(position);
  });
  fc.assert(
    fc.property(fc.oneof(scraps, fc.json(), cut), (text) => {
      expect(jsonLines(text).faultLine === undefined).toBe(isJson(text));
    }),
    { numRuns: 3_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
