import type { Writable } from "node:stream";
import { annotateCsv } from "./annotate-csv.ts";
import { annotateOlder } from "./annotate-older.ts";
import type { AnnotatedKind, AnnotatedTable, RowReason } from "./annotated.ts";
import { annotateXlsx } from "./xlsx/annotate.ts";

/**
 * Gives a person's own file back with one column more, in which each row that was not taken has its reason; all else stays as it is. Of
 * an older workbook or a page the values alone, as a workbook of the present kind. The stream is left open. Throws FileRefused.
 */
export function annotate(
  path: string,
  table: AnnotatedTable,
  reasons: AsyncIterable<RowReason>,
  out: Writable,
): Promise<AnnotatedKind> {
  switch (table.format) {
    case "xlsx":
      return annotateXlsx(path, table, reasons, out);
    case "xls":
      return annotateOlder(path, table, reasons, out);
    case "csv":
      return annotateCsv(path, table, reasons, out);
  }
}
