import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { exportColumns } from "../../core/exchange/columns.ts";
import { limits } from "../../core/limits.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { aFile } from "../../test/support/workbooks.ts";
import { findTable } from "./find-table.ts";

type Rows = readonly (readonly string[])[];
type Sheets = Readonly<Record<string, Rows>>;

const ledger: Rows = [exportColumns(hazard).map(({ words }) => words.zh), ["第一行"]];
const advice: Rows = [["填表说明"], ["请如实填写"]];

/** The sheet for which a workbook is taken, and whether a heading was recognised in it. */
async function found(sheets: Sheets, hidden: readonly string[] = []) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  const bytes: Buffer = write(book, { type: "buffer", bookType: "xlsx" });
  const reading = await findTable(hazard, { path: await aFile("book.xlsx", bytes), name: "book.xlsx" });
  return `${reading.sheet} ${reading.guess === null ? "unknown" : "known"}`;
}

const many = Object.fromEntries(
  Array.from({ length: limits.importSheetsLookedAt }, (_, at) => [`说明${at + 1}`, advice]),
);

test.each<{ story: string; sheets: Sheets; hidden?: readonly string[]; gives: string }>([
  {
    story: "the first that has a known heading",
    sheets: { 台账: ledger, 另一台账: ledger },
    gives: "台账 known",
  },
  {
    story: "a later one where the first only explains",
    sheets: { 说明: advice, 台账: ledger },
    gives: "台账 known",
  },
  {
    story: "a later one behind a blank one",
    sheets: { 说明: advice, 空: [], 台账: ledger },
    gives: "台账 known",
  },
  {
    story: "none that is hidden",
    sheets: { 说明: advice, 旧台账: ledger, 台账: ledger },
    hidden: ["旧台账"],
    gives: "台账 known",
  },
  { story: "the first where none has one", sheets: { 说明: advice, 附注: advice }, gives: "说明 unknown" },
  {
    story: "the first where the heading stands behind more sheets than are looked at",
    sheets: { ...many, 台账: ledger },
    gives: "说明1 unknown",
  },
])("of the sheets of a workbook is taken $story", async ({ sheets, hidden, gives }) => {
  expect(await found(sheets, hidden)).toBe(gives);
});
