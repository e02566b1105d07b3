import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { openOwnerPool, type Pool } from "../../server/store/database.ts";
import { readRecord } from "../../server/store/embedded/record.ts";

const program = fileURLToPath(new URL("../../server/zhiben.ts", import.meta.url));

/** The real product in a process of its own, with its embedded database in others. */
export interface RunningServer {
  readonly address: string;
  /** Connections of the owner's, to look at everything with. */
  openOwner(): Pool;
  /** `kill -9`, the server's process first or the database's. */
  kill(first: "server" | "database"): Promise<void>;
  /** What it has written so far: words for the operator on one output, the log on the other. */
  readonly said: Said;
  /** Sends a signal and waits for nothing. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with its exit code once it has ended, null where a signal ended it. */
  ended(): Promise<number | null>;
  /** Ends it in order; resolves to its exit code, null where a signal ended it. */
  stop(): Promise<number | null>;
  /** Closes the pipes into which it writes. */
  stopListening(): void;
  databaseRuns(): boolean;
}

interface Said {
  readonly words: readonly string[];
  readonly log: readonly string[];
}

/** A folder for the product to run in, and how to remove it. */
export async function newHome(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-home-"));
  // The database runs as another user where we are root, and passes through here.
  await chmod(folder, 0o711);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Lays the master keys of one home ready in another, as an operator keeps them apart from the backups. */
export async function bringMasterKeys(from: string, to: string): Promise<void> {
  const keys = (of: string) => join(of, "data", "keys");
  await mkdir(keys(to), { recursive: true, mode: 0o700 });
  for (const name of await readdir(keys(from)))
    if (name.startsWith("master-key-")) await copyFile(join(keys(from), name), join(keys(to), name));
}

export async function startServer(
  dataDir: string,
  flags: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, "start", ...flags], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      HOME: dataDir,
      HOST: "127.0.0.1",
      PORT: "0",
      ZHIBEN_DATA: join(dataDir, "data"),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const said = { words: linesOf(child.stdout), log: linesOf(child.stderr) };
  const address = await readyAddress(child, said, ended);
  const postmaster = await postmasterOf(join(dataDir, "data"));
  const kill: RunningServer["kill"] = async (first) => {
    const database = [postmaster.pid, ...childrenOf(postmaster.pid)];
    const killDatabase = () => {
      for (const pid of database) end(pid);
    };
    if (first === "database") killDatabase();
    child.kill("SIGKILL");
    killDatabase();
    await ended;
  };
  return {
    address,
    openOwner: () => openOwnerPool({ connection: postmaster.connection }),
    kill,
    said,
    signal: (name) => child.kill(name),
    async ended() {
      await ended;
      return child.exitCode;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    stopListening() {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    databaseRuns: () => existsSync(`/proc/${postmaster.pid}`),
  };
}

/** The lines that arrive on an output, as they come. */
function linesOf(output: Readable | null): string[] {
  const lines: string[] = [];
  if (output !== null) createInterface({ input: output }).on("line", (line) => lines.push(line));
  return lines;
}

/** Waits for the line that says where it listens; throws with what was said when the process ends before it. */
function readyAddress(child: ChildProcess, said: Said, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      // Asked after the line's own reader has seen it.
      setImmediate(() => {
        for (const line of said.words) {
          const ready = line.match(/^Zhiben is ready at (http:\S+)$/)?.[1];
          if (ready !== undefined) resolve(ready);
        }
      });
    });
    const last = () => [...said.words, ...said.log].slice(-20).join("\n");
    ended.then(() => reject(new Error(`The server ended:\n${last()}`)));
  });
}

async function postmasterOf(dataDir: string) {
  const { cluster = "" } = (await readRecord(dataDir)) ?? {};
  const [pid = "", , , port = "", host = ""] = readFileSync(join(cluster, "postmaster.pid"), "utf8").split(
    "\n",
  );
  const password = readFileSync(join(dataDir, "keys", "database-password"), "utf8");
  const connection = { host, port: Number(port), user: "zhiben", password, database: "zhiben" };
  return { pid: Number(pid), connection };
}

/** Runs another command of `zhiben` on the same data, as the operator does in a second window; resolves to what it said. */
export async function runBeside(dataDir: string, given: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...given], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, HOME: dataDir, ZHIBEN_DATA: join(dataDir, "data") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = linesOf(child.stdout);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`zhiben ${given[0]} ended with ${code}: ${said.join("\n")}`);
  return said.join("\n");
}

function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime, as PostgreSQL's processes do without their parent.
  }
}
