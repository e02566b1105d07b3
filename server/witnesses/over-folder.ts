import { readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Submission, submissionText } from "../../core/ledger/witness.ts";
import { writeWhole } from "../store/embedded/record.ts";

/** What lies in the folder for a witness to take away, and what it puts back. */
const endings = { handed: ".checkpoint", cosigned: ".cosigned", accepted: ".accepted", refused: ".refused" };

// Whoever carries it away need not be the user that the product runs as; it holds nothing that is not open to everybody.
const handedMode = 0o644;
const mostFileBytes = 128 * 1024;

/** Writes a submission as the file of its size and as `latest`, each whole or not at all. */
export async function writeSubmission(folder: string, size: number, submission: Submission): Promise<void> {
  const text = submissionText(submission);
  for (const name of [String(size), "latest"]) {
    const file = join(folder, `${name}${endings.handed}`);
    if ((await readShort(file)) !== text) await writeWhole(file, text, handedMode);
  }
}

export const writeSubmissionFile = (file: string, submission: Submission): Promise<void> =>
  writeWhole(file, submissionText(submission), handedMode);

export const writeCosigned = (file: string, note: string): Promise<void> =>
  writeWhole(cosignedFileOf(file), note, handedMode);

/**
 * Reads what a witness put back and hands it to `accept`; a file is taken once, and named anew by whether it was accepted. Returns
 * the names of those that were not.
 */
export async function takeCosigned(
  folder: string,
  accept: (note: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith(endings.cosigned)).sort()) {
    const file = join(folder, name);
    const accepted = await accept((await readShort(file)) ?? "");
    if (!accepted) refused.push(name);
    await rename(
      file,
      `${file.slice(0, -endings.cosigned.length)}${accepted ? endings.accepted : endings.refused}`,
    );
  }
  return refused;
}

/** The text of a file; undefined where there is none, or one far longer than a checkpoint. */
export async function readShort(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile() || found.size > mostFileBytes) return undefined;
  return readFile(file, "utf8");
}

/** Where the cosigned note of a handed file goes: beside it, under the same name. */
export const cosignedFileOf = (file: string): string =>
  `${file.endsWith(endings.handed) ? file.slice(0, -endings.handed.length) : file}${endings.cosigned}`;
