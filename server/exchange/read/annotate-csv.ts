import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { resultHeading } from "../../../core/exchange/result-column.ts";
import { limits } from "../../../core/limits.ts";
import { type AnnotatedKind, type AnnotatedTable, Reasons, type RowReason } from "./annotated.ts";
import { textForm } from "./csv.ts";
import { RecordCutter } from "./csv-records.ts";
import { inGb18030 } from "./gb18030.ts";
import { type TextEncoding, textFacts } from "./text-encoding.ts";
import { writeOn } from "./write-on.ts";

/**
 * A text as its units: of two bytes in UTF-16, else of one. Whatever the encoding, line ends, quotation marks and delimiters are units
 * that are part of no other sign, so that what is not changed goes through byte for byte.
 */
interface Units {
  read(path: string): AsyncGenerator<string>;
  bytes(units: string): Buffer;
  /** A text of ours in units of that encoding. */
  of(text: string): string;
}

/** A record of a text by its number as a program shows it. */
interface CsvRecord {
  readonly number: number;
  readonly cells: readonly string[];
  readonly raw: string;
}

interface Form {
  readonly units: Units;
  readonly delimiter: string;
  readonly hasDelimiterLine: boolean;
}

/** Gives a text back with the reasons at the ends of its lines, in its own encoding and with its own delimiter. Throws FileRefused. */
export async function annotateCsv(
  path: string,
  table: AnnotatedTable,
  reasons: AsyncIterable<RowReason>,
  out: Writable,
): Promise<AnnotatedKind> {
  const { encoding } = await textFacts(path);
  const form = { ...(await textForm(path, encoding)), units: unitsOf(encoding) };
  const column = await resultColumn(path, form, table.headerRow);
  const waiting = new Reasons(reasons);
  try {
    for await (const records of recordsOf(path, form)) {
      let text = "";
      for (const record of records) {
        const own = (await waiting.upTo(record.number)).find(({ row }) => row === record.number);
        const told = record.number === table.headerRow ? resultHeading : own?.text;
        text += annotated(record, told, column, table.headerRow, form);
      }
      await writeOn(out, form.units.bytes(text));
    }
  } finally {
    await waiting.close();
  }
  return { type: "text/csv", extension: "csv" };
}

function annotated(
  record: CsvRecord,
  told: string | undefined,
  column: number,
  headerRow: number,
  { units, delimiter }: Form,
): string {
  const line = /(?:\r\n|\n|\r)?$/.exec(record.raw);
  const end = line?.[0] ?? "";
  let body = record.raw.slice(0, record.raw.length - end.length);
  let width = record.cells.length;
  if (record.number >= headerRow && width === column + 1) {
    body = withoutLast(body, record.cells.at(-1) ?? "", delimiter);
    width = column;
  }
  if (told === undefined) return body + end;
  const text = units.of(
    guarded(told)
      .replaceAll('"', '""')
      .replaceAll(/[\r\n]+/g, " "),
  );
  return `${body}${delimiter.repeat(Math.max(1, column - width + 1))}"${text}"${end}`;
}

/** A record without its last cell: what was told of an earlier import. */
function withoutLast(body: string, cell: string, delimiter: string): string {
  const forms = [`"${cell.replaceAll('"', '""')}"`, cell].map((form) => delimiter + form);
  const found = forms.find((form) => body.endsWith(form));
  return found === undefined ? body : body.slice(0, body.length - found.length);
}

/** A program would calculate what begins like a formula. */
const guarded = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/** The column that bears the heading already, else the first behind all. */
async function resultColumn(path: string, form: Form, headerRow: number): Promise<number> {
  const heading = form.units.of(resultHeading);
  let last = 0;
  for await (const records of recordsOf(path, form))
    for (const { number, cells } of records) {
      const found = number === headerRow ? cells.indexOf(heading) : -1;
      if (found >= 0) return found;
      if (number > 0) last = Math.max(last, cells.length);
    }
  return last;
}

async function* recordsOf(path: string, form: Form): AsyncGenerator<readonly CsvRecord[]> {
  let found: CsvRecord[] = [];
  let number = form.hasDelimiterLine ? -1 : 0;
  const longest = limits.cellLengthCharacters * 4;
  const cutter = new RecordCutter(
    form.delimiter,
    (cells, raw) => {
      number += 1;
      found.push({ number, cells, raw });
    },
    longest,
  );
  const mark = form.units.of("\ufeff");
  let isFirst = true;
  for await (const units of form.units.read(path)) {
    const isMarked = isFirst && units.startsWith(mark);
    isFirst = false;
    // The mark of the encoding is no part of the first cell, which may begin with a quotation mark.
    if (isMarked) found.push({ number: -1, cells: [], raw: mark });
    cutter.write(isMarked ? units.slice(mark.length) : units);
    yield found;
    found = [];
  }
  cutter.end();
  yield found;
}

function unitsOf(encoding: TextEncoding): Units {
  if (encoding === "utf-16le" || encoding === "utf-16be") return wideUnits(encoding === "utf-16be");
  const encoded = encoding === "utf-8" ? (text: string) => Buffer.from(text) : inGb18030;
  return {
    async *read(path) {
      for await (const chunk of createReadStream(path)) yield Buffer.from(chunk).toString("latin1");
    },
    bytes: (units) => Buffer.from(units, "latin1"),
    of: (text) => encoded(text).toString("latin1"),
  };
}

function wideUnits(isSwapped: boolean): Units {
  const turned = (bytes: Buffer) => (isSwapped ? bytes.swap16() : bytes);
  return {
    async *read(path) {
      // Pieces of an even length, as a unit must not be divided.
      for await (const chunk of createReadStream(path)) yield turned(Buffer.from(chunk)).toString("utf16le");
    },
    bytes: (units) => turned(Buffer.from(units, "utf16le")),
    of: (text) => text,
  };
}
