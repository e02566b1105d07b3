import { resolve } from "node:path";
import { type HashAlgorithm, hashAlgorithms, isHashAlgorithm } from "./store/digests.ts";
import { StartProblem } from "./store/start-problem.ts";

/** What the operator chose by the environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly pack: string;
  /** The hash of an installation that is founded now; with SM3 it also signs by SM2. */
  readonly algorithm: HashAlgorithm;
  /** The file that says to whom checkpoints are handed. */
  readonly witnessesFile: string | undefined;
  /** The mail server, where checkpoints are also mailed: `smtp://user:password@host:port`, or `smtps:`. */
  readonly smtpUrl: string | undefined;
}

/** Reads the settings; throws a StartProblem that names the one that cannot be used. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { HOST = "127.0.0.1", PORT = "8080", ZHIBEN_DATA = "data", ZHIBEN_PACK = "diqing" } = environment;
  const { ZHIBEN_HASH: algorithm = "sha256" } = environment;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartProblem("bad-port", { zh: `端口无效：${PORT}`, en: `Not a port: ${PORT}` });
  }
  if (!isHashAlgorithm(algorithm)) {
    const known = hashAlgorithms.join(", ");
    throw new StartProblem("bad-hash", {
      zh: `ZHIBEN_HASH 无效：${algorithm}（可选 ${known}）`,
      en: `Not a hash for ZHIBEN_HASH: ${algorithm} (${known})`,
    });
  }
  return {
    host: HOST,
    port,
    dataDir: resolve(ZHIBEN_DATA),
    databaseUrl: environment.DATABASE_URL || undefined,
    pack: ZHIBEN_PACK,
    algorithm,
    witnessesFile: environment.ZHIBEN_WITNESSES || undefined,
    smtpUrl: environment.SMTP_URL || undefined,
  };
}
