/** What a camera writes of time and place (Exif 2.3), big-endian, each value where its entry points. */
export function exifOf({
  at,
  point,
}: {
  readonly at: string | undefined;
  readonly point: { readonly longitude: number; readonly latitude: number } | undefined;
}): Buffer {
  const time = at === undefined ? [] : [ascii(tags.dateTimeOriginal, at)];
  const place = point === undefined ? [] : placed(point);
  const timeAt = headBytes + directoryBytes(2);
  const timePart = directory(time, timeAt);
  const placeAt = timeAt + timePart.length;
  const root = directory([pointer(tags.exif, timeAt), pointer(tags.gps, placeAt)], headBytes);
  const head = Buffer.from("4d4d002a00000008", "hex");
  return Buffer.concat([head, root, timePart, directory(place, placeAt)]);
}

const tags = { exif: 0x8769, gps: 0x8825, dateTimeOriginal: 0x9003 } as const;
const headBytes = 8;
const directoryBytes = (entries: number): number => 2 + entries * 12 + 4;

/** North and east: the demonstration lies nowhere else. */
const placed = ({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }) => [
  ascii(1, "N"),
  degrees(2, latitude),
  ascii(3, "E"),
  degrees(4, longitude),
];

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

function ascii(tag: number, text: string): Tag {
  const bytes = Buffer.from(`${text}\0`);
  return { tag, type: 2, count: bytes.length, bytes };
}

function pointer(tag: number, to: number): Tag {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(to);
  return { tag, type: 4, count: 1, bytes };
}

const millionths = 1_000_000;

/** Degrees, minutes and seconds as three fractions; all of it in the first, to a millionth. */
function degrees(tag: number, value: number): Tag {
  const bytes = Buffer.alloc(24);
  for (const [at, part] of [Math.round(value * millionths), millionths, 0, 1, 0, 1].entries())
    bytes.writeUInt32BE(part, at * 4);
  return { tag, type: 5, count: 3, bytes };
}

/** A value of four bytes or fewer stands in its entry, a longer one after the directory. */
function directory(entries: readonly Tag[], at: number): Buffer {
  const head = Buffer.alloc(directoryBytes(entries.length));
  head.writeUInt16BE(entries.length);
  const beyond: Buffer[] = [];
  let next = at + head.length;
  for (const [index, { tag, type, count, bytes }] of entries.entries()) {
    const place = 2 + index * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (bytes.length <= 4) bytes.copy(head, place + 8);
    else {
      head.writeUInt32BE(next, place + 8);
      beyond.push(bytes);
      next += bytes.length;
    }
  }
  return Buffer.concat([head, ...beyond]);
}
