import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

// Without them a closed network is asked for much, and every start waits for it.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Without a UTF-8 locale Chromium gives up the Chinese name of a file that it saves.
const env = { ...process.env, LC_ALL: "C.UTF-8" };

/** The system's Chromium, else the one that a package brings with its own libraries. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: system ?? (await packaged()), args: flags, env });
}

/** The same for another program, which steers it through the port. `profile` is an empty folder. */
export async function openSteeredBrowser(
  profile: string,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: system ?? (await packaged()),
    args: [...flags, "--remote-debugging-port=0"],
    env,
  });
  const told = await readFile(join(profile, "DevToolsActivePort"), "utf8");
  return { port: Number(told.split("\n")[0]), close: () => context.close() };
}

async function packaged(): Promise<string> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  await inflate(join(bin, "al2023.tar.br"));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  return sparticuz.executablePath();
}
