import { ManyStrings } from "./many-strings.ts";
import { MarkupCutter, readText, textOf } from "./markup.ts";
import type { Package } from "./package.ts";

/** The texts that cells share, by their place. Of a text with a reading aid (phonetic), the text alone. */
export async function readStrings(parts: Package, part: string | undefined): Promise<ManyStrings> {
  const strings = new ManyStrings();
  if (part === undefined) return strings;
  let text = "";
  let isText = false;
  let inAid = false;
  const cutter = new MarkupCutter((kind, name, raw) => {
    if (kind === "text") {
      if (isText) text += readText(raw);
      return;
    }
    const opens = kind === "opening";
    if (name === "t") isText = opens && !inAid;
    if (name === "rPh") inAid = opens;
    if (name !== "si") return;
    if (!opens) strings.add(unescaped(text));
    text = "";
  });
  try {
    for await (const piece of textOf(parts.open(part))) cutter.write(piece);
    cutter.end();
    strings.seal();
    return strings;
  } catch (error) {
    strings.close();
    throw error;
  }
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Signs that markup cannot hold are written by their number: `_x000D_` is a carriage return. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
