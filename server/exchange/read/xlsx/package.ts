import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { limits } from "../../../../core/limits.ts";
import { FileRefused } from "../file-refused.ts";

/** The parts of a workbook's package by their names. */
export interface Package {
  has(name: string): boolean;
  open(name: string): Promise<Readable>;
  /** A small part whole; empty where there is none. */
  text(name: string): Promise<string>;
  close(): void;
}

/** Parts that no plain workbook has, and what they are. */
const refusedParts = [
  [/vbaProject|\/macrosheets\//i, "file-has-macros"],
  [/\/externalLinks\/|\/connections\.xml$|\/queryTables\//i, "file-has-links"],
  [/\/embeddings\/|\/activeX\/|\/ctrlProps\//i, "file-has-objects"],
] as const;

const smallPartBytes = 16 * 1024 * 1024;
const packageParts = 10_000;

/**
 * Opens the package of a workbook. Nothing is unpacked beyond what its directory declares: `yauzl` ends a part that holds more than it
 * says, so that the sum of what is declared bounds what a bomb can unpack to.
 */
export async function openPackage(path: string): Promise<Package> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new FileRefused("file-broken");
  });
  try {
    return packageOf(zip, await entriesOf(zip));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = `/${entry.fileName}`;
      unpacked += entry.uncompressedSize;
      if (entries.has(name) || entries.size > packageParts) throw new FileRefused("file-broken");
      if (unpacked > limits.importUnpackedBytes) throw new FileRefused("file-unpacks-too-large");
      if (entry.isEncrypted()) throw new FileRefused("file-encrypted");
      const refused = refusedParts.find(([part]) => part.test(name));
      if (refused !== undefined) throw new FileRefused(refused[1]);
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("file-broken");
  }
  if (!entries.has("/[Content_Types].xml")) throw new FileRefused("file-not-a-table");
  return entries;
}

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Package {
  const open = async (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) throw new FileRefused("file-broken");
    return zip.openReadStreamPromise(entry);
  };
  return {
    has: (name) => entries.has(name),
    open,
    async text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return "";
      if (entry.uncompressedSize > smallPartBytes) throw new FileRefused("file-unpacks-too-large");
      return text(await open(name));
    },
    close: () => zip.close(),
  };
}
