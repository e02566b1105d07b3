import { readFile } from "node:fs/promises";
import { CFB, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Cell, MergedRange, SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { FileRefused } from "./file-refused.ts";
import { type Container, checkStreams } from "./older-streams.ts";
import { dayOrNumber, isDateFormat } from "./serial-day.ts";
import type { TableSource } from "./table-source.ts";

const readBy = { dense: true, cellNF: true, cellHTML: false, cellFormula: false, bookVBA: false } as const;

/** Opens a workbook of the older kind (.xls). Throws FileRefused. */
export async function openCompound(path: string, sheet: string | undefined): Promise<TableSource> {
  const bytes = await readFile(path);
  checkStreams(containerOf(bytes));
  return sourceOf(
    parsed(() => read(bytes, { ...readBy, type: "buffer" })),
    sheet,
  );
}

/** Opens a page with a table, or the XML of a workbook, as some systems give them out under the name of .xls. Throws FileRefused. */
export async function openMarkup(path: string, sheet: string | undefined): Promise<TableSource> {
  const bytes = await readFile(path);
  // Twenty megabytes of a page took more than a minute.
  if (bytes.length > limits.importPageBytes) throw new FileRefused("file-reading-given-up");
  const text = new TextDecoder(isUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes);
  const isPage = /<table[\s>]/i.test(text);
  if (!isPage && !text.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    throw new FileRefused("file-not-a-table");
  if (/<!ENTITY/i.test(text)) throw new FileRefused("file-broken");
  // Of a page all cells are text: an identity number would lose its last digits.
  return sourceOf(
    parsed(() => read(text, { ...readBy, type: "string", raw: isPage })),
    sheet,
  );
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function containerOf(bytes: Buffer): Container {
  try {
    return CFB.read(bytes, { type: "buffer" });
  } catch {
    throw new FileRefused("file-broken");
  }
}

function parsed(reading: () => WorkBook): WorkBook {
  try {
    return reading();
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new FileRefused(isLocked ? "file-encrypted" : "file-broken");
  }
}

function sourceOf(book: WorkBook, wanted: string | undefined): TableSource {
  const visible = book.SheetNames.filter((_, at) => !(book.Workbook?.Sheets?.[at]?.Hidden ?? 0));
  const chosen = wanted ?? visible[0];
  if (chosen === undefined) throw new FileRefused("file-no-sheet");
  const found = visible.includes(chosen) ? book.Sheets[chosen] : undefined;
  if (found === undefined) throw new FileRefused("file-sheet-unknown");
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    format: "xls",
    sheets: visible,
    sheet: chosen,
    facts: { merged: mergedIn(found), from1904 },
    rows: found["!data"]?.length ?? 0,
    async *read() {
      yield rowsOf(found, from1904);
    },
  };
}

const mergedIn = (sheet: WorkSheet): readonly MergedRange[] =>
  (sheet["!merges"] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    toRow: e.r + 1,
    fromColumn: s.c,
    toColumn: e.c,
  }));

function rowsOf(sheet: WorkSheet, from1904: boolean): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  const data = sheet["!data"] ?? [];
  // What is written of its place may be any number.
  if (data.length > limits.sheetRows) throw new FileRefused("file-broken");
  for (const [at, row] of data.entries()) {
    if (row === undefined) continue;
    if (row.length > limits.sheetColumns) throw new FileRefused("file-broken");
    const cells = Array.from(row, (cell) => cellOf(cell, from1904));
    const last = cells.findLastIndex((cell) => cell !== null);
    if (last >= limits.importColumns) throw new FileRefused("file-too-many-columns");
    if (last >= 0) rows.push({ number: at + 1, cells: cells.slice(0, last + 1) });
  }
  return rows;
}

function cellOf(
  cell: { t: string; v?: unknown; w?: string; z?: string | number } | undefined,
  from1904: boolean,
): Cell {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === "z") return null;
  if (cell.t === "e") return { error: cell.w ?? "#" };
  if (typeof cell.v === "boolean" || typeof cell.v === "string") return cell.v === "" ? null : cell.v;
  if (typeof cell.v !== "number")
    return cell.v instanceof Date ? { day: cell.v.toISOString().slice(0, 10) } : null;
  return typeof cell.z === "string" && isDateFormat(cell.z) ? dayOrNumber(cell.v, from1904) : cell.v;
}
