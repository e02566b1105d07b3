import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { dayInShanghai } from "../core/calendar/day.ts";
import { limits } from "../core/limits.ts";
import { registers } from "../core/registers/index.ts";
import type { PersonKind } from "../core/sign-in/person-kinds.ts";
import type { Rates } from "../core/sign-in/rates.ts";
import { demonstrationRules, type SignInRules, strictRules } from "../core/sign-in/rules.ts";
import type { Words } from "../core/words.ts";
import { loadDemonstration } from "./demonstration/load.ts";
import { openImportDesk } from "./exchange/import/desk.ts";
import { openExportLine } from "./exchange/write/export-line.ts";
import { buildApp } from "./http/app.ts";
import { newApplicationGuard } from "./http/application-guard.ts";
import { newClassGuard } from "./http/class-guard.ts";
import { drain } from "./http/drain.ts";
import { serveMetrics } from "./http/metrics.ts";
import { openApiDocument } from "./http/openapi.ts";
import type { Patience } from "./http/patience.ts";
import { newRateGuard } from "./http/rate-guard.ts";
import { newSignInGuard } from "./http/sign-in-guard.ts";
import { newStream } from "./http/stream.ts";
import { openTls, type TlsFiles } from "./http/tls.ts";
import { startCheckpoints } from "./jobs/checkpoints.ts";
import { startExports } from "./jobs/exports.ts";
import { startHourly } from "./jobs/hourly.ts";
import { startImporting } from "./jobs/imports.ts";
import { startVerification } from "./jobs/verification.ts";
import { startWitnessing } from "./jobs/witnessing.ts";
import type { MapTiles } from "./map-tiles.ts";
import { type Log, silentLog } from "./operation/log.ts";
import { newMetrics } from "./operation/metrics.ts";
import { newLifecycle } from "./operation/phase.ts";
import { readReadings } from "./operation/readings.ts";
import { rememberedIn } from "./remembered.ts";
import { inputSchema } from "./routes/describe-register.ts";
import { routes } from "./routes/index.ts";
import { cipherOf } from "./secrets/cipher.ts";
import { ensureMasterKey } from "./secrets/master-keys.ts";
import { openVault } from "./secrets/vault.ts";
import type { Services } from "./services.ts";
import { openProvider } from "./sign-on/provider.ts";
import type { SignOnSettings } from "./sign-on/settings.ts";
import { openCheckpointSigner, openWitnessSigner } from "./signing.ts";
import { makeAuditMonths } from "./store/audit.ts";
import { type Campaign, loadCampaign } from "./store/campaign.ts";
import { keepVerifierKey } from "./store/checkpoints.ts";
import { inTransaction, openOwnerPool, openPool, type Pool } from "./store/database.ts";
import type { HashAlgorithm } from "./store/digests.ts";
import { openFileStore } from "./store/files.ts";
import { foundInstallation, type Installation, markLoaded, readInstallation } from "./store/found.ts";
import { migrate } from "./store/migrate.ts";
import { listenForLeaves, sequence, startSequencer } from "./store/sequencer.ts";
import { readVersion } from "./version.ts";
import { noWitnesses, type Witnesses } from "./witnesses/settings.ts";

export interface StartOptions {
  readonly connection:
    | { readonly connectionString: string }
    | {
        readonly host: string;
        readonly port: number;
        readonly user: string;
        readonly password: string;
        readonly database: string;
      };
  readonly filesFolder: string;
  /** Where files lie that were exported in the background. */
  readonly exportsFolder: string;
  /** Where the private keys lie. */
  readonly keysFolder: string;
  /** The hash of an installation that is founded now; one that stands keeps its own. */
  readonly algorithm: HashAlgorithm;
  /** To whom checkpoints are handed; to nobody where it is left out. */
  readonly witnesses?: Witnesses;
  /** The folder of the built web; undefined serves the API alone. */
  readonly pages: string | undefined;
  readonly pack: string;
  readonly demonstration: boolean;
  /** How people sign in; where it is left out, as the installation asks for that is a demonstration or is real. */
  readonly signInRules?: SignInRules;
  /** After how many minutes without use a session is locked, where the operator chose it. */
  readonly idleLockMinutes?: number | undefined;
  /** How often an account may ask, where the operator chose it. */
  readonly rates?: Rates | undefined;
  /** The identity provider by which people may sign in as well. */
  readonly signOn?: SignOnSettings | undefined;
  /** Tiles beneath the outlines of the map, where the operator has a key for some. */
  readonly mapTiles?: MapTiles | undefined;
  /** Who must show a second factor, where it is not as those rules say. */
  readonly secondFactorFor?: readonly PersonKind[] | undefined;
  readonly clock: () => Date;
  readonly onProgress: (words: Words) => void;
  readonly onError: (error: unknown) => void;
  /** The operator's log of requests; silent without. */
  readonly log?: Log;
  /** Addresses of the proxies that stand before the product and are believed. */
  readonly proxies?: readonly string[];
  /** With which the product speaks TLS itself; without, a proxy in front does. */
  readonly tls?: TlsFiles | undefined;
  /** The secret with which the metrics may be read from elsewhere. */
  readonly metricsToken?: string | undefined;
  /** How long it waits for those who send slowly; as usual where it is left out. */
  readonly patience?: Patience;
  /** How long a stop waits for requests that are being answered. */
  readonly drainWithinMs?: number;
}

/** A Zhiben that is put together but not yet listening. */
export interface Zhiben {
  readonly app: FastifyInstance;
  readonly services: Services;
  /** There once what the calendar brings at a start is done, beside requests. */
  readonly firstRound: Promise<void>;
  stop(): Promise<void>;
}

