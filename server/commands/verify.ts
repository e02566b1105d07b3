import { readSettings } from "../settings.ts";
import { verifyLedger } from "../store/verify.ts";
import { type Command, readFlags } from "./command.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

/** Checks every chain, sealed value and entry of an installation against its ledger, also while the product runs on it. */
export const verify: Command = {
  takes: "",
  words: { zh: "核验全过程记录", en: "check every chain and entry against the ledger" },
  async run(given) {
    readFlags(given, {});
    const database = await openDatabase(readSettings(process.env));
    try {
      const { algorithm } = await requireInstallation(database.owner);
      const { entries, lines, faults } = await verifyLedger(database.owner, algorithm, (count) =>
        process.stderr.write(`\r已核验 · verified ${count}`),
      );
      process.stderr.write("\n");
      for (const { register, entry, version, fault } of faults)
        process.stdout.write(`${fault} ${register} ${entry} ${version}\n`);
      process.stdout.write(`条目 entries ${entries}, 记录 lines ${lines}, 异常 faults ${faults.length}\n`);
      return faults.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
