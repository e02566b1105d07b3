import { createWriteStream } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openClient, requestText } from "./http-client.ts";
import { round } from "./measure.ts";
import { benchPassword } from "./world.ts";

/** What a list took as a file, over HTTP with session, scope and row-level policy. */
export interface Exported {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** The most that the product's process had in memory since it began; undefined where the system does not tell. */
  readonly peakMegabytes?: number | undefined;
}

/** The product as a process: where it listens, and which it is. */
export interface BenchProduct {
  readonly address: string;
  readonly pid: number | undefined;
}

/** Fetches every hazard that the prefecture's office sees, with the columns of the list, as a workbook into a folder. */
export async function measureExport({ address, pid }: BenchProduct, folder: string): Promise<Exported> {
  const cookie = await signIn(address);
  const file = join(folder, "export.xlsx");
  const started = performance.now();
  const answer = await fetched(`${address}/api/registers/hazard/entries.xlsx?fields=list`, cookie);
  if (answer.statusCode !== 200) throw new Error(`An export answered ${answer.statusCode}`);
  await pipeline(answer, createWriteStream(file));
  const seconds = round((performance.now() - started) / 1_000);
  const { size: bytes } = await stat(file);
  await rm(file);
  const rows = Number(answer.headers["x-total-count"]);
  const peakMegabytes = await peakOf(pid);
  return { rows, bytes, seconds, ...(peakMegabytes === undefined ? {} : { peakMegabytes }) };
}

async function signIn(address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const client = await openClient(hostname, Number(port));
  const given = { username: "anweiban", password: benchPassword };
  const { headers } = await client.send(requestText("POST", "/api/session", "", given));
  client.close();
  return /set-cookie: ([^;]+)/i.exec(headers)?.[1] ?? "";
}

function fetched(url: string, cookie: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie } }, resolve).once("error", reject);
  });
}

async function peakOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024);
}
