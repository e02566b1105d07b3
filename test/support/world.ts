import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import type { Actor } from "../../core/scope/scope.ts";
import { strictRules } from "../../core/sign-in/rules.ts";
import type { Services } from "../../server/services.ts";
import { assemble, type StartOptions, type Zhiben } from "../../server/start.ts";
import { backlog } from "../../server/store/changes.ts";
import { inTransaction, openOwnerPool, type Pool } from "../../server/store/database.ts";
import type { HashAlgorithm } from "../../server/store/digests.ts";
import { actorNamed } from "../../server/store/people.ts";
import { sequence } from "../../server/store/sequencer.ts";
import { beginning, firstDay, type PersonName, password } from "./cast.ts";
import { type Answer, type Client, clientOf, entryIn, type LedgerAnswer } from "./client.ts";
import { aHazard, stepsTo } from "./paths.ts";
import { startOwn } from "./server.ts";
import { prepareTemplate, testPack } from "./template.ts";
import { type Connection, copyDatabase, dropDatabase } from "./test-database.ts";

/** A whole Zhiben of a test's own: a fresh database with the cast and their enterprises, and a clock that stands still. */
export interface World {
  readonly zhiben: Zhiben;
  readonly services: Services;
  readonly connection: Connection;
  /** Where the files and keys lie. */
  readonly dataDir: string;
  readonly filesFolder: string;
  readonly keysFolder: string;
  /** Connections with the owner's rights, who may look at everything. */
  readonly owner: Pool;
  readonly clock: { now: Date };
  /** What went wrong in the background. */
  readonly errors: readonly unknown[];
  /** Another server on the same database and folders, which whoever asked for it stops. */
  startAnother(): Promise<Zhiben>;
  /** A client that is signed in as this person, and signs in again when the session has ended. */
  as(name: PersonName): Client;
  /** A client that is not signed in. */
  readonly nobody: Client;
  actor(name: PersonName): Promise<Actor>;
  /** Opens a hazard at Mei's enterprise, found by Su. */
  hazardFound(own?: Readonly<Record<string, unknown>>): Promise<string>;
  /** A hazard at Mei's enterprise in that state, brought there by its acts. */
  hazardBroughtTo(state: string, path?: "major" | "general"): Promise<string>;
  ledgerOf(id: string): Promise<LedgerAnswer["lines"]>;
  /** Waits until every committed line has its position. */
  sequenced(): Promise<void>;
  stop(): Promise<void>;
}

const worlds: World[] = [];
let count = 0;

