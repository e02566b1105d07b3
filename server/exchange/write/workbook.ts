import type { ZipPart } from "../zip.ts";
import { spreadsheetNamespace, xmlHead } from "./sheet.ts";
import { stylesXml } from "./styles.ts";
import { xmlText } from "./xml.ts";

/** A sheet as the workbook names it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden?: boolean;
  /** The row that every printed page repeats. */
  readonly headingRow?: number;
  /** What the filter spans, as `A3:F20`; absolute, as names in a workbook are. */
  readonly filter?: string;
  /** Whether its cells have notes. */
  readonly hasNotes?: boolean;
  /** Whether a chart lies on it. */
  readonly hasChart?: boolean;
}

const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// A sheet's name has at most 31 signs and none of these; an apostrophe at its end is refused, too.
export const sheetName = (name: string, more = ""): string =>
  `${name.replaceAll(/[\\/?*[\]:']/g, "").slice(0, 31 - more.length) || "Sheet"}${more}`;

const quoted = (name: string): string => `'${xmlText(name)}'`;

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** The parts of a workbook beside its sheets; sent after them, when it is known how many there are. */
export function workbookParts(sheets: readonly SheetEntry[]): readonly ZipPart[] {
  return [
    { name: "xl/styles.xml", content: once(stylesXml) },
    { name: "xl/workbook.xml", content: once(workbookXml(sheets)) },
    { name: "xl/_rels/workbook.xml.rels", content: once(workbookRelations(sheets)) },
    {
      name: "_rels/.rels",
      content: once(
        `${xmlHead}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    { name: "[Content_Types].xml", content: once(contentTypes(sheets)) },
  ];
}

function workbookXml(sheets: readonly SheetEntry[]): string {
  const each = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, at) => definedNames(sheet, at));
  const defined = names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
  return `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${office}"><sheets>${each.join("")}</sheets>${defined}</workbook>`;
}

function definedNames({ name, filter, headingRow }: SheetEntry, at: number): readonly string[] {
  const absolute = filter?.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return [
    ...(absolute === undefined
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!${absolute}</definedName>`,
        ]),
    ...(headingRow === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$${headingRow}:$${headingRow}</definedName>`,
        ]),
  ];
}

function workbookRelations(sheets: readonly SheetEntry[]): string {
  const each = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const looks = `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return `${xmlHead}<Relationships xmlns="${relations}">${each.join("")}${looks}</Relationships>`;
}

function contentTypes(sheets: readonly SheetEntry[]): string {
  const each = sheets.flatMap(({ hasNotes, hasChart }, at) => [
    `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
    ...(hasNotes
      ? [`<Override PartName="/xl/comments${at + 1}.xml" ContentType="${types}.comments+xml"/>`]
      : []),
    ...(hasChart
      ? [
          `<Override PartName="/xl/drawings/drawing${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
          `<Override PartName="/xl/charts/chart${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
        ]
      : []),
  ]);
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each.join("")}</Types>`;
}

export const sheetRelations = (at: number): ZipPart => ({
  name: `xl/worksheets/_rels/sheet${at}.xml.rels`,
  content: once(
    `${xmlHead}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing${at}.vml"/><Relationship Id="rId2" Type="${office}/comments" Target="../comments${at}.xml"/></Relationships>`,
  ),
});
