import { limits } from "../../core/limits.ts";
import type { Register } from "../../core/register/register.ts";
import { type Reading, readHead } from "./import/reading.ts";
import { FileRefused } from "./read/file-refused.ts";

/**
 * Opens a file of rows at its first visible sheet in which a heading is known: the ones before it often explain how to fill it in.
 * Where none is, at the first that holds anything. Throws FileRefused where the file cannot be taken.
 */
export async function findTable(
  register: Register,
  file: { readonly path: string; readonly name: string },
): Promise<Reading> {
  const first = await readHead(register, file);
  if (first.guess !== null) return first;
  const from = first.sheets.indexOf(first.sheet) + 1;
  // Each is opened anew in a thread of its own, while the person waits, and a workbook may have thousands.
  for (const sheet of first.sheets.slice(from, limits.importSheetsLookedAt)) {
    const next = await headOrNone(register, file, sheet);
    if (next !== undefined && next.guess !== null) return next;
  }
  return first;
}

/** A sheet that nobody asked for may be blank or broken: whoever chooses it hears so. */
function headOrNone(...asked: Parameters<typeof readHead>): Promise<Reading | undefined> {
  return readHead(...asked).catch((error: unknown) => {
    if (error instanceof FileRefused) return undefined;
    throw error;
  });
}
