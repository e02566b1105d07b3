import { plain, textOf } from "./plain.ts";
import type { SheetRow } from "./table.ts";

/** Whether a row shows nothing: a blank tail with borders is none of the data. */
export const isBlank = ({ cells }: Pick<SheetRow, "cells">): boolean =>
  cells.every((cell) => cell === null || textOf(cell) === "");

const totals = /^(?:合计|总计|小计|共计|累计|总数)(?:[:(].*)?$/;
const signing =
  /^(?:填表|填报|制表|审核|审批|审签|签字|统计|上报|报送|编制|复核|单位|主要|分管|部门|科室|联系)[^:]{0,10}(?:人|者|员|日期|时间|单位|部门|领导|负责人|电话|盖章|签章|签字)(?:\([^)]*\))?:|^(?:日期|时间|制表|审核|签字|盖章|联系人|联系电话|电话|负责人):/;
const notes = /^(?:注|备注|说明|填表说明|填报说明|备注说明)(?:\d|[:：、])/;
const inForce = /^(?:以下|此行)(?:空白|无内容|为空)$/;
const mostSigned = 8;

/** Whether a row stands below or above the data and is none of it: totals, who filled it in and when, notes. */
export function isFooter({ cells }: Pick<SheetRow, "cells">): boolean {
  const texts = textsIn(cells);
  // By the first cell alone most rows are told: every row of every file is asked.
  const { value: first } = texts.next();
  if (first === undefined) return false;
  if (totals.test(first)) return true;
  const isNote = notes.test(first) || inForce.test(first);
  if (!isNote && !signing.test(first)) return false;
  const all = [first, ...texts];
  if (all.length > mostSigned) return false;
  if (isNote) return all.every((text) => text === first) || all.length <= 2;
  return all.filter((text) => !text.includes(":")).length <= all.length / 2;
}

/** What the cells of a row say, from the left. */
function* textsIn(cells: SheetRow["cells"]): Generator<string, undefined> {
  for (const cell of cells) {
    const text = plain(textOf(cell));
    if (text !== "") yield text;
  }
}

/** Whether a row under the headings numbers the columns: 1, 2, 3 …, or 甲, 乙, 1, 2 …. */
export function isColumnNumbering({ cells }: Pick<SheetRow, "cells">): boolean {
  const texts = cells
    .map((cell) => plain(textOf(cell)).replaceAll(/[()（）]/g, ""))
    .filter((text) => text !== "");
  const numbers = texts.filter((text) => !/^[甲乙丙丁戊己庚辛]$/.test(text));
  const counts = numbers.every((text, at) => text === String(at + 1));
  return texts.length >= 4 && numbers.length > 1 && counts;
}
