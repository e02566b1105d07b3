import { readFile } from "node:fs/promises";
import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Cell, MergedRange, SheetRow } from "../../../core/exchange/table.ts";
import { FileRefused } from "./file-refused.ts";
import { dayOrNumber, isDateFormat } from "./serial-day.ts";
import type { TableSource } from "./table-source.ts";

/** What a compound file holds that is no plain workbook, by the names of its streams, which are in UTF-16. */
const streams = [
  ["EncryptedPackage", "file-encrypted"],
  ["_VBA_PROJECT_CUR", "file-has-macros"],
  ["WordDocument", "file-not-a-table"],
  ["PowerPoint Document", "file-not-a-table"],
] as const;

/** Opens a workbook of the older kind (.xls), or a page or XML that some systems name so. */
export async function openOlder(path: string, sheet: string | undefined): Promise<TableSource> {
  const bytes = await readFile(path);
  for (const [name, code] of streams)
    if (bytes.includes(Buffer.from(name, "utf16le"))) throw new FileRefused(code);
  const book = parsed(bytes);
  const visible = book.SheetNames.filter((_, at) => !(book.Workbook?.Sheets?.[at]?.Hidden ?? 0));
  const chosen = sheet ?? visible[0];
  if (chosen === undefined) throw new FileRefused("file-no-sheet");
  const found = visible.includes(chosen) ? book.Sheets[chosen] : undefined;
  if (found === undefined) throw new FileRefused("file-sheet-unknown");
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows = rowsOf(found, from1904);
  return {
    format: "xls",
    sheets: visible,
    sheet: chosen,
    facts: { merged: mergedIn(found), from1904 },
    rows: rows.at(-1)?.number ?? 0,
    async *read() {
      yield* rows;
    },
  };
}

function parsed(bytes: Buffer): WorkBook {
  try {
    const book = read(bytes, {
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      bookVBA: false,
    });
    if (book.SheetNames.length === 0) throw new FileRefused("file-no-sheet");
    return book;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new FileRefused(isLocked ? "file-encrypted" : "file-broken");
  }
}

const mergedIn = (sheet: WorkSheet): readonly MergedRange[] =>
  (sheet["!merges"] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    toRow: e.r + 1,
    fromColumn: s.c,
    toColumn: e.c,
  }));

function rowsOf(sheet: WorkSheet, from1904: boolean): readonly SheetRow[] {
  const data = sheet["!data"] ?? [];
  const start = sheet["!ref"] === undefined ? 0 : utils.decode_range(sheet["!ref"]).s.r;
  return data.flatMap((row, at) => {
    if (row === undefined || at < start) return [];
    return [{ number: at + 1, cells: Array.from(row, (cell) => cellOf(cell, from1904)) }];
  });
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