// A world ends with the file that made it.
afterAll(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

/** What a world may have of its own beside the plain one. */
export interface WorldOptions
  extends Partial<
    Pick<
      StartOptions,
      | "log"
      | "proxies"
      | "tls"
      | "signInRules"
      | "secondFactorFor"
      | "signOn"
      | "idleLockMinutes"
      | "rates"
      | "metricsToken"
      | "drainWithinMs"
      | "patience"
      | "mapTiles"
      | "pages"
    >
  > {
  /**
   * Copies of the template are one installation, by its id. Where several have to do with each other, or another hash is wanted, a
   * world is founded from nothing, which takes longer.
   */
  readonly founded?: HashAlgorithm;
}

export async function newWorld({ founded, ...own }: WorldOptions = {}): Promise<World> {
  const server = inject("server");
  count += 1;
  const prefix = inject("template").replace(/_template$/, "");
  const database = `${prefix}_${process.pid}_${count}`;
  if (founded === undefined) await copyDatabase(server, inject("template"), database);
  else await prepareTemplate(server, database, founded);
  const world = await worldOn({ ...server, database }, () => dropDatabase(server, database), own);
  worlds.push(world);
  return world;
}

/** A world on a PostgreSQL of its own, for the files of a run that has none in common. */
export async function newWorldApart(own: WorldOptions = {}): Promise<World> {
  const { connection, stop } = await startOwn();
  const database = "zhiben_apart";
  await prepareTemplate(connection, database);
  const world = await worldOn({ ...connection, database }, stop, own);
  worlds.push(world);
  return world;
}

async function worldOn(
  connection: Connection,
  drop: () => Promise<unknown>,
  own: WorldOptions,
): Promise<World> {
  const clock = { now: beginning };
  const errors: unknown[] = [];
  const dataDir = await mkdtemp(join(tmpdir(), "zhiben-test-"));
  const filesFolder = join(dataDir, "files");
  await mkdir(filesFolder);
  const options: StartOptions = {
    connection,
    filesFolder,
    exportsFolder: join(dataDir, "exports"),
    keysFolder: join(dataDir, "keys"),
    algorithm: "sha256",
    pages: undefined,
    pack: testPack,
    demonstration: false,
    // A test moves its clock by days between two acts of one person, or asks for much, and at many places, while it stands still.
    signInRules: { ...strictRules, idleLockMinutes: undefined, rates: undefined, sessionsAtMost: undefined },
    clock: () => clock.now,
    onProgress: () => undefined,
    onError: (error) => errors.push(error),
    // By password alone, as people sign in here; the tests of the second factor ask for it.
    secondFactorFor: [],
    ...own,
  };
  const zhiben = await assemble(options);
  // What it brings would come in the midst of a test, or not, as the machine is quick.
  await zhiben.firstRound;
  const startAnother = () => assemble(options);
  const { app, services } = zhiben;
  const owner = openOwnerPool({ connection });
  const nobody = clientOf(app, async () => undefined);
  const as = clients(zhiben, clock);
  const hazardFound: World["hazardFound"] = async (own = {}) =>
    entryIn(mustDo(await as("su").open("hazard", { input: aHazard(own) }))).id;
  const hazardBroughtTo: World["hazardBroughtTo"] = async (state, path = "major") => {
    const id = await hazardFound();
    let version = 1;
    for (const { by, act, input } of stepsTo(state, path)) {
      mustDo(await as(by).act("hazard", id, act, { version, input: input(id) }));
      version += 1;
    }
    return id;
  };
  // A file of many worlds ends each when it is done with it, and all of them are ended once more with the file.
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await zhiben.stop();
    await owner.end();
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return {
    zhiben,
    services,
    connection,
    dataDir,
    filesFolder,
    keysFolder: join(dataDir, "keys"),
    owner,
    clock,
    errors,
    startAnother,
    as,
    nobody,
    actor: (name) => actorOf(owner, name),
    hazardFound,
    hazardBroughtTo,
    ledgerOf: async (id) => (await as("mei").ledger("hazard", id)).lines,
    sequenced: () => sequenced(services),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The answer, when it is a good one: a step of the way there must not fail unseen. */
export function mustDo(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`Answered ${answer.status}: ${answer.text}`);
  return answer;
}

const sessionHours = 11;

/** One client for each person; a session is opened when it is first needed, and again when the clock has outrun it. */
function clients({ app }: Zhiben, clock: { now: Date }): (name: PersonName) => Client {
  const sessions = new Map<PersonName, { opened: Date; cookie: Promise<string> }>();
  const cookieOf = (name: PersonName): Promise<string> => {
    const held = sessions.get(name);
    const age = held ? clock.now.getTime() - held.opened.getTime() : Number.POSITIVE_INFINITY;
    if (held && age >= 0 && age < sessionHours * 3_600_000) return held.cookie;
    const cookie = signIn(app, name, password);
    sessions.set(name, { opened: clock.now, cookie });
    return cookie;
  };
  return (name) => clientOf(app, () => cookieOf(name));
}

/** Signs in over HTTP; resolves to the session's cookie. */
export async function signIn(app: Zhiben["app"], username: string, secret: string): Promise<string> {
  const response = await app.inject({
    method: "POST",
    url: "/api/session",
    payload: { username, password: secret },
  });
  const [cookie] = response.cookies;
  if (cookie === undefined) throw new Error(`${username} cannot sign in: ${response.payload}`);
  return `${cookie.name}=${cookie.value}`;
}

async function actorOf(owner: Pool, name: PersonName): Promise<Actor> {
  const actor = await actorNamed(owner, name, firstDay);
  if (actor === undefined) throw new Error(`There is nobody called ${name}`);
  return actor;
}

async function sequenced({ pool, algorithm }: Services): Promise<void> {
  // The background sequencer may hold the lock; then this one has nothing to do and looks again.
  while ((await inTransaction(pool, undefined, backlog)) > 0) await sequence(pool, algorithm);
}
