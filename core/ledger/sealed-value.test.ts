import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, type Json } from "./canonical.ts";
import {
  chainLine,
  type Digest,
  genesis,
  type LineBody,
  opens,
  type SealedValue,
  seal,
  verifyValues,
} from "./line.ts";

const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const entry = "entry";
const aBody: LineBody = {
  entry,
  version: 1,
  register: "hazard",
  act: "report",
  state: "found",
  actor: "actor",
  role: "inspector",
  organisation: "organisation",
  at: "2026-11-24T01:02:03.456Z",
  day: "2026-11-24",
  changes: {},
};

describe("a sealed value", () => {
  const phone: SealedValue = { entry, version: 1, field: "phone", salt: "salt-1", value: "13800000000" };
  const reason: SealedValue = { entry, version: 2, field: "reason", salt: "salt-2", value: "rain" };
  const values = [reason, phone];
  const commitment = ({ value, salt }: SealedValue) => ({ commitment: seal(value, salt, sha256) });
  const changes = { phone: commitment(phone), points: 3, reason: commitment(phone) };
  const first = chainLine({ ...aBody, changes }, genesis, sha256);
  const second = { ...aBody, version: 2, changes: { phone: null }, reason: commitment(reason) };
  const lines = [first, chainLine(second, first.hash, sha256)];

  test("opens its commitment, and no other value or salt does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), fc.string(), (one, salt, other, otherSalt) => {
        const [value, otherValue]: [Json, Json] = JSON.parse(JSON.stringify([one, other]));
        const made = seal(value, salt, sha256);
        expect(opens(made, value, salt, sha256)).toBe(true);
        expect(opens(made, otherValue, salt, sha256)).toBe(canonical(otherValue) === canonical(value));
        expect(opens(made, value, otherSalt, sha256)).toBe(otherSalt === salt);
      }),
    );
  });

  test("is the digest of its salt and itself, so that others can check it", () => {
    expect(seal("rain", "salt", sha256)).toBe(sha256('["salt","rain"]'));
  });

  test("that is whole, or was erased, is no fault", () => {
    expect(verifyValues(lines, values, sha256)).toBeUndefined();
    expect(verifyValues(lines, [], sha256)).toBeUndefined();
  });

  test.each<{ story: string; own: Partial<SealedValue>; version: number; fault: string }>([
    { story: "a changed value", own: { value: "13900000000" }, version: 1, fault: "commitment-differs" },
    { story: "a changed salt", own: { salt: "another" }, version: 1, fault: "commitment-differs" },
    {
      story: "a value of another field",
      own: { field: "name" },
      version: 1,
      fault: "value-without-commitment",
    },
    {
      story: "a value that was not sealed",
      own: { field: "points" },
      version: 1,
      fault: "value-without-commitment",
    },
    {
      story: "a reason where none was given",
      own: { field: "reason" },
      version: 1,
      fault: "value-without-commitment",
    },
    {
      story: "an inherited name",
      own: { field: "constructor" },
      version: 1,
      fault: "value-without-commitment",
    },
    {
      story: "a value where it was cleared",
      own: { version: 2 },
      version: 2,
      fault: "value-without-commitment",
    },
    { story: "a value of no line", own: { version: 3 }, version: 3, fault: "value-without-commitment" },
    { story: "a value of another entry", own: { entry: "another" }, version: 1, fault: "other-entry" },
  ])("$story is found: $fault", ({ own, version, fault }) => {
    expect(verifyValues(lines, [reason, { ...phone, ...own }], sha256)).toEqual({ version, fault });
  });

  test("that comes first in the chain is the first to be found", () => {
    const changed = values.map((value) => ({ ...value, value: "changed" }));
    expect(verifyValues(lines, changed, sha256)).toEqual({ version: 1, fault: "commitment-differs" });
  });

  test("of a text that is no line is not believed", () => {
    expect(verifyValues([{ text: "gone" }], values, sha256)).toEqual({ version: 1, fault: "text-malformed" });
  });
});
