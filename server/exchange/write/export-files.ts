import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { limits } from "../../../core/limits.ts";

/** The folder in which exports lie that were made in the background, each under its id. */
export interface ExportFiles {
  /** Writes a file and puts it into its place once it is whole and on the disk. */
  keep(id: string, bytes: Readable): Promise<{ readonly sizeBytes: number; readonly hash: string }>;
  /** Bytes of a file, from the first to the last given, both included. */
  read(id: string, first: number, last: number): Readable;
  has(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Removes what is none of these. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
  /** Whether there is room for one more, by what lies here and by what the disk has left. */
  hasRoom(): Promise<boolean>;
}

const unfinished = ".part";

export function openExportFiles(folder: string): ExportFiles {
  const place = (id: string) => join(folder, id);
  return {
    async keep(id, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = `${place(id)}${unfinished}`;
      const digest = createHash("sha256");
      let sizeBytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          digest.update(chunk);
          sizeBytes += chunk.length;
          done(null, chunk);
        },
      });
      try {
        await pipeline(bytes, measure, createWriteStream(part, { mode: 0o600, flush: true }));
        await rename(part, place(id));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { sizeBytes, hash: digest.digest("hex") };
    },
    read: (id, first, last) => createReadStream(place(id), { start: first, end: last }),
    has: (id) =>
      stat(place(id)).then(
        () => true,
        () => false,
      ),
    remove: (id) => rm(place(id), { force: true }),
    async keepOnly(ids) {
      for (const name of await namesIn(folder)) {
        if (!ids.has(name.replace(unfinished, ""))) await rm(join(folder, name), { force: true });
      }
    },
    async hasRoom() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { blocks, bavail, bsize } = await statfs(folder);
      // Some network file systems do not tell their size: they say nought of everything.
      if (blocks > 0 && bavail * bsize < limits.exportsFreeBytes) return false;
      const sizes = (await namesIn(folder)).map((name) =>
        stat(join(folder, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      );
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) < limits.exportsFolderBytes;
    },
  };
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
