import type { StoredFile } from "../../core/register/field.ts";
import type { Queryable } from "./database.ts";

/** Notes an uploaded file under the person who sent it, until an act of theirs puts it on an entry. */
export async function keepUpload(tx: Queryable, file: StoredFile, person: string, at: Date): Promise<void> {
  await tx.query({
    name: "keep-upload",
    text: "insert into upload (id, hash, name, type, size_bytes, person, at) values ($1, $2, $3, $4, $5, $6, $7)",
    values: [file.id, file.hash, file.name, file.type, file.sizeBytes, person, at],
  });
}
