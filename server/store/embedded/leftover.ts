import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { clusterInUse } from "./problems.ts";

const namePrefix = "zhiben-";
const fastPatienceMs = 20_000;
const immediatePatienceMs = 5_000;

/**
 * The name under which a cluster's server runs, drawn from the folder itself: a moved folder keeps it, a copy has another. It
 * stands in the command line of the server and in the title of each of its processes, which everybody may read; the working
 * folder of a process may be hidden even from root, as it is in a container.
 */
export async function clusterName(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster);
  return `${namePrefix}${createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 16)}`;
}

/**
 * Stops what an earlier process of ours left running on the cluster: the whole server, or the sessions of a server that was
 * killed. A process file that then still names a process is cleared: PostgreSQL would take it for a server, and it is a stranger
 * who was given the number anew, or a dead one whom nobody has buried. A server that somebody else started by hand is left alone
 * and refused. To be called by the holder of the cluster's lock.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const processFile = join(cluster, "postmaster.pid");
  const text = await readFile(processFile, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const named = Number.parseInt(text, 10);
  const left = await processesOf(cluster);
  if (left.length > 0) await stopAll(cluster, left, named);
  const remaining = await processesOf(cluster);
  if (remaining.length > 0 || (await isUnknownServer(named))) throw clusterInUse(cluster, named);
  if (isThere(named)) await rm(processFile, { force: true });
}

async function isUnknownServer(pid: number): Promise<boolean> {
  const command = (await listRunning()).find((one) => one.pid === pid)?.command ?? "";
  return /(^|\/)postgres[\0 ]/.test(command) && !command.includes(`cluster_name=${namePrefix}`);
}

/** In order where the server is alive: it ends last, when its sessions have. What is left without a server is ended at once. */
async function stopAll(cluster: string, left: readonly number[], server: number): Promise<void> {
  if (left.includes(server)) {
    signal([server], "SIGINT");
    await waitUntil(cluster, fastPatienceMs, (still) => !still.includes(server));
  }
  await endProcesses(cluster);
}

/** Ends every process of the cluster's server at once; PostgreSQL recovers at its next start. */
export async function endProcesses(cluster: string): Promise<void> {
  for (const name of ["SIGQUIT", "SIGKILL"] as const) {
    signal(await processesOf(cluster), name);
    await waitUntil(cluster, immediatePatienceMs, (still) => still.length === 0);
  }
}

async function waitUntil(
  cluster: string,
  patienceMs: number,
  enough: (still: readonly number[]) => boolean,
): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!enough(await processesOf(cluster)) && Date.now() < until) await pause(20);
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

function isThere(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The processes that serve this very cluster: of its owner, and carrying its name. */
async function processesOf(cluster: string): Promise<readonly number[]> {
  const name = await clusterName(cluster);
  const { uid } = await stat(cluster);
  const ours = (command: string) =>
    command.includes(`cluster_name=${name}`) || command.startsWith(`postgres: ${name}: `);
  return (await listRunning()).filter((one) => one.uid === uid && ours(one.command)).map((one) => one.pid);
}

interface Running {
  readonly pid: number;
  readonly uid: number;
  readonly command: string;
}

const listRunning = () => (process.platform === "linux" ? listProc() : listPs());

async function listProc(): Promise<readonly Running[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = pids.map(async (pid) => {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    const { uid } = await stat(`/proc/${pid}`);
    return { pid: Number(pid), uid, command };
  });
  const settled = await Promise.allSettled(read);
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

async function listPs(): Promise<readonly Running[]> {
  const { stdout } = await promisify(execFile)("ps", ["-axww", "-o", "pid=,uid=,command="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, uid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), uid: Number(uid), command }];
  });
}
