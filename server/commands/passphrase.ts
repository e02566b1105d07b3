import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { limits } from "../../core/limits.ts";
import type { Words } from "../../core/words.ts";
import { problem } from "../backup/problems.ts";

/** The passphrase that is to seal keys: from `ZHIBEN_PASSPHRASE`, or asked for twice. Throws a StartProblem for one that is too short. */
export async function choosePassphrase(given: string | undefined): Promise<string> {
  const chosen = given ?? (await ask({ zh: "口令", en: "Passphrase" }));
  if ([...chosen].length < limits.passphraseLeastCharacters)
    throw problem("passphrase-too-short", String(limits.passphraseLeastCharacters));
  if (given === undefined && (await ask({ zh: "再次输入口令", en: "Passphrase again" })) !== chosen)
    throw problem("passphrases-differ");
  return chosen;
}

/** The passphrase that sealed keys: from `ZHIBEN_PASSPHRASE`, or asked for. */
export const tellPassphrase = async (given: string | undefined): Promise<string> =>
  given ?? ask({ zh: "备份时的口令", en: "Passphrase of the backup" });

/** Asks on the terminal; what is typed is not shown. Asks on stderr, since a backup may go to the standard output. */
export async function ask({ zh, en }: Words): Promise<string> {
  if (!process.stdin.isTTY) throw problem("passphrase-missing");
  process.stderr.write(`${zh} · ${en}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
