import type { OutCell } from "./table-out.ts";

/** A chart that Word and Excel draw themselves, with the reader's own fonts, and that can be edited there. */
export interface ReportChart {
  readonly kind: "bar" | "line";
  readonly title: string;
  /** Places of the table's columns: by what it goes along, and what it draws. */
  readonly along: number;
  readonly series: readonly number[];
}

export interface ReportColumn {
  readonly heading: string;
  /** In signs of the usual font; a Chinese sign takes two. */
  readonly width: number;
  /** Only in the workbook: a page has no room for it. */
  readonly detail?: true;
}

/** A part of a report: a heading, what it says, its table, and a chart of some of its columns. */
export interface ReportPart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  readonly chart?: ReportChart;
}

/** A report as a file shows it. */
export interface ReportOut {
  readonly title: string;
  readonly lines: readonly string[];
  readonly parts: readonly ReportPart[];
  /** What every page says at its top. */
  readonly pageMark?: string;
}

/** The most places that a chart can name so that they are still read. */
export const mostCharted = 24;
