const firstOfFour = [0x81, 0x30, 0x81, 0x30] as const;
const firstPlane = 0x10000;
/** The place of the first sign beyond the first plane among those of four bytes. */
const beyondFirstPlane = 189_000;

let known: ReadonlyMap<string, Buffer> | undefined;

/** A text in GB18030, of which GBK is a part. Node reads that encoding and cannot write it: what is read is turned round. */
export function inGb18030(text: string): Buffer {
  known ??= signsOfFirstPlane();
  const signs = known;
  return Buffer.concat(
    Array.from(text, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return Buffer.from([code]);
      if (code >= firstPlane) return fourBytes(code - firstPlane + beyondFirstPlane);
      return signs.get(sign) ?? Buffer.from("?");
    }),
  );
}

/** Every sign of two bytes, and those of four that have none. */
function signsOfFirstPlane(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder("gb18030");
  const signs = new Map<string, Buffer>();
  const learn = (bytes: Buffer) => {
    const sign = decoder.decode(bytes);
    if (sign.length === 1 && sign !== "\ufffd" && !signs.has(sign)) signs.set(sign, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) learn(Buffer.from([first, second]));
  for (let place = 0; place < (0x85 - 0x81) * 12_600; place += 1) learn(fourBytes(place));
  return signs;
}

function fourBytes(place: number): Buffer {
  const [first, second, third, fourth] = firstOfFour;
  return Buffer.from([
    first + Math.floor(place / 12_600),
    second + (Math.floor(place / 1_260) % 10),
    third + (Math.floor(place / 10) % 126),
    fourth + (place % 10),
  ]);
}
