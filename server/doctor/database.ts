import { readFile } from "node:fs/promises";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import {
  countCertificates,
  readBacklog,
  readClocks,
  readForbiddenRights,
  readRoles,
  readUnguarded,
  readUnscoped,
} from "../store/examination.ts";
import { latestSchema, schemaVersion } from "../store/migrate.ts";
import { dumpSchema } from "../store/schema.ts";
import { type Check, fault, ok, warning } from "./check.ts";

const restoreSchema = {
  zh: "有人改动了数据库：停用系统，查明原因，必要时从备份恢复，并运行 zhiben verify",
  en: "Somebody changed the database: stop, find out who and why, restore if need be, and run zhiben verify",
};

export const ledgerRights: Check = {
  name: "ledger-rights",
  words: { zh: "全过程记录的写保护", en: "Rights to the ledger" },
  of: "database",
  async examine({ db }) {
    const { missing, powerful } = await readRoles(db);
    if (missing.length > 0)
      return fault(
        { zh: `缺少数据库角色：${missing.join("、")}`, en: `Roles are missing: ${missing.join(", ")}` },
        { zh: "启动系统一次，或运行 zhiben migrate", en: "Start the product once, or run zhiben migrate" },
      );
    const found = [
      ...powerful.map((role) => `${role} superuser/bypassrls`),
      ...(await readForbiddenRights(db)),
      ...(await readUnguarded(db)).map((table) => `${table}: trigger off`),
    ];
    if (found.length === 0) return ok("只增不改，角色无权更改", "It only grows; no role may change it");
    return fault(
      { zh: `可被更改：${found.join("；")}`, en: `It could be changed: ${found.join("; ")}` },
      restoreSchema,
    );
  },
};

export const rowSecurity: Check = {
  name: "row-security",
  words: { zh: "数据范围（行级安全）", en: "Row-level security" },
  of: "database",
  async examine({ db }) {
    const found = await readUnscoped(db);
    if (found.length === 0) return ok("全部条目表已启用", "On for every table of entries");
    return fault(
      { zh: `未受限制：${found.join("；")}`, en: `Not scoped: ${found.join("; ")}` },
      restoreSchema,
    );
  },
};

export const schema: Check = {
  name: "schema",
  words: { zh: "数据库结构", en: "Schema" },
  of: "database",
  async examine({ db }) {
    const [present, known] = [await schemaVersion(db), await latestSchema()];
    if (present > known)
      return fault(
        {
          zh: `版本 ${present}，比本程序（${known}）新`,
          en: `Version ${present}, newer than this program's ${known}`,
        },
        { zh: "使用更新的程序", en: "Use the newer program" },
      );
    if (present < known)
      return warning(
        { zh: `版本 ${present}，本程序为 ${known}`, en: `Version ${present}, this program's is ${known}` },
        {
          zh: "先备份并运行 zhiben migrate --rehearse，再启动",
          en: "Make a backup, run zhiben migrate --rehearse, then start",
        },
      );
    const differing = await differences(await dumpSchema(db));
    if (differing.length === 0)
      return ok(`版本 ${present}，与程序一致`, `Version ${present}, as the program made it`);
    const shown = differing.slice(0, 5).join("; ");
    return fault(
      { zh: `与程序不符：${shown}`, en: `It differs from the program's: ${shown}` },
      restoreSchema,
    );
  },
};

/** Lines that stand in one of the two schemas only: `+` in the database, `-` in the program. */
async function differences(dump: string): Promise<readonly string[]> {
  const committed = await readFile(new URL("../migrations/schema.sql", import.meta.url), "utf8");
  if (dump === committed) return [];
  const [here, there] = [dump, committed].map((text) => new Set(text.split("\n").map((line) => line.trim())));
  const only = (one = new Set<string>(), other = new Set<string>(), sign = "") =>
    [...one].filter((line) => !other.has(line)).map((line) => `${sign}${line.slice(0, 120)}`);
  const lines = [...only(here, there, "+"), ...only(there, here, "-")];
  return lines.length > 0 ? lines : ["the order of its parts"];
}

const clockWarnSeconds = 5;
const clockFaultSeconds = 60;

export const clock: Check = {
  name: "clock",
  words: { zh: "时钟", en: "Clock" },
  of: "database",
  async examine({ db, now }) {
    const { database, lastLine } = await readClocks(db);
    const remedy = {
      zh: "启用 NTP 校时（timedatectl set-ntp true）",
      en: "Switch on NTP (timedatectl set-ntp true)",
    };
    const ahead = lastLine === null ? 0 : Math.round((lastLine.getTime() - now.getTime()) / 1_000);
    if (ahead > clockFaultSeconds)
      return fault(
        {
          zh: `最近一条记录在 ${ahead} 秒之后的未来`,
          en: `The last ledger line lies ${ahead} s in the future`,
        },
        remedy,
      );
    const apart = Math.abs(Math.round((database.getTime() - now.getTime()) / 1_000));
    const words = { zh: `与数据库相差 ${apart} 秒`, en: `${apart} s apart from the database's` };
    if (apart > clockFaultSeconds) return fault(words, remedy);
    return apart > clockWarnSeconds ? warning(words, remedy) : ok(words.zh, words.en);
  },
};

const backlogWarnSeconds = 60;

export const sequencerBacklog: Check = {
  name: "sequencer-backlog",
  words: { zh: "待定序记录", en: "Lines without a position" },
  of: "database",
  async examine({ db, now }) {
    const { lines, since } = await readBacklog(db);
    if (since === null) return ok("无积压", "None");
    const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
    const words = { zh: `${lines} 条，最早已等 ${seconds} 秒`, en: `${lines}, the oldest for ${seconds} s` };
    if (seconds <= backlogWarnSeconds) return ok(words.zh, words.en);
    return warning(words, {
      zh: "系统停止时属正常；运行中请查看日志 background-failed",
      en: "Normal while the product is stopped; while it runs, look for background-failed in the log",
    });
  },
};

const certificateSoonDays = 60;

export const officerCertificates: Check = {
  name: "officer-certificates",
  words: { zh: "执法证有效期", en: "Officers' certificates" },
  of: "database",
  async examine({ db, now }) {
    const today = dayInShanghai(now);
    const { expired, expiring } = await countCertificates(db, today, addDays(today, certificateSoonDays));
    if (expired + expiring === 0) return ok("均在有效期内", "All are valid");
    return warning(
      {
        zh: `${expired} 人已过期，${expiring} 人在 ${certificateSoonDays} 天内到期`,
        en: `${expired} have run out, ${expiring} do within ${certificateSoonDays} days`,
      },
      {
        zh: "请有关单位换证；证件过期者不能办理执法动作",
        en: "Let their units renew them: whose certificate has run out may not act as an officer",
      },
    );
  },
};
