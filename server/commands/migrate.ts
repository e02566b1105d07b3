import { readSettings } from "../settings.ts";
import { migrate, pendingMigrations } from "../store/migrate.ts";
import { type Rehearsal, rehearse } from "../store/rehearse.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, describeError, readFlags, say } from "./command.ts";
import { type OpenDatabase, openDatabase, requireInstallation } from "./installation.ts";

/** Brings the schema up to date without starting the product, or tries on a copy whether that would go well. */
export const migrateCommand: Command = {
  takes: "[--rehearse]",
  words: {
    zh: "更新数据库结构；--rehearse 只在副本上演练",
    en: "bring the schema up to date; --rehearse tries it on a copy",
  },
  async run(given) {
    const { values } = readFlags(given, { rehearse: { type: "boolean" } });
    const database = await openDatabase(readSettings(process.env));
    try {
      const { algorithm } = await requireInstallation(database.owner);
      if (values.rehearse !== true) return await migrateNow(database);
      say({ zh: "正在复制数据库并演练", en: "Copying the database and trying it there" });
      return tell(await rehearse({ ...database, algorithm }));
    } finally {
      await database.close();
    }
  },
};

async function migrateNow({ owner, running }: OpenDatabase): Promise<number> {
  const { names } = await pendingMigrations(owner);
  if (names.length === 0) return nothingPending();
  if (running)
    throw new StartProblem("data-folder-in-use", {
      zh: "系统正在运行，请先停止",
      en: "The product is running: stop it first",
    });
  await migrate(owner, (name) => say({ zh: `更新数据库结构：${name}`, en: `Updating the schema: ${name}` }));
  return 0;
}

function nothingPending(): number {
  say({ zh: "数据库结构已是最新", en: "The schema is up to date" });
  return 0;
}

function tell(rehearsal: Rehearsal): number {
  if (rehearsal.outcome === "nothing-pending") return nothingPending();
  if (rehearsal.outcome === "failed") {
    const { name, error } = rehearsal;
    say({
      zh: `演练失败：${name}。原数据库未改动`,
      en: `The rehearsal failed at ${name}. Nothing was changed`,
    });
    process.stderr.write(`${describeError(error)}\n`);
    return 1;
  }
  const { names, verification } = rehearsal;
  const { entries, lines, faults } = verification;
  say({ zh: `演练通过：${names.join("、")}`, en: `The rehearsal went well: ${names.join(", ")}` });
  process.stdout.write(`条目 entries ${entries}, 记录 lines ${lines}, 异常 faults ${faults.length}\n`);
  return faults.length === 0 ? 0 : 1;
}
