import type { SheetRow } from "../../../../core/exchange/table.ts";
import { FileRefused } from "../file-refused.ts";
import type { TableSource } from "../table-source.ts";
import { openPackage, type Package } from "./package.ts";
import { readSheet, scanSheet } from "./sheet.ts";
import { readStrings } from "./strings.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";

/** Opens a workbook of the present kind (.xlsx), whichever program wrote it. Throws FileRefused. */
export async function openXlsx(path: string, wanted: string | undefined): Promise<TableSource> {
  const parts = await openPackage(path);
  const workbook = await readWorkbook(parts);
  const sheet = chosenSheet(workbook, wanted);
  const { merged, rows } = await scanSheet(parts.open(sheet.part));
  return {
    format: "xlsx",
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    facts: { merged, from1904: workbook.from1904 },
    rows,
    read: () => rowsOf(parts, workbook, sheet),
  };
}

/** The sheet of that name, or the first that can be seen. Throws FileRefused where there is none. */
export function chosenSheet({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet !== undefined) return sheet;
  throw new FileRefused(sheets.length === 0 ? "file-no-sheet" : "file-sheet-unknown");
}

async function* rowsOf(
  parts: Package,
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<readonly SheetRow[]> {
  const strings = await readStrings(parts, workbook.strings);
  try {
    yield* readSheet(parts.open(sheet.part), {
      isDate: workbook.isDate,
      from1904: workbook.from1904,
      shared: (place) => strings.at(place),
    });
  } finally {
    strings.close();
    parts.close();
  }
}
