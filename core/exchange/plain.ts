import type { Cell } from "./table.ts";

/** Signs that show nothing: of width zero, and the mark of byte order. */
const unseen = /[\u200b-\u200d\u2060\ufeff]/g;
const spaces = /\s+/g;

/** The text in the one form in which words are compared: every letter and digit of one width and case, and no blanks. */
export const plain = (text: string): string =>
  text.normalize("NFKC").replaceAll(unseen, "").replaceAll(spaces, "").toLowerCase();

/** The text without what does not show at its ends. */
export const shownIn = (text: string): string => text.replaceAll(unseen, "").trim();

/** What a cell shows, as text: a day as `YYYY-MM-DD`, a truth value in Chinese, an error by its own name; empty for nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return shownIn(cell);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return "day" in cell ? cell.day : cell.error;
}

const dashes: ReadonlySet<string> = new Set(["", "-", "--", "—", "——", "－", "–", "/", "／", "\\"]);

/** Whether a cell is left empty, be it by a dash or a stroke, as forms are filled in by hand. */
export const isEmpty = (text: string): boolean => text.length < 3 && dashes.has(text);
