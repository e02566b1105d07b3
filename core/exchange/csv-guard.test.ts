import fc from "fast-check";
import { expect, test } from "vitest";
import { guardedText, unguardedText } from "./csv-guard.ts";

test.each(["=1+1", "+861380000", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠a"])(
  "a text that begins as %j is no formula to a spreadsheet",
  (text) => {
    expect(guardedText(text)).toBe(`'${text}`);
    expect(unguardedText(guardedText(text))).toBe(text);
  },
);

test.each(["隐患", "1+1", "a=b", "", "'", "'quoted'"])("the text %j goes as it is", (text) => {
  expect(guardedText(text)).toBe(text);
});

test("whatever the text, it comes back as it was, and nothing that goes out begins as a formula", () => {
  const beginnings = fc.constantFrom("", "'", "''", "=", "'=", "''=", "-", "'-", "\t", "＝", "'＝");
  fc.assert(
    fc.property(beginnings, fc.string(), (beginning, rest) => {
      const text = beginning + rest;
      expect(unguardedText(guardedText(text))).toBe(text);
      expect(guardedText(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    }),
  );
});
