import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { unguardedText } from "../../../core/exchange/csv-guard.ts";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { FileRefused } from "./file-refused.ts";
import type { TableSource } from "./table-source.ts";

/** Encodings in which Chinese office programs write text, in the order in which they are tried. */
const encodings = ["utf-8", "gb18030"] as const;

/** Opens a text whose rows are lines: comma, semicolon or tab between the cells, in UTF-8, GB18030 or UTF-16. */
export async function openCsv(path: string): Promise<TableSource> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  let rows = 0;
  for await (const row of rowsOf(path, encoding, delimiter)) rows = row.number;
  return {
    format: "csv",
    encoding,
    sheets: [""],
    sheet: "",
    facts: { merged: [], from1904: false },
    rows,
    read: () => rowsOf(path, encoding, delimiter),
  };
}

async function encodingOf(path: string): Promise<string> {
  const wide = await wideEncoding(path);
  for (const encoding of wide === undefined ? encodings : [wide]) {
    if (await isWritten(path, encoding)) return encoding;
  }
  throw new FileRefused("file-encoding-unknown");
}

async function wideEncoding(path: string): Promise<"utf-16le" | "utf-16be" | undefined> {
  for await (const chunk of createReadStream(path, { end: 1 })) {
    const head = Buffer.from(chunk).toString("hex");
    if (head === "fffe") return "utf-16le";
    if (head === "feff") return "utf-16be";
  }
  return undefined;
}

async function isWritten(path: string, encoding: string): Promise<boolean> {
  try {
    for await (const _ of textOf(path, encoding)) {
      // Only whether it can be read is asked.
    }
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text of a file piece by piece, without a byte order mark. Throws a TypeError where it is not of that encoding. */
async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const delimiters = [",", "\t", ";"] as const;
const looksAtCharacters = 20_000;

/** What stands between the cells: the sign of which the first lines have most, outside of quotes. */
async function delimiterOf(path: string, encoding: string): Promise<string> {
  let text = "";
  for await (const part of textOf(path, encoding)) {
    text += part;
    if (text.length >= looksAtCharacters) break;
  }
  const bare = text.slice(0, looksAtCharacters).replaceAll(/"[^"]*"/g, "");
  const counted = delimiters.map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

async function* rowsOf(path: string, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    // A blank line is a row of its own where a program shows it.
    skip_empty_lines: false,
  });
  const feed = async () => {
    for await (const part of textOf(path, encoding))
      if (!parser.write(part)) await new Promise<void>((go) => parser.once("drain", go));
    parser.end();
  };
  const fed = feed().catch((error: unknown) => parser.destroy(error instanceof Error ? error : undefined));
  let number = 0;
  try {
    for await (const cells of parser) {
      number += 1;
      yield { number, cells: cells.map((cell: string) => (cell === "" ? null : unguardedText(cell))) };
    }
  } catch {
    throw new FileRefused("file-broken");
  } finally {
    parser.destroy();
    await fed;
  }
}
