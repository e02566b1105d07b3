import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Texts kept as they are: those that come first are most often asked for. */
const keptCharacters = 2 * 1024 * 1024;
const keptStrings = 100_000;
/** Beyond them, texts are put away this many at a time. */
const blockStrings = 64;
const blockCharacters = 256 * 1024;
/** Blocks that were asked for last stay at hand. */
const handyCharacters = 2 * 1024 * 1024;
const bufferedBytes = 256 * 1024;

interface Block {
  /** The place of its first text among all that were put away. */
  readonly first: number;
  readonly at: number;
  readonly bytes: number;
}

/**
 * Texts by their place, in bounded memory however many there are: the first are kept, the others stand in a temporary file that nobody
 * else can open and that is gone with this process.
 */
export class ManyStrings {
  readonly #kept: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #handy = new Map<Block, readonly string[]>();
  #characters = 0;
  #handyCharacters = 0;
  #filling: string[] = [];
  #fillingCharacters = 0;
  #putAway = 0;
  #file: number | undefined;
  #fileBytes = 0;
  #unwritten: Buffer[] = [];
  #unwrittenBytes = 0;

  add(text: string): void {
    if (this.#kept.length < keptStrings && this.#characters < keptCharacters) {
      // A slice would keep the piece of markup from which it was cut.
      this.#kept.push(Buffer.from(text, "utf16le").toString("utf16le"));
      this.#characters += text.length;
      return;
    }
    this.#filling.push(text);
    this.#fillingCharacters += text.length;
    if (this.#filling.length >= blockStrings || this.#fillingCharacters > blockCharacters) this.#endBlock();
  }

  /** After the last text. */
  seal(): void {
    this.#endBlock();
    this.#write();
  }

  at(place: number): string | undefined {
    if (place < this.#kept.length) return this.#kept[place];
    const wanted = place - this.#kept.length;
    const block = this.#blockOf(wanted);
    return block === undefined ? undefined : this.#textsOf(block)[wanted - block.first];
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #endBlock(): void {
    if (this.#filling.length === 0) return;
    const written = Buffer.from(JSON.stringify(this.#filling));
    this.#blocks.push({ first: this.#putAway, at: this.#fileBytes, bytes: written.length });
    this.#fileBytes += written.length;
    this.#putAway += this.#filling.length;
    this.#filling = [];
    this.#fillingCharacters = 0;
    this.#unwritten.push(written);
    this.#unwrittenBytes += written.length;
    if (this.#unwrittenBytes > bufferedBytes) this.#write();
  }

  #write(): void {
    if (this.#unwritten.length === 0) return;
    this.#file ??= namelessFile();
    const all = Buffer.concat(this.#unwritten);
    for (let done = 0; done < all.length; ) done += writeSync(this.#file, all, done);
    this.#unwritten = [];
    this.#unwrittenBytes = 0;
  }

  #blockOf(wanted: number): Block | undefined {
    if (!(wanted >= 0 && wanted < this.#putAway)) return undefined;
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#blocks[middle]?.first ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return this.#blocks[low];
  }

  #textsOf(block: Block): readonly string[] {
    const found = this.#handy.get(block);
    if (found !== undefined) return found;
    const bytes = Buffer.alloc(block.bytes);
    if (this.#file !== undefined) readSync(this.#file, bytes, 0, block.bytes, block.at);
    const texts: readonly string[] = JSON.parse(bytes.toString());
    this.#handy.set(block, texts);
    this.#handyCharacters += block.bytes;
    for (const [oldest] of this.#handy) {
      if (this.#handyCharacters <= handyCharacters || oldest === block) break;
      this.#handy.delete(oldest);
      this.#handyCharacters -= oldest.bytes;
    }
    return texts;
  }
}

/** A file that is taken off its folder at once: it holds what people wrote of others. */
function namelessFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "zhiben-"));
  const file = openSync(join(folder, "texts"), "wx+", 0o600);
  rmSync(folder, { recursive: true });
  return file;
}
