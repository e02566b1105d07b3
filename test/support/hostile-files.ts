import { readFile, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { aFile, anArchiveOf, workbookParts } from "./workbooks.ts";

/** A compound file of these streams. */
export function aCompound(streams: Readonly<Record<string, Buffer>>): Promise<string> {
  const container = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(container, path, content);
  return aFile("older.xls", Buffer.from(CFB.write(container, { type: "buffer" })));
}

/** The records of an older workbook: each its kind and what it says. */
export const records = (...each: readonly (readonly [kind: number, says: Buffer])[]): Buffer =>
  Buffer.concat(
    each.map(([kind, says]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(kind, 0);
      head.writeUInt16LE(says.length, 2);
      return Buffer.concat([head, says]);
    }),
  );

/** The first record of the main stream of an older workbook. */
export const begin = [0x0809, Buffer.from("00060500bb0dcc0700000000060000000", "hex")] as const;

const centralSignature = Buffer.from([0x50, 0x4b, 1, 2]);
const centralNameAt = 46;

/** Changes what an archive's directory says of a part, as a careless or a cunning program would. */
export async function changeDirectory(
  path: string,
  part: string,
  change: (head: Buffer) => void,
): Promise<string> {
  const bytes = await readFile(path);
  let at = bytes.indexOf(centralSignature);
  while (at >= 0) {
    const head = bytes.subarray(at);
    if (head.subarray(centralNameAt, centralNameAt + part.length).toString() === part) change(head);
    at = bytes.indexOf(centralSignature, at + 1);
  }
  await writeFile(path, bytes);
  return path;
}

/** A workbook with parts that claim to unpack to that much each. */
export function claiming(count: number, bytes: number, packed: Buffer): Promise<string> {
  const usual = Object.entries(workbookParts).map(([name, text]) => ({
    name,
    content: Readable.from([text]),
  }));
  const claims = Array.from({ length: count }, (_, at) => ({
    name: `xl/media/${at}`,
    method: 8,
    crc: 0,
    packedBytes: packed.length,
    bytes,
    date: 33,
    time: 0,
    packed: Readable.from([packed]),
  }));
  return anArchiveOf("claims.xlsx", [...usual, ...claims]);
}

/** A part that is packed very small. */
export const packedZeros = (bytes: number): Buffer => deflateRawSync(Buffer.alloc(bytes));
