import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isRoot } from "../store/embedded/run-user.ts";
import { type Check, type Finding, fault, ok, warning } from "./check.ts";

const modeOf = (mode: number): string => (mode & 0o777).toString(8).padStart(4, "0");

export const dataFolder: Check = {
  name: "data-folder",
  words: { zh: "数据目录权限", en: "Rights of the data folder" },
  of: "machine",
  async examine({ settings: { dataDir } }) {
    const { mode, uid } = await stat(dataDir);
    const words = { zh: `${dataDir} 权限 ${modeOf(mode)}`, en: `${dataDir} has the mode ${modeOf(mode)}` };
    const shut = { zh: `执行 chmod 0700 ${dataDir}`, en: `Run chmod 0700 ${dataDir}` };
    if ((mode & 0o066) !== 0) return fault(words, shut);
    if (uid !== process.getuid?.() && !isRoot())
      return warning(
        {
          zh: `${dataDir} 属于另一用户（uid ${uid}）`,
          en: `${dataDir} belongs to another user (uid ${uid})`,
        },
        {
          zh: "以数据目录的所有者运行本命令和系统",
          en: "Run the product and this command as its owner",
        },
      );
    // Root lets the database's user through, and no further.
    return (mode & 0o011) !== 0 && !isRoot() ? warning(words, shut) : ok(words.zh, words.en);
  },
};

export const runUser: Check = {
  name: "run-user",
  words: { zh: "运行用户", en: "The user who runs it" },
  of: "machine",
  examine: async () => judgeUser(isRoot()),
};

export function judgeUser(root: boolean): Finding {
  if (!root) return ok("非 root 用户", "Not root");
  return warning(
    {
      zh: "以 root 运行：内置数据库以 nobody 运行，与其他也用 nobody 的服务共享身份",
      en: "Runs as root: the embedded database then runs as nobody, which other services may share",
    },
    {
      zh: "新建专用用户 zhiben 并以其运行（见 docs/operating/install.md）",
      en: "Make a user zhiben of its own and run as that (docs/operating/install.md)",
    },
  );
}

export const keys: Check = {
  name: "keys",
  words: { zh: "密钥文件", en: "Keys" },
  of: "machine",
  async examine({ settings: { dataDir } }) {
    const folder = join(dataDir, "keys");
    const names = await readdir(folder).catch((): string[] => []);
    if (!names.includes("checkpoint-key"))
      return fault(
        {
          zh: `缺少签名密钥 ${folder}/checkpoint-key`,
          en: `The signing key is missing: ${folder}/checkpoint-key`,
        },
        {
          zh: "尚未启动过时属正常；否则请从备份恢复密钥，勿让系统另生成一把",
          en: "Normal before the first start; else restore it from the backup, and do not let a new one be drawn",
        },
      );
    const open: string[] = [];
    for (const name of names) if (((await stat(join(folder, name))).mode & 0o077) !== 0) open.push(name);
    if (open.length === 0) return ok("齐全，仅所有者可读", "Present, and only their owner may read them");
    return fault(
      { zh: `其他用户可读：${open.join("、")}`, en: `Others may read: ${open.join(", ")}` },
      { zh: `执行 chmod 0600 ${folder}/*`, en: `Run chmod 0600 ${folder}/*` },
    );
  },
};
