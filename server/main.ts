import type { AddressInfo } from "node:net";
import { settleRestore } from "./backup/unfinished.ts";
import { buildWebIfStale } from "./build-web.ts";
import { type Command, readFlags, say } from "./commands/command.ts";
import { webFolder } from "./http/pages.ts";
import type { TlsFiles } from "./http/tls.ts";
import { failureOf, type Log, openLog } from "./operation/log.ts";
import { readSettings, type Settings } from "./settings.ts";
import { assemble, type Zhiben } from "./start.ts";
import { openDataFolder } from "./store/data-folder.ts";
import { startEmbedded } from "./store/embedded/index.ts";
import { StartProblem } from "./store/start-problem.ts";
import { readWitnesses } from "./witnesses/settings.ts";

/** Undoes what a start has done so far, the last thing first. */
type Undo = () => Promise<unknown>;

/** `zhiben start`: everything on one machine, until a signal ends it. */
export const start: Command = {
  takes: "[--no-demo]",
  words: {
    zh: "启动（首次启动载入演示数据，除非 --no-demo）",
    en: "run Zhiben; a first start loads the demonstration unless --no-demo",
  },
  run: runUntilSignal,
};

async function runUntilSignal(given: readonly string[]): Promise<number> {
  const undo: Undo[] = [];
  const unwind = async () => {
    for (const step of undo.toReversed()) await step();
  };
  const ended = firstSignal();
  // A terminal that was closed or a pipe that ended must not take the product down, nor keep its stop from being in order.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  try {
    // A signal during the start is heard at its end: half a start is not undone while it goes on.
    const { values } = readFlags(given, { "no-demo": { type: "boolean" } });
    const settings = readSettings(process.env);
    const log = openLog(settings.logLevel);
    await run(settings, !values["no-demo"], undo, log);
    log.info({ signal: await ended }, "stopping");
    say({ zh: "正在停止", en: "Stopping" });
    return 0;
  } finally {
    await unwind();
  }
}

/** Resolves with the first signal that asks for an end; the second one ends the process where it stands. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let heard = false;
    const hear = (signal: NodeJS.Signals) => {
      if (heard) process.exit(1);
      heard = true;
      resolve(signal);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, hear);
  });
}

async function run(settings: Settings, demonstration: boolean, undo: Undo[], log: Log): Promise<void> {
  const witnesses = await readWitnesses(settings.witnessesFile, settings.smtpUrl);
  const data = await openDataFolder(settings.dataDir);
  undo.push(() => data.close());
  const connection = await databaseOf(settings, undo);
  await settleRestore(data.path, connection);
  await buildWebIfStale(() => say({ zh: "正在构建网页", en: "Building the web" }));
  const zhiben = await assemble({
    connection,
    filesFolder: data.files,
    exportsFolder: data.exports,
    keysFolder: data.keys,
    witnesses,
    algorithm: settings.algorithm,
    pages: webFolder,
    pack: settings.pack,
    demonstration,
    clock: () => new Date(),
    onProgress: say,
    onError: (error) => log.error({ failure: failureOf(error) }, "background-failed"),
    log,
    proxies: settings.proxies,
    tls: tlsOf(settings),
    metricsToken: settings.metricsToken,
    idleLockMinutes: settings.idleLockMinutes,
    rates: settings.rates,
    secondFactorFor: settings.secondFactorFor,
    signOn: settings.signOn,
    mapTiles: settings.mapTiles,
  });
  undo.push(() => zhiben.stop());
  const { port } = await listen(zhiben, settings);
  const { version } = zhiben.services;
  log.info({ version, demonstration: zhiben.services.demonstration, port }, "ready");
  if (zhiben.services.demonstration)
    say({ zh: "演示系统，非政府网站", en: "A demonstration, not a government site" });
  const scheme = tlsOf(settings) === undefined ? "http" : "https";
  process.stdout.write(`Zhiben is ready at ${scheme}://${settings.host}:${port}\n`);
}

/** The certificate alone is a proxy's, which the doctor looks at. */
const tlsOf = ({ tlsCertificate, tlsKey }: Settings): TlsFiles | undefined =>
  tlsCertificate === undefined || tlsKey === undefined
    ? undefined
    : { certificate: tlsCertificate, key: tlsKey };

async function databaseOf({ databaseUrl, dataDir }: Settings, undo: Undo[]) {
  if (databaseUrl !== undefined) return { connectionString: databaseUrl };
  const embedded = await startEmbedded({ dataDir, onProgress: say });
  undo.push(() => embedded.stop());
  return embedded.connection;
}

async function listen({ app }: Zhiben, { host, port }: Settings): Promise<AddressInfo> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") throw error;
    throw new StartProblem("port-taken", {
      zh: `无法使用 ${host}:${port}（${code}），请用环境变量 PORT 换一个端口`,
      en: `${host}:${port} cannot be used (${code}); choose another with the environment variable PORT`,
    });
  }
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return address;
}
