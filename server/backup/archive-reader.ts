import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import tar from "tar-stream";
import type { StartProblem } from "../store/start-problem.ts";
import { isSystemError } from "./archive-writer.ts";
import { problem } from "./problems.ts";
import { hashInSeal, sealBytes, zstandardMagic } from "./seal.ts";

/** An archive whose bytes are those that were written. */
export interface CheckedArchive {
  readonly file: string;
  /** Bytes before the seal. */
  readonly packedBytes: number;
  readonly sha256: string;
}

/** One part of an archive; its bytes are read before the next part is asked for. */
export interface Part {
  readonly name: string;
  readonly sizeBytes: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Reads the whole file and holds it against its seal; throws a StartProblem where it is cut, altered, or something else. */
export async function checkArchive(
  file: string,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<CheckedArchive> {
  const handle = await open(file, "r").catch(asUnreadable(file));
  try {
    const { size } = await handle.stat();
    const start = await read(handle, 0, zstandardMagic.length);
    if (!start.equals(zstandardMagic)) throw problem("archive-foreign", file);
    const packedBytes = size - sealBytes;
    const expected = hashInSeal(await read(handle, packedBytes, sealBytes));
    if (expected === undefined) throw problem("archive-incomplete", file);
    const digest = createHash("sha256");
    let done = 0;
    for await (const chunk of createReadStream(file, { end: packedBytes - 1, highWaterMark: 1024 * 1024 })) {
      digest.update(chunk);
      done += chunk.length;
      onProgress(done);
    }
    const sha256 = digest.digest();
    if (!sha256.equals(expected)) throw problem("archive-altered", file);
    return { file, packedBytes, sha256: sha256.toString("hex") };
  } catch (error) {
    return asUnreadable(file)(error);
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position });
  return buffer.subarray(0, bytesRead);
}

/**
 * The parts of an archive in their order. Throws a StartProblem where it cannot be unpacked or holds anything but plain files;
 * whoever reads decides by their names what may stand there.
 */
export async function* partsOf({ file, packedBytes }: CheckedArchive): AsyncGenerator<Part> {
  const extract = tar.extract();
  const unpacked = pipeline(
    createReadStream(file, { end: packedBytes - 1, highWaterMark: 1024 * 1024 }),
    createZstdDecompress({ chunkSize: 256 * 1024 }),
    extract,
  );
  unpacked.catch(() => undefined);
  const parts = extract[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await parts.next().catch(() => unpacked.then(() => Promise.reject(malformed("cut"))));
      if (next.done) break;
      const { name, size, type } = next.value.header;
      if (type !== "file" || size === undefined) throw malformed(name);
      yield { name, sizeBytes: size, bytes: buffersOf(next.value) };
    }
    await unpacked;
  } catch (error) {
    throw isUnpacking(error) ? malformed(String(error)) : asUnreadable(file)(error);
  } finally {
    extract.destroy();
    await unpacked.catch(() => undefined);
  }
}

async function* buffersOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** The whole of a part that must be small. */
export async function textOf({ name, sizeBytes, bytes }: Part, mostBytes: number): Promise<string> {
  if (sizeBytes > mostBytes) throw malformed(name);
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

export const malformed = (what: string): StartProblem => problem("archive-malformed", what);

const tarSays = /^(Invalid tar header|Unexpected end of data|Invalid header|Header exceeds|Premature close)/;

const isUnpacking = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && /^(Z|ZSTD)_|^ERR_/.test(String(error.code))) || tarSays.test(error.message));

const asUnreadable =
  (file: string) =>
  (error: unknown): never => {
    throw isSystemError(error) ? problem("archive-unreadable", `${file} (${error.code})`) : error;
  };