const sequenceEveryMs = 200;
const drainWithinMs = 20_000;

/** Puts the parts together on a database that answers: schema, installation, pack, routes, sequencer. */
export async function assemble(options: StartOptions): Promise<Zhiben> {
  const { connection, clock, proxies = [], metricsToken } = options;
  const campaign = await loadCampaign(options.pack);
  const owner = openOwnerPool({ connection, commits: true });
  const installation = await prepare(owner, options).catch(async (error: unknown) => {
    await owner.end();
    throw error;
  });
  const services = await openServices(options, campaign, installation);
  const { pool, lifecycle, metrics } = services;
  await keepVerifierKey(owner, services.signer.key, clock());
  // Before anybody can sign in: a line that comes before its month stays outside it.
  await inTransaction(pool, undefined, (tx) => makeAuditMonths(tx, dayInShanghai(clock().toISOString())));
  // The founding line is the first leaf of all, before whatever a demonstration brings.
  await sequence(pool, installation.algorithm);
  if (!installation.loaded) {
    options.onProgress({ zh: "正在载入演示数据", en: "Loading the demonstration data" });
    const untold = await loadDemonstration(owner, services);
    if (untold.length > 0) services.log.warn({ untold }, "demonstration-not-told-whole");
    await markLoaded(owner);
  }
  await owner.end();
  const hourly = startHourly(services, connection, options.onError);
  const background = [hourly, ...startBackground(services, options)];
  const tls = options.tls && (await openTls(options.tls, options.onError));
  const app = await buildApp(services, routes, options.pages, proxies, tls, options.patience);
  const document = openApiDocument(routes, registers, inputSchema, services.version);
  app.get("/api/openapi.json", async () => document);
  serveMetrics(app, metrics, { token: metricsToken, behindProxy: proxies.length > 0 });
  lifecycle.running();
  const end = async () => {
    await drain(app, services, options.drainWithinMs ?? drainWithinMs);
    tls?.stop();
    // What still works for requests ends after the last of them, the database after everything.
    for (const part of background) await part.stop();
    await pool.end();
  };
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= end();
    return ended;
  };
  return { app, services, firstRound: hourly.first, stop };
}

/** The parts that every route is handed. */
async function openServices(
  options: StartOptions,
  campaign: Campaign,
  installation: Installation,
): Promise<Services> {
  const { connection, clock, keysFolder, filesFolder, exportsFolder, onError } = options;
  const { log = silentLog() } = options;
  const usual = options.signInRules ?? (installation.demonstration ? demonstrationRules : strictRules);
  const {
    idleLockMinutes = usual.idleLockMinutes,
    rates = usual.rates,
    secondFactorFor = usual.secondFactorFor,
  } = options;
  const rules = { ...usual, idleLockMinutes, rates, secondFactorFor };
  const pool = openPool({ connection });
  const stream = newStream(pool, onError);
  await ensureMasterKey(keysFolder, cipherOf(installation.algorithm));
  return {
    pool,
    campaign,
    algorithm: installation.algorithm,
    epoch: installation.epoch,
    clock,
    demonstration: installation.demonstration,
    files: openFileStore(filesFolder),
    imports: openImportDesk(join(filesFolder, "imports")),
    exports: openExportLine(exportsFolder),
    stream,
    signInRules: rules,
    signInGuard: newSignInGuard(),
    // An account that many share is nobody's at a provider.
    signOn: rules.ownPasswords && options.signOn ? openProvider(options.signOn) : undefined,
    mapTiles: options.mapTiles,
    signOnGuard: newRateGuard(limits.signOnsPerMinute),
    signer: await openCheckpointSigner(keysFolder, installation),
    witness: await openWitnessSigner(keysFolder, installation),
    classGuard: newClassGuard(rules.rates),
    applicationGuard: newApplicationGuard(),
    submissionGuard: newRateGuard(limits.submissionsPerMinute),
    formTimeGuard: newRateGuard(limits.formTimesPerMinute),
    vault: await openVault({ keysFolder, algorithm: installation.algorithm }),
    remembered: rememberedIn(keysFolder),
    version: await readVersion(),
    log,
    metrics: newMetrics(() => readReadings(pool, stream, filesFolder)),
    lifecycle: newLifecycle(),
  };
}

/** Starts what works beside the requests and the calendar, in the order in which it is to be stopped. */
function startBackground(services: Services, { connection, keysFolder, witnesses, onError }: StartOptions) {
  const { pool, algorithm, stream } = services;
  return [
    startCheckpoints(services, onError),
    startVerification(services, { connection, keysFolder }, onError),
    startImporting(services, onError),
    startExports(services, onError),
    startWitnessing(services, witnesses ?? noWitnesses, onError),
    startSequencer(pool, algorithm, sequenceEveryMs, onError),
    listenForLeaves({ connection }, () => stream.wake(), onError),
  ];
}

/** Brings the schema up to date and reads what the installation is; a database without one becomes one, whole or not at all. */
async function prepare(owner: Pool, options: StartOptions): Promise<Installation> {
  const { demonstration, pack, algorithm, onProgress } = options;
  await migrate(owner, (name) =>
    onProgress({ zh: `更新数据库结构：${name}`, en: `Updating the schema: ${name}` }),
  );
  const present = await readInstallation(owner);
  if (present) return present;
  const now = options.clock();
  return inTransaction(owner, undefined, (tx) =>
    foundInstallation(tx, { demonstration, pack, algorithm }, now, dayInShanghai(now)),
  );
}
