import { periodNamed } from "../calendar/period.ts";
import { isEmpty, plain, textOf } from "./plain.ts";
import type { Cell } from "./table.ts";

const whole = /^(\d{4})(?:年|年度)?$/;
const month = /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:份)?$/;
const half = /^(\d{4})(?:年?(上|下)半年(?:度)?|-?h([12]))$/;
const quarter = /^(\d{4})年?(?:第?([1-4一二三四])季度?|-?q([1-4]))$/;
const firstOfMonth = /^(\d{4}-\d{2})-01$/;
const chinese = "一二三四";

/** The name of the period that a cell means, in any of the usual forms; undefined where it means none. */
export function periodIn(cell: Cell): string | undefined {
  // A program makes a day of what looks like a month.
  if (typeof cell === "object" && cell !== null && "day" in cell) return firstOfMonth.exec(cell.day)?.[1];
  const text = plain(textOf(cell));
  const name = isEmpty(text) ? undefined : nameIn(text);
  return name !== undefined && periodNamed(name) !== undefined ? name : undefined;
}

function nameIn(text: string): string | undefined {
  const [, year] = whole.exec(text) ?? [];
  if (year !== undefined) return year;
  const [, ofMonth, number = ""] = month.exec(text) ?? [];
  if (ofMonth !== undefined) return `${ofMonth}-${number.padStart(2, "0")}`;
  const [, ofHalf, which = "", part = which === "上" ? 1 : 2] = half.exec(text) ?? [];
  if (ofHalf !== undefined) return `${ofHalf}-H${part}`;
  const [, ofQuarter, said = "", digit = said] = quarter.exec(text) ?? [];
  if (ofQuarter === undefined) return undefined;
  return `${ofQuarter}-Q${chinese.includes(digit) ? chinese.indexOf(digit) + 1 : digit}`;
}
