/** The looks of cells, by their place in the list below. */
export const styles = {
  plain: 0,
  title: 1,
  line: 2,
  heading: 3,
  text: 4,
  number: 5,
  day: 6,
  borderedText: 7,
  borderedNumber: 8,
  borderedDay: 9,
  foot: 10,
  sample: 11,
  leftTitle: 12,
} as const;

export type Style = keyof typeof styles;

// 49 is the format @ of every spreadsheet, 164 the first that a workbook defines itself.
const asText = 'numFmtId="49" applyNumberFormat="1"';
const asDay = 'numFmtId="164" applyNumberFormat="1"';
const plain = 'numFmtId="0"';
const wrapped = '<alignment vertical="center" wrapText="1"/>';
const middle = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

const look = (format: string, font: number, fill: number, border: number, alignment: string): string =>
  `<xf ${format} fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;

const looks: Readonly<Record<Style, string>> = {
  plain: look(plain, 0, 0, 0, ""),
  title: look(plain, 2, 0, 0, middle),
  line: look(asText, 3, 0, 0, '<alignment vertical="center"/>'),
  heading: look(asText, 1, 2, 1, middle),
  text: look(asText, 0, 0, 0, '<alignment vertical="center"/>'),
  number: look(plain, 0, 0, 0, '<alignment vertical="center"/>'),
  day: look(asDay, 0, 0, 0, '<alignment horizontal="center" vertical="center"/>'),
  borderedText: look(asText, 0, 0, 1, wrapped),
  borderedNumber: look(plain, 0, 0, 1, wrapped),
  borderedDay: look(asDay, 0, 0, 1, middle),
  foot: look(asText, 0, 0, 0, '<alignment vertical="center"/>'),
  sample: look(asText, 3, 3, 0, '<alignment vertical="center"/>'),
  leftTitle: look(plain, 2, 0, 0, '<alignment vertical="center"/>'),
};

const inOrder = Object.entries(looks)
  .sort(([one], [other]) => placeOf(one) - placeOf(other))
  .map(([, xml]) => xml);

function placeOf(name: string): number {
  return new Map<string, number>(Object.entries(styles)).get(name) ?? 0;
}

const font = (size: number, more = "", colour = "FF1F2329"): string =>
  `<font>${more}<sz val="${size}"/><color rgb="${colour}"/><name val="宋体"/><charset val="134"/></font>`;
const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FF8F959E"/></${name}>`;
const border = `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;

/** The part of a workbook that says how cells look. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4">${font(11)}${font(11, "<b/>")}${font(16, "<b/>")}${font(10, "", "FF646A73")}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFEAF1FB")}${fill("FFFFF7E6")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${Object.keys(styles).length}">${inOrder.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
