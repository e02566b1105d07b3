import { pipeline, Readable } from "node:stream";
import { constants, crc32, createDeflateRaw } from "node:zlib";

/** One file of an archive, its text or bytes piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
}

/** Sizes stand in 32 bits: an archive of more would need another form, which not every reader of workbooks knows. */
export const mostZipBytes = 0xff_ff_ff_ff;

// Sizes and checksum follow the content (bit 3), and names are UTF-8 (bit 11).
const flags = 0x08_08;
const deflated = 8;
const version = 20;
// Files of an archive have a time; what they hold says when it was made, and the same content gives the same bytes.
const firstOfJanuary1980 = 0x21;

/**
 * An archive as it is made, never whole in memory: parts are packed one after the other, each while it is read. By APPNOTE.TXT 6.3,
 * 4.3 (local headers with data descriptors, central directory). Throws when a part or the archive grows past what 32 bits count.
 */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, content } of parts) {
    const title = Buffer.from(name, "utf8");
    const header = localHeader(title);
    yield header;
    const measure = { crc: 0, bytes: 0 };
    let packedBytes = 0;
    for await (const chunk of packed(measured(content, measure))) {
      packedBytes += chunk.length;
      yield chunk;
    }
    const descriptor = dataDescriptor(measure.crc, packedBytes, measure.bytes);
    yield descriptor;
    written.push({ name: title, crc: measure.crc, packedBytes, bytes: measure.bytes, at });
    at += header.length + packedBytes + descriptor.length;
    if (at > mostZipBytes || measure.bytes > mostZipBytes)
      throw new Error("The workbook is larger than 4 GiB");
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield directoryEnd(written.length, directory.length, at);
}

function packed(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // Level 3 packs a sheet twice as fast as the usual 6 and to a tenth more.
  const deflate = createDeflateRaw({
    level: 3,
    chunkSize: 64 * 1024,
    strategy: constants.Z_DEFAULT_STRATEGY,
  });
  const source = Readable.from(bytes, { highWaterMark: 1 });
  // Whatever fails or is given up at one end ends the other; the error itself comes out of the iteration.
  pipeline(source, deflate, () => undefined);
  return deflate;
}

async function* measured(
  content: ZipPart["content"],
  measure: { crc: number; bytes: number },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : Buffer.from(piece);
    measure.crc = crc32(bytes, measure.crc);
    measure.bytes += bytes.length;
    yield bytes;
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(firstOfJanuary1980, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function dataDescriptor(crc: number, packedBytes: number, bytes: number): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08_07_4b_50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(Math.min(packedBytes, mostZipBytes), 8);
  descriptor.writeUInt32LE(Math.min(bytes, mostZipBytes), 12);
  return descriptor;
}

function directoryEntry({ name, crc, packedBytes, bytes, at }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02_01_4b_50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(firstOfJanuary1980, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packedBytes, 20);
  entry.writeUInt32LE(bytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function directoryEnd(parts: number, directoryBytes: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
