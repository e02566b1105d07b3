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

/** Fields without which no row opens an entry and that no column is; none where rows are known by their number. */
export function missingFields({ offers }: ImportView, { columns, mode }: ImportPlan): readonly ImportOffer[] {
  if (columns.includes("number")) return [];
  return offers[mode].filter(({ field, needed }) => needed && !columns.includes(field));
}

/** Columns with something in them that do not come in; the rows' own numbers are nothing to speak of. */
export function leftOut({ columns }: ImportView, plan: ImportPlan): readonly ImportColumn[] {
  return columns.filter(
    ({ heading, samples, isRowNumber }, at) =>
      (plan.columns[at] ?? null) === null && !isRowNumber && (heading !== "" || samples.length > 0),
  );
}
