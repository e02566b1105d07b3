import { existsSync } from "node:fs";
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

/** The system's Chromium, else the one that a package brings with its own libraries. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = system ?? (await packaged());
  // Without a UTF-8 locale Chromium gives up the Chinese name of a file that it saves.
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, LC_ALL: "C.UTF-8" } });
}

async function packaged(): Promise<string> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  await inflate(join(bin, "al2023.tar.br"));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  return sparticuz.executablePath();
}
