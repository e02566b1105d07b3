import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How long a start took until the server said that it is ready, or why there is no figure. */
export type StartUp =
  | { readonly firstSeconds: number; readonly laterSeconds: number }
  | { readonly skipped: string };

const mostMs = 120_000;

/** Starts the product as `npm start` does on an empty data folder, with its own database, stops it, and starts it again. */
export async function measureStartUp(): Promise<StartUp> {
  const data = await mkdtemp(join(tmpdir(), "zhiben-start-"));
  const elsewhere = new Set<string>();
  try {
    const firstSeconds = await startOnce(data, elsewhere);
    const laterSeconds = await startOnce(data, elsewhere);
    return { firstSeconds, laterSeconds };
  } catch (error) {
    return { skipped: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const folder of [data, ...elsewhere]) await rm(folder, { recursive: true, force: true });
  }
}

/** One start and stop. Where the database had to lie outside the data folder, the start says so: it goes into `elsewhere`. */
async function startOnce(data: string, elsewhere: Set<string>): Promise<number> {
  const { DATABASE_URL: _ownDatabase, ...environment } = process.env;
  const program = fileURLToPath(new URL("../server/zhiben.ts", import.meta.url));
  const started = performance.now();
  const child = spawn(process.execPath, [program, "start"], {
    env: { ...environment, ZHIBEN_DATA: data, PORT: String(await freePort()) },
  });
  const ended = once(child, "exit");
  try {
    const said = await ready(child);
    const place = /The database lies in (\S+?),/.exec(said)?.[1];
    if (place !== undefined) elsewhere.add(place);
    return Math.round(performance.now() - started) / 1_000;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Not ready after ${mostMs} ms`)), mostMs);
    const settle = (work: () => void) => {
      clearTimeout(late);
      work();
    };
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Zhiben is ready")) settle(() => resolve(said));
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("exit", () =>
      settle(() => reject(new Error(`It ended before it was ready: ${said.trim().split("\n").at(-1)}`))),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
