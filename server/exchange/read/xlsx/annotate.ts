import type { Writable } from "node:stream";
import type { Entry } from "yauzl";
import { resultHeading } from "../../../../core/exchange/result-column.ts";
import type { MergedRange } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import {
  type AnnotatedKind,
  type AnnotatedTable,
  Reasons,
  type RowReason,
  workbookKind,
} from "../annotated.ts";
import { ZipWriter } from "../zip-writer.ts";
import { annotatedSheet, type ResultColumn } from "./annotate-sheet.ts";
import { withReasonStyle } from "./annotate-styles.ts";
import { chosenSheet } from "./open.ts";
import { openPackage, type Package } from "./package.ts";
import { readSheet, scanSheet } from "./sheet.ts";
import { readStrings } from "./strings.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";

/** Gives a workbook back in which one sheet has a column more; every other part but the styles is taken over as it is packed. */
export async function annotateXlsx(
  path: string,
  table: AnnotatedTable,
  reasons: AsyncIterable<RowReason>,
  out: Writable,
): Promise<AnnotatedKind> {
  const parts = await openPackage(path);
  const waiting = new Reasons(reasons);
  try {
    const workbook = await readWorkbook(parts);
    const sheet = chosenSheet(workbook, table.sheet);
    const styles =
      workbook.styles === undefined ? undefined : withReasonStyle(await parts.text(workbook.styles));
    const found = await resultColumn(parts, workbook, sheet, table.headerRow);
    const column: ResultColumn = { ...found, headerRow: table.headerRow, style: styles?.style };
    const zip = new ZipWriter(out);
    for (const [name, entry] of parts.entries) {
      if (name === sheet.part)
        await zip.add(entry.fileName, annotatedSheet(parts.open(name), column, waiting));
      else if (name === workbook.styles && styles !== undefined)
        await zip.add(entry.fileName, one(styles.markup));
      else await zip.copy(packedPart(entry), await parts.packed(entry));
    }
    await zip.end();
  } finally {
    await waiting.close();
    parts.close();
  }
  return workbookKind;
}

const packedPart = (entry: Entry) => ({
  name: entry.fileName,
  method: entry.compressionMethod,
  sum: entry.crc32,
  packedBytes: entry.compressedSize,
  bytes: entry.uncompressedSize,
  date: entry.lastModFileDate,
  time: entry.lastModFileTime,
});

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

/** The column that bears the heading already, as in a file that was given back before; else the first behind all that are used. */
async function resultColumn(
  parts: Package,
  workbook: Workbook,
  { part }: Sheet,
  headerRow: number,
): Promise<Pick<ResultColumn, "at" | "isThere">> {
  const { merged } = await scanSheet(parts.open(part));
  const strings = await readStrings(parts, workbook.strings);
  let last = Math.max(
    0,
    ...merged.filter((range) => reachesRows(range, headerRow)).map(({ toColumn }) => toColumn + 1),
  );
  try {
    const { isDate, from1904 } = workbook;
    const reading = { isDate, from1904, shared: (place: number) => strings.at(place) };
    for await (const rows of readSheet(parts.open(part), reading))
      for (const { number, cells } of rows) {
        const found = number === headerRow ? cells.indexOf(resultHeading) : -1;
        if (found >= 0) return { at: found, isThere: true };
        last = Math.max(last, cells.length);
      }
  } finally {
    strings.close();
  }
  return { at: last, isThere: false };
}

/** A title above the head may be as wide as it likes. */
const reachesRows = ({ toRow, toColumn }: MergedRange, headerRow: number): boolean =>
  toRow >= headerRow && toColumn < limits.importColumns;
