import { columnLetters } from "../../../core/exchange/table.ts";
import { spreadsheetNamespace, xmlHead } from "./sheet.ts";
import { xmlText } from "./xml.ts";

/** A note at a cell: rows from 1, columns from 0. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The texts of a sheet's notes. */
export function commentsPart(notes: readonly Note[]): string {
  const each = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r><rPr><sz val="10"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  );
  return `${xmlHead}<comments xmlns="${spreadsheetNamespace}"><authors><author></author></authors><commentList>${each.join("")}</commentList></comments>`;
}

const lineCharacters = 18;
const linePoints = 16;

/** The boxes in which they show: spreadsheets draw notes by the older of their two languages for drawings, and hide one without a box. */
export function drawingPart(notes: readonly Note[]): string {
  const each = notes.map(({ row, column, text }, at) => {
    const lines = text
      .split("\n")
      .reduce((sum, line) => sum + Math.ceil(line.length / lineCharacters) + 1, 1);
    return `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:220pt;height:${lines * linePoints}pt" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${each.join("")}</xml>`;
}
