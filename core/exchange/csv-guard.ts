/**
 * A spreadsheet takes a text that begins so for a formula, whoever typed it, and runs it; in full width, too, where the input method
 * is a Chinese or Japanese one.
 */
const beginsFormula = /^[=+\-@\t\r＝＋－＠]/u;

/** What is guarded, or was so by whoever typed it: without this, a text that begins with an apostrophe would lose it on the way back. */
const isGuarded = /^'['=+\-@\t\r＝＋－＠]/u;

/** The text as a CSV file holds it: an apostrophe goes before what a spreadsheet would run. Numbers are no text and go as they are. */
export const guardedText = (text: string): string =>
  beginsFormula.test(text) || isGuarded.test(text) ? `'${text}` : text;

/** The text that was meant, from a cell of a CSV file: takes off exactly what `guardedText` put there. */
export const unguardedText = (text: string): string => (isGuarded.test(text) ? text.slice(1) : text);
