import { numberOfDay } from "../../../core/calendar/day.ts";
import { columnLetters } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { type Style, styles } from "./styles.ts";
import type { OutCell, OutColumn, TableOut } from "./table-out.ts";
import { xmlText } from "./xml.ts";

/** Rows that a sheet can have, by the format; what is more goes on in the next sheet. */
export const mostSheetRows = 1_048_576;

/** A cell with a look of its own. */
export interface StyledCell {
  readonly value: OutCell;
  readonly style: Style;
}

export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Days since 30 December 1899, as spreadsheets count them from March 1900 on; before, they believe in a 29 February 1900. */
const serialBase = numberOfDay("1899-12-30");
const firstSerial = 61;

/** A row of the sheet; rows are counted from 1. */
export function rowXml(row: number, cells: readonly string[], heightPoints?: number): string {
  const height = heightPoints === undefined ? "" : ` ht="${heightPoints}" customHeight="1"`;
  return `<row r="${row}"${height}>${cells.join("")}</row>`;
}

/** A cell; columns are counted from 0. An empty one is written only for its look. Throws on a text longer than a cell can hold. */
export function cellXml(row: number, column: number, { value, style }: StyledCell): string {
  const place = `r="${columnLetters(column)}${row}" s="${styles[style]}"`;
  if (value === null || value === "") return `<c ${place}/>`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  if (typeof value === "string") return textXml(place, value);
  const serial = numberOfDay(value.day) - serialBase;
  // What a spreadsheet cannot count stands as it is read.
  return serial < firstSerial ? textXml(place, value.day) : `<c ${place}><v>${serial}</v></c>`;
}

// A string in its place is never a formula, whatever it begins with.
function textXml(place: string, text: string): string {
  if (text.length > limits.cellLengthCharacters)
    throw new Error(`A text of ${text.length} characters has no room in a cell`);
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

const plainLooks = { text: "text", number: "number", day: "day" } as const;
const borderedLooks = { text: "borderedText", number: "borderedNumber", day: "borderedDay" } as const;

/**
 * The cells of a row of data, each in the look of what it holds. For print the row is as high as its longest text needs: not every
 * program sees to that when it opens a file.
 */
export function dataRow(
  row: number,
  cells: readonly OutCell[],
  columns: readonly OutColumn[],
  bordered: boolean,
): string {
  const looks = bordered ? borderedLooks : plainLooks;
  const written: string[] = [];
  let lines = 1;
  for (const [column, { width }] of columns.entries()) {
    const value = cells[column] ?? null;
    if (value === null && !bordered) continue;
    const style =
      typeof value === "number" ? looks.number : value && typeof value === "object" ? looks.day : looks.text;
    if (bordered && typeof value === "string") lines = Math.max(lines, linesOf(value, width));
    written.push(cellXml(row, column, { value, style }));
  }
  return rowXml(row, written, bordered ? lines * linePoints + 4 : undefined);
}

const linePoints = 15;
/** What a program allows a row at most. */
const mostLines = 26;
const wideSign = /[\u0100-\uffff]/g;

/** In how many lines a text stands in a column; a Chinese sign is as wide as two others. */
function linesOf(text: string, width: number): number {
  const lines = text.split("\n").map((line) => {
    const signs = line.length + (line.match(wideSign)?.length ?? 0);
    // A word is not broken, nor does a column hold quite as many signs as it says.
    return Math.max(1, Math.ceil((signs * 1.1) / width));
  });
  return Math.min(
    mostLines,
    lines.reduce((sum, count) => sum + count, 0),
  );
}

/** Width and usual look of the columns; `kinds` where what is typed there later is to be read as more than text or not. */
export function columnsXml(
  columns: readonly OutColumn[],
  kinds: readonly ("text" | "number" | "day")[] = [],
): string {
  const each = columns.map(({ width, isText }, at) => {
    const kind = kinds[at] ?? (isText ? "text" : undefined);
    const style = kind === undefined ? "" : ` style="${styles[kind]}"`;
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${style}/>`;
  });
  return `<cols>${each.join("")}</cols>`;
}

/** The beginning of a sheet, up to its rows; those down to the heading stay in sight. */
export function sheetHead(
  { columns, official }: Pick<TableOut, "columns" | "official">,
  headingRow: number,
  kinds?: readonly ("text" | "number" | "day")[],
): string {
  const below = `A${headingRow + 1}`;
  const pane = `<pane ySplit="${headingRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
  const fit = official ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "";
  return `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${fit}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>${columnsXml(columns, kinds)}<sheetData>`;
}

/** Rows that stand above and below the data, over the whole width. */
export function wideRow(row: number, text: string, style: Style, heightPoints: number): string {
  return rowXml(row, [cellXml(row, 0, { value: text, style })], heightPoints);
}

/** How a sheet is printed: A4 across, as wide as the page, its number at the foot and what marks it at the head. */
export function pageXml(pageMark: string | undefined): string {
  const head =
    pageMark === undefined ? "" : `<oddHeader>&amp;C${xmlText(pageMark.replaceAll("&", "&&"))}</oddHeader>`;
  return `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>${head}<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`;
}
