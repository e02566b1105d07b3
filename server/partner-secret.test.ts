import { expect, test } from "vitest";
import { drawPartnerSecret, isPartnerSecret, isWholeSecret } from "./partner-secret.ts";

test("a secret is known by its beginning, is whole, and never the same twice", () => {
  const [one, other] = [drawPartnerSecret(), drawPartnerSecret()];
  expect(one).toMatch(/^zhpartner_[\w-]{51}$/);
  expect(one).not.toBe(other);
  expect([isPartnerSecret(one), isWholeSecret(one)]).toEqual([true, true]);
});

test("of a secret with one character changed or cut it is told that it is none", () => {
  const secret = drawPartnerSecret();
  for (let at = "zhpartner_".length; at < secret.length; at += 1) {
    const other = secret[at] === "a" ? "b" : "a";
    expect(isWholeSecret(`${secret.slice(0, at)}${other}${secret.slice(at + 1)}`)).toBe(false);
  }
  expect(isWholeSecret(secret.slice(0, -1))).toBe(false);
});

test("the token of a session is no partner's", () => {
  expect(isPartnerSecret("x".repeat(43))).toBe(false);
});
