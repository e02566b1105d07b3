import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { findBinaries } from "../../server/store/embedded/binaries.ts";
import { clusterName } from "../../server/store/embedded/leftover.ts";
import { nobody } from "../../server/store/embedded/run-user.ts";
import { type Holder, isRoot, newHome, refusal, rowsTold, start, startHolder } from "./support.ts";

test("when our process is killed, the next start stops the database it left running and has every row", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("database", dataDir);
  await holder.tells("row 200");
  await holder.kill();
  const left = await serverOf(holder);
  expect(isAlive(left)).toBe(true);
  const { query } = await start(dataDir);
  expect(isAlive(left)).toBe(false);
  expect(await countRows(query)).toBeGreaterThanOrEqual(rowsTold(holder));
});

test("when everything is killed, the next start recovers every row", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("database", dataDir);
  await holder.tells("row 200");
  const server = await serverOf(holder);
  const parts = childrenOf(server);
  expect(parts.length).toBeGreaterThan(4);
  for (const pid of [server, ...parts]) process.kill(pid, "SIGKILL");
  await holder.kill();
  const { query } = await start(dataDir);
  expect(await countRows(query)).toBeGreaterThanOrEqual(rowsTold(holder));
  expect(logOf(dataDir)).toContain("automatic recovery in progress");
});

test("a session that outlived its killed server does not keep the next one from starting", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { connection } = await leaveServer(dataDir);
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const session = rows[0]?.pid ?? 0;
  // Busy with arithmetic, it does not look up to see that its server is gone.
  const busy = client
    .query("select sum(sqrt(a * 1.5)) from generate_series(1, 1e12::bigint) a")
    .catch(() => undefined);
  process.kill(connection.server, "SIGKILL");
  expect(isAlive(session)).toBe(true);
  const { query } = await start(dataDir);
  expect(isAlive(session)).toBe(false);
  expect(await query("select 1 as one")).toEqual([{ one: 1 }]);
  await busy;
});

test("process files that name a living stranger are not believed, and the stranger is left alone", async () => {
  const dataDir = join(newHome(0o755), "data");
  await (await start(dataDir)).stop();
  const cluster = join(dataDir, "postgres");
  const stranger = await aStranger();
  const text = `${stranger.pid}\n${cluster}\n1700000000\n5432\n/tmp\n\n  1 1\nready   \n`;
  const socketFolder = join(tmpdir(), await clusterName(cluster));
  await mkdir(socketFolder);
  await writeFile(join(socketFolder, ".s.PGSQL.5432.lock"), text);
  await writeFile(join(cluster, "postmaster.pid"), text);
  const { query } = await start(dataDir);
  expect(await query("select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("a server that somebody started by hand on the files is left alone, and the start refused", async () => {
  const dataDir = join(newHome(0o755), "data");
  await (await start(dataDir)).stop();
  const byHand = await serverByHand(join(dataDir, "postgres"));
  const problem = await refusal(start(dataDir));
  expect(problem.code).toBe("data-folder-in-use");
  expect(problem.words.en).toContain(`(pid ${byHand.pid})`);
  expect(byHand.exitCode ?? byHand.signalCode).toBeNull();
});

test("a first start that is killed half-way leaves nothing that hinders the next", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("database", dataDir);
  await holder.tells("Creating the database");
  await holder.kill();
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
  const { query, said, stop } = await start(dataDir);
  expect(said).toEqual(["Creating the database"]);
  expect(await query("select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
});

test("Ctrl-C reaches us alone: the database still takes a last row and is shut down in order", async () => {
  const dataDir = join(newHome(0o755), "data");
  const holder = startHolder("database", dataDir);
  await holder.tells("row 20");
  // The terminal signals the whole group of processes.
  process.kill(-holder.pid, "SIGINT");
  await holder.ended();
  expect(logOf(dataDir)).toContain("database system is shut down");
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  const { query } = await start(dataDir);
  expect(await countRows(query)).toBe(rowsTold(holder) + 1);
  expect(logOf(dataDir)).not.toContain("not properly shut down");
});

test("stopping ends open sessions, and stopping twice is stopping once", async () => {
  const dataDir = join(newHome(0o755), "data");
  const { connection, stop } = await start(dataDir);
  const client = new pg.Client(connection);
  const broken = new Promise((resolve) => client.on("error", resolve));
  await client.connect();
  await client.query("begin");
  await Promise.all([stop(), stop()]);
  await broken;
  expect(existsSync(connection.host)).toBe(false);
});

/** A database whose starter was killed, and that goes on. */
async function leaveServer(dataDir: string) {
  const holder = startHolder("database", dataDir);
  const server = await serverOf(holder);
  await holder.tells("row 1");
  await holder.kill();
  const lines = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
  const password = readFileSync(join(dataDir, "keys", "database-password"), "utf8");
  return { connection: { host: lines[4], port: 5432, user: "zhiben", database: "zhiben", password, server } };
}

const serverOf = async (holder: Holder): Promise<number> =>
  Number((await holder.tells("server ")).slice("server ".length));

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

/** Alive and not merely unburied: a zombie has no command line. */
function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, "utf8") !== "";
}

async function countRows(
  query: (text: string) => Promise<readonly Record<string, unknown>[]>,
): Promise<number> {
  return Number((await query("select count(*) as rows from kept"))[0]?.rows);
}

function logOf(dataDir: string): string {
  const folder = join(dataDir, "postgres", "log");
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("");
}

async function serverByHand(cluster: string): Promise<ChildProcess> {
  const { native } = await findBinaries();
  const options = ["-D", cluster, "-c", "listen_addresses=", "-c", `unix_socket_directories=${cluster}`];
  const server = spawn(join(native, "bin", "postgres"), options, {
    ...(isRoot ? await nobody() : {}),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(server, "exit");
  onTestFinished(async () => {
    server.kill("SIGQUIT");
    await ended;
  });
  await new Promise<void>((resolve, reject) => {
    ended.then(() => reject(new Error("The server by hand ended")));
    createInterface({ input: server.stderr }).on("line", (line) => {
      if (line.includes("ready to accept connections")) resolve();
    });
  });
  return server;
}

/** A process of the user who runs the database: one of any other user PostgreSQL itself knows for a stranger. */
async function aStranger(): Promise<ChildProcess> {
  const stranger = spawn("/bin/sleep", ["600"], {
    ...(isRoot ? await nobody() : {}),
    stdio: "ignore",
    cwd: "/",
  });
  onTestFinished(() => {
    stranger.kill("SIGKILL");
  });
  return stranger;
}
