import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyStorm, storm } from "../../test/support/random-world.ts";
import type { LineBody } from "../ledger/line.ts";
import { hazard } from "../registers/hazard.ts";
import type { Field, Values } from "./field.ts";
import { code, longText } from "./field.ts";
import { fold } from "./record.ts";
import { defineRegister, type Register } from "./register.ts";

/** The register as a later release may declare it, with more or other fields. */
const withFields = (register: Register, fields: Readonly<Record<string, Field>>): Register =>
  defineRegister({ ...register, fields });

/** As a later release may declare it: every second field, or every other one, has another name and says what it was called. */
function renamed(register: Register, odd: number): { register: Register; now: (name: string) => string } {
  const chosen = new Set(Object.keys(register.fields).filter((_, at) => at % 2 === odd));
  const now = (name: string) => (chosen.has(name) ? `${name}OfOld` : name);
  const fields = Object.entries(register.fields).map(([name, field]): [string, Field] =>
    chosen.has(name) ? [now(name), { ...field, was: name }] : [name, field],
  );
  return { register: withFields(register, Object.fromEntries(fields)), now };
}

const underTheirNames = (values: Values, now: (name: string) => string): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [now(name), value]));

test("whatever was renamed since, an entry is the fold of its old lines, sealed values and all", () => {
  fc.assert(
    fc.property(...anyStorm, fc.constantFrom(0, 1), (seed, tries, odd) => {
      for (const { register, entry, lines, sealed } of storm(seed, tries).kept.values()) {
        const later = renamed(register, odd);
        const bodies = lines.map(({ body }) => body);
        const values = underTheirNames(entry.values, later.now);
        expect(fold(later.register, bodies, sealed)).toEqual({ ...entry, values });
      }
    }),
    { numRuns: 30 },
  );
});

const line = (version: number, changes: LineBody["changes"]): LineBody => ({
  entry: "00000000-0000-7000-8000-000000000001",
  version,
  register: "hazard",
  act: "find",
  state: "found",
  actor: "00000000-0000-7000-8000-000000000002",
  role: "inspector",
  organisation: "00000000-0000-7000-8000-000000000003",
  at: "2026-03-10T01:00:00Z",
  day: "2026-03-10",
  changes,
});
const words = { zh: "备注", en: "Remark" };
const committed = { commitment: "0".repeat(64) };
const kept = (version: number, field: string, value: string) => ({
  entry: line(1, {}).entry,
  version,
  field,
  salt: "salt",
  value,
});

describe("a field", () => {
  const twice = withFields(hazard, {
    remark: code({ words, was: ["note", "memo"] }),
    weather: code({ words }),
  });

  test("that was renamed twice is read under every name it had, the last line last", () => {
    const lines = [
      line(1, { note: "一", weather: "雨" }),
      line(2, { memo: "二" }),
      line(3, { remark: "三" }),
    ];
    expect(fold(twice, lines.slice(0, 1), [])?.values).toEqual({ remark: "一", weather: "雨" });
    expect(fold(twice, lines.slice(0, 2), [])?.values).toEqual({ remark: "二", weather: "雨" });
    expect(fold(twice, lines, [])?.values).toEqual({ remark: "三", weather: "雨" });
    expect(fold(twice, [...lines, line(4, { note: null })], [])?.values).toEqual({ weather: "雨" });
  });

  test("that was sealed then is read from its sealed value, sealed now or not", () => {
    const sealed = [kept(1, "note", "一")];
    expect(fold(twice, [line(1, { note: committed })], sealed)?.values).toEqual({ remark: "一" });
    expect(fold(twice, [line(1, { note: committed })], [])?.values).toEqual({});
  });

  test("that is sealed now is read from the open, where older lines have it", () => {
    const sealing = withFields(hazard, { remark: longText({ words }) });
    const lines = [line(1, { remark: "一" }), line(2, { remark: committed })];
    expect(fold(sealing, lines.slice(0, 1), [])?.values).toEqual({ remark: "一" });
    expect(fold(sealing, lines, [kept(2, "remark", "二")])?.values).toEqual({ remark: "二" });
  });

  test.each([
    ["a field's that is there", { remark: code({ words, was: "weather" }), weather: code({ words }) }],
    ["the engine's", { remark: code({ words, was: "number" }) }],
    ["another's of old", { remark: code({ words, was: "note" }), memo: code({ words, was: ["note"] }) }],
    ["its own", { remark: code({ words, was: "remark" }) }],
  ])("cannot have had a name that is %s", (_, fields) => {
    expect(() => withFields(hazard, fields)).toThrow("two fields are or were called");
  });
});
