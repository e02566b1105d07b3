import { unguardedText } from "../../../core/exchange/csv-guard.ts";
import type { Cell, SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { RecordCutter } from "./csv-records.ts";
import { FileRefused } from "./file-refused.ts";
import type { TableSource } from "./table-source.ts";
import { decoded, type TextEncoding, textFacts } from "./text-encoding.ts";

/** How a text is written. */
export interface TextForm {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** Its first line only says what stands between the cells; programs do not show it. */
  readonly hasDelimiterLine: boolean;
}

/** Opens a text whose rows are lines: comma, semicolon or tab between the cells, in UTF-8, GB18030 or UTF-16. Throws FileRefused. */
export async function openCsv(path: string): Promise<TableSource> {
  const { encoding, lines } = await textFacts(path);
  const form = await textForm(path, encoding);
  return {
    format: "csv",
    encoding,
    sheets: [""],
    sheet: "",
    facts: { merged: [], from1904: false },
    rows: lines,
    read: () => rowsOf(path, form),
  };
}

const delimiters = ["\t", ",", ";"] as const;
const looksAtCharacters = 20_000;
const delimiterLine = /^sep=(.)(?:\r\n|\n|\r)/;

/** What stands between the cells: what the first line says, else what divides the first lines alike. */
export async function textForm(path: string, encoding: TextEncoding): Promise<TextForm> {
  let text = "";
  for await (const part of decoded(path, encoding)) {
    text += part;
    if (text.length >= looksAtCharacters) break;
  }
  const said = delimiterLine.exec(text)?.[1];
  if (said !== undefined) return { encoding, delimiter: said, hasDelimiterLine: true };
  const bare = text.slice(0, looksAtCharacters).replaceAll(/"[^"]*"/g, "");
  const lines = bare.split(/[\r\n]+/).filter((line) => line !== "");
  return { encoding, delimiter: usualIn(lines), hasDelimiterLine: false };
}

/** The sign that divides most lines into the same number of cells, and of such the one into more; texts hold commas as well. */
function usualIn(lines: readonly string[]): string {
  const told = delimiters.map((sign) => {
    const counts = Map.groupBy(lines, (line) => line.split(sign).length - 1);
    counts.delete(0);
    const usual = [...counts].map(([count, alike]) => ({ count, lines: alike.length }));
    return {
      sign,
      ...usual.reduce((best, one) => (one.lines > best.lines ? one : best), { count: 0, lines: 0 }),
    };
  });
  return told.reduce((best, one) => ((one.lines - best.lines || one.count - best.count) > 0 ? one : best))
    .sign;
}

async function* rowsOf(path: string, form: TextForm): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = [];
  // A blank line is a row of its own where a program shows it.
  let number = form.hasDelimiterLine ? -1 : 0;
  const cutter = new RecordCutter(form.delimiter, (texts) => {
    number += 1;
    const cells = number < 1 ? [] : texts.map((text) => cellOf(unguardedText(text)));
    const last = cells.findLastIndex((cell) => cell !== null);
    if (last >= limits.importColumns) throw new FileRefused("file-too-many-columns");
    if (last >= 0) found.push({ number, cells: cells.slice(0, last + 1) });
  });
  for await (const text of decoded(path, form.encoding)) {
    cutter.write(text);
    yield found;
    found = [];
  }
  cutter.end();
  yield found;
}

/** Programs write `="0123"` where a number must stay a text. */
const guarded = /^="([^"]*)"$/;

function cellOf(text: string): Cell {
  const plain = text.startsWith("=") ? (guarded.exec(text)?.[1] ?? text) : text;
  return plain === "" ? null : plain;
}
