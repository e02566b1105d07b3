import { readSettings } from "./arguments.ts";
import { openDataFolder } from "./store/data-folder.ts";
import { openOwnerPool } from "./store/database.ts";
import { startEmbedded } from "./store/embedded/index.ts";
import { readInstallation } from "./store/found.ts";
import { StartProblem } from "./store/start-problem.ts";
import { verifyLedger } from "./store/verify.ts";

/**
 * `zhiben verify`: checks every chain, sealed value and entry of an installation against its ledger. Resolves to 0 when all is
 * as the ledger says, 1 when something is not. An installation with its own embedded database is stopped first.
 */
export async function verify(flags: readonly string[]): Promise<number> {
  const close: (() => Promise<unknown>)[] = [];
  try {
    const { databaseUrl, dataDir } = readSettings(process.env, flags);
    const connection =
      databaseUrl === undefined ? await embedded(dataDir, close) : { connectionString: databaseUrl };
    const owner = openOwnerPool({ connection });
    close.push(() => owner.end());
    const installation = await readInstallation(owner);
    if (installation === undefined) {
      throw new StartProblem("no-installation", {
        zh: "此处没有治本系统的数据",
        en: "There is no installation here",
      });
    }
    const { entries, lines, faults } = await verifyLedger(owner, installation.algorithm, (count) =>
      process.stderr.write(`\r已核验 · verified ${count}`),
    );
    process.stderr.write("\n");
    for (const { register, entry, version, fault } of faults)
      process.stdout.write(`${fault} ${register} ${entry} ${version}\n`);
    process.stdout.write(`条目 entries ${entries}, 记录 lines ${lines}, 异常 faults ${faults.length}\n`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof StartProblem ? error.message : String(error)}\n`);
    return 2;
  } finally {
    for (const step of close.toReversed()) await step();
  }
}

async function embedded(dataDir: string, close: (() => Promise<unknown>)[]) {
  const folder = await openDataFolder(dataDir);
  close.push(() => folder.close());
  const database = await startEmbedded({ dataDir, onProgress: () => undefined });
  close.push(() => database.stop());
  return database.connection;
}
