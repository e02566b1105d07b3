import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, isCanonical, type Json } from "./canonical.ts";

function doubleOf(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

const parsed = (text: string): Json => JSON.parse(text);
const anyJson = fc
  .jsonValue({ noUnicodeString: false, maxDepth: 4 })
  .map((value) => parsed(JSON.stringify(value)));

// RFC 8785, appendix B.
test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
])("the number with the bits %s is written %s", (bits, gives) => {
  expect(canonical(doubleOf(bits))).toBe(gives);
});

// RFC 8785, sections 3.2.2 to 3.2.4, and the samples published with it.
describe("the published sample", () => {
  test("of values", () => {
    const value = parsed(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    const bytes = new TextEncoder().encode(canonical(value));
    expect(bytes.slice(-28).reduce((hex, byte) => `${hex} ${byte.toString(16).padStart(2, "0")}`, "")).toBe(
      " 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d",
    );
  });

  test("of sorting", () => {
    const value = parsed(String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    expect(Object.values(parsed(canonical(value)) ?? {})).toEqual([
      // JavaScript puts names that are whole numbers first when it reads; the text itself is compared below.
      "One",
      "Carriage Return",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
    expect(canonical(value)).toBe(
      `{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
    );
  });

  test("of weird names", () => {
    const value = parsed(String.raw`{
      "\u20ac": "Euro Sign",
      "1": "One",
      "\u0080": "Control\u007f",
      "\ud83d\ude02": "Smiley",
      "\u00f6": "Latin Small Letter O With Diaeresis",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "</script>": "Browser Challenge"
    }`);
    expect(canonical(value)).toBe(
      `{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude02":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
    );
  });

  test.each([
    [
      "structures",
      `{"1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { }}`,
      `{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}`,
    ],
    ["arrays", `[56, {"d": true, "10": null, "1": [ ]}]`, `[56,{"1":[],"10":null,"d":true}]`],
    [
      "French words",
      `{"peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ignore locale"}`,
      `{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}`,
    ],
    [
      "unnormalised Unicode",
      String.raw`{"Unnormalized Unicode":"A\u030a"}`,
      `{"Unnormalized Unicode":"A\u030a"}`,
    ],
  ])("of %s", (_, text, gives) => {
    expect(canonical(parsed(text))).toBe(gives);
  });
});

test("a canonical text reads back as the same value, and is canonical already", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = canonical(value);
      expect(parsed(text)).toEqual(value);
      expect(canonical(parsed(text))).toBe(text);
    }),
  );
});

test("the order in which members were set makes no difference, and every other difference does", () => {
  const anyObject = fc.dictionary(fc.string({ maxLength: 2 }), anyJson, {
    maxKeys: 3,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(anyObject, anyObject, (one, other) => {
      expect(canonical(Object.fromEntries(Object.entries(one).reverse()))).toBe(canonical(one));
      expect(canonical(one) === canonical(other)).toBe(isDeepStrictEqual(one, other));
    }),
  );
});

/** What the types forbid, as it arrives from code that they do not reach. */
const untyped = (value: unknown): Json => JSON.parse("0", () => value);

describe("JSON cannot hold", () => {
  test.each<[string, () => Json]>([
    ["not a number", () => Number.NaN],
    ["infinity", () => Number.POSITIVE_INFINITY],
    ["minus infinity within a list", () => [1, Number.NEGATIVE_INFINITY]],
    ["a lone high surrogate", () => "\ud800"],
    ["a lone low surrogate in a list", () => ["a\udc00b"]],
    ["surrogates in the wrong order", () => "\ude00\ud83d"],
    ["a lone surrogate in a name", () => ({ "\ud83d": 1 })],
    ["undefined", () => untyped(undefined)],
    ["undefined within an object", () => untyped({ a: 1, b: undefined })],
    ["undefined within a list", () => untyped([undefined])],
    ["a hole in a list", () => untyped(Array(2))],
    ["a function", () => untyped(() => 1)],
    ["a symbol", () => untyped(Symbol("a"))],
    ["a big integer", () => untyped(1n)],
    ["a date", () => untyped(new Date(0))],
    ["a map", () => untyped(new Map([["a", 1]]))],
    ["bytes", () => untyped(new Uint8Array(1))],
  ])("%s", (_, value) => {
    expect(() => canonical(value())).toThrow(TypeError);
  });
});

test.each([
  ['{"a":1,"b":[{"c":"二"}]}', true],
  ['{"b":1,"a":2}', false],
  ['{"a":[{"d":1,"c":2}]}', false],
  ['{"a": 1}', false],
  ['{"a":1.0}', false],
  ['{"a":"\\ud800"}', false],
  ['{"a":"\\\\ud800"}', true],
  ['{"10":1,"9":2}', true],
  ['{"9":2,"10":1}', false],
])("that %s is canonical: %s", (text, gives) => {
  expect(isCanonical(text, JSON.parse(text))).toBe(gives);
});
