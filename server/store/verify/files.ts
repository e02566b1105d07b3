import { createHash } from "node:crypto";
import { canonical } from "../../../core/ledger/canonical.ts";
import type { SealedValue } from "../../../core/ledger/line.ts";
import type { Answer } from "../../../core/register/answers.ts";
import type { StoredFile, Taken } from "../../../core/register/field.ts";
import { checkedJson, valueOfJson } from "../../../core/register/json.ts";
import type { FileStore } from "../files.ts";
import type { Held } from "./entry.ts";
import type { Verifying } from "./verifying.ts";

/** Every file that any version of an entry names was uploaded as it says, and its bytes have their hash. */
export async function checkFiles(
  { tx, faults, options }: Verifying,
  register: string,
  { id, values }: Held,
): Promise<void> {
  const named = values.flatMap(filesIn);
  if (named.length === 0) return;
  const ids = [...new Set(named.map(({ file }) => file.id))];
  const { rows } = await tx.query<Uploaded>({
    name: "verify-uploads",
    text: `select id, hash, name, type, size_bytes as "sizeBytes", taken from upload where id = any($1::uuid[])`,
    values: [ids],
  });
  const uploads = new Map(rows.map((upload) => [upload.id, textOf(upload)]));
  const broken = new Map<string, "file-missing" | "file-differs">();
  for (const hash of new Set(named.map(({ file }) => file.hash))) {
    const fault = options.files && (await faultOfBytes(options.files, hash));
    if (fault !== undefined) broken.set(hash, fault);
  }
  for (const { file, version, field } of named) {
    const where = { register, entry: id, version, what: `${field} ${file.id}` };
    if (uploads.get(file.id) !== textOf(file)) faults.add({ ...where, fault: "file-unknown" });
    const fault = broken.get(file.hash);
    if (fault !== undefined) faults.add({ ...where, fault });
  }
}

function filesIn({ version, field, value }: SealedValue) {
  const read = valueOfJson(value);
  if (!Array.isArray(read)) return [];
  return read.flatMap((file: string | StoredFile | Answer) =>
    typeof file === "string" || !("hash" in file) ? [] : [{ file, version, field }],
  );
}

type Uploaded = Omit<StoredFile, "taken"> & { readonly taken?: Taken | null };

const textOf = ({ id, hash, name, type, sizeBytes, taken = null }: Uploaded): string =>
  canonical(checkedJson({ id, hash, name, type, sizeBytes, taken }));

async function faultOfBytes(
  files: FileStore,
  hash: string,
): Promise<"file-missing" | "file-differs" | undefined> {
  const digest = createHash("sha256");
  try {
    for await (const chunk of files.read(hash)) digest.update(chunk);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "file-missing";
    throw error;
  }
  return digest.digest("hex") === hash ? undefined : "file-differs";
}
