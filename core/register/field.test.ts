import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { registers } from "../registers/index.ts";
import { checkInput, checkValue } from "./check-field.ts";
import {
  answers,
  choice,
  choices,
  code,
  criteria,
  day,
  decimal,
  type Field,
  type Fields,
  figures,
  files,
  flag,
  integer,
  label,
  link,
  links,
  longText,
  money,
  organisation,
  packRows,
  person,
  position,
  region,
  sector,
  sectors,
  text,
} from "./field.ts";
import { fieldSchema } from "./field-schema.ts";
import { lineFields } from "./register.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const words = { zh: "字段", en: "Field" };
/** One field of each kind, with limits that chance meets. */
const fields = {
  text: text({ words, maxLength: 6 }),
  longText: longText({ words, maxLength: 6 }),
  label: label({ words }),
  code: code({ words, maxLength: 6 }),
  coded: code({ words, pattern: "^[A-C]{1,3}$", maxLength: 2 }),
  choice: choice({ words, options: { yes: words, no: words } }),
  choices: choices({ words, options: { yes: words, no: words } }),
  integer: integer({ words, min: -3, max: 12 }),
  decimal: decimal({ words, min: -5, max: 5.5, decimals: 1 }),
  money: money({ words }),
  day: day({ words }),
  flag: flag({ words }),
  person: person({ words }),
  organisation: organisation({ words }),
  region: region({ words }),
  sector: sector({ words }),
  sectors: sectors({ words }),
  measures: packRows({ words, of: "measures" }),
  link: link({ words, register: "hazard" }),
  links: links({ words, register: "hazard" }),
  criteria: criteria({ words }),
  files: files({ words, max: 2 }),
  answers: answers({ words }),
  figures: figures({ words }),
  position: position({ words }),
} as const satisfies Fields;

const id = fc.uuid();
const anyDay = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, date]) =>
    [
      [year, 4],
      [month, 2],
      [date, 2],
    ]
      .map(([part, width]) => String(part).padStart(Number(width), "0"))
      .join("-"),
  );
