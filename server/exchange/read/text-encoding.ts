import { createReadStream } from "node:fs";
import { FileRefused } from "./file-refused.ts";

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** What is known of a text before its cells are read. */
export interface TextFacts {
  readonly encoding: TextEncoding;
  readonly lines: number;
}

/** Signs that no program writes into a table: where a text of another encoding is taken for GB18030, they appear. */
const strange = /[\ue000-\uf8ff\u0080-\u0084\u0086-\u009f\ufffd]/;

/**
 * In which encoding a text is written: by its first bytes, else UTF-8 where it is that without a fault, else GB18030, of which GBK and
 * GB 2312 are parts. Throws FileRefused where it is neither.
 */
export async function textFacts(path: string): Promise<TextFacts> {
  const wide = await wideEncoding(path);
  const tried: readonly TextEncoding[] = wide === undefined ? ["utf-8", "gb18030"] : [wide];
  for (const encoding of tried) {
    const lines = await linesIn(path, encoding);
    if (lines !== undefined) return { encoding, lines };
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

async function linesIn(path: string, encoding: TextEncoding): Promise<number | undefined> {
  let lines = 1;
  try {
    for await (const text of decoded(path, encoding)) {
      if (encoding === "gb18030" && strange.test(text)) return undefined;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
    }
    return lines;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The text of a file piece by piece, without a byte order mark. Throws a TypeError where it is not of that encoding. */
export async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
