import { existsSync } from "node:fs";
import { join } from "node:path";
import { carryOut, fault, ok, type Reported } from "../doctor/check.ts";
import { checks } from "../doctor/checks.ts";
import { readSettings, type Settings } from "../settings.ts";
import type { Pool } from "../store/database.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags } from "./command.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

/** Examines an installation, also while the product runs on it, and tells what to do. Changes nothing. */
export const doctor: Command = {
  takes: "[--json]",
  words: { zh: "检查本机与数据是否正常", en: "examine machine and data, and say what to do" },
  async run(given) {
    const { values } = readFlags(given, { json: { type: "boolean" } });
    const now = new Date();
    const reported = await examine(readSettings(process.env), now);
    process.stdout.write(values.json ? `${asJson(reported, now)}\n` : reported.map(asText).join(""));
    return reported.some(({ state }) => state === "fault") ? 1 : 0;
  },
};

/** Carries out every check; those that need the database are left out where it cannot be reached, which is a fault by itself. */
export async function examine(settings: Settings, now: Date): Promise<readonly Reported[]> {
  const machine = { settings, now };
  const { db, found, close } = await reach(settings);
  try {
    const reported: Reported[] = [found];
    for (const check of checks) reported.push(...(await carryOut(check, machine, db)));
    return reported;
  } finally {
    await close();
  }
}

interface Reached {
  readonly db: Pool | undefined;
  readonly found: Reported;
  close(): Promise<void>;
}

const database = { name: "database", title: { zh: "数据库", en: "Database" } };

async function reach(settings: Settings): Promise<Reached> {
  try {
    const reached = await openInstallation(settings);
    const words = reached.running
      ? ok("可连接，系统运行中", "Answers; the product runs")
      : ok("可连接", "Answers");
    return { db: reached.owner, found: { ...database, ...words }, close: reached.close };
  } catch (error) {
    const words =
      error instanceof StartProblem
        ? error.words
        : { zh: `无法连接：${reasonOf(error)}`, en: `It does not answer: ${reasonOf(error)}` };
    const remedy = {
      zh: "核对 DATABASE_URL 或 ZHIBEN_DATA，确认数据库已启动",
      en: "Check DATABASE_URL or ZHIBEN_DATA, and that the database runs",
    };
    return { db: undefined, found: { ...database, ...fault(words, remedy) }, close: async () => undefined };
  }
}

async function openInstallation(settings: Settings) {
  // Opening an empty data folder would found a database in it; the doctor only looks.
  if (settings.databaseUrl === undefined && !existsSync(join(settings.dataDir, "database.json")))
    throw new StartProblem("no-installation", {
      zh: `${settings.dataDir} 中没有治本系统的数据`,
      en: `There is no installation in ${settings.dataDir}`,
    });
  const opened = await openDatabase(settings);
  try {
    await requireInstallation(opened.owner);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

// A connection that was tried at several addresses says why of each, and nothing of itself.
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

const marks = { ok: "正常 ok     ", warning: "警告 warning", fault: "故障 fault  " };

function asText({ state, title, words, remedy }: Reported): string {
  const lines = [`${marks[state]}  ${title.zh} · ${title.en}`, `    ${words.zh} · ${words.en}`];
  if (remedy !== undefined) lines.push(`    → ${remedy.zh} · ${remedy.en}`);
  return `${lines.join("\n")}\n`;
}

const asJson = (reported: readonly Reported[], now: Date): string =>
  JSON.stringify({ at: now.toISOString(), checks: reported }, null, 2);
