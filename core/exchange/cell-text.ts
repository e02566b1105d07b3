import { textOf } from "./plain.ts";
import type { Cell } from "./table.ts";

/**
 * What a cell says, however its file holds it: by this a cell that came back is the same as the one that went out. A program that saves
 * a file may write other line ends than it read.
 */
export const cellText = (cell: Cell | undefined): string => textOf(cell).replaceAll(/\r\n?/gu, "\n");
