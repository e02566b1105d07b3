import { dayInShanghai } from "../../core/calendar/day.ts";
import { type Role, roles } from "../../core/scope/roles.ts";
import { strictRules } from "../../core/sign-in/rules.ts";
import { engineOf } from "../jobs/engine.ts";
import { drawOneTimePassword } from "../one-time-password.ts";
import { openVault } from "../secrets/vault.ts";
import { type SettingUp, setUpPeople } from "../set-up-people.ts";
import { readSettings } from "../settings.ts";
import { makeAuditMonths, recordOfItself } from "../store/audit.ts";
import { type Campaign, loadCampaign } from "../store/campaign.ts";
import { issuePassword } from "../store/credentials.ts";
import { becomeOwner, inTransaction, type Transaction } from "../store/database.ts";
import type { Installation } from "../store/found.ts";
import { hashPassword, holdersOf } from "../store/people.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { type OpenDatabase, openDatabase, requireInstallation } from "./installation.ts";

/** The flags, and whom each names. Three people: GB/T 22239-2019, 8.1.5. */
const administrators = [
  ["system", "systemAdministrator"],
  ["security", "securityAdministrator"],
  ["audit", "auditor"],
] as const;

interface Named {
  readonly role: Role;
  readonly username: string;
  readonly name: string;
}

/**
 * Makes the first accounts of an installation: whoever may run commands on its server answers for them. Beside the administrators,
 * the first head of the prefecture's unit: until somebody heads one, there is nobody to confirm a post, and none can be granted.
 */
export const administratorsCommand: Command = {
  takes: "--system USER:NAME --security USER:NAME --audit USER:NAME [--head USER:NAME]",
  words: {
    zh: "为真实系统建立三员和首位单位负责人账号（仅一次），打印一次性密码；没有单位负责人，授权无人确认",
    en: "make the accounts of the three administrators and of the first head of a real installation, once, and print their one-time passwords; without a head nobody confirms a post",
  },
  async run(given) {
    const text = { type: "string" } as const;
    const { values } = readFlags(given, { system: text, security: text, audit: text, head: text });
    const three = administrators.map(([flag, role]) => readNamed(role, values[flag] ?? ""));
    const named = values.head === undefined ? three : [...three, readNamed("departmentHead", values.head)];
    if (new Set(named.map(({ username }) => username)).size < named.length) throw notThree();
    const database = await openDatabase(readSettings(process.env));
    try {
      const installation = await requireInstallation(database.owner);
      for (const told of await make(database, installation, named)) say(told);
      return 0;
    } finally {
      await database.close();
    }
  },
};

function readNamed(role: Role, given: string): Named {
  const [, username, name] = /^([a-z][a-z0-9._-]{1,31}):(\S.{0,39})$/.exec(given) ?? [];
  if (username !== undefined && name !== undefined) return { role, username, name };
  const { zh, en } = roles[role].words;
  throw new StartProblem("bad-administrator", {
    zh: `请为${zh}写明“用户名:姓名”，用户名为小写字母和数字，如 qiyunwei:齐运维；现为：${given}`,
    en: `Give a user name in small letters and a name for the ${en}, as qiyunwei:齐运维; there is: ${given}`,
  });
}

const notThree = () =>
  new StartProblem("administrators-not-three", {
    zh: "三员须为三个人、三个账号，单位负责人另为一人",
    en: "The three administrators are three people with three accounts, and the head is another",
  });

async function make(
  { owner, keysFolder }: OpenDatabase,
  installation: Installation,
  named: readonly Named[],
) {
  const { algorithm } = installation;
  const setting = {
    campaign: await loadCampaign(installation.pack),
    engine: await engineOf({ pool: owner }),
    algorithm,
    vault: await openVault({ keysFolder, algorithm }),
    now: new Date(),
  };
  return inTransaction(owner, undefined, async (tx) => {
    await refuseAnother(tx, installation);
    return makeAll(tx, setting, named);
  });
}

async function refuseAnother(tx: Transaction, { demonstration }: Installation): Promise<void> {
  if (demonstration)
    throw new StartProblem("demonstration-has-administrators", {
      zh: "演示系统已有三员账号",
      en: "A demonstration has its administrators already",
    });
  const held = await holdersOf(
    tx,
    administrators.map(([, role]) => role),
  );
  if (held.length > 0)
    throw new StartProblem("administrators-exist", {
      zh: `三员账号已经建立：${held.join("、")}；遗失密码由系统管理员发放一次性密码`,
      en: `The administrators have accounts already: ${held.join(", ")}; the system administrator issues a password that was lost`,
    });
}

/** By the acts of the engine, as everybody with whom an installation begins, so that accounts and posts have their records. */
async function makeAll(tx: Transaction, setting: SettingUp, named: readonly Named[]) {
  const { campaign, now, algorithm } = setting;
  const today = dayInShanghai(now.toISOString());
  const until = new Date(now.getTime() + strictRules.oneTimePasswordHours * 3_600_000);
  const unit = unitOf(campaign);
  const actors = await setUpPeople(
    tx,
    setting,
    named.map(({ role, username, name }) => ({
      username,
      name,
      posts: [{ ...unit, role, sectors: "all", from: today }],
    })),
  );
  const told = [];
  for (const [at, { id }] of actors.entries()) {
    const { role = "system", username = "", name = "" } = named[at] ?? {};
    const password = drawOneTimePassword();
    await issuePassword(tx, id, await hashPassword(password), now, until);
    const { zh, en } = roles[role].words;
    const hours = strictRules.oneTimePasswordHours;
    told.push({
      zh: `${zh} ${name}（${username}）一次性密码 ${password}，${hours} 小时内有效，首次登录须修改`,
      en: `${en} ${username}: good for ${hours} hours, changed at the first sign-in`,
    });
  }
  await becomeOwner(tx);
  const made = {
    event: "administratorsMade",
    facts: { accounts: named.map(({ username }) => username) },
  } as const;
  await makeAuditMonths(tx, today);
  await recordOfItself(tx, algorithm, made, now);
  return told;
}

/** The first posts are in the prefecture's unit of comprehensive supervision; administrators see nothing by it. */
function unitOf({ organisations }: Campaign) {
  const unit = [...organisations].find(
    ([, { level, duties }]) => level === "prefecture" && duties.some((duty) => duty.as === "comprehensive"),
  );
  if (unit === undefined) throw new Error("The pack has no unit of comprehensive supervision");
  const [organisation, { level, region }] = unit;
  return { organisation, level, region };
}
