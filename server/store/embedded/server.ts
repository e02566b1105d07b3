import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Words } from "../../../core/words.ts";
import { databaseUser, plainEnvironment } from "./cluster.ts";
import { clusterName, endProcesses } from "./leftover.ts";
import type { Place } from "./place.ts";
import { didNotStart } from "./problems.ts";
import { spawnAs } from "./run-user.ts";
import { makeSocketFolder } from "./socket-folder.ts";

const port = 5432;
const stopPatienceMs = 20_000;
const socketPatienceMs = 60_000;
const sayEveryMs = 5_000;
const megabyte = 1024 * 1024;

/**
 * What one statement has used of memory is kept for the next. By itself glibc gives back all above 128 KiB as soon as it is free, and
 * planning a list under row-level security needs a little more: giving back and asking again doubled what a page takes. Up to 16 MiB for
 * each connection; allocators of other systems do not know these names.
 */
const memoryKept = {
  MALLOC_TOP_PAD_: String(megabyte),
  MALLOC_TRIM_THRESHOLD_: String(16 * megabyte),
} as const;

/** A running server of our own. */
export interface Server {
  readonly child: ChildProcess;
  readonly cluster: string;
  readonly socketFolder: string;
  /** As PostgreSQL tells it, for example `18.4`. */
  readonly version: string;
}

export interface ServerOptions {
  readonly native: string;
  readonly place: Place;
  readonly password: string;
  readonly onProgress: (words: Words) => void;
}

/** Starts the server and waits until it answers, however long it needs to recover; throws what it said if it gives up. */
export async function startServer({ native, place, password, onProgress }: ServerOptions): Promise<Server> {
  const { cluster, user } = place;
  const name = await clusterName(cluster);
  const socketFolder = await makeSocketFolder(name, user);
  const startLog = join(socketFolder, "start.log");
  const started = Date.now();
  const log = await open(startLog, "w", 0o600);
  const options = ["-D", cluster, ...settings(name, socketFolder)];
  const child = spawn(join(native, "bin", "postgres"), options, {
    ...spawnAs(user),
    cwd: "/",
    env: { ...plainEnvironment(), ...memoryKept },
    stdio: ["ignore", log.fd, log.fd],
    // In a group of its own: the terminal's Ctrl-C reaches us alone, and we stop the server in order.
    detached: true,
  });
  try {
    const version = await answering(child, connectionTo(socketFolder, password), onProgress);
    return { child, cluster, socketFolder, version };
  } catch (error) {
    await endProcesses(cluster);
    const said = await lastWords(startLog, cluster, started);
    await rm(socketFolder, { recursive: true, force: true });
    throw didNotStart(`${said}\n${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await log.close();
  }
}

export const connectionTo = (socketFolder: string, password: string) =>
  ({ host: socketFolder, port, user: databaseUser, password, database: databaseUser }) as const;

type Connection = ReturnType<typeof connectionTo>;

function settings(name: string, socketFolder: string): readonly string[] {
  const chosen = {
    cluster_name: name,
    listen_addresses: "",
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    shared_buffers: `${sharedBuffers()}MB`,
    max_connections: 100,
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    max_wal_size: "2GB",
    wal_compression: "on",
    logging_collector: "on",
    log_directory: "log",
    log_filename: "postgres-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    log_rotation_size: 0,
    log_timezone: "UTC",
    timezone: "UTC",
  };
  return Object.entries(chosen).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
}

/** An eighth of the memory that this machine or container gives us, from 128 to 1024 megabytes. */
function sharedBuffers(): number {
  const allowed = process.constrainedMemory();
  const memory = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
  return Math.min(1024, Math.max(128, Math.round(memory / 8 / megabyte)));
}

/** Waits for the first answer, making our database where it is missing, and returns the server's version. */
async function answering(
  child: ChildProcess,
  connection: Connection,
  onProgress: (words: Words) => void,
): Promise<string> {
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code, killedBy) => {
    ended = `postgres ended with ${code ?? killedBy}`;
  });
  const socketBy = Date.now() + socketPatienceMs;
  let sayAt = Date.now() + sayEveryMs;
  for (;;) {
    if (ended !== undefined) throw new Error(ended);
    try {
      return await prepareDatabase(connection);
    } catch (error) {
      const state = startingState(error);
      if (state === undefined || (state === "no-socket" && Date.now() > socketBy)) throw error;
    }
    if (Date.now() > sayAt) {
      onProgress({ zh: "正在等待数据库恢复", en: "Waiting for the database to recover" });
      sayAt += sayEveryMs;
    }
    await pause(20);
  }
}

/** Why a server that is alive does not answer yet; undefined when waiting will not help. */
function startingState(error: unknown): "no-socket" | "recovering" | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "57P03") return "recovering"; // cannot_connect_now
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET" ? "no-socket" : undefined;
}

async function prepareDatabase(connection: Connection): Promise<string> {
  const client = new pg.Client({ ...connection, database: "postgres" });
  try {
    await client.connect();
    const known = await client.query("select 1 from pg_database where datname = $1", [connection.database]);
    if (known.rowCount === 0) await client.query(`create database ${connection.database}`);
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What the server wrote before its log began, and the end of that log if it came to write one. */
async function lastWords(startLog: string, cluster: string, since: number): Promise<string> {
  const first = await readFile(startLog, "utf8").catch(() => "");
  const folder = join(cluster, "log");
  const parts = [first];
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs >= since) parts.push(await tail(file));
  }
  return parts.join("\n").trim();
}

async function tail(file: string): Promise<string> {
  const handle: FileHandle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(4096),
      position: Math.max(0, size - 4096),
    });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Stops in order: sessions are ended and everything is on disk. Insists when that takes too long, so that it always returns. */
export async function stopServer({ child, cluster, socketFolder }: Server): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGINT");
    const inTime = new AbortController();
    const insisted = pause(stopPatienceMs, undefined, { signal: inTime.signal }).then(
      () => endProcesses(cluster),
      () => undefined,
    );
    await Promise.race([ended, insisted]);
    inTime.abort();
  }
  await rm(socketFolder, { recursive: true, force: true });
}
