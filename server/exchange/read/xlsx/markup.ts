import { FileRefused } from "../file-refused.ts";

/** What a piece of markup is: a tag that opens, closes or does both, the text between tags, or a remark. */
export type PieceKind = "opening" | "closing" | "single" | "text" | "other";

/** Takes the pieces of a part in their order. `name` is the tag's without its prefix; `raw` is the piece as it is written. */
export type OnPiece = (kind: PieceKind, name: string, raw: string) => void;

/** Longer than the text of a cell with every sign written as an entity. */
const pieceCharacters = 512 * 1024;
const deepest = 256;

const quote = 34;
const apostrophe = 39;
const slash = 47;
const greater = 62;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/**
 * Cuts a workbook's markup into its pieces, whatever the places at which it comes divided; all pieces together are the part, letter by
 * letter. Tags must match and be closed. A document type is refused: workbooks have none, and what it may declare is a trap. Throws
 * FileRefused.
 */
export class MarkupCutter {
  readonly #onPiece: OnPiece;
  readonly #open: string[] = [];
  #rest = "";
  #hasRoot = false;

  constructor(onPiece: OnPiece) {
    this.#onPiece = onPiece;
  }

  write(markup: string): void {
    const text = this.#rest === "" ? markup : this.#rest + markup;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      const end = endOfPiece(text, start);
      if (end < 0) break;
      if (start > at) this.#onPiece("text", "", text.slice(at, start));
      this.#piece(text, start, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > pieceCharacters) throw new FileRefused("file-broken");
  }

  /** Throws FileRefused where something is still open, as in a part that is cut off. */
  end(): void {
    if (this.#rest.includes("<") || this.#open.length > 0 || !this.#hasRoot)
      throw new FileRefused("file-broken");
    if (this.#rest !== "") this.#onPiece("text", "", this.#rest);
  }

  #piece(text: string, start: number, end: number): void {
    const raw = text.slice(start, end);
    const second = text.charCodeAt(start + 1);
    if (second === 33 || second === 63) {
      this.#onPiece(raw.startsWith("<![CDATA[") ? "text" : "other", "", raw);
      return;
    }
    if (second === slash) {
      const full = raw.slice(2, -1).trimEnd();
      if (this.#open.pop() !== full) throw new FileRefused("file-broken");
      this.#onPiece("closing", local(full), raw);
      return;
    }
    let nameEnd = start + 1;
    for (; nameEnd < end - 1; nameEnd += 1) {
      const code = text.charCodeAt(nameEnd);
      if (isBlank(code) || code === slash) break;
    }
    const full = text.slice(start + 1, nameEnd);
    this.#hasRoot = true;
    if (full === "" || this.#open.length > deepest) throw new FileRefused("file-broken");
    const isSingle = text.charCodeAt(end - 2) === slash;
    if (!isSingle) this.#open.push(full);
    this.#onPiece(isSingle ? "single" : "opening", local(full), raw);
  }
}

const local = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Where the piece that begins there ends; -1 where it goes on in what is still to come. */
function endOfPiece(text: string, start: number): number {
  const second = text.charCodeAt(start + 1);
  if (second === 63) return after(text, "?>", start);
  if (second === 33) {
    if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
    if (text.startsWith("<![CDATA[", start)) return after(text, "]]>", start);
    if (text.length - start < 9) return -1;
    throw new FileRefused("file-broken");
  }
  let quoted = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted !== 0) {
      if (code === quoted) quoted = 0;
    } else if (code === greater) return at + 1;
    else if (code === quote || code === apostrophe) quoted = code;
    else if (code === 60) throw new FileRefused("file-broken");
  }
  return -1;
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}

const attribute = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag by their names; of prefixed ones with the prefix. */
export function attributesOf(raw: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name = "", plain, other] of raw.matchAll(attribute))
    found[name] = readText(plain ?? other ?? "");
  return found;
}

const equals = 61;

/**
 * The value of an attribute whose name is one letter; undefined where the tag has none. A table has a million cells, each with three of
 * them: to find all attributes by a pattern took as long as all else together.
 */
export function letterAttribute(raw: string, letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  for (let at = 2; at < raw.length; at += 1) {
    const sign = raw.charCodeAt(at);
    if (sign === quote || sign === apostrophe) {
      at = raw.indexOf(raw[at] ?? "", at + 1);
      if (at < 0) return undefined;
    } else if (sign === code && isBlank(raw.charCodeAt(at - 1))) {
      const next = raw.charCodeAt(at + 1);
      if (next !== equals && !isBlank(next)) continue;
      if (next === equals && raw.charCodeAt(at + 2) === quote)
        return readText(raw.slice(at + 3, raw.indexOf('"', at + 3)));
      const found = value.exec(raw.slice(at + 1));
      if (found !== null) return readText(found[1] ?? found[2] ?? "");
    }
  }
  return undefined;
}

const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/;

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const entity = /&([^;]{0,12});?/g;

/** What a piece of text says: entities read, `CDATA` as it stands. Throws FileRefused at an entity that only a document type explains. */
export function readText(raw: string): string {
  if (raw.startsWith("<![CDATA[")) return raw.slice(9, -3);
  const text = raw.includes("\r") ? raw.replaceAll("\r\n", "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replaceAll(entity, (_, name: string) => {
    const known = named[name];
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    const code = digits === null ? -1 : Number.parseInt(digits[1] ?? digits[2] ?? "", digits[1] ? 16 : 10);
    if (!(code > 0 && code <= 0x10ffff)) throw new FileRefused("file-broken");
    return String.fromCodePoint(code);
  });
}

/** Text as markup holds it, in elements and in attributes. */
export const writtenText = (text: string): string =>
  text
    // Signs that markup cannot hold would make the whole file unreadable.
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Reads a small part: its tags with their attributes. */
export function parseText(
  markup: string,
  handlers: {
    open(name: string, attributes: Readonly<Record<string, string>>): void;
    close?(name: string): void;
  },
): void {
  const cutter = new MarkupCutter((kind, name, raw) => {
    if (kind === "opening" || kind === "single") handlers.open(name, attributesOf(raw));
    if (kind === "closing" || kind === "single") handlers.close?.(name);
  });
  cutter.write(markup.startsWith("\ufeff") ? markup.slice(1) : markup);
  cutter.end();
}

/** A part as text, piece by piece as it is unpacked: in UTF-8, or in UTF-16 where its first bytes say so. Throws FileRefused. */
export async function* textOf(part: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of part) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true, ignoreBOM: true });
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder !== undefined) yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new FileRefused("file-broken") : error;
  }
}

function encodingOf(head: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}
