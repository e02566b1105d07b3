import type { SheetRow } from "./table.ts";

/** With what the first cell of a template's sample row begins; such a row is nobody's. */
export const sampleMark = "示例";

/** With what the last line of a CSV export begins, which says what the file is. */
export const remarkMark = "#";

/** Whether a row is a template's sample, or an export's remark on itself, and so none of the data. */
export function isMarked({ cells }: Pick<SheetRow, "cells">): boolean {
  const [first = null, ...others] = cells;
  if (typeof first !== "string") return false;
  const text = first.trim();
  const isAlone = others.every((cell) => cell === null || cell === "");
  return text.startsWith(sampleMark) || (text.startsWith(remarkMark) && isAlone);
}
