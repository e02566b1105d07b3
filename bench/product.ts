import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { quiet } from "./database.ts";
import type { BenchProduct } from "./exporting.ts";

/** What V8 is told where the product is started in earnest (`npm start`). */
export const startFlags = ["--max-semi-space-size=32"] as const;

/** Runs the product on a database, as a process of its own, for as long as `work` takes; `file` is how it is put together. */
export async function withServer<T>(
  url: string,
  work: (product: BenchProduct) => Promise<T>,
  file = "server.ts",
): Promise<T> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [...startFlags, path, url], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  try {
    const [address]: Buffer[] = await once(child.stdout, "data");
    if (address === undefined) throw new Error("The server said nothing");
    await quiet(url);
    return await work({ address: address.toString().trim(), pid: child.pid });
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}
