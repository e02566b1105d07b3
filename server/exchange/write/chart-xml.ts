import { columnLetters } from "../../../core/exchange/table.ts";
import { mostCharted, type ReportPart } from "./report-out.ts";
import { xmlHead } from "./sheet.ts";
import type { OutCell } from "./table-out.ts";
import { xmlText } from "./xml.ts";

/** Where in a workbook the numbers of a chart lie. */
export interface ChartPlace {
  readonly sheet: string;
  /** The row of the headings, counted from 1; the data follow it. */
  readonly headingRow: number;
  /** The column in the sheet of each column of the part, counted from 0. */
  readonly columnAt: (column: number) => number;
}

// The accent of the console and greys beside it: no colour of a chart says risk.
const colours = ["0B665A", "8592A0", "A9CFC8", "084D44", "6B7784"] as const;
const colourOf = (at: number): string => colours[at % colours.length] ?? colours[0];

/**
 * A chart by ECMA-376 part 1, 21.2 (DrawingML charts): numbers with the cells they come from, so that a program shows them at once and
 * somebody can edit them. `external`: the relation to the workbook that holds them, where it is another file.
 */
export function chartXml(part: ReportPart, place: ChartPlace, external?: string): string {
  const { chart } = part;
  if (chart === undefined) throw new Error(`${part.heading} has no chart`);
  const rows = part.rows.slice(0, mostCharted);
  const plot = chart.kind === "line" ? linePlot(part, place, rows) : barPlot(part, place, rows);
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "";
  const data =
    external === undefined
      ? ""
      : `<c:externalData r:id="${external}"><c:autoUpdate val="0"/></c:externalData>`;
  return `${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${data}</c:chartSpace>`;
}

const titleXml = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

type Rows = readonly (readonly OutCell[])[];

/** Lying bars, the first on top: long names of sectors stand whole beside them. */
function barPlot(part: ReportPart, place: ChartPlace, rows: Rows): string {
  const series = seriesXml(part, place, rows, {
    look: (colour) =>
      `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    end: "",
  });
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${categoryAxis("l", "maxMin")}${valueAxis("b", "max")}`;
}

function linePlot(part: ReportPart, place: ChartPlace, rows: Rows): string {
  const series = seriesXml(part, place, rows, {
    look: (colour) =>
      `<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr></c:marker>`,
    end: '<c:smooth val="0"/>',
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${categoryAxis("b", "minMax")}${valueAxis("l", "autoZero")}`;
}

const marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
const general = '<c:numFmt formatCode="General" sourceLinked="0"/>';

const categoryAxis = (side: "l" | "b", direction: "minMax" | "maxMin"): string =>
  `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${direction}"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${general}${marks}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;

const valueAxis = (side: "l" | "b", crosses: "autoZero" | "max"): string =>
  `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/><c:majorGridlines><c:spPr><a:ln><a:solidFill><a:srgbClr val="D8DEE4"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${general}${marks}<c:crossAx val="1"/><c:crosses val="${crosses}"/></c:valAx>`;

const labels =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

interface Look {
  readonly look: (colour: string) => string;
  readonly end: string;
}

function seriesXml(
  { chart, columns }: ReportPart,
  { sheet, headingRow, columnAt }: ChartPlace,
  rows: Rows,
  { look, end }: Look,
): string {
  const span = (column: number) => {
    const letters = columnLetters(columnAt(column));
    return `'${xmlText(sheet)}'!$${letters}$${headingRow + 1}:$${letters}$${headingRow + rows.length}`;
  };
  const head = (column: number) => `'${xmlText(sheet)}'!$${columnLetters(columnAt(column))}$${headingRow}`;
  const along = chart?.along ?? 0;
  const names = rows.map((row) => String(row[along] ?? ""));
  return (chart?.series ?? [])
    .map((column, at) => {
      const name = columns[column]?.heading ?? "";
      const numbers = rows.map((row) => row[column]);
      return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${head(column)}</c:f>${strings([name])}</c:strRef></c:tx>${look(colourOf(at))}${labels}<c:cat><c:strRef><c:f>${span(along)}</c:f>${strings(names)}</c:strRef></c:cat><c:val><c:numRef><c:f>${span(column)}</c:f>${numbersXml(numbers)}</c:numRef></c:val>${end}</c:ser>`;
    })
    .join("");
}

const strings = (values: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${xmlText(value)}</c:v></c:pt>`).join("")}</c:strCache>`;

function numbersXml(values: readonly (OutCell | undefined)[]): string {
  const points = values.flatMap((value, at) =>
    typeof value === "number" ? [`<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`] : [],
  );
  return `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numCache>`;
}
