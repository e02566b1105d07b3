import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { newId } from "./ids.ts";

/** Attachments by the hash of their bytes. A file is never changed and never fetched by its hash from outside. */
export interface FileStore {
  /** Stores the bytes durably; undefined when there are more of them than allowed. */
  keep(
    bytes: Readable,
    mostBytes: number,
  ): Promise<{ hash: string; sizeBytes: number; head: Uint8Array } | undefined>;
  read(hash: string): Readable;
  /** Where they lie, for what reads a file by its path. */
  path(hash: string): string;
  has(hash: string): Promise<boolean>;
  /** Takes the bytes away for good; nothing where there are none. */
  remove(hash: string): Promise<void>;
}

const headBytes = 4_100;

/** A store in a folder of the data folder: `ab/abcdef…`. Bytes are on the disk before anything speaks of them. */
export function openFileStore(folder: string): FileStore {
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async keep(bytes, mostBytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const arriving = join(folder, `arriving-${newId()}`);
      const written = await write(bytes, arriving, mostBytes);
      if (written === undefined) {
        await rm(arriving, { force: true });
        return undefined;
      }
      await mkdir(join(folder, written.hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      await rename(arriving, place(written.hash));
      return written;
    },
    read: (hash) => createReadStream(place(hash)),
    path: place,
    has: (hash) =>
      access(place(hash)).then(
        () => true,
        () => false,
      ),
    remove: (hash) => rm(place(hash), { force: true }),
  };
}

async function write(bytes: Readable, path: string, mostBytes: number) {
  const digest = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  const head: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of bytes) {
      const part = Buffer.from(chunk);
      sizeBytes += part.length;
      if (sizeBytes > mostBytes) return undefined;
      digest.update(part);
      if (sizeBytes - part.length < headBytes) head.push(part);
      await file.write(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return {
    hash: digest.digest("hex"),
    sizeBytes,
    head: new Uint8Array(Buffer.concat(head).subarray(0, headBytes)),
  };
}