/** Values that lie close to what fields allow, from either side, and whatever else JSON holds. */
const anyValue = fc.oneof(
  fc.jsonValue({ noUnicodeString: false }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.array(fc.constantFrom("yes", "no", "perhaps"), { maxLength: 3 }),
  fc.constantFrom(
    "",
    " ",
    "\u3000",
    "\ufeff",
    "a\nb",
    "a\tb",
    "𠮷𠮷𠮷𠮷𠮷",
    "👷🏽‍♀️",
    "yes",
    "constructor",
    "__proto__",
    0,
    -0,
    1,
    1.5,
    12,
    13,
  ),
  fc.integer({ min: -10, max: 10 }),
  fc.double(),
  fc.integer({ min: 0, max: limits.moneyYuan * 100 + 100 }).map((cents) => cents / 100),
  anyDay,
  fc
    .date({ min: new Date("1890-01-01"), max: new Date("2210-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  id,
  id.map((text) => text.toUpperCase()),
  fc.array(id, { maxLength: 4 }),
  id.map((one) => [one, one]),
  fc.array(fc.jsonValue(), { maxLength: 3 }),
  fc.stringMatching(/^[0-9]{3,10}$/),
  fc.stringMatching(/^S[0-9]{1,3}$/),
  fc.array(fc.stringMatching(/^S[0-9]{2}$/), { maxLength: 3 }),
  fc.stringMatching(/^[A-Z0-9+]{1,7}\/[0-9A-Za-z.-]{0,26}$/),
  fc.stringMatching(/^[A-D]{0,4}$/),
  fc.stringMatching(/^geo:-?[0-9]{1,3}(\.[0-9]{1,3})?,[0-9]{1,3};crs=(wgs84|wgs85);u=[0-9]{1,7}$/),
  fc.array(
    fc.record(
      {
        item: fc.oneof(fc.stringMatching(/^[A-Z]{1,3}\/[0-9]{0,3}$/), fc.constantFrom("", 1)),
        subject: fc.constantFrom("配电房", "", " ", "x".repeat(121), null),
        answer: fc.constantFrom("clear", "present", "notApplicable", "yes", 1),
        note: fc.constantFrom("缺", "", "x".repeat(201), 1),
        other: fc.constant(1),
      },
      { requiredKeys: ["answer"] },
    ),
    { maxLength: 2 },
  ),
  fc.constantFrom(301, 300).map((length) => Array(length).fill({ item: "GM/3-1", answer: "clear" })),
);

const declared = registers.flatMap((register) =>
  Object.entries(register.allFields).map(([name, field]): [string, Field] => [
    `${register.name}.${name}`,
    field,
  ]),
);
const everyField = [...Object.entries(fields), ...declared, ...Object.entries(lineFields)];

const decimalsOf = (field: Field): number | undefined =>
  field.kind === "money" ? 2 : field.kind === "decimal" ? field.decimals : undefined;

const isFinerThan = (decimals: number | undefined, value: unknown): boolean =>
  decimals !== undefined && typeof value === "number" && value !== Number(value.toFixed(decimals));

test.each(everyField)("the rule and the published schema of %s agree", (_, field) => {
  const schema = ajv.compile(fieldSchema(field));
  fc.assert(
    fc.property(anyValue, (value) => {
      const found = checkValue(field, value);
      // JSON Schema says badly that text has no control characters, and how many decimals a number may have.
      if (found === "control-characters" || isFinerThan(decimalsOf(field), value)) return;
      expect(schema(value)).toBe(found === undefined);
    }),
    { numRuns: 400 },
  );
});

describe("what is entered", () => {
  const anyCents = fc.integer({ min: 0, max: limits.moneyYuan * 100 });

  test("of money is any amount of whole cents, however large, and nothing finer", () => {
    fc.assert(
      fc.property(anyCents, (cents) => {
        expect(checkValue(fields.money, cents / 100)).toBeUndefined();
        expect(checkValue(fields.money, (cents % 10_000_000) / 100 + 0.001)).toBe("wrong-type");
      }),
    );
  });

  test.each<[Field, unknown, string | undefined]>([
    [fields.text, 7, "wrong-type"],
    [fields.text, "\u3000", "required"],
    [fields.text, "𠮷𠮷𠮷𠮷𠮷𠮷", undefined],
    [fields.text, "一二三四五六七", "too-long"],
    [fields.text, "a\nb", "control-characters"],
    [fields.longText, "a\nb", undefined],
    [fields.longText, "a\u0000", "control-characters"],
    [fields.text, "\ud800", "control-characters"],
    [fields.coded, "ABC", "too-long"],
    [fields.coded, "D", "bad-pattern"],
    [fields.coded, "A\n", "control-characters"],
    [fields.code, "", "required"],
    [fields.choice, "maybe", "not-an-option"],
    [fields.choice, "constructor", "not-an-option"],
    [fields.integer, 1.5, "wrong-type"],
    [fields.integer, -4, "too-small"],
    [fields.integer, 13, "too-large"],
    [fields.money, 0.001, "wrong-type"],
    [fields.money, -0.01, "too-small"],
    [fields.money, limits.moneyYuan + 0.01, "too-large"],
    [fields.decimal, 5.5, undefined],
    [fields.decimal, 0.1, undefined],
    [fields.decimal, 0.15, "wrong-type"],
    [fields.decimal, 5.6, "too-large"],
    [fields.decimal, -5.1, "too-small"],
    [fields.decimal, "1", "wrong-type"],
    [fields.sectors, ["S01", "S23"], undefined],
    [fields.sectors, [], undefined],
    [fields.sectors, ["S01", "S01"], "too-many"],
    [fields.sectors, ["S1"], "bad-pattern"],
    [fields.sectors, "S01", "wrong-type"],
    [fields.day, "2026-02-30", "not-a-day"],
    [fields.day, "1899-12-31", "not-a-day"],
    [fields.day, "2200-01-01", "not-a-day"],
    [fields.day, 20260101, "wrong-type"],
    [fields.flag, "true", "wrong-type"],
    [fields.link, "x", "bad-pattern"],
    [fields.files, "x", "wrong-type"],
    [fields.files, ["x"], "bad-pattern"],
    [fields.files, Array(3).fill(""), "too-many"],
    [fields.answers, {}, "wrong-type"],
    [fields.answers, [null], "wrong-type"],
    [fields.answers, [{ answer: "clear" }], "wrong-type"],
    [fields.answers, [{ item: "GM/3-1", subject: "配电房", answer: "clear" }], "wrong-type"],
    [fields.answers, [{ item: "GM/3-1", answer: "clear", by: "me" }], "wrong-type"],
    [fields.answers, [{ item: "GM/3-1", answer: 1 }], "wrong-type"],
    [fields.answers, [{ item: "GM/3-1", answer: "maybe" }], "not-an-option"],
    [fields.answers, [{ item: "第三条", answer: "present" }], "bad-pattern"],
    [fields.answers, [{ subject: " ", answer: "present" }], "required"],
    [fields.answers, [{ subject: "配电房", answer: "present", note: "x".repeat(201) }], "too-long"],
    [fields.answers, Array(301).fill({ item: "GM/3-1", answer: "clear" }), "too-many"],
    [
      fields.answers,
      [
        { item: "GM/3-1", answer: "clear" },
        { subject: "配电房", answer: "present", note: "门\n锁" },
      ],
      undefined,
    ],
    [fields.position, "geo:27.8258,99.7087;crs=wgs84;u=12", undefined],
    [fields.position, "geo:27.8258,99.7087", "bad-pattern"],
  ])("%# is mended by its problem", (field, value, gives) => {
    expect(checkValue(field, value)).toBe(gives);
  });
});

describe("an input", () => {
  const located = (input: Readonly<Record<string, unknown>>) =>
    checkInput(fields, ["text", "files"], ["day"], input);

  test("is told all that is wrong with it at once, field by field", () => {
    expect(located({ text: "", day: "soon", note: "x" })).toEqual([
      { field: "text", code: "required" },
      { field: "files", code: "required" },
      { field: "day", code: "not-a-day" },
      { field: "note", code: "unknown" },
    ]);
  });

  test("may leave out what is not needed, or say so by null", () => {
    const files = ["00000000-0000-7000-8000-000000000001"];
    expect(located({ text: "a", files, day: null })).toEqual([]);
    expect(located({ text: "a", files })).toEqual([]);
    expect(located({ text: null, files: [] })).toEqual([
      { field: "text", code: "required" },
      { field: "files", code: "required" },
    ]);
  });

  test("may leave as it is what an entry cannot be without, and not empty it", () => {
    const essential = { day: day({ words, essential: true }), files: files({ words, essential: true }) };
    expect(checkInput(essential, [], ["day", "files"], {})).toEqual([]);
    expect(checkInput(essential, [], ["day", "files"], { day: null, files: [] })).toEqual([
      { field: "day", code: "required" },
      { field: "files", code: "required" },
    ]);
  });

  test("has no field that only the engine or an act may set", () => {
    const names = Object.keys(JSON.parse('{"dueOn":"2026-01-01","__proto__":1,"constructor":1}'));
    const input = JSON.parse(
      '{"text":"a","files":["00000000-0000-7000-8000-000000000001"],"dueOn":"2026-01-01","__proto__":1,"constructor":1}',
    );
    expect(located(input)).toEqual(names.map((field) => ({ field, code: "unknown" })));
  });
});

test("pictures of after are set beside those of a field of files", () => {
  for (const { fields } of registers)
    for (const field of Object.values(fields))
      if (field.kind === "files" && field.before !== undefined)
        expect(fields[field.before]?.kind, field.words.zh).toBe("files");
});
