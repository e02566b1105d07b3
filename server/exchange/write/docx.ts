import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type ZipPart, zipped } from "../zip.ts";
import { chartXml } from "./chart-xml.ts";
import { docxStyles } from "./docx-styles.ts";
import type { ReportColumn, ReportOut, ReportPart } from "./report-out.ts";
import { xmlHead } from "./sheet.ts";
import type { OutCell } from "./table-out.ts";
import { xlsxOf } from "./xlsx.ts";
import { xmlText } from "./xml.ts";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/**
 * A report as a document by ECMA-376 part 1, 17 (WordprocessingML): headings and tables that programs and screen readers know as such,
 * and charts that Word draws itself, each with the workbook of its numbers.
 */
export const docxOf = (report: ReportOut): Readable =>
  Readable.from(zipped(partsOf(report)), { objectMode: false, highWaterMark: 256 * 1024 });

async function* once(content: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield content;
}

const sheet = "Sheet";

async function* partsOf(report: ReportOut): AsyncGenerator<ZipPart> {
  const charted = report.parts.filter(({ chart }) => chart !== undefined);
  const part = (name: string, content: string | Uint8Array): ZipPart => ({ name, content: once(content) });
  yield part("[Content_Types].xml", contentTypes(charted.length));
  yield part(
    "_rels/.rels",
    `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${r}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  yield part(
    "docProps/core.xml",
    `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(report.title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`,
  );
  yield part("word/styles.xml", docxStyles);
  yield part("word/document.xml", documentXml(report));
  yield part("word/footer1.xml", footerXml);
  yield part("word/header1.xml", headerXml(report.pageMark ?? ""));
  yield part("word/_rels/document.xml.rels", relations(charted.length));
  for (const [at, one] of charted.entries()) {
    const number = at + 1;
    const place = { sheet, headingRow: 1, columnAt: (column: number) => column };
    yield part(`word/charts/chart${number}.xml`, chartXml(one, place, "rId1"));
    yield part(
      `word/charts/_rels/chart${number}.xml.rels`,
      `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${r}/package" Target="../embeddings/numbers${number}.xlsx"/></Relationships>`,
    );
    yield part(`word/embeddings/numbers${number}.xlsx`, await numbersOf(one));
  }
}

/** The numbers of a chart as a workbook of their own, which Word opens to edit them. */
const numbersOf = ({ columns, rows }: ReportPart): Promise<Buffer> =>
  buffer(
    xlsxOf({
      columns: columns.map(({ heading, width }, at) => ({ heading, width, isText: at === 0 })),
      rows: (async function* () {
        yield rows;
      })(),
    }),
  );

function contentTypes(charts: number): string {
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const each = Array.from(
    { length: charts },
    (_, at) =>
      `<Override PartName="/word/charts/chart${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${each.join("")}</Types>`;
}

function relations(charts: number): string {
  const each = Array.from(
    { length: charts },
    (_, at) => `<Relationship Id="chart${at + 1}" Type="${r}/chart" Target="charts/chart${at + 1}.xml"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="styles" Type="${r}/styles" Target="styles.xml"/><Relationship Id="footer" Type="${r}/footer" Target="footer1.xml"/><Relationship Id="header" Type="${r}/header" Target="header1.xml"/>${each.join("")}</Relationships>`;
}

const text = (said: string): string => `<w:r><w:t xml:space="preserve">${xmlText(said)}</w:t></w:r>`;
const paragraph = (said: string, style?: string): string =>
  `<w:p>${style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${text(said)}</w:p>`;

/** Millimetres in twentieths of a point, in which a document measures. */
const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);

// A4 upright with the margins of an official paper (GB/T 9704-2012, 5.1), in millimetres.
const paper = { width: 210, height: 297 };
const margin = { top: 37, right: 26, bottom: 35, left: 28 };
const page = `<w:pgSz w:w="${twips(paper.width)}" w:h="${twips(paper.height)}"/><w:pgMar w:top="${twips(margin.top)}" w:right="${twips(margin.right)}" w:bottom="${twips(margin.bottom)}" w:left="${twips(margin.left)}" w:header="${twips(15)}" w:footer="${twips(17.5)}" w:gutter="0"/>`;
const textWidth = twips(paper.width - margin.left - margin.right);

function documentXml({ title, lines, parts }: ReportOut): string {
  let chart = 0;
  const body = parts.map((part) => {
    if (part.chart !== undefined) chart += 1;
    return [
      paragraph(part.heading, "Heading1"),
      ...part.paragraphs.map((said) => paragraph(said, "Text")),
      tableXml(part),
      ...(part.chart === undefined ? [] : [chartParagraph(part, chart)]),
      paragraph("", "Text"),
    ].join("");
  });
  return `${xmlHead}<w:document xmlns:w="${w}" xmlns:r="${r}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>${paragraph(title, "Title")}${lines.map((line) => paragraph(line, "Subtitle")).join("")}${body.join("")}<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>${page}</w:sectPr></w:body></w:document>`;
}

interface Shown {
  readonly column: ReportColumn;
  readonly at: number;
}

function tableXml({ heading, columns, rows }: ReportPart): string {
  const shown = columns.flatMap((column, at): Shown[] => (column.detail ? [] : [{ column, at }]));
  const all = shown.reduce((total, { column }) => total + column.width, 0);
  const widths = shown.map(({ column }) => Math.floor((column.width / all) * textWidth));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cells = (said: readonly string[], style: string) =>
    said
      .map(
        (value, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(value, at === 0 ? style : `${style}${style === "Cell" ? "Number" : ""}`)}</w:tc>`,
      )
      .join("");
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(
    shown.map(({ column }) => column.heading),
    "CellHead",
  )}</w:tr>`;
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(
        shown.map(({ at }) => cellText(row[at] ?? null)),
        "Cell",
      )}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="${xmlText(heading)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join("")}</w:tbl>`;
}

function cellText(cell: OutCell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.day : String(cell);
}

// In English Metric Units, 36000 to a millimetre.
const chartWidth = 156 * 36_000;

/** As high as its lying bars need, and no higher than a page takes beside its table. */
function chartHeight({ chart, rows }: ReportPart): number {
  const millimetres = chart?.kind === "line" ? 80 : Math.min(180, 36 + rows.length * 8);
  return millimetres * 36_000;
}

function chartParagraph(part: ReportPart, number: number): string {
  const name = xmlText(part.chart?.title ?? "");
  return `<w:p><w:pPr><w:pStyle w:val="Chart"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${chartWidth}" cy="${chartHeight(part)}"/><wp:docPr id="${number}" name="${name}" descr="${name}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="chart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${text("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const footerXml = `${xmlHead}<w:ftr xmlns:w="${w}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${text("- ")}${field("PAGE")}${text(" -")}</w:p></w:ftr>`;

const headerXml = (mark: string): string =>
  `${xmlHead}<w:hdr xmlns:w="${w}">${paragraph(mark, "Footer")}</w:hdr>`;
