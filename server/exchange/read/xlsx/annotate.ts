import type { Writable } from "node:stream";
import type { Entry } from "yauzl";
import { resultHeading } from "../../../../core/exchange/result-column.ts";
import type { MergedRange } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import { type ZipPart, zipped } from "../../zip.ts";
import {
  type AnnotatedKind,
  type AnnotatedTable,
  Reasons,
  type RowReason,
  workbookKind,
} from "../annotated.ts";
import { together } from "../plain-workbook.ts";
import { writeOn } from "../write-on.ts";
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
    const changed = new Map([[sheet.part, () => annotatedSheet(parts.open(sheet.part), column, waiting)]]);
    if (workbook.styles !== undefined && styles !== undefined)
      changed.set(workbook.styles, () => together([styles.markup]));
    for await (const chunk of zipped(partsWith(changed, parts))) await writeOn(out, chunk);
  } finally {
    await waiting.close();
    parts.close();
  }
  return workbookKind;
}

/** The parts in their order, those that are changed written anew. */
async function* partsWith(
  changed: ReadonlyMap<string, () => AsyncIterable<string | Uint8Array>>,
  parts: Package,
): AsyncGenerator<ZipPart> {
  for (const [name, entry] of parts.entries) {
    const content = changed.get(name);
    if (content !== undefined) yield { name: entry.fileName, content: content() };
    else yield packedPart(entry, await parts.packed(entry));
  }
}

const packedPart = (entry: Entry, packed: AsyncIterable<Uint8Array>): ZipPart => ({
  name: entry.fileName,
  method: entry.compressionMethod,
  crc: entry.crc32,
  packedBytes: entry.compressedSize,
  bytes: entry.uncompressedSize,
  date: entry.lastModFileDate,
  time: entry.lastModFileTime,
  packed,
});

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
