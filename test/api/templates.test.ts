import { beforeAll, describe, expect, test } from "vitest";
import { templateColumns } from "../../core/exchange/columns.ts";
import { guessTable } from "../../core/exchange/headings.ts";
import { isMarked } from "../../core/exchange/marks.ts";
import { columnLetters } from "../../core/exchange/table.ts";
import { registers } from "../../core/registers/index.ts";
import { enterprises, type PersonName } from "../support/cast.ts";
import { opens } from "../support/office.ts";
import { cellsOf, unzipped } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const modes = ["open", "record"] as const;
const forms = registers.flatMap((register) =>
  modes.map((mode) => ({ register, mode, name: register.name, columns: templateColumns(register, mode) })),
);
const filled = forms.filter(({ columns }) => columns.length > 0);

async function templateOf(name: PersonName, register: string, mode: string): Promise<Buffer> {
  return mustDo(await world.as(name).get(`/api/registers/${register}/template.xlsx?mode=${mode}`)).bytes;
}

/** Title and line of the form stand over all of its columns. */
const wideRows = (last: number) =>
  [1, 2].map((row) => ({ fromRow: row, toRow: row, fromColumn: 0, toColumn: last }));

/** The list of a column of the form, by its heading; undefined where it is typed. */
function listOf(workbook: Buffer, heading: string): readonly unknown[] | undefined {
  const [, , headings = []] = cellsOf(workbook);
  const at = headings.findIndex((text) => String(text).replace("*", "") === heading);
  const sheet = unzipped(workbook).get("xl/worksheets/sheet1.xml") ?? "";
  const letter = columnLetters(at);
  const rule = new RegExp(
    `type="list"[^>]* sqref="${letter}5:${letter}5000"><formula1>'选项'!\\$([A-Z]+)\\$`,
  ).exec(sheet);
  const lists = cellsOf(workbook, 3);
  const column = lists[0]?.findIndex((_, place) => columnLetters(place) === rule?.[1]) ?? -1;
  return rule === null ? undefined : lists.flatMap((row) => row[column] || []);
}

describe.each(filled)("the form of $name, to $mode", ({ register, mode, columns }) => {
  test("its headings are read back as its fields, and its sample is nobody's row", async () => {
    const rows = cellsOf(await templateOf("luo", register.name, mode));
    const sheet = rows.map((cells, at) => ({ number: at + 1, cells }));
    const guessed = guessTable(register, sheet, { merged: wideRows(columns.length - 1) });
    expect(guessed?.headerRows.to).toBe(3);
    expect(guessed?.columns.map(({ field }) => field)).toEqual(columns.map(({ name }) => name));
    expect(guessed?.columns.filter(({ how }) => how !== "exact" && how !== "synonym")).toEqual([]);
    expect(guessed?.mode).toBe(mode);
    expect(rows).toHaveLength(4);
    expect(isMarked({ cells: rows[3] ?? [] })).toBe(true);
  });

  test("what it needs bears a star, every column has a note, and each is explained", async () => {
    const workbook = await templateOf("luo", register.name, mode);
    const headings = cellsOf(workbook)[2] ?? [];
    expect(headings.map((text) => String(text).startsWith("*"))).toEqual(columns.map(({ needed }) => needed));
    const notes = unzipped(workbook).get("xl/comments1.xml") ?? "";
    expect(notes.match(/<comment /g)).toHaveLength(columns.length);
    expect(
      cellsOf(workbook, 2)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(columns.map(({ words }) => words.zh));
  });

  test("every choice has its list, days are days, and what is text stays text", async () => {
    const workbook = await templateOf("luo", register.name, mode);
    const sheet = unzipped(workbook).get("xl/worksheets/sheet1.xml") ?? "";
    for (const { field, words } of columns) {
      if (field.kind === "choice")
        expect(listOf(workbook, words.zh)).toEqual(Object.values(field.options).map(({ zh }) => zh));
      if (field.kind === "flag") expect(listOf(workbook, words.zh)).toEqual(["是", "否"]);
    }
    columns.forEach(({ field }, at) => {
      const style = field.kind === "day" ? 6 : ["integer", "decimal", "money"].includes(field.kind) ? 5 : 4;
      expect(sheet).toMatch(new RegExp(`<col min="${at + 1}" max="${at + 1}" [^>]*style="${style}"`));
    });
    expect(sheet.match(/type="date"/g) ?? []).toHaveLength(
      columns.filter(({ field }) => field.kind === "day").length,
    );
  });

  test.skipIf(!opens)("LibreOffice opens it and shows the same headings", async () => {
    const workbook = await templateOf("luo", register.name, mode);
    const shown = await opens?.(workbook);
    expect(shown?.[2]).toEqual(cellsOf(workbook)[2]);
  });
});

test("there is a form for some register at least", () => {
  expect(filled.length).toBeGreaterThan(0);
});

test("enterprises and regions stand in its lists as far as the person sees them", async () => {
  const [own, elsewhere] = [enterprises.copper.name, enterprises.timber.name];
  const mei = await templateOf("luo", "site", "open");
  expect(listOf(mei, "企业")).toContain(own);
  expect(listOf(mei, "企业")).not.toContain(elsewhere);
  const he = await templateOf("he", "site", "open");
  expect(listOf(he, "企业")).toEqual([elsewhere]);
  expect(listOf(await templateOf("he", "enterprise", "open"), "所在地区")).toContain(
    "维西傈僳族自治县/保和镇",
  );
  expect(listOf(await templateOf("he", "enterprise", "open"), "所在地区")?.join()).not.toContain("香格里拉");
});

test.each([
  ["of a register that is none", "weather", "open", 404, "not-found"],
  ["of a way that is none", "site", "guess", 400, "malformed-request"],
])("a form %s is refused", async (_, register, mode, status, code) => {
  const refused = await world.as("lin").get(`/api/registers/${register}/template.xlsx?mode=${mode}`);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

test.each(forms.filter(({ columns }) => columns.length === 0))(
  "$name has no form to $mode: no table brings it in so",
  async ({ name, mode }) => {
    expect((await world.as("lin").get(`/api/registers/${name}/template.xlsx?mode=${mode}`)).status).toBe(404);
  },
);
