import { execFile } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import type { SheetRow } from "../../core/exchange/table.ts";
import { FileRefused } from "../../server/exchange/read/file-refused.ts";
import { type OpenedTable, openTable } from "../../server/exchange/read/open-table.ts";
import { plainParts, spreadsheet } from "../../server/exchange/read/plain-workbook.ts";
import { type ZipPart, zipped } from "../../server/exchange/zip.ts";

const folder = await mkdtemp(join(tmpdir(), "zhiben-workbooks-"));
let made = 0;

/** A path for a file that a test makes. */
export function aPath(name: string): string {
  made += 1;
  return join(folder, `${made}-${name}`);
}

export async function aFile(name: string, content: string | Buffer): Promise<string> {
  const path = aPath(name);
  await writeFile(path, content);
  return path;
}

export type Parts = Readonly<Record<string, string | Buffer | undefined>>;

/** An archive of these parts. */
export function anArchive(name: string, parts: Parts): Promise<string> {
  return anArchiveOf(
    name,
    Object.entries(parts).flatMap(([part, content]) =>
      content === undefined ? [] : [{ name: part, content: one(content) }],
    ),
  );
}

/** An archive of these parts, packed already or not. */
export async function anArchiveOf(name: string, parts: Iterable<ZipPart>): Promise<string> {
  const path = aPath(name);
  await pipeline(zipped(parts), createWriteStream(path));
  return path;
}

async function* one(content: string | Buffer): AsyncGenerator<string | Buffer> {
  yield content;
}

/** The parts of a plain workbook beside its sheet and its shared texts. */
export const workbookParts = plainParts("Sheet1", true);

export const sheetMarkup = (rows: string, behind = "", before = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${spreadsheet}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;

export const stringsMarkup = (...items: readonly string[]): string =>
  `<sst xmlns="${spreadsheet}">${items.map((item) => `<si>${item}</si>`).join("")}</sst>`;

/** A workbook whose only sheet has these rows; further parts are added, and those given replace the usual ones. */
export const aWorkbook = (rows: string, parts: Parts = {}): Promise<string> =>
  anArchive("book.xlsx", {
    ...workbookParts,
    "xl/worksheets/sheet1.xml": sheetMarkup(rows),
    "xl/sharedStrings.xml": stringsMarkup(),
    ...parts,
  });

export interface ReadTable extends Pick<OpenedTable, "format" | "encoding" | "sheets" | "sheet" | "facts"> {
  readonly rows: readonly SheetRow[];
}

/** A table read to its end. */
export async function tableIn(
  path: string,
  options: { sheet?: string; rowsAtMost?: number } = {},
): Promise<ReadTable> {
  const opened = await openTable(path, { name: basename(path), ...options });
  const rows: SheetRow[] = [];
  try {
    for await (const batch of opened.batches()) rows.push(...batch);
  } finally {
    await opened.close();
  }
  const { format, encoding, sheets, sheet, facts } = opened;
  return { format, encoding, sheets, sheet, facts, rows };
}

/** By which code a file is refused, or how many rows are read of it. */
export async function resultOfReading(
  path: string,
  options: { sheet?: string; rowsAtMost?: number } = {},
): Promise<string> {
  try {
    return `${(await tableIn(path, options)).rows.length} rows`;
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal.code;
    throw error;
  }
}

/** Rows of cells alone, by their numbers. */
export const cellsByRow = (rows: readonly SheetRow[]): Readonly<Record<number, SheetRow["cells"]>> =>
  Object.fromEntries(rows.map(({ number, cells }) => [number, cells]));

export const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path));

/** Lets LibreOffice open a file and save it in another format, as a person would; gives the path of what it saved. */
export async function savedByLibreOffice(path: string, format: string, filter = ""): Promise<string> {
  if (soffice === undefined) throw new Error("LibreOffice is not installed");
  const out = await mkdtemp(join(folder, "saved-"));
  await promisify(execFile)(soffice, [
    `-env:UserInstallation=file://${join(folder, "profile")}`,
    "--headless",
    "--convert-to",
    filter === "" ? format : `${format}:${filter}`,
    "--outdir",
    out,
    path,
  ]);
  return join(out, `${basename(path).replace(/\.[^.]+$/, "")}.${format}`);
}
