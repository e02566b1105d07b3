import { Readable } from "node:stream";
import { crc32, deflateSync } from "node:zlib";
import type { StoredFile } from "../../core/register/field.ts";
import { takenOf } from "../picture.ts";
import type { Transaction } from "../store/database.ts";
import type { FileStore } from "../store/files.ts";
import { keepUpload } from "../store/uploads.ts";
import { exifOf } from "./exif.ts";

/** A photo that somebody of the demonstration took: a drawn card that says so, with what a camera writes of time and place. */
export interface Picture {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  /** Local time as a camera writes it: 2026:03:02 10:20:00; none where its clock was never set. */
  readonly at: string | undefined;
  readonly point: { readonly longitude: number; readonly latitude: number } | undefined;
  /** How dark the card is, from 0 to 255: photos of before are darker than those of after. */
  readonly shade: number;
}

const mostBytes = 100_000;

/** Keeps the pictures in the file store and notes each under the person who took it. */
export async function keepPictures(
  tx: Transaction,
  files: FileStore,
  pictures: readonly Picture[],
  now: Date,
): Promise<ReadonlyMap<string, StoredFile>> {
  const kept = new Map<string, StoredFile>();
  for (const picture of pictures) {
    const bytes = drawn(picture);
    const written = await files.keep(Readable.from([bytes]), mostBytes);
    if (written === undefined) throw new Error("A drawn picture is larger than pictures are");
    const taken = await takenOf(bytes);
    const { id, name } = picture;
    const { hash, sizeBytes } = written;
    const file = { id, name, hash, sizeBytes, type: "image/png", ...(taken ? { taken } : {}) };
    await keepUpload(tx, files, file, picture.person, now);
    kept.set(id, file);
  }
  return kept;
}

const [width, height, scale] = [320, 240, 8];

// 演 and 示 in 16 rows of 16 points each, drawn for this purpose.
const glyphs: readonly (readonly string[])[] = [
  [
    "0100000100000000",
    "0011000010000000",
    "0001111111111110",
    "0000100000000010",
    "1100001111111000",
    "0110000001000000",
    "0010001111111000",
    "0000001001001000",
    "0001001111111000",
    "0001001001001000",
    "0010001001001000",
    "0010001111111000",
    "0110000010100000",
    "0100000100011000",
    "0100011000000110",
    "0000000000000000",
  ],
  [
    "0000000000000000",
    "0011111111111000",
    "0000000000000000",
    "0000000000000000",
    "1111111111111110",
    "0000000100000000",
    "0000000100000000",
    "0001000100010000",
    "0001000100001000",
    "0010000100001100",
    "0100000100000110",
    "1100000100000010",
    "0000000100000000",
    "0000000100000000",
    "0000011100000000",
    "0000000000000000",
  ],
];

/** A card of one grey with 演示 across it, as PNG (ISO/IEC 15948), with what the camera wrote in an eXIf chunk. */
function drawn({ at, point, shade }: Picture): Buffer {
  const ink = shade > 127 ? 40 : 230;
  const [left, top] = [(width - 2 * 16 * scale) / 2, (height - 16 * scale) / 2];
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width, shade);
    row[0] = 0;
    for (let x = 0; x < width; x += 1) if (isInk(x - left, y - top)) row[1 + x] = ink;
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("eXIf", exifOf({ at, point })),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function isInk(x: number, y: number): boolean {
  const [column, row] = [Math.floor(x / scale), Math.floor(y / scale)];
  return column >= 0 && glyphs[Math.floor(column / 16)]?.[row]?.[column % 16] === "1";
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
