import type { OutCell } from "../../../core/exchange/cell.ts";
import type { Cell } from "../../../core/exchange/table.ts";

/** What a cell says, however its file holds it: by this a cell that came back is the same as the one that went out. */
export function cellText(cell: Cell | OutCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "object") return "day" in cell ? cell.day : cell.error;
  // A program that saves a file may write other line ends than it read, and cut blanks.
  return String(cell).replaceAll(/\r\n?/gu, "\n").trim();
}
