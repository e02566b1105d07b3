import { dayInShanghai } from "../../core/calendar/day.ts";
import { administrators } from "../../core/scope/roles.ts";
import { readSettings } from "../settings.ts";
import { endSessionsOf, makeAuditMonths, recordOfItself } from "../store/audit.ts";
import { readAccount } from "../store/credentials.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import { holdersOf } from "../store/people.ts";
import { removeSecondFactor } from "../store/second-factors.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

/**
 * Removes the second factor of an administrator who has lost phone and recovery codes, where nobody is left who could ask for it or
 * confirm it in the product. Whoever may run commands on the server answers for it; the audit log tells it.
 */
export const secondFactorCommand: Command = {
  takes: "--remove USER",
  words: {
    zh: "重置三员之一丢失的第二重验证（其他人在系统内由两名管理员办理）",
    en: "remove the lost second factor of one of the three administrators; for others two of them do it in the product",
  },
  async run(given) {
    const { values } = readFlags(given, { remove: { type: "string" } });
    const username = values.remove ?? "";
    const database = await openDatabase(readSettings(process.env));
    try {
      const { algorithm } = await requireInstallation(database.owner);
      await remove(database.owner, algorithm, username);
      say({
        zh: `${username} 的第二重验证已重置，其登录已全部退出；下次登录重新设置`,
        en: `${username} signs in with the password alone once more, and sets up another`,
      });
      return 0;
    } finally {
      await database.close();
    }
  },
};

async function remove(
  owner: Pool,
  algorithm: Parameters<typeof endSessionsOf>[1],
  username: string,
): Promise<void> {
  const found = await readAccount(owner, username);
  if (found === undefined || !(await holdersOf(owner, administrators)).includes(username))
    throw new StartProblem("not-an-administrator", {
      zh: `不是三员的账号：${username}。其他人的由系统管理员在“账号与登录”中申请、安全管理员确认`,
      en: `Not the account of an administrator: ${username}. For others the system administrator asks in the product and the security administrator confirms`,
    });
  const now = new Date();
  const today = dayInShanghai(now.toISOString());
  await inTransaction(owner, undefined, async (tx) => {
    await makeAuditMonths(tx, today);
    if (!(await removeSecondFactor(tx, found.id)))
      throw new StartProblem("no-second-factor", {
        zh: `${username} 没有设置第二重验证`,
        en: `${username} has no second factor`,
      });
    await endSessionsOf(tx, algorithm, { person: found.id, why: "secondFactorReset" }, now);
    await recordOfItself(
      tx,
      algorithm,
      { event: "secondFactorTakenAway", facts: { account: found.id } },
      now,
    );
  });
}
