import { createHash } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import tar from "tar-stream";
import { syncFolder } from "../store/embedded/record.ts";
import { problem } from "./problems.ts";
import { sealOf } from "./seal.ts";

/** An archive that is being written, part after part; at no time is more of it in memory than one chunk of a part. */
export interface ArchiveWriter {
  /** Adds a part of exactly that many bytes. */
  add(name: string, sizeBytes: number, chunks: Chunks): Promise<void>;
  /** Completes the archive; only now does a file stand under its name, durably. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Ends the writing and leaves nothing. */
  abandon(): Promise<void>;
}

export type Chunks = Iterable<Buffer> | AsyncIterable<Buffer>;

/** Where an archive goes. */
interface Output {
  readonly stream: Writable;
  /** Gives what was written its name. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

const standardOutput = "-";
// A higher level packs a tenth better and takes twice as long.
const compression = {
  chunkSize: 256 * 1024,
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** Begins an archive in `file`, or on the standard output for `-`. Throws a StartProblem where it cannot be written. */
export async function writeArchive(file: string): Promise<ArchiveWriter> {
  const output = file === standardOutput ? toStandardOutput() : await toFile(resolve(file));
  const pack = tar.pack();
  const sealed = sealing();
  const written = pipeline(pack, createZstdCompress(compression), sealed.stream, output.stream);
  // Whoever adds or finishes hears of it; until then it must not end the process.
  written.catch(() => undefined);
  const drop = async () => {
    pack.destroy();
    await written.catch(() => undefined);
    await output.drop();
  };
  return {
    async add(name, size, chunks) {
      const added = Promise.withResolvers<void>();
      added.promise.catch(() => undefined);
      try {
        const part = pack.entry({ name, size, mode: 0o600, mtime: new Date(0) }, (error) =>
          error ? added.reject(error) : added.resolve(),
        );
        await pipeline(chunks, part);
        await added.promise;
      } catch (error) {
        // What stopped the writing says more than that a part was cut off.
        if (pack.destroyed) await written.catch(asNotWritten);
        throw error;
      }
    },
    async finish() {
      pack.finalize();
      await written.catch(asNotWritten);
      await output.keep();
      return sealed.result();
    },
    abandon: drop,
  };
}

/** Passes the archive on and closes it with the seal over all its bytes. */
function sealing() {
  const digest = createHash("sha256");
  let bytes = 0;
  let sha256 = "";
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const hash = digest.digest();
      const seal = sealOf(hash);
      sha256 = hash.toString("hex");
      bytes += seal.length;
      done(null, seal);
    },
  });
  return { stream, result: () => ({ bytes, sha256 }) };
}

function toStandardOutput(): Output {
  if (process.stdout.isTTY) throw problem("backup-to-terminal");
  return { stream: process.stdout, keep: async () => undefined, drop: async () => undefined };
}

async function toFile(file: string): Promise<Output> {
  const present = await stat(file).catch(() => undefined);
  // A device or a pipe would be replaced by a file of that name.
  if (present !== undefined && !present.isFile()) throw problem("backup-file-unusable", file);
  const arriving = `${file}.arriving-${process.pid}`;
  try {
    await clearInterrupted(file);
    const handle = await open(arriving, "wx", 0o600);
    return {
      // Flushed, so that what bears the name after a power cut is whole.
      stream: handle.createWriteStream({ flush: true, highWaterMark: 1024 * 1024 }),
      async keep() {
        await rename(arriving, file);
        await syncFolder(dirname(file));
      },
      drop: () => rm(arriving, { force: true }),
    };
  } catch (error) {
    throw isSystemError(error) ? problem("backup-file-unusable", `${file} (${error.code})`) : error;
  }
}

/** What a backup into the same file left when it was killed. */
async function clearInterrupted(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${basename(file)}.arriving-`)) await rm(join(folder, name), { force: true });
  }
}

/** A full disk, a closed pipe, a signal: the operator knows or can mend it. */
function asNotWritten(error: unknown): never {
  if (isSystemError(error)) throw problem("backup-not-written", String(error.code));
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  throw code === "ERR_STREAM_PREMATURE_CLOSE" ? problem("backup-not-written") : error;
}

export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
