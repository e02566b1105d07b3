#!/usr/bin/env node
import { administratorsCommand as administrators } from "./commands/administrators.ts";
import { audit } from "./commands/audit.ts";
import { backup } from "./commands/backup.ts";
import { type Command, exitCodeOf } from "./commands/command.ts";
import { doctor } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { keys } from "./commands/keys.ts";
import { migrateCommand as migrate } from "./commands/migrate.ts";
import { restore } from "./commands/restore.ts";
import { secondFactorCommand } from "./commands/second-factor.ts";
import { verify } from "./commands/verify.ts";
import { witness } from "./commands/witness.ts";
import { start } from "./main.ts";

const commands: Readonly<Record<string, Command>> = {
  start,
  verify,
  witness,
  audit,
  backup,
  restore,
  doctor,
  migrate,
  administrators,
  "second-factor": secondFactorCommand,
  keys,
  import: importCommand,
  export: exportCommand,
};

const usage = (): string => {
  const lines = Object.entries(commands).map(
    ([name, { takes, words }]) => `  ${`${name} ${takes}`.padEnd(28)}${words.zh} · ${words.en}`,
  );
  return `zhiben COMMAND

${lines.join("\n")}

环境变量 · Environment: HOST PORT ZHIBEN_DATA ZHIBEN_PACK ZHIBEN_HASH ZHIBEN_PROXY ZHIBEN_BACKUPS DATABASE_URL LOG_LEVEL METRICS_TOKEN TLS_CERT TLS_KEY
  IDLE_LOCK_MINUTES RATES_PER_MINUTE TIANDITU_KEY ZHIBEN_WITNESSES ZHIBEN_SECOND_FACTOR ZHIBEN_OIDC_ISSUER SMTP_URL ZHIBEN_PASSPHRASE ZHIBEN_PASSWORD ZHIBEN_CODE
`;
};

const [name = "", ...given] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) process.stderr.write(usage());
process.exitCode = command === undefined ? 2 : await exitCodeOf(command, given);
