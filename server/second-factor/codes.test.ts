import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { addressOfSecret, drawSecret, stepOfCode } from "./codes.ts";

const published = Secret.fromLatin1("12345678901234567890").base32;

// RFC 6238, appendix B, for SHA-1: it prints eight digits, of which six are the last six.
test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("at %d seconds the code of the standard is %s", (seconds, code) => {
  expect(stepOfCode(published, code.slice(2), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

const now = new Date("2026-03-10T10:00:10Z");
const present = Math.floor(now.getTime() / 30_000);
const codeAt = (step: number) =>
  new TOTP({ secret: Secret.fromBase32(published) }).generate({ timestamp: step * 30_000 });

test.each([
  ["two steps ago", -2, undefined],
  ["one step ago", -1, present - 1],
  ["now", 0, present],
  ["one step ahead", 1, present + 1],
  ["two steps ahead", 2, undefined],
])("a code of %s", (_, away, step) => {
  expect(stepOfCode(published, codeAt(present + away), now)).toBe(step);
});

test.each(["", "12345", "1234567", "abcdef"])("%j is the code of no step", (code) => {
  expect(stepOfCode(published, code, now)).toBeUndefined();
});

test("a drawn secret has 160 bits, and its address is what apps read", () => {
  const secret = drawSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(drawSecret()).not.toBe(secret);
  const address = addressOfSecret(secret, "lin", "治本 Zhiben");
  expect(address).toMatch(/^otpauth:\/\/totp\//);
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    issuer: "治本 Zhiben",
    secret,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
