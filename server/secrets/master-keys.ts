import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../store/embedded/record.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type CipherName, isCipherName, keyBytes } from "./cipher.ts";

/**
 * A key that wraps data keys. It lies in a file outside the database: whoever takes the database away, or a backup without its keys,
 * takes no number with it.
 */
export interface MasterKey {
  /** What data keys say that they are wrapped by: the beginning of its SHA-256, which tells nothing of it. */
  readonly id: string;
  readonly cipher: CipherName;
  readonly bytes: Buffer;
  readonly since: Date;
  readonly file: string;
}

const named = /^master-key-([1-9][0-9]{0,5})$/;
const numberOf = (name: string): number => Number(named.exec(name)?.[1] ?? 0);

export const isMasterKeyFile = (name: string): boolean => named.test(name);

/** The master keys in a folder of keys, the newest first; throws a StartProblem on a file that holds none. */
export async function readMasterKeys(folder: string): Promise<readonly MasterKey[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const files = names.filter(isMasterKeyFile).sort((one, other) => numberOf(other) - numberOf(one));
  return Promise.all(files.map((name) => readMasterKey(join(folder, name))));
}

async function readMasterKey(file: string): Promise<MasterKey> {
  const [, cipher = "", hex = ""] = /^(\S+) ([0-9a-f]+)\n$/.exec(await readFile(file, "utf8")) ?? [];
  const bytes = Buffer.from(hex, "hex");
  if (!isCipherName(cipher) || bytes.length !== keyBytes)
    throw new StartProblem("bad-master-key", {
      zh: `主密钥文件无法使用：${file}`,
      en: `The master key cannot be used: ${file}`,
    });
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { id, cipher, bytes, since: (await stat(file)).mtime, file };
}

/** Makes sure that there is a master key to encrypt under; the first start of an installation draws it. */
export async function ensureMasterKey(folder: string, cipher: CipherName): Promise<void> {
  if ((await readMasterKeys(folder)).length === 0) await drawMasterKey(folder, cipher);
}

/** Draws a master key that comes before all there are. */
export async function drawMasterKey(folder: string, cipher: CipherName): Promise<MasterKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = Math.max(0, ...(await readdir(folder)).map(numberOf));
  const file = join(folder, `master-key-${last + 1}`);
  await writeWhole(file, `${cipher} ${randomBytes(keyBytes).toString("hex")}\n`);
  return readMasterKey(file);
}

/** Removes a master key by which nothing is wrapped any more. */
export const removeMasterKey = ({ file }: MasterKey): Promise<void> => unlink(file);
