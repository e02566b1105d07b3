import fc from "fast-check";
import { sm3 } from "sm-crypto-v2";
import { expect, test } from "vitest";
import { chainLine, genesis } from "../../core/ledger/line.ts";
import { bytesDigestOf, digestOf } from "./digests.ts";

// GB/T 32905-2016 annex A, both examples.
test.each([
  ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
  ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"],
])("SM3 of %s is as published", (text, hash) => {
  expect(digestOf("sm3")(text)).toBe(hash);
  expect(Buffer.from(bytesDigestOf("sm3")(Buffer.from(text))).toString("hex")).toBe(hash);
});

// FIPS 180-2 annex B.1 and B.2.
test.each([
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("SHA-256 of %s is as published", (text, hash) => {
  expect(digestOf("sha256")(text)).toBe(hash);
});

test("SM3 of any text is what another implementation of it gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(digestOf("sm3")(text)).toBe(sm3(text));
    }),
  );
});

test("a line of the ledger is hashed by SM3 over the UTF-8 bytes of its canonical text", () => {
  const line = chainLine(
    {
      entry: "00000000-0000-7000-8000-000000000001",
      version: 1,
      register: "hazard",
      act: "find",
      state: "found",
      actor: "00000000-0000-7000-8000-000000000002",
      role: "inspector",
      organisation: "00000000-0000-7000-8000-000000000003",
      at: "2026-03-02T01:00:00.000Z",
      day: "2026-03-02",
      changes: { title: "井口护栏缺失" },
    },
    genesis,
    digestOf("sm3"),
  );
  expect(line.hash).toBe(sm3(line.text));
  expect(line.hash).toBe(sm3(new Uint8Array(Buffer.from(line.text, "utf8"))));
});
