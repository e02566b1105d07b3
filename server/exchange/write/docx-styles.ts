import { xmlHead } from "./sheet.ts";

interface Look {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly bold?: true;
  readonly centred?: true;
  readonly right?: true;
  /** First line set in by two signs, as an official paper has it. */
  readonly set?: true;
  readonly outline?: 0;
  /** Above and beneath, in twentieths of a point. */
  readonly space?: number;
  readonly line?: number;
}

// Fonts of an official paper (GB/T 9704-2012): 黑体 headings, 仿宋 text; the title in 宋体, since 小标宋 is on few machines.
const looks: readonly Look[] = [
  { id: "Title", name: "Title", font: "宋体", size: 40, bold: true, centred: true, space: 120, line: 560 },
  { id: "Subtitle", name: "Subtitle", font: "仿宋", size: 22, space: 20 },
  { id: "Heading1", name: "heading 1", font: "黑体", size: 32, outline: 0, space: 200 },
  { id: "Text", name: "Body Text", font: "仿宋", size: 28, set: true, line: 480 },
  { id: "CellHead", name: "Cell Head", font: "黑体", size: 20, centred: true, space: 20 },
  { id: "Cell", name: "Cell", font: "仿宋", size: 21, space: 10 },
  { id: "CellNumber", name: "Cell Number", font: "仿宋", size: 21, right: true, space: 10 },
  { id: "Chart", name: "Chart", font: "仿宋", size: 21, centred: true, space: 120 },
  { id: "Footer", name: "footer", font: "宋体", size: 20, centred: true },
];

function styleXml({
  id,
  name,
  font,
  size,
  bold,
  centred,
  right,
  set,
  outline,
  space = 0,
  line,
}: Look): string {
  const side = centred ? "center" : right ? "right" : undefined;
  const keeps = outline === undefined ? "" : "<w:keepNext/>";
  const spacing = `<w:spacing w:before="${space}" w:after="${space}"${line === undefined ? "" : ` w:line="${line}" w:lineRule="exact"`}/>`;
  const first = set ? `<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>` : "";
  const aligned = side === undefined ? "" : `<w:jc w:val="${side}"/>`;
  const level = outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr>${keeps}${spacing}${first}${aligned}${level}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="8592A0"/>`;
const sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).join("");

/** The part of a document that says how its texts look. */
export const docxStyles = `${xmlHead}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${looks.map(styleXml).join("")}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
