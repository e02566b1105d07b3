import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { campaign, hazardEntry } from "../../test/support/builders.ts";
import { limits } from "../limits.ts";
import { checkValue } from "../register/check-field.ts";
import type { Field, Value } from "../register/field.ts";
import type { Register } from "../register/register.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import { cellOf } from "./cell.ts";
import { type Column, exportColumns, fieldOfColumn, templateColumns } from "./columns.ts";
import { type Lists, listLabels } from "./places.ts";
import { textOf } from "./plain.ts";
import { rowReader } from "./read-row.ts";

const lists: Lists = {
  ...campaign.pack,
  criteria: new Set(campaign.pack.items.map(({ standard, item }) => `${standard}/${item}`)),
};
const labels = listLabels(lists);
const idOf = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const nameOf = (id: string) => `某某第${Number(id.slice(-4))}有限公司`;
const labelOf = (register: Register) => (name: string, value: string) => {
  const field = fieldOfColumn(register, name);
  if (field === undefined) return undefined;
  return ["link", "links", "organisation", "person", "persons"].includes(field.kind)
    ? nameOf(value)
    : labels(field, value);
};

// Nobody writes a dash alone to say something, and nobody sees the blanks at the ends of a text or the letters that hide in it.
const says = (text: string) =>
  text === text.trim() && !/^[-—－–/／\\]*$/.test(text) && !/[\u200b-\u200d\u2060\ufeff]/.test(text);
