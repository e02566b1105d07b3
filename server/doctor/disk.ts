import { randomBytes } from "node:crypto";
import { open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Check, type Finding, fault, ok, warning } from "./check.ts";

const gigabyte = 1024 ** 3;
const warnBelowBytes = 5 * gigabyte;
const faultBelowBytes = gigabyte;
const slowSyncMs = 20;
const trials = 21;

export const diskSpace: Check = {
  name: "disk-space",
  words: { zh: "磁盘空间", en: "Disk space" },
  of: "machine",
  async examine({ settings }) {
    const { blocks, bavail, bsize } = await statfs(settings.dataDir);
    // Some network file systems do not tell their size: they say nought of everything.
    return blocks === 0
      ? ok("文件系统不报告剩余空间", "The file system does not tell")
      : judgeSpace(bavail * bsize);
  },
};

export function judgeSpace(freeBytes: number): Finding {
  const free = (freeBytes / gigabyte).toFixed(1);
  const words = { zh: `剩余 ${free} GB`, en: `${free} GB free` };
  const remedy = {
    zh: "清理或扩大数据目录所在磁盘；磁盘写满后系统将停止受理",
    en: "Clear or enlarge the disk of the data folder: once it is full, nothing more can be recorded",
  };
  if (freeBytes < faultBelowBytes) return fault(words, remedy);
  return freeBytes < warnBelowBytes ? warning(words, remedy) : ok(words.zh, words.en);
}

export const diskSpeed: Check = {
  name: "disk-speed",
  words: { zh: "磁盘落盘速度（粗测）", en: "Speed of fsync (rough)" },
  of: "machine",
  examine: async ({ settings }) => judgeSync(await medianSyncMs(settings.dataDir)),
};

export function judgeSync(ms: number): Finding {
  const words = { zh: `一次落盘约 ${ms.toFixed(1)} 毫秒`, en: `One fsync takes about ${ms.toFixed(1)} ms` };
  if (ms <= slowSyncMs) return ok(words.zh, words.en);
  return warning(words, {
    zh: "每次办理都要等待落盘：请把数据目录放到固态硬盘上",
    en: "Every act waits for it: put the data folder on a solid-state disk",
  });
}

/** The median of a few small writes, each made durable, in milliseconds. */
async function medianSyncMs(folder: string): Promise<number> {
  const file = join(folder, `trial-${randomBytes(6).toString("hex")}`);
  const handle = await open(file, "wx", 0o600);
  const taken: number[] = [];
  try {
    for (let trial = 0; trial < trials; trial += 1) {
      const from = performance.now();
      await handle.write(Buffer.alloc(4096, trial));
      await handle.datasync();
      taken.push(performance.now() - from);
    }
  } finally {
    await handle.close();
    await rm(file);
  }
  return taken.sort((a, b) => a - b)[Math.floor(trials / 2)] ?? 0;
}
