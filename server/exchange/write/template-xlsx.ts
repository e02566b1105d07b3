import { Readable } from "node:stream";
import { columnLetters } from "../../../core/exchange/table.ts";
import { type ZipPart, zipped } from "../zip.ts";
import { commentsPart, drawingPart } from "./notes.ts";
import { cellXml, columnsXml, rowXml, sheetHead, spreadsheetNamespace, wideRow, xmlHead } from "./sheet.ts";
import type { OutColumn } from "./table-out.ts";
import { sheetRelations, workbookParts } from "./workbook.ts";
import { xmlText } from "./xml.ts";

/** A column of a form that is filled in by hand. */
export interface TemplateColumn extends OutColumn {
  readonly kind: "text" | "number" | "day";
  /** What stands beside the heading when one points at it. */
  readonly note: string;
  /** What may be chosen; what is not in the list may be typed, and is asked about. */
  readonly list?: readonly string[];
  readonly sample: string;
}

/** A form as a workbook: the rows to fill in, a sheet that explains the columns, and the lists to choose from. */
export interface Template {
  readonly title: string;
  readonly line: string;
  readonly columns: readonly TemplateColumn[];
  /** Headings and rows of the explaining sheet. */
  readonly explained: readonly (readonly string[])[];
  readonly names: { readonly form: string; readonly explained: string; readonly lists: string };
}

const headingRow = 3;
const sampleRow = 4;
/** Rows that are prepared; below them one can go on without lists. */
const lastRow = 5_000;

/** The workbook as a stream. */
export const templateOf = (template: Template): Readable =>
  Readable.from(zipped(partsOf(template)), { objectMode: false });

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* partsOf(template: Template): AsyncGenerator<ZipPart> {
  const { form, explained, lists } = template.names;
  const notes = template.columns.map(({ note }, column) => ({ row: headingRow, column, text: note }));
  yield { name: "xl/worksheets/sheet1.xml", content: once(formSheet(template)) };
  yield sheetRelations(1);
  yield { name: "xl/comments1.xml", content: once(commentsPart(notes)) };
  yield { name: "xl/drawings/vmlDrawing1.vml", content: once(drawingPart(notes)) };
  yield { name: "xl/worksheets/sheet2.xml", content: once(explainingSheet(template)) };
  yield { name: "xl/worksheets/sheet3.xml", content: once(listSheet(template)) };
  const sheets = [
    { name: form, headingRow, hasNotes: true },
    { name: explained, headingRow: 1 },
    { name: lists, hidden: true },
  ];
  for (const part of workbookParts(sheets)) yield part;
}

function formSheet(template: Template): string {
  const { title, line, columns } = template;
  const headings = columns.map(({ heading }, at) =>
    cellXml(headingRow, at, { value: heading, style: "heading" }),
  );
  const samples = columns.map(({ sample }, at) => cellXml(sampleRow, at, { value: sample, style: "sample" }));
  const last = columnLetters(columns.length - 1);
  const rules = columns.flatMap((column, at) => ruleXml(template, column, at));
  const ruled =
    rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  const merged = [1, 2].map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`);
  const merges = columns.length > 1 ? `<mergeCells count="2">${merged.join("")}</mergeCells>` : "";
  return [
    sheetHead(
      template,
      headingRow,
      columns.map(({ kind }) => kind),
    ),
    wideRow(1, title, "leftTitle", 32),
    wideRow(2, line, "line", 20),
    rowXml(headingRow, headings, 30),
    rowXml(sampleRow, samples),
    `</sheetData>${merges}${ruled}<legacyDrawing r:id="rId1"/></worksheet>`,
  ].join("");
}

function ruleXml(
  { columns, names }: Template,
  { kind, list }: TemplateColumn,
  at: number,
): readonly string[] {
  const letters = columnLetters(at);
  const where = `sqref="${letters}${sampleRow + 1}:${letters}${lastRow}"`;
  const asks = 'allowBlank="1" showErrorMessage="1" errorStyle="warning"';
  if (list !== undefined && list.length > 0) {
    const place = columns.slice(0, at).filter((column) => column.list !== undefined).length;
    const from = columnLetters(place);
    const source = `${xmlText(`'${names.lists}'`)}!$${from}$1:$${from}$${list.length}`;
    return [`<dataValidation type="list" ${asks} ${where}><formula1>${source}</formula1></dataValidation>`];
  }
  // Whatever a spreadsheet takes for a day, from 1900 on.
  if (kind === "day")
    return [
      `<dataValidation type="date" operator="greaterThan" ${asks} ${where}><formula1>1</formula1></dataValidation>`,
    ];
  return [];
}

function explainingSheet({ explained }: Template): string {
  const [headings = [], ...rows] = explained;
  const columns = headings.map((heading, at) => ({
    heading,
    width: [24, 10, 40, 60][at] ?? 40,
    isText: true,
  }));
  const first = rowXml(
    1,
    headings.map((value, at) => cellXml(1, at, { value, style: "heading" })),
  );
  const others = rows.map((cells, index) =>
    rowXml(
      index + 2,
      cells.map((value, at) => cellXml(index + 2, at, { value, style: "borderedText" })),
    ),
  );
  return `${sheetHead({ columns }, 1)}${first}${others.join("")}</sheetData></worksheet>`;
}

/** One column for each list, in the order of the form's columns. */
function listSheet({ columns }: Template): string {
  const lists = columns.flatMap(({ list }) => (list === undefined ? [] : [list]));
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, index) =>
    rowXml(
      index + 1,
      lists.flatMap((list, at) => {
        const value = list[index];
        return value === undefined ? [] : [cellXml(index + 1, at, { value, style: "text" })];
      }),
    ),
  );
  const widths = lists.map(() => ({ heading: "", width: 30, isText: true }));
  const columned = widths.length === 0 ? "" : columnsXml(widths);
  return `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}">${columned}<sheetData>${rows.join("")}</sheetData></worksheet>`;
}
