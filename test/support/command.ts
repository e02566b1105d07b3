import { vi } from "vitest";
import { administratorsCommand } from "../../server/commands/administrators.ts";
import { type Command, exitCodeOf } from "../../server/commands/command.ts";
import { exportCommand } from "../../server/commands/export.ts";
import { importCommand } from "../../server/commands/import.ts";
import { keys } from "../../server/commands/keys.ts";
import { secondFactorCommand } from "../../server/commands/second-factor.ts";
import { verify } from "../../server/commands/verify.ts";
import { witness } from "../../server/commands/witness.ts";
import type { World } from "./world.ts";

const commands: Readonly<Record<string, Command>> = {
  keys,
  verify,
  witness,
  administrators: administratorsCommand,
  "second-factor": secondFactorCommand,
  import: importCommand,
  export: exportCommand,
};

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command of `zhiben` on the database and the keys of a world, or on none, and hears what it says. Within this process: a
 * process for each would take most of the time of a test.
 */
export async function zhiben(
  world: World | undefined,
  [name = "", ...given]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const command = commands[name];
  if (command === undefined) throw new Error(`No such command: ${name}`);
  const on = world ? { DATABASE_URL: urlOf(world), ZHIBEN_DATA: world.dataDir } : {};
  for (const [variable, value] of Object.entries({ ...on, ...environment })) vi.stubEnv(variable, value);
  const [out, err] = [heard("stdout"), heard("stderr")];
  try {
    const code = await exitCodeOf(command, given);
    return { code, out: out.text(), err: err.text() };
  } finally {
    out.end();
    err.end();
    vi.unstubAllEnvs();
  }
}

function heard(name: "stdout" | "stderr") {
  const parts: string[] = [];
  const spy = vi.spyOn(process[name], "write").mockImplementation((part) => {
    parts.push(String(part));
    return true;
  });
  return { text: () => parts.join(""), end: () => spy.mockRestore() };
}

/** The address of a world's database. */
export function urlOf({ connection: { host, port, user, password, database } }: World): string {
  const url = new URL("postgres://localhost");
  url.username = user;
  url.password = password;
  url.pathname = database;
  url.searchParams.set("host", host);
  url.searchParams.set("port", String(port));
  return url.href;
}
