import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lockFile } from "./folder-lock.ts";
import { StartProblem } from "./start-problem.ts";

/** The folder that holds everything of an installation, locked for this process alone until it is closed. */
export interface DataFolder {
  readonly path: string;
  readonly files: string;
  readonly exports: string;
  readonly keys: string;
  close(): Promise<void>;
}

const leastFreeMegabytes = 200;

/**
 * Opens the data folder, making it where it is missing. Throws a StartProblem when it is in use by another process, when it is
 * no folder, when it cannot be written, and when its disk is nearly full.
 */
export async function openDataFolder(dir: string): Promise<DataFolder> {
  const path = await inWords(dir, () => makeFolder(resolve(dir)));
  const lock = await inWords(path, async () => lockFile(join(path, "lock")));
  if (lock === undefined) throw await inUse(path);
  const holder = join(path, "process");
  const close = async () => {
    await rm(holder, { force: true });
    lock.release();
  };
  try {
    await inWords(path, async () => {
      await requireFreeSpace(path);
      for (const name of ["files", "keys"]) await mkdir(join(path, name), { recursive: true, mode: 0o700 });
      await writeFile(`${holder}.new`, `${process.pid}\n`);
      await rename(`${holder}.new`, holder);
    });
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    path,
    files: join(path, "files"),
    exports: join(path, "exports"),
    keys: join(path, "keys"),
    close,
  };
}

/** Throws a StartProblem when the disk below `path` has less room than an installation needs to work. */
export async function requireFreeSpace(path: string): Promise<void> {
  const { blocks, bavail, bsize } = await statfs(path);
  // Some network file systems do not tell their size: they say nought of everything.
  if (blocks > 0 && bavail * bsize < leastFreeMegabytes * 1024 * 1024) throw problem("disk-full", path);
}

/** Runs work on the files of `path`; what the file system refuses becomes a StartProblem in words. */
export async function inWords<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? codes.get(String(error.code)) : undefined;
    throw code === undefined ? error : problem(code, path);
  }
}

async function makeFolder(dir: string): Promise<string> {
  const present = await stat(dir).catch(() => undefined);
  if (present === undefined) {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(dir, { recursive: true, mode: 0o700 });
  } else if (!present.isDirectory()) {
    throw problem("data-folder-not-a-folder", dir);
  }
  const path = await realpath(dir);
  await requireFreeSpace(path);
  // Tried before the lock is taken: SQLite does not say why it cannot open a file.
  const trial = join(path, `trial-${randomBytes(6).toString("hex")}`);
  await writeFile(trial, "");
  await rm(trial);
  return path;
}

/** Names the process that holds the folder, once it has written down who it is. */
async function inUse(path: string): Promise<StartProblem> {
  for (let tries = 0; tries < 50; tries += 1) {
    const pid = (await readFile(join(path, "process"), "utf8").catch(() => "")).trim();
    if (pid !== "" && isAlive(Number(pid))) return problem("data-folder-in-use", path, ` (pid ${pid})`);
    await pause(20);
  }
  return problem("data-folder-in-use", path);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const words = {
  "data-folder-in-use": {
    zh: "数据目录正被另一个进程使用",
    en: "The data folder is in use by another process",
  },
  "data-folder-not-a-folder": {
    zh: "数据目录的位置上是一个文件",
    en: "There is a file where the data folder should be",
  },
  "data-folder-read-only": { zh: "数据目录不可写", en: "The data folder cannot be written" },
  "disk-full": {
    zh: `数据目录所在磁盘空间不足（至少需要 ${leastFreeMegabytes} MB）`,
    en: `The disk of the data folder is full (${leastFreeMegabytes} MB are needed)`,
  },
} as const;

type Code = keyof typeof words;

const codes: ReadonlyMap<string, Code> = new Map<string, Code>([
  ["EROFS", "data-folder-read-only"],
  ["EACCES", "data-folder-read-only"],
  ["EPERM", "data-folder-read-only"],
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["ENOTDIR", "data-folder-not-a-folder"],
  ["EEXIST", "data-folder-not-a-folder"],
]);

function problem(code: Code, path: string, more = ""): StartProblem {
  const { zh, en } = words[code];
  return new StartProblem(code, { zh: `${zh}：${path}${more}`, en: `${en}: ${path}${more}` });
}
