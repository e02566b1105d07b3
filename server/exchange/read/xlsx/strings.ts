import { parseStream } from "./markup.ts";
import type { Package } from "./package.ts";

/** The texts that cells share, by their place. Of a text with a reading aid (phonetic), the text alone. */
export async function readStrings(parts: Package, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined) return [];
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inAid = 0;
  const source = await parts.open(part);
  const pieces = parseStream(
    source,
    {
      open(name) {
        if (name === "si") text = "";
        if (name === "rPh") inAid += 1;
        if (name === "t") inText = inAid === 0;
      },
      text(more) {
        if (inText) text += more;
      },
      close(name) {
        if (name === "t") inText = false;
        if (name === "rPh") inAid -= 1;
        if (name === "si") strings.push(unescaped(text));
      },
    },
    () => [],
  );
  for await (const _ of pieces) {
    // Only the strings are wanted.
  }
  return strings;
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Signs that markup cannot hold are written by their number: `_x000D_` is a carriage return. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
