/** One record of a CSV file, with its number among all, blank ones too: a spreadsheet shows it in that row. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The records of a CSV text (RFC 4180): commas, cells in quotes may hold commas, line breaks and doubled quotes. Records without
 * any content are left out. `faultLine` is the line of a quote that is never closed, or that is followed by more than a comma.
 */
export function readCsv(
  source: string,
): { readonly records: readonly CsvRecord[] } | { readonly faultLine: number } {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let [line, row] = [1, 1];
  const cell = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < source.length || cells.length > 0) {
    const found = cell.exec(source);
    if (found === null) return { faultLine: line };
    const [, content = "", end = ""] = found;
    cells.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
    line += content.split(/\r\n|\r|\n/).length - 1;
    if (end === ",") continue;
    if (cells.some((value) => value.trim() !== "")) records.push({ row, cells });
    cells = [];
    if (end === "") break;
    line += 1;
    row += 1;
  }
  return { records };
}
