/** Puts together a JPEG of headers alone, with what a camera writes of time and place (Exif 2.3): big-endian, each value where its entry points. */
export function jpegTaken({
  at,
  longitude,
  latitude,
}: {
  at?: string;
  longitude?: number;
  latitude?: number;
}): Buffer {
  const exif = at === undefined ? [] : [ascii(0x9003, at)];
  const gps =
    longitude === undefined || latitude === undefined
      ? []
      : [
          ascii(1, latitude < 0 ? "S" : "N"),
          degrees(2, Math.abs(latitude)),
          ascii(3, longitude < 0 ? "W" : "E"),
          degrees(4, Math.abs(longitude)),
        ];
  const first = 8;
  const exifAt = first + 2 + 12 * 2 + 4;
  const exifPart = directory(exif, exifAt);
  const gpsAt = exifAt + exifPart.length;
  const root = directory([pointer(0x8769, exifAt), pointer(0x8825, gpsAt)], first);
  const tiff = Buffer.concat([Buffer.from("4d4d002a00000008", "hex"), root, exifPart, directory(gps, gpsAt)]);
  const segment = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(segment.length + 2);
  return Buffer.concat([Buffer.from("ffd8ffe1", "hex"), size, segment, Buffer.from("ffd9", "hex")]);
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

const ascii = (tag: number, text: string): Entry => {
  const bytes = Buffer.from(`${text}\0`);
  return { tag, type: 2, count: bytes.length, bytes };
};

const pointer = (tag: number, to: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(to);
  return { tag, type: 4, count: 1, bytes };
};

/** Degrees, minutes and seconds as three fractions; all of it in the first, to a millionth. */
const degrees = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(24);
  for (const [at, part] of [Math.round(value * 1e6), 1e6, 0, 1, 0, 1].entries())
    bytes.writeUInt32BE(part, at * 4);
  return { tag, type: 5, count: 3, bytes };
};

function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16BE(entries.length);
  let beyond = at + head.length;
  const values: Buffer[] = [];
  for (const [index, { tag, type, count, bytes }] of entries.entries()) {
    const place = 2 + index * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (bytes.length <= 4) {
      bytes.copy(head, place + 8);
      continue;
    }
    head.writeUInt32BE(beyond, place + 8);
    values.push(bytes);
    beyond += bytes.length;
  }
  return Buffer.concat([head, ...values]);
}
