import { X509Certificate } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Check, fault, ok, warning } from "./check.ts";

const dayMs = 86_400_000;
const certificateWarnDays = 30;
const backupWarnHours = 26;
const backupFaultDays = 7;

export const tlsCertificate: Check = {
  name: "tls-certificate",
  words: { zh: "TLS 证书", en: "TLS certificate" },
  of: "machine",
  async examine({ settings: { tlsCertificate: file }, now }) {
    if (file === undefined) return ok("TLS_CERT 未指定，不检查", "TLS_CERT names none; not looked at");
    const { validFromDate, validToDate } = new X509Certificate(await readFile(file));
    const days = Math.floor((validToDate.getTime() - now.getTime()) / dayMs);
    const until = validToDate.toISOString().slice(0, 10);
    const renew = { zh: "更新证书并让代理重新加载", en: "Renew it and let the proxy load it" };
    if (validFromDate > now)
      return fault(
        { zh: "证书尚未生效", en: "It is not valid yet" },
        { zh: "核对时钟与证书", en: "Check clock and certificate" },
      );
    if (days < 0) return fault({ zh: `已于 ${until} 过期`, en: `It ran out on ${until}` }, renew);
    const words = { zh: `有效期至 ${until}（${days} 天）`, en: `Valid until ${until} (${days} days)` };
    return days < certificateWarnDays ? warning(words, renew) : ok(words.zh, words.en);
  },
};

export const backups: Check = {
  name: "backups",
  words: { zh: "备份", en: "Backups" },
  of: "machine",
  async examine({ settings: { backups: folder }, now }) {
    const remedy = {
      zh: "检查每日备份任务（见 docs/operating/backup.md）",
      en: "Look at the daily backup (docs/operating/backup.md)",
    };
    if (folder === undefined)
      return warning(
        { zh: "ZHIBEN_BACKUPS 未指定备份目录", en: "ZHIBEN_BACKUPS names no folder of backups" },
        { zh: "设置每日备份并指定其目录", en: "Set up a daily backup and name its folder" },
      );
    const newest = await newestIn(folder);
    if (newest === undefined)
      return fault({ zh: `${folder} 中没有备份`, en: `There is no backup in ${folder}` }, remedy);
    const hours = Math.floor((now.getTime() - newest.getTime()) / 3_600_000);
    const words = { zh: `最近一次在 ${hours} 小时前`, en: `The newest is ${hours} hours old` };
    if (hours > backupFaultDays * 24) return fault(words, remedy);
    return hours > backupWarnHours ? warning(words, remedy) : ok(words.zh, words.en);
  },
};

/** When the newest file of a folder was written; undefined for an empty folder. */
async function newestIn(folder: string): Promise<Date | undefined> {
  const times = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).mtime);
  return (await Promise.all(times)).sort((a, b) => b.getTime() - a.getTime())[0];
}
