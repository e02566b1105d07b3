import { readFile } from "node:fs/promises";
import { faultLine } from "../../core/ledger/faults.ts";
import type { VerifierKey } from "../../core/ledger/note.ts";
import { knownOutside } from "../remembered.ts";
import { openVault } from "../secrets/vault.ts";
import { readSettings } from "../settings.ts";
import type { Pool } from "../store/database.ts";
import { openFileStore } from "../store/files.ts";
import { StartProblem } from "../store/start-problem.ts";
import type { OutsideNote } from "../store/verify/verifying.ts";
import { type Verification, verifyLedger } from "../store/verify.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

export interface Asked {
  /** Public keys that were given on the command line. */
  readonly keys: readonly VerifierKey[];
  /** Files with signed checkpoints that were kept elsewhere. */
  readonly checkpoints: readonly string[];
  readonly files: boolean;
  readonly json: boolean;
}

/** Checks an installation against its own ledger, also while the product runs on it. 0 where all is sound, 1 where it is not. */
export async function verifyInstallation(asked: Asked): Promise<number> {
  const outside = await Promise.all(asked.checkpoints.map(readOutside));
  const database = await openDatabase(readSettings(process.env));
  try {
    return await verifyPlace(database, { ...asked, outside });
  } finally {
    await database.close();
  }
}

/** A database and the folders beside it. */
interface VerifiedPlace {
  readonly owner: Pool;
  readonly keysFolder: string;
  readonly filesFolder: string;
}

/** Verifies what stands in a place and tells what was found; 0 where all is sound, 1 where it is not. */
export async function verifyPlace(
  { owner, keysFolder, filesFolder }: VerifiedPlace,
  asked: Pick<Asked, "keys" | "files" | "json"> & { readonly outside: readonly OutsideNote[] },
): Promise<number> {
  const installation = await requireInstallation(owner);
  const known = await knownOutside(keysFolder, installation);
  const keys = [...asked.keys, ...known.keys];
  const verification = await verifyLedger(owner, installation.algorithm, tellProgress, {
    keys: keys.length > 0 ? keys : undefined,
    ownKey: known.own,
    outside: [...asked.outside, ...known.outside],
    vault: await openVault({ keysFolder, algorithm: installation.algorithm }),
    files: asked.files ? openFileStore(filesFolder) : undefined,
  });
  process.stderr.write("\n");
  if (asked.json) process.stdout.write(`${JSON.stringify(verification, null, 2)}\n`);
  else tell(verification, keys.length > 0);
  return verification.faultCount === 0 ? 0 : 1;
}

/** A signed checkpoint that was kept elsewhere. Throws a StartProblem where its file cannot be read. */
export async function readOutside(file: string): Promise<OutsideNote> {
  const note = await readFile(file, "utf8").catch((error: unknown) => {
    throw new StartProblem("no-checkpoint", {
      zh: `检查点文件无法读取：${file}（${String(error)}）`,
      en: `The file of a checkpoint cannot be read: ${file} (${String(error)})`,
    });
  });
  return { from: file, note };
}

function tellProgress(done: number, total: number): void {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  process.stderr.write(`\r已核验 · verified ${percent} %`);
}

function tell({ entries, lines, faults, faultCount }: Verification, vouched: boolean): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const fault of faults) say(faultLine(fault));
  if (faultCount > faults.length) say(`… ${faultCount - faults.length}`);
  if (!vouched)
    say(
      "注意：公钥取自数据库本身；请用 --key 指定另行取得的公钥 · The keys were taken from the database itself: name with --key those that you were given another way",
    );
  say(`条目 entries ${entries}, 记录 lines ${lines}, 异常 faults ${faultCount}`);
}
