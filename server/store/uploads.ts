import type { StoredFile } from "../../core/register/field.ts";
import type { Queryable } from "./database.ts";
import type { FileStore } from "./files.ts";

/**
 * Holds the name of a file's bytes until the transaction ends: what erases bytes that nothing names and what names bytes anew take
 * turns, so that neither acts on what the other is about to change.
 */
export const holdBytes = (tx: Queryable, hash: string): Promise<unknown> =>
  tx.query({
    name: "hold-bytes",
    text: "select pg_advisory_xact_lock(hashtextextended('bytes ' || $1, 0))",
    values: [hash],
  });

/**
 * Notes an uploaded file under the person who sent it, until an act of theirs puts it on an entry. False, with nothing noted, where the
 * bytes were erased since they arrived: they must be sent again.
 */
export async function keepUpload(
  tx: Queryable,
  files: FileStore,
  file: StoredFile,
  person: string,
  at: Date,
): Promise<boolean> {
  await holdBytes(tx, file.hash);
  if (!(await files.has(file.hash))) return false;
  await tx.query({
    name: "keep-upload",
    text: `insert into upload (id, hash, name, type, size_bytes, person, at, taken)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      file.id,
      file.hash,
      file.name,
      file.type,
      file.sizeBytes,
      person,
      at,
      file.taken === undefined ? null : JSON.stringify(file.taken),
    ],
  });
  return true;
}
