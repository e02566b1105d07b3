import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { World } from "./world.ts";

const program = fileURLToPath(new URL("../../server/zhiben.ts", import.meta.url));

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of `zhiben` in a process of its own, on the database and the keys of a world where one is given. */
export function zhiben(
  world: World | undefined,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const on = world ? { DATABASE_URL: urlOf(world), ZHIBEN_DATA: world.dataDir } : {};
  const env = { PATH: process.env.PATH, ...on, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...given], { env, timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err });
    });
  });
}

function urlOf({ connection: { host, port, user, password, database } }: World): string {
  const url = new URL("postgres://localhost");
  url.username = user;
  url.password = password;
  url.pathname = database;
  url.searchParams.set("host", host);
  url.searchParams.set("port", String(port));
  return url.href;
}
