import { Readable } from "node:stream";
import { columnLetters } from "../../../core/exchange/table.ts";
import { type ZipPart, zipped } from "../zip.ts";
import { chartXml } from "./chart-xml.ts";
import type { ReportOut, ReportPart } from "./report-out.ts";
import { cellXml, dataRow, pageXml, rowXml, sheetHead, wideRow, xmlHead } from "./sheet.ts";
import { type SheetEntry, sheetName, workbookParts } from "./workbook.ts";

const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A report as a workbook: a sheet for each of its parts, the chart beneath its table, drawn from the table's own cells. */
export const reportXlsxOf = (report: ReportOut): Readable =>
  Readable.from(zipped(partsOf(report)), { objectMode: false, highWaterMark: 256 * 1024 });

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function* partsOf(report: ReportOut): Generator<ZipPart> {
  const sheets: SheetEntry[] = [];
  const part = (name: string, content: string): ZipPart => ({ name, content: once(content) });
  for (const [index, one] of report.parts.entries()) {
    const at = index + 1;
    const name = sheetName(`${at} ${one.heading}`);
    const { xml, headingRow, lastRow } = sheetOf(report, one);
    const hasChart = one.chart !== undefined;
    sheets.push({ name, headingRow, ...(hasChart ? { hasChart } : {}) });
    yield part(`xl/worksheets/sheet${at}.xml`, xml);
    if (!hasChart) continue;
    yield part(
      `xl/worksheets/_rels/sheet${at}.xml.rels`,
      `${xmlHead}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing${at}.xml"/></Relationships>`,
    );
    yield part(`xl/drawings/drawing${at}.xml`, drawingXml(one, lastRow));
    yield part(
      `xl/drawings/_rels/drawing${at}.xml.rels`,
      `${xmlHead}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/chart" Target="../charts/chart${at}.xml"/></Relationships>`,
    );
    const place = { sheet: name, headingRow, columnAt: (column: number) => column };
    yield part(`xl/charts/chart${at}.xml`, chartXml(one, place));
  }
  yield* workbookParts(sheets);
}

function sheetOf(
  { title, lines, pageMark }: ReportOut,
  { heading, paragraphs, columns, rows, chart }: ReportPart,
) {
  const above = [heading, title, ...lines, ...paragraphs];
  const headingRow = above.length + 1;
  const out = columns.map(({ heading: name, width }, at) => ({ heading: name, width, isText: at === 0 }));
  const last = columnLetters(columns.length - 1);
  const lastRow = headingRow + rows.length;
  const text = [
    sheetHead({ columns: out, official: true }, headingRow),
    ...above.map((said, at) => wideRow(at + 1, said, at === 0 ? "leftTitle" : "line", at === 0 ? 32 : 20)),
    rowXml(
      headingRow,
      out.map(({ heading: name }, at) => cellXml(headingRow, at, { value: name, style: "heading" })),
      30,
    ),
    ...rows.map((row, at) => dataRow(headingRow + 1 + at, row, out, true)),
    "</sheetData>",
    columns.length > 1
      ? `<mergeCells count="${above.length}">${above.map((_, at) => `<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`).join("")}</mergeCells>`
      : "",
    pageXml(pageMark),
    chart === undefined ? "" : '<drawing r:id="rId1"/>',
    "</worksheet>",
  ];
  return { xml: text.join(""), headingRow, lastRow };
}

const linesOfChart = 18;

/** The chart lies beneath the table, two rows on, over its first columns. */
function drawingXml({ chart, columns, rows }: ReportPart, lastRow: number): string {
  const from = lastRow + 1;
  const to =
    from + (chart?.kind === "line" ? linesOfChart : Math.max(linesOfChart, Math.min(60, rows.length * 2)));
  const name = chart?.title.replaceAll(/[&<>"]/g, "") ?? "";
  const place = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return `${xmlHead}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from>${place(0, from)}</xdr:from><xdr:to>${place(Math.min(columns.length, 7), to)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}
