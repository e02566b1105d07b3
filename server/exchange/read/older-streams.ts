import { FileRefused } from "./file-refused.ts";

/** A compound file: a small file system in which older programs keep a document, and newer ones a locked workbook. */
export interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
}

/** What a compound file holds that is no plain workbook, by the names of its streams. */
const refusedStreams = [
  [/\/EncryptedPackage$/, "file-encrypted"],
  [/\/_VBA_PROJECT/i, "file-has-macros"],
  [/\/(?:WordDocument|PowerPoint Document)$/, "file-not-a-table"],
  [/\/(?:MBD[0-9A-F]{8}|.?Ole10Native)/, "file-has-objects"],
] as const;

const filePass = 0x2f;
const boundSheet = 0x85;
const supBook = 0x1ae;
/** Where the sheet's kind stands in its record; macros of the oldest programs stand in sheets of their own. */
const sheetKindAt = 5;
const macroSheet = 1;
const headBytes = 4;
/** What stands in place of a file's name where a workbook refers to itself or to its functions. */
const ownNames: ReadonlySet<number> = new Set([0x0401, 0x3a01]);

/** Throws FileRefused where an older workbook is locked, holds macros, other files or links, or is none. */
export function checkStreams({ FullPaths, FileIndex }: Container): void {
  for (const [name, code] of refusedStreams)
    if (FullPaths.some((path) => name.test(path.replace(/\/$/, "")))) throw new FileRefused(code);
  const at = FullPaths.findIndex((path) => /\/(?:Workbook|Book)$/i.test(path));
  const content = FileIndex[at]?.content;
  if (content === undefined) throw new FileRefused("file-not-a-table");
  checkRecords(Buffer.from(content));
}

/** Each record: its kind and its length, two bytes each, and what it says. */
function checkRecords(book: Buffer): void {
  for (let at = 0; at + headBytes <= book.length; at += headBytes + book.readUInt16LE(at + 2)) {
    const kind = book.readUInt16LE(at);
    const says = book.subarray(at + headBytes, at + headBytes + book.readUInt16LE(at + 2));
    if (kind === filePass) throw new FileRefused("file-encrypted");
    if (kind === boundSheet && says[sheetKindAt] === macroSheet) throw new FileRefused("file-has-macros");
    if (kind === supBook && says.length >= headBytes && !ownNames.has(says.readUInt16LE(2)))
      throw new FileRefused("file-has-links");
  }
}
