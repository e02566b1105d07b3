/**
 * The last bytes of an archive: a SHA-256 over all before them, in a frame that every Zstandard program skips (RFC 8878 §3.1.2).
 * Any cut, any changed byte and anything added shows by it, before a byte is unpacked; Node's own decompression says nothing
 * of what follows a frame. It keeps no secret: whoever alters an archive on purpose can write it anew.
 */
const frame = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 40, 0, 0, 0, ...Buffer.from("zhiben01", "latin1")]);

export const sealBytes = frame.length + 32;

export const sealOf = (sha256: Buffer): Buffer => Buffer.concat([frame, sha256]);

/** The hash in a seal; undefined where these bytes are none. */
export function hashInSeal(bytes: Buffer): Buffer | undefined {
  const isSeal = bytes.length === sealBytes && bytes.subarray(0, frame.length).equals(frame);
  return isSeal ? bytes.subarray(frame.length) : undefined;
}

/** With what every Zstandard frame begins. */
export const zstandardMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
