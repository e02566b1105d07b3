import { pipeline, Readable } from "node:stream";
import { constants, crc32, createDeflateRaw } from "node:zlib";

/** One file of an archive. */
export type ZipPart = FreshPart | PackedPart;

/** A file that is packed while it comes, its text or bytes piece by piece. */
interface FreshPart {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array>;
}

/** A file that another archive has packed already; it is taken over byte for byte, as that archive has it. */
interface PackedPart extends Sizes {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly date: number;
  readonly time: number;
  readonly packed: AsyncIterable<Uint8Array>;
}

/** What is counted of a file: its checksum, and its bytes before and after they are packed. */
interface Sizes {
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

interface Head extends Sizes {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly date: number;
  readonly time: number;
}

interface Written extends Head {
  readonly at: number;
}

/** Sizes stand in 32 bits: an archive of more would need another form, which not every reader of workbooks knows. */
const mostZipBytes = 0xff_ff_ff_ff;

const namesInUtf8 = 0x08_00;
const sizesFollow = 0x00_08;
const deflated = 8;
const version = 20;
// Files of an archive have a time; what they hold says when it was made, and the same content gives the same bytes.
const firstOfJanuary1980 = 0x21;
const unknown: Sizes = { crc: 0, packedBytes: 0, bytes: 0 };

/**
 * An archive as it is made, never whole in memory: parts are packed one after the other, each while it is read. By APPNOTE.TXT 6.3,
 * 4.3 (local headers with data descriptors, central directory). Throws when a part or the archive grows past what 32 bits count.
 */
export async function* zipped(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    // Handed on whole, so that whoever gives the archive up ends the part as well.
    const head = yield* "packed" in part ? takenOver(part) : freshlyPacked(part);
    written.push({ ...head, at });
    at += bytesInArchive(head);
    if (at > mostZipBytes || head.bytes > mostZipBytes) throw new Error("The archive is larger than 4 GiB");
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield directoryEnd(written.length, directory.length, at);
}

const localHeaderBytes = 30;
const descriptorBytes = 16;

const bytesInArchive = ({ name, flags, packedBytes }: Head): number =>
  localHeaderBytes + name.length + packedBytes + ((flags & sizesFollow) === 0 ? 0 : descriptorBytes);

/** A part with what stands around it; in the end what the directory says of it. */
async function* freshlyPacked({ name, content }: FreshPart): AsyncGenerator<Uint8Array, Head> {
  const head: Head = {
    ...unknown,
    name: Buffer.from(name),
    flags: namesInUtf8 | sizesFollow,
    method: deflated,
    date: firstOfJanuary1980,
    time: 0,
  };
  yield localHeader(head);
  const measure = { crc: 0, bytes: 0 };
  let packedBytes = 0;
  for await (const chunk of packed(measured(content, measure))) {
    packedBytes += chunk.length;
    yield chunk;
  }
  const sizes = { ...measure, packedBytes };
  yield dataDescriptor(sizes);
  return { ...head, ...sizes };
}

async function* takenOver({ name, packed: bytes, ...facts }: PackedPart): AsyncGenerator<Uint8Array, Head> {
  const head = { ...facts, name: Buffer.from(name), flags: namesInUtf8 };
  yield localHeader(head);
  yield* bytes;
  return head;
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
  content: FreshPart["content"],
  measure: { crc: number; bytes: number },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : Buffer.from(piece);
    measure.crc = crc32(bytes, measure.crc);
    measure.bytes += bytes.length;
    yield bytes;
  }
}

function localHeader(head: Head): Buffer {
  const header = Buffer.alloc(localHeaderBytes);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  writeCommon(header, 4, head);
  return Buffer.concat([header, head.name]);
}

/** What a part's own header and the directory both say of it. */
function writeCommon(header: Buffer, at: number, head: Head): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(head.flags, at + 2);
  header.writeUInt16LE(head.method, at + 4);
  header.writeUInt16LE(head.time, at + 6);
  header.writeUInt16LE(head.date, at + 8);
  writeSizes(header, at + 10, head);
  header.writeUInt16LE(head.name.length, at + 22);
}

/** More than 32 bits count is written as the most that they do, and refused once the part is whole. */
function writeSizes(header: Buffer, at: number, { crc, packedBytes, bytes }: Sizes): void {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(Math.min(packedBytes, mostZipBytes), at + 4);
  header.writeUInt32LE(Math.min(bytes, mostZipBytes), at + 8);
}

function dataDescriptor(sizes: Sizes): Buffer {
  const descriptor = Buffer.alloc(descriptorBytes);
  descriptor.writeUInt32LE(0x08_07_4b_50, 0);
  writeSizes(descriptor, 4, sizes);
  return descriptor;
}

function directoryEntry(written: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02_01_4b_50, 0);
  entry.writeUInt16LE(version, 4);
  writeCommon(entry, 6, written);
  entry.writeUInt32LE(written.at, 42);
  return Buffer.concat([entry, written.name]);
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