const words = fc.stringMatching(/^[一-龥A-Za-z0-9，。、（）()%+=@：:.-]{1,30}$/).filter(says);
const of = <T>(list: readonly T[]) => fc.constantFrom(...list);
const several = (member: fc.Arbitrary<string>) => fc.uniqueArray(member, { minLength: 1, maxLength: 4 });
const someDay = fc
  .date({ min: new Date("1950-01-02"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function valuesFor(field: Field): fc.Arbitrary<Value> | undefined {
  switch (field.kind) {
    case "text":
      return words.filter((text) => checkValue(field, text) === undefined);
    case "code":
      // Its check digit is not in the pattern.
      if (field.personal === "idNumber") return fc.constant("11010519491231002X");
      return field.pattern
        ? fc.stringMatching(new RegExp(field.pattern, "u"))
        : fc.stringMatching(/^[A-Z]{2}[0-9-]{1,10}[0-9]$/);
    case "choice":
      return of(Object.keys(field.options));
    case "choices":
      return several(of(Object.keys(field.options)));
    case "integer":
      return fc.integer({ min: field.min, max: field.max });
    case "decimal":
      return fc
        .integer({ min: Math.ceil(field.min * 10 ** field.decimals), max: field.max * 10 ** field.decimals })
        .map((number) => Number((number / 10 ** field.decimals).toFixed(field.decimals)));
    case "money":
      return fc.integer({ min: 0, max: limits.moneyYuan }).map((cents) => cents / 100);
    case "day":
      return someDay;
    case "flag":
      return fc.boolean();
    case "region":
      return of(
        lists.regions.map(({ code }) => code).filter((code) => checkValue(field, code) === undefined),
      );
    case "sector":
      return of(lists.sectors.map(({ code }) => code));
    case "sectors":
      return several(of(lists.sectors.map(({ code }) => code)));
    case "criteria":
      return of([...lists.criteria]);
    case "link":
    case "organisation":
      return fc.integer({ min: 1, max: 9_999 }).map(idOf);
    default:
      return undefined;
  }
}

/** What was read is what was shown: a value, or the name by which the store finds the id. */
const same = ({ field }: Column, value: Value | undefined, read: unknown) =>
  expect(read).toEqual(
    value !== undefined && (field.kind === "link" || field.kind === "organisation")
      ? { named: nameOf(String(value)) }
      : { value: value ?? null },
  );

describe.each(registers.map((register) => [register.words.zh, register] as const))("%s", (_, register) => {
  const columns = exportColumns(register).filter(({ importable }) => importable);
  const cells = fc.record(
    Object.fromEntries(
      columns.map(({ name, field }) => [
        name,
        fc.option(valuesFor(field) ?? fc.constant(undefined), { nil: undefined }),
      ]),
    ),
  );
  const state = of(Object.keys(register.states));

  test("what an export shows is read back as the same values, of every field", () => {
    const read = rowReader(
      register,
      columns.map(({ name }) => name),
      lists,
      { from1904: false, headings: columns.map(({ words: { zh } }) => zh) },
    );
    fc.assert(
      fc.property(cells, state, (values, standing) => {
        const entry = { state: standing, values };
        const shown = columns.map((column) => cellOf(column, entry, register, labelOf(register)));
        // As a workbook keeps it, and as a file of plain text does.
        for (const cells of [shown, shown.map((cell) => (cell === null ? "" : textOf(cell)))]) {
          const { entered, problems } = read({ number: 1, cells });
          expect(problems).toEqual([]);
          for (const column of columns)
            same(column, column.name === "state" ? standing : values[column.name], entered.get(column.name));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("every column has words, and the number comes first", () => {
    const names = exportColumns(register).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["number", "state"]);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain("windowKey");
    const chosen = exportColumns(register, ["state", "number", "no such"]).map(({ name }) => name);
    expect(chosen).toEqual(["state", "number"]);
  });

  test("a template asks for what the opening act does, without what no cell can hold", () => {
    const { opens } = register.exchange;
    const columns = templateColumns(register, "open");
    if (opens === undefined) {
      expect(columns).toEqual([]);
      return;
    }
    const { needs = [] } = register.acts[opens] ?? {};
    const needed = columns.filter((column) => column.needed).map(({ name }) => name);
    expect(new Set(needed)).toEqual(new Set(needs));
    expect(columns.some(({ field }) => field.kind === "files")).toBe(false);
  });

  test("what it says of tables names acts, fields, options and states that there are", () => {
    const { opens, keys = [], headings = {}, options = {}, states = {} } = register.exchange;
    expect(opens === undefined || register.acts[opens]?.from === "new").toBe(true);
    for (const name of [...keys.flat(), ...Object.keys(headings), ...Object.keys(options)])
      expect(fieldOfColumn(register, name), name).toBeDefined();
    for (const [name, words] of Object.entries(options)) {
      const field = fieldOfColumn(register, name);
      const known = field !== undefined && "options" in field ? Object.keys(field.options) : [];
      expect(Object.keys(words ?? {}).filter((option) => !known.includes(option))).toEqual([]);
    }
    expect(Object.keys(states).filter((name) => register.states[name] === undefined)).toEqual([]);
  });
});

describe("a cell", () => {
  const shown = (name: string, values: Record<string, Value | undefined>) => {
    const [column] = exportColumns(hazard, [name]);
    if (column === undefined) throw new Error(`No column ${name}`);
    return cellOf(column, hazardEntry("found", values), hazard, labelOf(hazard));
  };
  const photo = (name: string) => ({ id: idOf(1), hash: "ab", name, type: "image/jpeg", sizeBytes: 1 });

  test.each<readonly [string, Record<string, Value | undefined>, unknown]>([
    ["state", {}, "已发现待判定"],
    ["foundOn", { foundOn: "2008-08-08" }, { day: "2008-08-08" }],
    ["mustStop", { mustStop: true }, "是"],
    ["mustStop", { mustStop: false }, "否"],
    ["mustStop", { mustStop: undefined }, null],
    ["planFunds", { planFunds: 1.5 }, 1.5],
    ["region", { region: "533401101" }, "香格里拉市/建塘镇"],
    ["region", { region: "5334" }, "迪庆藏族自治州"],
    ["sector", { sector: "S17" }, "医院"],
    ["organisation", { organisation: idOf(7) }, "某某第7有限公司"],
    ["sourceRef", { sourceRef: "0012" }, "0012"],
    ["controlMeasures", { controlMeasures: ["evacuate", "sign"] }, "撤离人员、设置警示标志"],
    ["photos", { photos: [photo("前.jpg"), photo("侧.jpg")] }, "前.jpg、侧.jpg"],
    ["photos", { photos: [] }, null],
    ["level", { level: "unheard" }, "unheard"],
  ])("of %s shows %j as %j", (name, values, gives) => {
    expect(shown(name, values)).toEqual(gives);
  });

  test("of a checklist says how much was answered and found", () => {
    const column: Column = {
      name: "answers",
      field: { kind: "answers", words: { zh: "清单", en: "List" } },
      words: { zh: "清单", en: "List" },
      needed: false,
      importable: false,
    };
    const cell = (answers: readonly { item: string; answer: "clear" | "present" }[]) =>
      cellOf(column, { state: "", values: { answers } }, hazard, () => undefined);
    expect(cell([{ item: "GM/3-1", answer: "clear" }])).toBe("1 项");
    expect(
      cell([
        { item: "GM/3-1", answer: "clear" },
        { item: "GM/3-2", answer: "present" },
      ]),
    ).toBe("2 项，发现 1 项");
  });

  test("of what nobody has a name for shows its id", () => {
    const [column] = exportColumns(hazard, ["site"]);
    const entry = hazardEntry("found", { site: idOf(3) });
    expect(column && cellOf(column, entry, hazard, () => undefined)).toBe(idOf(3));
  });
});
