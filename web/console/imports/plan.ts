import { resultHeading } from "../../../core/exchange/result-column.ts";
import type { ImportColumn, ImportOffer, ImportPlan, ImportView } from "../../api/imports.ts";

/** A plan for a sheet in which no heading was recognised: the first row is the heading, and nothing comes in yet. */
export function emptyPlan({ head, columns, sheets, plan }: ImportView): ImportPlan {
  const from = head[0]?.row ?? 1;
  return {
    sheet: plan?.sheet ?? sheets[0] ?? "",
    headerRows: { from, to: from },
    firstRow: from + 1,
    columns: columns.map(() => null),
    mode: "open",
  };
}

/** The plan with a column taken for another field; a field is one column only, so that the one that had it is left out. */
export function withColumn(plan: ImportPlan, at: number, field: string | null): ImportPlan {
  const width = Math.max(plan.columns.length, at + 1);
  const columns = Array.from({ length: width }, (_, place) => {
    if (place === at) return field;
    const own = plan.columns[place] ?? null;
    return own === field ? null : own;
  });
  return { ...plan, columns };
}

/** The plan with its heading in other rows. The data begins below the heading, wherever that comes to stand. */
export function withHeader(plan: ImportPlan, headerRows: ImportPlan["headerRows"]): ImportPlan {
  return { ...plan, headerRows, firstRow: Math.max(plan.firstRow, headerRows.to + 1) };
}

const samplesShown = 3;

/** The columns with headings and samples from the rows that the plan says, also where the person has just said others. */
export function columnsAt(
  { columns, head, plan: known }: ImportView,
  plan: ImportPlan,
): readonly ImportColumn[] {
  const { from, to } = plan.headerRows;
  const isSameHeader = known?.headerRows.from === from && known.headerRows.to === to;
  if (isSameHeader && known.firstRow === plan.firstRow) return columns;
  const textsIn = (rows: typeof head, at: number) =>
    rows.map(({ cells }) => cells[at] ?? "").filter((text) => text !== "");
  const headings = head.filter(({ row }) => row >= from && row <= to);
  const data = head.filter(({ row }) => row >= plan.firstRow);
  return columns.map((column, at) => ({
    ...column,
    heading: isSameHeader ? column.heading : [...new Set(textsIn(headings, at))].join(" "),
    samples: textsIn(data, at).slice(0, samplesShown),
  }));
}

/** Fields without which no row opens an entry and that no column is; none where rows are known by their number. */
export function missingFields({ offers }: ImportView, { columns, mode }: ImportPlan): readonly ImportOffer[] {
  if (columns.includes("number")) return [];
  return offers[mode].filter(({ field, needed }) => needed && !columns.includes(field));
}

/** Whether this is the column that an earlier import wrote its reasons into. */
export const isResult = ({ heading }: Pick<ImportColumn, "heading">): boolean => heading === resultHeading;

/** Columns with something in them that do not come in; the rows' own numbers and earlier reasons are nothing to speak of. */
export function leftOut(one: ImportView, plan: ImportPlan): readonly ImportColumn[] {
  return columnsAt(one, plan).filter((column, at) => {
    const isOut = (plan.columns[at] ?? null) === null && !column.isRowNumber && !isResult(column);
    return isOut && (column.heading !== "" || column.samples.length > 0);
  });
}
