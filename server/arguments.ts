import { join, resolve } from "node:path";
import { StartProblem } from "./store/start-problem.ts";

/** What the operator chose: by the environment, and by flags of the command line. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly pack: string;
  readonly demonstration: boolean;
}

/** Reads the settings; throws a StartProblem that names the one that cannot be used. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): Settings {
  const unknown = flags.find((flag) => flag !== "--no-demo");
  if (unknown !== undefined) {
    throw new StartProblem("unknown-flag", {
      zh: `没有这个选项：${unknown}`,
      en: `There is no such flag: ${unknown}`,
    });
  }
  const { HOST = "127.0.0.1", PORT = "8080", ZHIBEN_DATA = "data", ZHIBEN_PACK = "diqing" } = environment;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartProblem("bad-port", { zh: `端口无效：${PORT}`, en: `Not a port: ${PORT}` });
  }
  return {
    host: HOST,
    port,
    dataDir: resolve(ZHIBEN_DATA),
    databaseUrl: environment.DATABASE_URL || undefined,
    pack: ZHIBEN_PACK,
    demonstration: !flags.includes("--no-demo"),
  };
}

export const filesFolderOf = (dataDir: string): string => join(dataDir, "files");
