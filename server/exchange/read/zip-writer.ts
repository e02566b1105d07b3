import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { writeOn } from "./write-on.ts";

/** A part that is already packed, as its archive has it. */
export interface PackedPart {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly sum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly date: number;
  readonly time: number;
}

interface Written extends PackedPart {
  readonly at: number;
  /** Sum and sizes stand behind the content. */
  readonly isStreamed: boolean;
}

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const afterSignature = 0x08074b50;
const version = 20;
const utf8Names = 0x800;
const sizesBehind = 0x8;
/** The first day that an archive can name: 1 January 1980. */
const firstDate = 0x21;
const deflated = 8;

/** Writes an archive part by part; what is packed already is taken over byte for byte. For archives below 4 GB. */
export class ZipWriter {
  readonly #out: Writable;
  readonly #written: Written[] = [];
  #at = 0;

  constructor(out: Writable) {
    this.#out = out;
  }

  /** Packs a part while it comes. */
  async add(name: string, content: AsyncIterable<string | Buffer>): Promise<void> {
    const start = { name, method: deflated, sum: 0, packedBytes: 0, bytes: 0, date: firstDate, time: 0 };
    const at = this.#at;
    await this.#write(localHead({ ...start, at, isStreamed: true }));
    let sum = 0;
    let bytes = 0;
    let packedBytes = 0;
    await pipeline(
      Readable.from(content),
      async function* (pieces: AsyncIterable<string | Buffer>) {
        for await (const piece of pieces) {
          const chunk = Buffer.from(piece);
          sum = crc32(chunk, sum);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createDeflateRaw({ level: 6 }),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const chunk of packed) {
          packedBytes += chunk.length;
          await this.#write(chunk);
        }
      },
    );
    const part = { ...start, sum, bytes, packedBytes, at, isStreamed: true };
    await this.#write(numbers([afterSignature, 4], [sum, 4], [packedBytes, 4], [bytes, 4]));
    this.#written.push(part);
  }

  /** Takes over a part as it is packed. */
  async copy(part: PackedPart, packed: Readable): Promise<void> {
    const written = { ...part, at: this.#at, isStreamed: false };
    await this.#write(localHead(written));
    for await (const chunk of packed) await this.#write(chunk);
    this.#written.push(written);
  }

  /** Writes the directory; the stream is left open. */
  async end(): Promise<void> {
    const start = this.#at;
    for (const part of this.#written) await this.#write(centralHead(part));
    const count = this.#written.length;
    await this.#write(
      numbers([endSignature, 4], [0, 4], [count, 2], [count, 2], [this.#at - start, 4], [start, 4], [0, 2]),
    );
  }

  async #write(chunk: Buffer): Promise<void> {
    this.#at += chunk.length;
    await writeOn(this.#out, chunk);
  }
}

function localHead(part: Written): Buffer {
  const name = Buffer.from(part.name);
  return Buffer.concat([numbers([localSignature, 4], ...common(part, name)), name]);
}

function centralHead(part: Written): Buffer {
  const name = Buffer.from(part.name);
  return Buffer.concat([
    numbers(
      [centralSignature, 4],
      [version, 2],
      ...common(part, name),
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [part.at, 4],
    ),
    name,
  ]);
}

/** What stands in both heads of a part: each number with its length in bytes. */
function common(part: Written, name: Buffer): readonly (readonly [number, number])[] {
  return [
    [version, 2],
    [part.isStreamed ? utf8Names | sizesBehind : utf8Names, 2],
    [part.method, 2],
    [part.time, 2],
    [part.date, 2],
    [part.sum, 4],
    [part.packedBytes, 4],
    [part.bytes, 4],
    [name.length, 2],
    [0, 2],
  ];
}

function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
