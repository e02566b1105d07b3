import type { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { limits } from "../../../../core/limits.ts";
import { FileRefused } from "../file-refused.ts";
import { textOf } from "./markup.ts";

/** The parts of a workbook's package by their names, such as `/xl/workbook.xml`. */
export interface Package {
  /** In the order of its directory. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The name under which its directory has a part, which may differ in capitals and in signs that are written by their number. */
  named(name: string): string | undefined;
  /** A part as it is unpacked. Throws FileRefused where it is not what the directory says of it. */
  open(name: string): AsyncGenerator<Buffer>;
  /** A part as it is packed. */
  packed(entry: Entry): Promise<Readable>;
  /** A small part whole; empty where there is none. */
  text(name: string): Promise<string>;
  close(): void;
}

/** Parts that no plain workbook has, and what they are. */
const refusedParts = [
  [/vbaProject|\/macrosheets\//i, "file-has-macros"],
  [/\/externalLinks\/|\/connections\.xml$|\/queryTables\//i, "file-has-links"],
  [/\/embeddings\/|\/activeX\//i, "file-has-objects"],
] as const;

const smallPartBytes = 16 * 1024 * 1024;
const packageParts = 10_000;
/** A table of blank, framed cells is packed a hundred times smaller, a bomb a thousand times. */
const plausibleRatio = 250;
const alwaysPlausibleBytes = 16 * 1024 * 1024;
const chunkBytes = 64 * 1024;
const stored = 0;
const deflated = 8;

/**
 * Opens the package of a workbook. Nothing is unpacked beyond what its directory declares, so that the sum of what is declared bounds
 * what a bomb can unpack to. Throws FileRefused.
 */
export async function openPackage(path: string): Promise<Package> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new FileRefused("file-broken");
  });
  try {
    const opened = packageOf(zip, await entriesOf(zip));
    const kinds = await opened.text("/[Content_Types].xml");
    if (kinds === "") throw new FileRefused("file-not-a-table");
    // Some programs declare kinds of parts that they do not use.
    if (/macroEnabled\.main\+xml/i.test(kinds)) throw new FileRefused("file-has-macros");
    return opened;
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  // Parts are told apart without regard to capitals.
  const names = new Set<string>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = `/${entry.fileName}`;
      unpacked += entry.uncompressedSize;
      if (names.has(name.toLowerCase()) || entries.size >= packageParts) throw new FileRefused("file-broken");
      if (unpacked > limits.importUnpackedBytes || isBomb(entry))
        throw new FileRefused("file-unpacks-too-large");
      if (entry.isEncrypted()) throw new FileRefused("file-encrypted");
      const refused = refusedParts.find(([part]) => part.test(name));
      if (refused !== undefined) throw new FileRefused(refused[1]);
      names.add(name.toLowerCase());
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("file-broken");
  }
  return entries;
}

const isBomb = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > alwaysPlausibleBytes && uncompressedSize > compressedSize * plausibleRatio;

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Package {
  const names = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const named = (name: string) => names.get(name.toLowerCase()) ?? names.get(withSigns(name).toLowerCase());
  const entryOf = (name: string) => entries.get(named(name) ?? name);
  const packed = (entry: Entry) => zip.openReadStreamPromise(entry, { decodeFileData: false });
  async function* open(name: string): AsyncGenerator<Buffer> {
    const entry = entryOf(name);
    if (entry === undefined) throw new FileRefused("file-broken");
    yield* unpacked(entry, await packed(entry).catch(() => undefined));
  }
  return {
    entries,
    named,
    open,
    packed,
    async text(name) {
      const entry = entryOf(name);
      if (entry === undefined) return "";
      if (entry.uncompressedSize > smallPartBytes) throw new FileRefused("file-unpacks-too-large");
      let text = "";
      for await (const piece of textOf(open(name))) text += piece;
      return text;
    },
    close: () => zip.close(),
  };
}

/** A name in which signs are written by their numbers (`%20`), as they are meant; itself where they mean nothing. */
function withSigns(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Unpacks a part and holds it against its directory's size and sum. */
async function* unpacked(entry: Entry, source: Readable | undefined): AsyncGenerator<Buffer> {
  const isDeflated = entry.compressionMethod === deflated;
  if (source === undefined || !(isDeflated || entry.compressionMethod === stored))
    throw new FileRefused("file-broken");
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  const content: Readable = isDeflated ? source.pipe(inflate) : source;
  source.on("error", (error) => content.destroy(error));
  let bytes = 0;
  let sum = 0;
  try {
    for await (const chunk of content) {
      bytes += chunk.length;
      sum = crc32(chunk, sum);
      if (bytes > entry.uncompressedSize) throw new FileRefused("file-unpacks-too-large");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("file-broken");
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw new FileRefused("file-broken");
}
