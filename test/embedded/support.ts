import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { onTestFinished } from "vitest";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { type EmbeddedDatabase, startEmbedded } from "../../server/store/embedded/index.ts";
import { clusterName, stopLeftover } from "../../server/store/embedded/leftover.ts";
import { readRecord } from "../../server/store/embedded/record.ts";
import { mayEnter, type RunUser } from "../../server/store/embedded/run-user.ts";
import { StartProblem } from "../../server/store/start-problem.ts";

export const isRoot = process.getuid?.() === 0;
const holderFile = fileURLToPath(new URL("./holder.ts", import.meta.url));

/** An unprivileged user of this machine who may read the code; undefined when there is none, or we may not become them. */
export async function ordinaryUser(): Promise<RunUser | undefined> {
  if (!isRoot) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const users = lines.map((line) => {
    const [name, , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
  const user = users.find(({ name, uid }) => name !== "nobody" && uid > 0);
  const reachable =
    user && (await mayEnter(dirname(holderFile), user)) && (await mayEnter(dirname(process.execPath), user));
  return reachable ? user : undefined;
}

/** A folder of its own for one test, as a home that everybody or only its owner may enter. What ran in it is ended afterwards. */
export function newHome(mode: 0o700 | 0o755, owner?: RunUser): string {
  const home = mkdtempSync(join(tmpdir(), "zhiben-embedded-test-"));
  chmodSync(home, mode);
  if (owner) chownSync(home, owner.uid, owner.gid);
  onTestFinished(async () => {
    await clear(join(home, "data"));
    await rm(home, { recursive: true, force: true });
  });
  return home;
}

async function clear(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, "database.json"))) return;
  const { cluster = "" } = (await readRecord(dataDir)) ?? {};
  if (existsSync(cluster)) {
    await stopLeftover(cluster);
    await rm(join(tmpdir(), await clusterName(cluster)), { recursive: true, force: true });
  }
  if (!cluster.startsWith(dataDir)) await rm(dirname(cluster), { recursive: true, force: true });
}

export interface Running extends EmbeddedDatabase {
  /** What was said while starting. */
  readonly said: readonly string[];
  query(text: string): Promise<readonly Record<string, unknown>[]>;
}

/** Opens the data folder and starts its database; both end with `stop`, or with the test. */
export async function start(dataDir: string): Promise<Running> {
  const said: string[] = [];
  const data = await openDataFolder(dataDir);
  const database = await startEmbedded({ dataDir, onProgress: ({ en }) => said.push(en) }).catch(
    async (error: unknown) => {
      await data.close();
      throw error;
    },
  );
  const stop = async () => {
    await database.stop();
    await data.close();
  };
  onTestFinished(stop);
  return { ...database, said, stop, query: (text) => query(database.connection, text) };
}

export async function query(connection: pg.ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The code of the problem with which a start is refused. */
export async function refusal(work: Promise<unknown>): Promise<StartProblem> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof StartProblem) return outcome;
  throw new Error(`Not refused: ${outcome}`);
}

/** A process that holds a data folder, or runs its database, and tells what happens line by line. */
export interface Holder {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly told: readonly string[];
  /** Resolves with the first line that begins so. */
  tells(beginning: string): Promise<string>;
  kill(): Promise<void>;
  ended(): Promise<unknown>;
}

export function startHolder(what: "folder" | "database", dataDir: string, user?: RunUser): Holder {
  const child = spawn(process.execPath, [holderFile, what, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
    cwd: "/",
    env: { PATH: process.env.PATH, HOME: dirname(dataDir) },
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("The holder did not start");
  const ended = once(child, "exit");
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    told.push(line);
    wake();
  });
  ended.then(wake);
  const tells = (beginning: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = told.find((one) => one.startsWith(beginning));
        if (line !== undefined) resolve(line);
        else if (child.exitCode !== null || child.signalCode !== null)
          reject(new Error(`The holder ended before it told "${beginning}": ${told.join(" | ")}`));
        else return;
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return { child, pid, told, tells, kill, ended: () => ended };
}

/** How many rows a holder has told as acknowledged. */
export const rowsTold = ({ told }: Holder): number => told.filter((line) => line.startsWith("row ")).length;
