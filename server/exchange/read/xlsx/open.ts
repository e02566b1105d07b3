import { FileRefused } from "../file-refused.ts";
import type { TableSource } from "../table-source.ts";
import { openPackage } from "./package.ts";
import { readSheet, scanSheet } from "./sheet.ts";
import { readStrings } from "./strings.ts";
import { readWorkbook } from "./workbook.ts";

/** Opens a workbook of the present kind (.xlsx), whichever program wrote it. */
export async function openXlsx(path: string, wanted: string | undefined): Promise<TableSource> {
  const parts = await openPackage(path);
  const workbook = await readWorkbook(parts);
  const sheet =
    wanted === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined)
    throw new FileRefused(wanted === undefined ? "file-no-sheet" : "file-sheet-unknown");
  const { merged, rows } = await scanSheet(await parts.open(sheet.part));
  return {
    format: "xlsx",
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    facts: { merged, from1904: workbook.from1904 },
    rows,
    async *read() {
      const strings = await readStrings(parts, workbook.strings);
      yield* readSheet(await parts.open(sheet.part), workbook, strings);
    },
  };
}
