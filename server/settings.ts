import { isIP } from "node:net";
import { resolve } from "node:path";
import { isPersonKind, type PersonKind, personKinds } from "../core/sign-in/person-kinds.ts";
import { type Rates, rateClasses, usualRates } from "../core/sign-in/rates.ts";
import { type MapTiles, readMapTiles } from "./map-tiles.ts";
import { isLogLevel, type LogLevel, logLevels } from "./operation/log.ts";
import { readSignOn, type SignOnSettings } from "./sign-on/settings.ts";
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
  readonly logLevel: LogLevel;
  /** Addresses of the proxies that stand before the product; they are believed when they say for whom they ask. */
  readonly proxies: readonly string[];
  readonly metricsToken: string | undefined;
  /** Who must show a second factor; undefined for what the kind of installation asks for by itself. */
  readonly secondFactorFor: readonly PersonKind[] | undefined;
  /** The certificate with which the proxy speaks TLS, or with its key the product itself; `doctor` looks at it. */
  readonly tlsCertificate: string | undefined;
  readonly tlsKey: string | undefined;
  /** After how many minutes without use a session asks for the password again; undefined for what the installation asks for. */
  readonly idleLockMinutes: number | undefined;
  /** How often an account may ask in a minute; undefined for what the installation asks for. */
  readonly rates: Rates | undefined;
  /** The identity provider by which people may sign in as well; undefined where there is none. */
  readonly signOn: SignOnSettings | undefined;
  /** Tiles beneath the outlines of the map; undefined where the operator gave no key for any. */
  readonly mapTiles: MapTiles | undefined;
  /** The folder in which backups are kept, for `doctor` to look at. */
  readonly backups: string | undefined;
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
    logLevel: readLogLevel(environment.LOG_LEVEL || "info"),
    proxies: readProxies(environment.ZHIBEN_PROXY ?? ""),
    metricsToken: readMetricsToken(environment.METRICS_TOKEN || undefined),
    secondFactorFor: readSecondFactorFor(environment.ZHIBEN_SECOND_FACTOR || undefined),
    tlsCertificate: environment.TLS_CERT || undefined,
    tlsKey: readTlsKey(environment.TLS_KEY || undefined, environment.TLS_CERT || undefined),
    idleLockMinutes: readIdleLock(environment.IDLE_LOCK_MINUTES || undefined),
    rates: readRates(environment.RATES_PER_MINUTE || undefined),
    signOn: readSignOn(environment),
    mapTiles: readMapTiles(environment.TIANDITU_KEY || undefined),
    backups: environment.ZHIBEN_BACKUPS || undefined,
  };
}

const idleLockMostMinutes = 720;

function readIdleLock(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = Number(text);
  if (/^[1-9]\d*$/.test(text) && minutes <= idleLockMostMinutes) return minutes;
  throw new StartProblem("bad-idle-lock", {
    zh: `闲置锁定（IDLE_LOCK_MINUTES）无效：${text}，应为 1 至 ${idleLockMostMinutes} 的整数分钟`,
    en: `Not for IDLE_LOCK_MINUTES: ${text}; give whole minutes from 1 to ${idleLockMostMinutes}`,
  });
}

function readRates(text: string | undefined): Rates | undefined {
  if (text === undefined) return undefined;
  const said = text.split(",").map((part) => /^(\w+)=([1-9]\d{0,6})$/.exec(part.trim()));
  const rates = { ...usualRates };
  for (const read of said) {
    const [, name, perMinute] = read ?? [];
    const known = rateClasses.find((one) => one === name);
    if (known === undefined) throw badRates(text);
    rates[known] = Number(perMinute);
  }
  return rates;
}

const badRates = (text: string): StartProblem =>
  new StartProblem("bad-rates", {
    zh: `请求频率（RATES_PER_MINUTE）无效：${text}，应如 reads=1200,writes=300,exports=20`,
    en: `Not for RATES_PER_MINUTE: ${text}; give it like reads=1200,writes=300,exports=20`,
  });

function readTlsKey(key: string | undefined, certificate: string | undefined): string | undefined {
  if (key === undefined || certificate !== undefined) return key;
  throw new StartProblem("bad-tls", {
    zh: "设置了 TLS 私钥（TLS_KEY）而没有证书（TLS_CERT）",
    en: "There is a TLS_KEY without its TLS_CERT",
  });
}

function readLogLevel(text: string): LogLevel {
  if (isLogLevel(text)) return text;
  const known = logLevels.join(" ");
  throw new StartProblem("bad-log-level", {
    zh: `日志级别（LOG_LEVEL）无效：${text}，可用：${known}`,
    en: `Not a log level (LOG_LEVEL): ${text}; there are: ${known}`,
  });
}

function readProxies(text: string): readonly string[] {
  const proxies = text.split(",").flatMap((part) => part.trim() || []);
  const bad = proxies.find((proxy) => !isAddressOrRange(proxy));
  if (bad === undefined) return proxies;
  throw new StartProblem("bad-proxy", {
    zh: `代理地址（ZHIBEN_PROXY）无效：${bad}，应为 IP 地址或网段，以逗号分隔`,
    en: `Not a proxy's address (ZHIBEN_PROXY): ${bad}; give IP addresses or ranges, separated by commas`,
  });
}

function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  // A range of everything would believe anybody.
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const leastTokenLengthCharacters = 24;

function readMetricsToken(token: string | undefined): string | undefined {
  if (token === undefined || (token.length >= leastTokenLengthCharacters && !/\s/.test(token))) return token;
  throw new StartProblem("bad-metrics-token", {
    zh: `监控口令（METRICS_TOKEN）至少 ${leastTokenLengthCharacters} 个字符，且不含空白`,
    en: `METRICS_TOKEN takes ${leastTokenLengthCharacters} characters or more, and no blanks`,
  });
}

function readSecondFactorFor(text: string | undefined): readonly PersonKind[] | undefined {
  if (text === undefined) return undefined;
  const named = text === "none" ? [] : text.split(",").map((part) => part.trim());
  const kinds = named.filter(isPersonKind);
  if (kinds.length === named.length) return kinds;
  const known = Object.keys(personKinds).join(",");
  throw new StartProblem("bad-second-factor", {
    zh: `第二重验证的范围（ZHIBEN_SECOND_FACTOR）无效：${text}，可用：${known}，以逗号分隔；都不要求则为 none`,
    en: `Not kinds of people for ZHIBEN_SECOND_FACTOR: ${text}; there are ${known}, separated by commas, or none`,
  });
}
