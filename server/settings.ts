import { resolve } from "node:path";
import { StartProblem } from "./store/start-problem.ts";

/** What the operator chose by the environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly pack: string;
}

/** Reads the settings; throws a StartProblem that names the one that cannot be used. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
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
  };
}
